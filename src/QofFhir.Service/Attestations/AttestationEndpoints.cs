using QofFhir.Core.Achievement;
using QofFhir.Service.Access;
using QofFhir.Service.Practices;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Attestations;

/// <summary><c>/practices/{ods}/attestations</c>: what a practice declares, for its next run. It names staff, so reading needs the key too.</summary>
internal static class AttestationEndpoints
{
    private const int LongestName = 200;

    public static void MapAttestations(this IEndpointRouteBuilder app)
    {
        var attestations = app.MapGroup("/practices/{ods}/attestations/{framework}").RequireAuthorization(Policies.StartRuns);
        attestations.MapGet("", All);
        attestations.MapGet("/{indicator}", One);
        attestations.MapPut("/{indicator}", Declare);
    }

    private static IResult All(string ods, string framework, PracticeList practices, RuleBook rules, AttestationStore store)
    {
        if (Find(ods, framework, practices, rules) is not { } found)
        {
            return NotHere();
        }

        var history = store.History(found.Practice, found.Framework.Id);
        var attested = found.Framework.Indicators.Where(i => i.Kind == IndicatorKind.Attestation);
        return Results.Json(new { attestations = attested.Select(i => Told(i, [.. history[i.Id]])) }, RunJson.Options);
    }

    private static IResult One(string ods, string framework, string indicator, PracticeList practices, RuleBook rules, AttestationStore store) =>
        Find(ods, framework, practices, rules) is not { } found ? NotHere()
            : Attested(found.Framework, indicator, out var refusal) is not { } attested ? refusal!
            : Results.Json(Told(attested, [.. store.History(found.Practice, found.Framework.Id)[attested.Id]]), RunJson.Options);

    private static IResult Declare(
        string ods, string framework, string indicator, DeclarationRequest request, PracticeList practices, RuleBook rules, AttestationStore store,
        TimeProvider clock)
    {
        if (Find(ods, framework, practices, rules) is not { } found)
        {
            return NotHere();
        }

        if (Attested(found.Framework, indicator, out var refusal) is not { } attested)
        {
            return refusal!;
        }

        var by = request.By?.Trim() ?? "";
        if (request.Declared is not ("yes" or "no") || by.Length is 0 or > LongestName || by.Any(char.IsControl))
        {
            return Results.Problem(
                $"Expected {{ \"declared\": \"yes\" or \"no\", \"by\": who declares it, at most {LongestName} signs }}.", statusCode: StatusCodes.Status400BadRequest);
        }

        store.Declare(found.Practice, found.Framework.Id, attested.Id, new Declaration(request.Declared == "yes", by, clock.GetUtcNow()));
        return One(ods, framework, indicator, practices, rules, store);
    }

    private static (string Practice, Framework Framework)? Find(string ods, string framework, PracticeList practices, RuleBook rules) =>
        practices.Find(ods) is { } practice && rules.Loaded?.Framework is { } loaded && loaded.Id == framework ? (practice.Ods, loaded) : null;

    private static IResult NotHere() =>
        Results.Problem("The practice is not configured here, or another framework is evaluated.", statusCode: StatusCodes.Status404NotFound);

    private static FrameworkIndicator? Attested(Framework framework, string id, out IResult? refusal)
    {
        var indicator = framework.Indicators.FirstOrDefault(i => i.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
        refusal = indicator is null ? Results.Problem("The framework has no such indicator.", statusCode: StatusCodes.Status404NotFound)
            : indicator.Kind != IndicatorKind.Attestation
                ? Results.Problem("The indicator is counted from records, not attested.", statusCode: StatusCodes.Status400BadRequest)
            : null;
        return refusal is null ? indicator : null;
    }

    private static object Told(FrameworkIndicator indicator, IReadOnlyList<Declaration> history) => new
    {
        indicator = indicator.Id,
        title = indicator.Title,
        points = indicator.Points,
        declared = history.Count == 0 ? "not declared" : Word(history[0].Declared),
        by = history.Count == 0 ? null : history[0].By,
        at = history.Count == 0 ? (DateTimeOffset?)null : history[0].At,
        history = history.Select(d => new { declared = Word(d.Declared), by = d.By, at = d.At }),
    };

    private static string Word(bool declared) => declared ? "yes" : "no";
}

/// <param name="Declared">yes or no.</param>
/// <param name="By">Who declares it.</param>
internal sealed record DeclarationRequest(string? Declared, string? By);
