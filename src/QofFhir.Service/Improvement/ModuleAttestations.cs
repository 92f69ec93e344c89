using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Improvement;
using QofFhir.Service.Attestations;

namespace QofFhir.Service.Improvement;

/// <summary>What counts of attested indicators in a run that begins now: where a plan of a module is declared, what the plan comes to; else what the practice said.</summary>
internal sealed class ModuleAttestations(AttestationStore said, ModuleBook modules, PlanStore plans, PlanPlace place)
{
    /// <param name="on">Its service year is that of the plan.</param>
    public IReadOnlyList<Attestation> Of(string practice, Framework framework, DateOnly on)
    {
        var year = ServiceDates.Year(on).PaymentPeriodStart.Year;
        var planned = modules.All
            .Where(m => m.Indicators.Any(i => framework.Indicators.Any(f => f.Id == i.Id)) && m.Years.Contains(framework.YearStart))
            .SelectMany(m => PlanReview.Of(m, plans.Read(new PlanKey(practice, m.Id, year)).Plan, place.Today).Attestations)
            .Where(a => framework.Indicators.Any(f => f.Id == a.Indicator))
            .ToDictionary(a => a.Indicator, StringComparer.Ordinal);
        return [.. planned.Values, .. said.Latest(practice, framework.Id).Where(a => !planned.ContainsKey(a.Indicator))];
    }
}
