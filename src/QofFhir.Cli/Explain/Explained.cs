using QofFhir.Cli.Output;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Cli.Explain;

/// <summary>One patient's walk with what it was walked by.</summary>
internal sealed record Explained(Patient Patient, Framework Framework, FrameworkIndicator Indicator, ServiceDates Dates, Explanation Walk)
{
    private IReadOnlyList<Row> Rows => Framework.Plan.Indicators[Indicator.Rule!.Value] is IndicatorRule.Fraction f ? f.Rows : [];

    /// <summary>What a condition asks of the patient rather than of events: age, sex, birth and registration.</summary>
    public IEnumerable<FieldValue> FactsIn(string condition)
    {
        var source = new[] { $"Patient/{Patient.Id}" };
        if (Asks("PAT_AGE"))
        {
            var age = CompletedYears(Patient.Born, Dates.AchievementDate);
            yield return new FieldValue("PAT_AGE", "completed years on ACHV_DAT", null, $"{age}, born {Words.Day(Patient.Born)}", source);
        }

        if (Asks("BIRTH_DAT"))
        {
            yield return new FieldValue("BIRTH_DAT", "", Patient.Born, null, source);
        }

        if (Asks("PAT_SEX"))
        {
            yield return new FieldValue("PAT_SEX", "", null, Patient.Sex == Sex.NotKnown ? "not known" : Patient.Sex.ToString().ToLowerInvariant(), source);
        }

        if (Asks("REG_DAT"))
        {
            yield return new FieldValue("REG_DAT", "the registration that holds on ACHV_DAT", Walk.Registered, null, []);
        }

        bool Asks(string name) => condition.Split([' ', '(', ')', ',']).Contains(name, StringComparer.Ordinal);
    }

    /// <summary>The rows walked, each with its rule.</summary>
    public IEnumerable<(Row Rule, WalkedRow Walked)> WalkedRows => Rows.Zip(Walk.Rows);

    /// <summary>Rows below the one that decided: nobody asked them.</summary>
    public int RowsNotReached => Walk.Outcome is null ? 0 : Rows.Count - Walk.Rows.Count;

    private static int CompletedYears(DateOnly born, DateOnly on) =>
        on.Year - born.Year - ((on.Month, on.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);
}
