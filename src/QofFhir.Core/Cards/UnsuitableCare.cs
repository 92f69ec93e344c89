using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Cards;

/// <summary>Treatments that are recorded as unsuitable for the patient, whichever indicator asks for them.</summary>
internal static class UnsuitableCare
{
    /// <summary>By id of the care the prompt by whose adjustment it is unsuitable. A treatment that is unsuitable for one indicator is so for all, and so is any other that shares a code with it; a sample or a measurement is no treatment.</summary>
    public static IReadOnlyDictionary<string, Prompt> Of(PatientPrompts patient)
    {
        var found = new Dictionary<string, Prompt>(StringComparer.Ordinal);
        foreach (var prompt in patient.Prompts.Where(p => p.Adjustment?.Reason == AdjustmentReason.Unsuitable))
        {
            var care = prompt.Open.SelectMany(o => o.Care).Where(c => c.Sitting.Kind is not (CareKind.Test or CareKind.Measurement)).Distinct().ToList();
            var codes = care.SelectMany(Clusters).SelectMany(c => c.Codes).ToHashSet(StringComparer.Ordinal);
            var alike = care.Count == 0 ? [] : patient.Framework.Care.Where(c => Clusters(c).Any(k => k.Codes.Overlaps(codes)));
            foreach (var one in care.Concat(alike))
            {
                found.TryAdd(one.Id, prompt);
            }
        }

        return found;

        IEnumerable<Cluster> Clusters(Care of) => patient.Framework.Plan.Clusters.Where(c => of.Clusters.Contains(c.Name));
    }
}
