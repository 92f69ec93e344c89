using QofFhir.Fhir.Writing.Gaps;
using QofFhir.Service.Access;
using QofFhir.Service.Practices;
using QofFhir.Service.Publishing;
using QofFhir.Service.Records;
using QofFhir.Service.Reports;
using QofFhir.Service.Rollups;

namespace QofFhir.Service.CareGaps;

/// <summary><c>Measure/$care-gaps</c>: of one patient at once, of a practice's list while the asker waits elsewhere.</summary>
internal static class CareGapsEndpoints
{
    private static readonly string[] Verbs = ["GET", "POST"];

    public static void MapCareGaps(this IEndpointRouteBuilder fhir)
    {
        fhir.MapMethods("/Measure/$care-gaps", Verbs, Ask).RequireAuthorization(Policies.PatientLevel);
        fhir.MapGapsJobs();
    }

    private static async Task<IResult> Ask(
        HttpContext context, ServicePlan plan, RuleBook rules, PracticeList practices, RecordsAtHand records, GapsJobs jobs, GapsWork work, TimeProvider clock)
    {
        if (rules.Loaded is not { } loaded)
        {
            return DefinitionEndpoints.NotReady(rules);
        }

        if (await EvaluateParameters.ReadAll(context) is not { } given)
        {
            return FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "structure", "A Parameters resource was expected.");
        }

        var read = GapsParameters.Read(given, loaded.Framework, practices);
        if (read.Question is not { } question)
        {
            return FhirAnswer.Outcome(read.Status, read.Issues);
        }

        var held = await records.Of(practices.Find(question.Practice)!, context.RequestAborted);
        if ((GapsRefusal.Of(held, plan, clock) ?? (question.Patient is { } id && held!.Records.Find(id) is null ? GapsRefusal.UnknownPatient : null)) is { } refusal)
        {
            return FhirAnswer.Outcome(refusal.Status, refusal.Code, refusal.Text);
        }

        if (question.Patient is null || Async(context))
        {
            return GapsJobEndpoints.Begin(context, question, jobs, work);
        }

        var gaps = new GapsOfPractice(held!, question, plan.Today(clock), clock.GetUtcNow());
        context.Response.Headers.CacheControl = "no-store";
        context.Response.GetTypedHeaders().LastModified = held!.TakenAt;
        return FhirAnswer.Resource(output => new CareGapsWriter(gaps.Settings(plan.Realm)).WriteParameters(output, [gaps.Of(held.Records.Find(question.Patient)!.Value)]));
    }

    private static bool Async(HttpContext context) =>
        context.Request.Headers["Prefer"].SelectMany(p => p?.Split([',', ';'], StringSplitOptions.TrimEntries) ?? []).Contains("respond-async");
}
