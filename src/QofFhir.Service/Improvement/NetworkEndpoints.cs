using System.Buffers;
using System.Text.Json;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Disclosure;
using QofFhir.Core.Improvement;
using QofFhir.Core.Improvement.Networks;
using QofFhir.Fhir.Writing.Improvement;
using QofFhir.Fhir.Writing.Rollups;
using QofFhir.Service.Access;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Improvement;

/// <summary><c>/qi/networks</c>: what the practices of a network did together. A practice is of the network when its plan has a meeting of it.</summary>
internal static class NetworkEndpoints
{
    public static void MapNetworks(this IEndpointRouteBuilder app)
    {
        var networks = app.MapGroup("/qi/networks/{network}/{module}/{year:int}");
        networks.MapGet("", Progress).RequireAuthorization(Policies.StartRuns);
        networks.MapGet("/reports", Reports);
    }

    private static IResult Progress(string network, string module, int year, NetworkPlans plans) => plans.Of(network, module, year) is { } found
        ? Results.Json(PlanJson.Of(found.Progress, found.Module, year, found.Today), RunJson.Options)
        : PlanPlace.NotHere("There is no such module, or no plan here has a meeting of this network.");

    /// <summary>Collective counts as others may see them: rounded, and none where few practices or patients would show.</summary>
    private static IResult Reports(string network, string module, int year, NetworkPlans plans, ServicePlan plan, TimeProvider clock)
    {
        if (plans.Of(network, module, year) is not { } found)
        {
            return PlanPlace.NotHere("There is no such module, or no plan here has a meeting of this network.");
        }

        var writer = new RollupReportWriter(plan.Realm);
        var organisation = new Organisation(network.ToUpperInvariant(), OrganisationKind.Pcn, network.ToUpperInvariant());
        RollupReport[] reports = [.. found.Progress.Measures.Select(m => CollectiveReport.Of(
            found.Module, found.Progress, m.Measure, DisclosurePolicy.Suppress, () => false, organisation, new DateOnly(year, 4, 1), found.Today, plan.Sample)).OfType<RollupReport>()];
        return FhirAnswer.Resource(output =>
        {
            using var json = new Utf8JsonWriter(output);
            json.WriteStartObject();
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", "collection");
            if (reports.Length > 0)
            {
                json.WriteStartArray("entry");
                foreach (var report in reports)
                {
                    var written = new ArrayBufferWriter<byte>();
                    writer.Write(written, report, clock.GetUtcNow());
                    json.WriteStartObject();
                    json.WritePropertyName("resource");
                    json.WriteRawValue(written.WrittenSpan);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        });
    }
}

/// <summary>The plans of a network's practices.</summary>
internal sealed class NetworkPlans(PracticeList practices, PlanPlace place, PlanStore store)
{
    /// <returns>Null without module or practice.</returns>
    public NetworkFound? Of(string network, string module, int year)
    {
        var code = network.ToUpperInvariant();
        var at = practices.All.Select(p => place.Find(p.Ods, module, year, out _)).OfType<PlanAt>().ToArray();
        ImprovementPlan[] plans = [.. at.Select(a => store.Read(a.Key).Plan).Where(p => p.Meetings.Any(m => m.Network == code))];
        return plans.Length == 0 ? null : new NetworkFound(at[0].Module.Module, NetworkProgress.Of(code, at[0].Module.Module, plans, place.Today), place.Today);
    }
}

internal sealed record NetworkFound(ImprovementModule Module, NetworkProgress Progress, DateOnly Today);
