using System.Buffers;
using System.Globalization;
using QofFhir.Core.Recall;
using QofFhir.Fhir.Writing.Recall;
using QofFhir.Publication;
using QofFhir.Service.Access;
using QofFhir.Service.Practices;
using QofFhir.Service.Records;
using QofFhir.Service.Reports;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Recall;

/// <summary><c>/recall/{ods}</c>: whom a practice recalls, over its kept records. No address names a patient, and nothing of it is to be kept on the way.</summary>
internal static class RecallEndpoints
{
    private const string CsvType = "text/csv";

    public static void MapRecall(this IEndpointRouteBuilder app)
    {
        var recall = app.MapGroup("/recall/{ods}").RequireAuthorization(Policies.PatientLevel);
        recall.MapGet("", (string ods, HttpContext context, RecallDesk desk) => Answer(ods, context, desk, List));
        recall.MapGet("/group", (string ods, HttpContext context, RecallDesk desk) => Answer(ods, context, desk, (w, h) => Fhir((writer, o) => writer.WriteGroup(o, w), h)));
        recall.MapGet("/list", (string ods, HttpContext context, RecallDesk desk) => Answer(ods, context, desk, (w, h) => Fhir((writer, o) => writer.WriteList(o, w), h)));
        recall.MapOutcomes();

        IResult List(Worklist worklist, PracticeAtHand held) => Results.Json(WorklistAnswer.Of(worklist, held), RunJson.Options);
    }

    private static async Task<IResult> Answer(string ods, HttpContext context, RecallDesk desk, Func<Worklist, PracticeAtHand, IResult> told)
    {
        context.Response.Headers.CacheControl = "no-store";
        var (held, refusal) = await desk.Of(ods, context.RequestAborted);
        if (held is null)
        {
            return refusal!;
        }

        var mistakes = new List<string>();
        var question = WorklistQuery.Read(context.Request.Query, held.Framework, desk.Today, mistakes);
        if (mistakes.Count > 0)
        {
            return Results.Problem(string.Join(" ", mistakes), statusCode: StatusCodes.Status400BadRequest);
        }

        if (context.Request.Query["framework"].Any(f => f != held.Framework.Id))
        {
            return Results.Problem($"This service evaluates {held.Framework.Id}.", statusCode: StatusCodes.Status404NotFound);
        }

        var worklist = await desk.Worklist(held, question, context.RequestAborted);
        worklist = context.Request.Query["decided"] == "left-out" ? worklist.WithoutDecided() : worklist;
        context.Response.GetTypedHeaders().LastModified = held.TakenAt;
        context.Response.Headers.Vary = "Accept";
        return WantsCsv(context) ? Lines(worklist, context.Request.Query["lines"]) : told(worklist, held);
    }

    private static bool WantsCsv(HttpContext context) =>
        context.Request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1).FirstOrDefault()?.MediaType.Equals(CsvType, StringComparison.OrdinalIgnoreCase) == true;

    private static IResult Lines(Worklist worklist, string? lines)
    {
        var sheet = lines switch
        {
            "sitting" => RecallSheet.BySitting(worklist),
            "indicator" => RecallSheet.ByIndicator(worklist),
            _ => RecallSheet.ByPatient(worklist),
        };
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Csv.WriteLine(text, [.. sheet.Columns]);
        foreach (var row in sheet.Rows)
        {
            Csv.WriteLine(text, [.. row]);
        }

        return Results.Text(text.ToString(), CsvType);
    }

    private static IResult Fhir(Action<WorklistWriter, IBufferWriter<byte>> write, PracticeAtHand held) =>
        FhirAnswer.Resource(o => write(new WorklistWriter(held.Framework.SampleCodes || held.Records.AllSample), o));
}
