using QofFhir.Core.Cards;
using QofFhir.Service.Cds.Clients;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Cds.Snoozes;

/// <summary><c>POST /cds-services/snoozes</c>: a user puts prompts of a patient off, with a reason and not for long. Nothing else silences a prompt but the record.</summary>
internal static class SnoozeEndpoint
{
    private const int LongestId = 64;
    private const int LongestUser = 200;

    /// <param name="services">The group that lets known clients in.</param>
    public static void MapSnoozes(this IEndpointRouteBuilder services) => services.MapPost(CdsEndpoints.Path + "/snoozes", Take);

    private static IResult Take(SnoozeRequest? request, HttpContext context, ServicePlan plan, RuleBook rules, SnoozeStore store, TimeProvider clock, ILogger<SnoozeStore> log)
    {
        if (rules.Loaded is not { } loaded)
        {
            return Refusals.NotReady;
        }

        var faults = Faults(request, plan.Cds.SnoozeDays, loaded).ToList();
        if (faults.Count > 0)
        {
            return Results.Problem(string.Join(" ", faults), statusCode: StatusCodes.Status400BadRequest);
        }

        var back = plan.Today(clock).AddDays(request!.Days!.Value);
        var caller = context.Features.Get<Caller>()!;
        if (request.FhirServer is { } named && !caller.SpeaksFor(new Uri(named)))
        {
            return Results.Problem("fhirServer: it is not this client's.", statusCode: StatusCodes.Status403Forbidden);
        }

        string[] indicators = [.. (request.Indicators ?? [PromptName.All]).Distinct(StringComparer.Ordinal)];
        store.Keep(new Snooze(
            PatientSystem.Of(request.FhirServer is { } server ? new Uri(server) : null, caller), request.PatientId!, indicators, back, request.Reason!, request.UserId ?? caller.Name));
        log.LogInformation("Prompts were put off for a patient: {Count} of them, for {Days} days", indicators.Length, request.Days);
        return Results.Json(new { indicators, back });
    }

    private static IEnumerable<string> Faults(SnoozeRequest? request, int most, LoadedFramework rules)
    {
        if (request is null)
        {
            yield return "A JSON object was expected.";
            yield break;
        }

        if (request.PatientId is not { Length: > 0 and <= LongestId })
        {
            yield return "patientId: the patient's logical id was expected.";
        }

        if (request.FhirServer is { } server && !Uri.TryCreate(server, UriKind.Absolute, out _))
        {
            yield return "fhirServer: the address of a FHIR server was expected.";
        }

        if (request.Days is not { } days || days < 1 || days > most)
        {
            yield return $"days: a number from 1 to {most} was expected.";
        }

        if (!SnoozeReasons.Codes.Contains(request.Reason))
        {
            yield return $"reason: one of {string.Join(", ", SnoozeReasons.Codes)} was expected.";
        }

        if (request.UserId is { Length: > LongestUser })
        {
            yield return $"userId: at most {LongestUser} signs were expected.";
        }

        if (request.Indicators is { } named && (named.Length == 0 || named.Any(n => rules.Framework.Indicators.All(i => i.Id != n))))
        {
            yield return $"indicators: ids of {rules.Framework.Id} were expected, or none for all.";
        }
    }
}
