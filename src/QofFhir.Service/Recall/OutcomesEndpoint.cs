using QofFhir.Core.Recall;
using QofFhir.Publication;
using QofFhir.Publication.Recall;
using QofFhir.Service.Access;
using QofFhir.Service.Records;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Recall;

/// <summary><c>POST /recall/{ods}/outcomes</c>: what became of recalls, as a JSON array or as CSV. What is right is kept, what is not is told by its place: received = accepted + rejected.</summary>
internal static class OutcomesEndpoint
{
    /// <summary>Bytes: a line for everybody on the longest list, and some.</summary>
    private static readonly BodyLimit Limit = new(8 * 1024 * 1024);

    public static void MapOutcomes(this IEndpointRouteBuilder recall)
    {
        recall.MapPost("/outcomes", TakeJson).WithMetadata(Limit);
        recall.MapPost("/outcomes", TakeCsv).WithMetadata(Limit).Accepts<Stream>("text/csv");
    }

    private static async Task<IResult> TakeJson(string ods, OutcomeEntry?[] entries, HttpContext context, RecallDesk desk, ILogger<RecallStore> log)
    {
        context.Response.Headers.CacheControl = "no-store";
        var (held, refusal) = await desk.Of(ods, context.RequestAborted);
        if (held is null)
        {
            return refusal!;
        }

        var mistakes = new List<Mistake>();
        var outcomes = new List<RecallOutcome>();
        foreach (var (index, entry) in entries.Index())
        {
            if (entry is null)
            {
                Wrong(index, "An object was expected.");
            }
            else if (entry.Check(Knows(held), desk.Today, (column, text) => Wrong(index, $"{column} {text}.")) is { } outcome)
            {
                outcomes.Add(outcome);
            }
        }

        return Keep(held, desk, outcomes, entries.Length, mistakes, log);

        // As many as of CSV: the answer is not to be longer than the question.
        void Wrong(int index, string text)
        {
            if (mistakes.Count < FileReading.MostTold)
            {
                mistakes.Add(new Mistake(index + 1, text));
            }
        }
    }

    private static async Task<IResult> TakeCsv(string ods, HttpContext context, RecallDesk desk, ILogger<RecallStore> log)
    {
        context.Response.Headers.CacheControl = "no-store";
        var (held, refusal) = await desk.Of(ods, context.RequestAborted);
        if (held is null)
        {
            return refusal!;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        var reading = new FileReading("outcomes");
        var outcomes = OutcomesTable.Read(body, reading, Knows(held), desk.Today);
        return Keep(held, desk, outcomes, reading.Rows, [.. reading.Mistakes.Select(m => new Mistake(m.Line, m.Text))], log);
    }

    private static Func<string, bool> Knows(PracticeAtHand held) => id => held.Records.Find(id) is not null;

    private static IResult Keep(PracticeAtHand held, RecallDesk desk, IReadOnlyList<RecallOutcome> outcomes, int received, IReadOnlyList<Mistake> mistakes, ILogger log)
    {
        desk.Keep(held, outcomes);
        log.LogInformation("Outcomes of recalls were told: {Accepted} of {Received} accepted", outcomes.Count, received);
        return Results.Json(new { received, accepted = outcomes.Count, rejected = received - outcomes.Count, mistakes }, RunJson.Options);
    }

    /// <param name="Line">Of the CSV, or the place in the array, from 1.</param>
    private sealed record Mistake(int Line, string Text);
}
