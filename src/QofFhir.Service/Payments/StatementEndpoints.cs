using System.Text;
using QofFhir.Core.Payments;
using QofFhir.Publication.Statements;
using QofFhir.Service.Access;

namespace QofFhir.Service.Payments;

/// <summary><c>/payments/{ods}</c>: a practice's statements.</summary>
internal static class StatementEndpoints
{
    private const string Expected = "{ \"framework\", \"achievementDate\" }";

    public static void MapStatements(this IEndpointRouteBuilder app)
    {
        app.MapGet("/payments/{ods}", All);
        app.MapPost("/payments/{ods}/statements", Make).WithMetadata(PaymentBody.Limit);
        app.MapGet("/payments/{ods}/statements/{number:long}", One);
        app.MapGet("/payments/{ods}/statements/{number:long}/again", Again);
    }

    private static IResult All(string ods, string? framework, HttpContext context, PaymentPlace place, StepStore steps, Outdating outdating)
    {
        var (reader, practice) = (Readers.Of(context)!, ods.ToUpperInvariant());
        Standing[] found = [.. steps.Of(practice, framework).Where(s => place.MayRead(reader, s.Statement))];
        context.Response.Headers.CacheControl = "no-store";

        // Its own, and the payer's, may be none; of anybody else that is not told apart from what may not be read.
        return found.Length > 0 || PaymentPlace.IsOwn(reader, practice) || reader.Role is ReaderRole.Payer or ReaderRole.National
            ? Results.Json(new { practice, statements = found.Select(s => PaymentJson.Told(outdating.Of(s), Whole(reader, practice))) }, PaymentJson.Options)
            : PaymentPlace.NotHere();
    }

    private static async Task<IResult> Make(string ods, HttpContext context, PaymentPlace place, PaymentRuns runs, PaymentStore store, StepStore steps, Outdating outdating)
    {
        var (reader, practice) = (Readers.Of(context)!, ods.ToUpperInvariant());
        if (!PaymentPlace.IsOwn(reader, practice) && reader.Role is not (ReaderRole.Payer or ReaderRole.National))
        {
            return Results.Forbid();
        }

        var (request, refusal) = await PaymentBody.Read<StatementRequest>(context, Expected);
        if (request is null || place.Find(request.Framework, request.AchievementDate, out refusal) is not var (framework, on))
        {
            return refusal!;
        }

        if (store.LatestRun(framework.Id, on) is not { } run)
        {
            return Results.Problem("The payer has not run this date yet: a practice's statement uses the national prevalence of a run.", statusCode: StatusCodes.Status409Conflict);
        }

        if (runs.Make(framework, on, practice, run, reader.Client, out var why) is not { } fate)
        {
            return Results.Problem($"There is nothing to make a statement of: {why}.", statusCode: StatusCodes.Status409Conflict);
        }

        if (fate.Number is not { } number)
        {
            return Results.Problem($"No statement was made: {fate.LeftOut}.", statusCode: StatusCodes.Status409Conflict);
        }

        context.Response.Headers.Location = $"/payments/{practice}/statements/{number}";
        return Results.Json(
            PaymentJson.Told(outdating.Of(steps.Of(practice, framework.Id).Single(s => s.Statement.Number == number)), Whole(reader, practice)), PaymentJson.Options,
            statusCode: fate.Made ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static IResult One(string ods, long number, HttpContext context, PaymentPlace place, PaymentStore store, StepStore steps, Outdating outdating)
    {
        if (Find(ods, number, context, place, steps) is not { } found)
        {
            return PaymentPlace.NotHere();
        }

        var (inputs, outcome) = store.Text(found.Statement.Practice, number);
        context.Response.Headers.Vary = "Accept";
        return StatementForms.Of(context, () => Statement.Of(StatementJson.Read(Encoding.UTF8.GetString(inputs))))
            ?? Results.Json(PaymentJson.Told(outdating.Of(found), Whole(Readers.Of(context)!, found.Statement.Practice), inputs, outcome), PaymentJson.Options);
    }

    /// <summary>Works it out from what was kept, whatever became of the framework since.</summary>
    private static IResult Again(string ods, long number, HttpContext context, PaymentPlace place, PaymentStore store, StepStore steps)
    {
        if (Find(ods, number, context, place, steps) is not { Statement: { } statement })
        {
            return PaymentPlace.NotHere();
        }

        var (inputs, outcome) = store.Text(statement.Practice, number);
        var again = StatementDraft.Of(StatementJson.Read(Encoding.UTF8.GetString(inputs)));
        string[] differences =
        [
            .. StatementDraft.Digested(inputs) == statement.Digest ? Array.Empty<string>() : ["the inputs are not those that were kept: their SHA-256 differs"],
            .. again.Pounds == statement.Pounds && again.Points == statement.Points ? Array.Empty<string>() : ["points or pounds differ from those that were told"],
            .. StatementDraft.ReadOutcome(outcome).Against(again.Came),
        ];
        return Results.Json(
            new { statement.Practice, statement.Number, equal = differences.Length == 0, kept = new { statement.Points, statement.Pounds }, again = new { again.Points, again.Pounds }, differences },
            PaymentJson.Options);
    }

    /// <returns>Null where there is none, or none that may be read.</returns>
    public static Standing? Find(string ods, long number, HttpContext context, PaymentPlace place, StepStore steps)
    {
        context.Response.Headers.CacheControl = "no-store";
        return steps.Of(ods.ToUpperInvariant(), null).FirstOrDefault(s => s.Statement.Number == number) is { } found && place.MayRead(Readers.Of(context)!, found.Statement) ? found : null;
    }

    /// <summary>Who did what is told to the practice itself and to the national roles.</summary>
    public static bool Whole(Reader reader, string practice) => reader.Role != ReaderRole.Network && (reader.Organisation is null || reader.Organisation == practice);
}

internal sealed record StatementRequest(string? Framework, string? AchievementDate);
