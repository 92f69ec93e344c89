using QofFhir.Core.Rules;

namespace QofFhir.Definitions.ValueSets;

/// <summary>Tells drug clusters from the others where a source does not say which is which.</summary>
internal static class ClusterClassRule
{
    // Namespace of the dm+d part of the UK edition: a reference set made there lists medicines and nothing else.
    private const string DrugExtension = "1000001";

    /// <summary>A drug cluster when its reference set belongs to the drug extension, or, without one, when its name ends in DRUG_COD.</summary>
    /// <remarks>The title is no guide: contraindications and refusals speak of drugs too.</remarks>
    public static ClusterClass Of(string name, string? refsetId)
    {
        var isDrug = refsetId is null
            ? name.EndsWith("DRUG_COD", StringComparison.Ordinal)
            : SnomedId.Namespace(refsetId) == DrugExtension;
        return isDrug ? ClusterClass.Drug : ClusterClass.Code;
    }
}
