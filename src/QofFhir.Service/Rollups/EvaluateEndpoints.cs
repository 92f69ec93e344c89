using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Service.Access;
using QofFhir.Service.Organisations;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Rollups;

/// <summary><c>Measure/$evaluate-measure</c> for an organisation: <c>reportType=population</c> alone, since no patient is here.</summary>
internal static class EvaluateEndpoints
{
    public const string Operation = "http://hl7.org/fhir/OperationDefinition/Measure-evaluate-measure";

    private static readonly string[] Verbs = ["GET", "POST"];

    public static void MapEvaluateMeasure(this IEndpointRouteBuilder fhir)
    {
        fhir.MapMethods("/Measure/$evaluate-measure", Verbs, (HttpContext context, KnownFrameworks frameworks, OrganisationStore organisations, CollectedReader collected, RollupReports reports, ReportAccess access) =>
            Evaluate(null, context, frameworks, organisations, collected, reports, access));
        fhir.MapMethods("/Measure/{id}/$evaluate-measure", Verbs, (string id, HttpContext context, KnownFrameworks frameworks, OrganisationStore organisations, CollectedReader collected, RollupReports reports, ReportAccess access) =>
            Evaluate(id, context, frameworks, organisations, collected, reports, access));
    }

    private static async Task<IResult> Evaluate(
        string? id, HttpContext context, KnownFrameworks frameworks, OrganisationStore organisations, CollectedReader collected, RollupReports reports, ReportAccess access)
    {
        if (Readers.Of(context) is not { } reader)
        {
            return Results.Challenge();
        }

        if (await EvaluateParameters.Read(context) is not { } given)
        {
            return FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "structure", "A Parameters resource was expected.");
        }

        if (NotSupported(given) is { Length: > 0 } refused)
        {
            return FhirAnswer.Outcome(StatusCodes.Status422UnprocessableEntity, "not-supported", refused);
        }

        if ((id ?? given.GetValueOrDefault("measure")) is not { Length: > 0 } named)
        {
            return FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "required", "measure: which Measure was expected.");
        }

        if (frameworks.Measure(named) is not var (framework, indicator) || indicator.Kind == IndicatorKind.Attestation)
        {
            return FhirAnswer.Outcome(StatusCodes.Status404NotFound, "not-found", "There is no such Measure here.");
        }

        var mistakes = Mistakes(given, framework, out var on);
        if (mistakes.Count > 0)
        {
            return FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "value", mistakes);
        }

        var code = given["reporter"][(given["reporter"].LastIndexOf('/') + 1)..].ToUpperInvariant();
        if (organisations.Geography().Geography.Find(code) is not { } organisation)
        {
            return FhirAnswer.Outcome(StatusCodes.Status404NotFound, "not-found", "There is no Organization of this id here.");
        }

        context.Response.Headers.CacheControl = "no-store";
        var day = on ?? collected.Dates(framework.Id, indicator.Id).Cast<DateOnly?>().LastOrDefault();
        return day is { } date
            && reports.Of(new RollupQuestion(organisation, framework.Id, date, indicator.Id, RollupQuestion.UsualDays, access.Of(reader))) is [var (_, body)]
                ? FhirAnswer.Resource(body)
                : FhirAnswer.Outcome(StatusCodes.Status404NotFound, "not-found", "No practice of it whose reports you may read has reported counts of this measure.");
    }

    private static string[] NotSupported(Dictionary<string, string> given) =>
    [
        .. given.TryGetValue("reportType", out var type) && type is not ("population" or "summary")
            ? ["reportType: population alone is supported; an aggregator holds no patient."]
            : Array.Empty<string>(),
        .. new[] { "subject", "practitioner", "lastReceivedOn" }.Where(given.ContainsKey).Select(name => $"{name} is not supported; an aggregator holds no patient."),
    ];

    /// <summary>The period must be the service year: reports are made for no other.</summary>
    private static List<string> Mistakes(Dictionary<string, string> given, Framework framework, out DateOnly? on)
    {
        var mistakes = new List<string>();
        var (start, end) = (framework.YearStart, framework.YearStart.AddYears(1).AddDays(-1));
        Must("periodStart", start);
        Must("periodEnd", end);
        if (!given.TryGetValue("reporter", out var reporter) || reporter.Length == 0)
        {
            mistakes.Add("reporter: an organisation was expected, such as Organization/U12345.");
        }

        on = QueryDay.Parse(given.GetValueOrDefault("achievementDate"));
        if (given.ContainsKey("achievementDate") && on is null)
        {
            mistakes.Add("achievementDate: a day was expected, such as 2026-11-30.");
        }

        return mistakes;

        void Must(string name, DateOnly day)
        {
            if (QueryDay.Parse(given.GetValueOrDefault(name)) != day)
            {
                mistakes.Add($"{name}: {day:yyyy-MM-dd} was expected, as the service year of this measure has it.");
            }
        }
    }
}
