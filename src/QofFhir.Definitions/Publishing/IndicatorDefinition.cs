using System.Text;
using QofFhir.Core.Rules;
using QofFhir.Definitions.ValueSets;

namespace QofFhir.Definitions.Publishing;

/// <summary>The definition of one indicator as CQL, without the version that only all frameworks together can tell.</summary>
/// <param name="Text">Everything below the line that names the library.</param>
internal sealed record IndicatorDefinition(IndicatorRule Rule, string Text, IReadOnlyList<string> ValueSets)
{
    public const string Period = "Measurement Period";
    public const string AchievementDate = "Achievement Date";
    public const string RegistrationsRecorded = "Registrations Recorded";

    private string Name => "QOF_" + string.Concat(Rule.Id.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    public static IndicatorDefinition Of(EvaluationPlan plan, IndicatorRule rule)
    {
        var script = new CqlScript(plan);
        var table = new OutcomeCql(script, rule).Write();
        var text = new StringBuilder()
            .Append("// ").Append(CqlScript.OneLine($"{rule.Id}: {rule.Title}")).Append('\n')
            .Append("// ").Append(CqlScript.Said(rule.Source)).Append('\n')
            .Append(string.Concat(script.Rulesets.Select(r => $"// {r.Key}: {CqlScript.Said(r.Value)}\n"))).Append('\n')
            .Append("using FHIR version '4.0.1'\n\n")
            .Append("include ").Append(RecordsLibrary.Name).Append(" version '").Append(RecordsLibrary.Library.Version).Append("' called Records\n\n");
        foreach (var name in script.ValueSets)
        {
            text.Append("valueset ").Append(CqlScript.Quoted(name)).Append(": '").Append(ValueSetTerms.ValueSet).Append(name).Append("'\n");
        }

        text.Append(script.ValueSets.Count > 0 ? "\n" : "").Append(Head).Append(script.Definitions).Append(table);
        return new IndicatorDefinition(rule, text.ToString(), script.ValueSets);
    }

    public CqlLibrary Library(string version) => new(
        $"{Name.Replace('_', '-')}-{version}", Name, version, $"library {Name} version '{version}'\n\n{Text}",
        [RecordsLibrary.Name], ValueSets, [Period, AchievementDate, RegistrationsRecorded])
    {
        Indicator = Rule.Id,
    };

    private const string Head = $"""
        // The payment year, both ends inside
        parameter "{Period}" Interval<DateTime>

        // Nothing dated after this day counts; null: the end of the payment year
        parameter "{AchievementDate}" Date default null

        // False where the source holds no registration of any patient: everyone then counts as registered since birth
        parameter "{RegistrationsRecorded}" Boolean default true

        context Patient

        define "PPSD":
          date from start of "{Period}"

        define "PPED":
          date from end of "{Period}"

        define "ACHV_DAT":
          Coalesce("{AchievementDate}", "PPED")

        define "BIRTH_DAT":
          Records.BirthDate(Patient)

        define "PAT_AGE":
          Records.AgeOn("BIRTH_DAT", "ACHV_DAT")

        // Null when the patient is not on the list
        define "REG_DAT":
          Records.RegisteredOn("ACHV_DAT", Patient, [EpisodeOfCare], [Group], "{RegistrationsRecorded}")


        """;
}
