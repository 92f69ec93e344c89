using QofFhir.Core.Improvement;

namespace QofFhir.Fhir.Writing.Improvement;

/// <summary>How the definitions of a module are named. Their version is that of its measures' rules.</summary>
/// <param name="Id">The FHIR id that its PlanDefinition and its Questionnaire share, such as <c>qi-prescribing-safety</c>.</param>
public sealed record ModuleIdentity(string Id, string Version)
{
    private const int LongestId = 64;

    /// <exception cref="ArgumentException">The module's identifier is too long for the FHIR ids that are made of it.</exception>
    public static ModuleIdentity Of(ImprovementModule module)
    {
        ArgumentNullException.ThrowIfNull(module);
        var longest = module.Requirements.Select(r => r.Id).Concat(module.Indicators.Select(i => i.Id)).Select(id => id.Length).DefaultIfEmpty(0).Max();
        return $"{module.Id}-completion-".Length + longest > LongestId
            ? throw new ArgumentException("The module's identifier is too long.", nameof(module))
            : new ModuleIdentity("qi-" + module.Id, module.Measures?.Rules ?? "1");
    }

    public string PlanUrl => Canonicals.Ours + "fhir/PlanDefinition/" + Id;

    public string QuestionnaireUrl => Canonicals.Ours + "fhir/Questionnaire/" + Id;

    internal string VersionedPlan => $"{PlanUrl}|{Version}";

    internal string VersionedQuestionnaire => $"{QuestionnaireUrl}|{Version}";
}
