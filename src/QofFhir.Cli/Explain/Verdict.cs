using QofFhir.Cli.Output;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.Cli.Explain;

/// <summary>What an outcome means, in the words that a practice uses: payment and care apart, and the two dates.</summary>
internal static class Verdict
{
    public static string Outcome(Outcome outcome) => outcome switch
    {
        Core.Evaluation.Outcome.OnRegister => "On the register",
        Core.Evaluation.Outcome.Excluded e => $"Excluded by {RowName(e.By)}",
        Core.Evaluation.Outcome.Achieved => "Achieved",
        Core.Evaluation.Outcome.Adjusted a => $"Adjusted by {RowName(a.By)}: {Words.Sentence(a.Reason)}",
        Core.Evaluation.Outcome.Outstanding { By: { } row } => $"Outstanding by {RowName(row)}",
        _ => "Outstanding: no row fits",
    };

    public static string Payment(Outcome outcome) => outcome switch
    {
        Core.Evaluation.Outcome.OnRegister => "counts in the size of the register",
        Core.Evaluation.Outcome.Excluded => "not in the denominator: this indicator does not ask for this patient",
        Core.Evaluation.Outcome.Achieved => "in the numerator and the denominator",
        Core.Evaluation.Outcome.Adjusted => "clears the payment side: not in the denominator, does not count against the practice",
        _ => "in the denominator and not in the numerator: counts against the practice",
    };

    public static string Care(Outcome outcome) => outcome switch
    {
        Core.Evaluation.Outcome.OnRegister => "the register asks for no care by itself",
        Core.Evaluation.Outcome.Excluded => "not owed under this indicator",
        Core.Evaluation.Outcome.Achieved => "done for this year",
        Core.Evaluation.Outcome.Adjusted => "still owed: the adjustment does not do the care",
        _ => "owed",
    };

    public static string Year(Outcome outcome, ServiceDates dates) => outcome switch
    {
        Core.Evaluation.Outcome.OnRegister or Core.Evaluation.Outcome.Excluded => "no",
        _ when outcome.CareOutstanding => $"yes, by {Words.LongDay(dates.PaymentPeriodEnd)}",
        _ => $"no, done for the year to {Words.LongDay(dates.PaymentPeriodEnd)}",
    };

    public static string Clinically(ClinicalState state, DateOnly on) => state switch
    {
        { Due: ClinicallyDue.NotApplicable } => "not applicable",
        { Due: ClinicallyDue.Due } => $"due on {Words.LongDay(on)}",
        { LapsesOn: { } day, Leaves: true } => $"up to date; leaves this indicator on {Words.LongDay(day)}",
        { LapsesOn: { } day } => $"up to date; lapses on {Words.LongDay(day)}",
        _ => "up to date; nothing makes it lapse",
    };

    private static string RowName(Row row) => row.Rule is { } rule ? $"{row.Name} (rule {rule})" : row.Label is null ? $"the {row.Name} row" : row.Name;
}
