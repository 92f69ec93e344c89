using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;

namespace QofFhir.Tests.Spec;

/// <summary>What the product makes of a table's patients, in the words of the table.</summary>
internal sealed class SpecVerdict
{
    private readonly Dictionary<(string Patient, string Column), string> _cells = [];
    private readonly HashSet<string> _columns = [];

    public SpecVerdict(Framework framework, PracticeRecords records, DateOnly achievementDate, bool clinical)
    {
        var result = Qof.Evaluate(framework, records, ServiceDates.Year(achievementDate));
        foreach (var indicator in result.Reported.Where(i => i.Counts is not null))
        {
            _columns.Add(indicator.Indicator.Id);
            foreach (var (patient, outcome) in indicator.Outcomes.Select(o => (o.Patient, o.Outcome)))
            {
                _cells[(records.Patient(patient).Id, indicator.Indicator.Id)] = Text(outcome);
            }
        }

        if (!clinical)
        {
            return;
        }

        foreach (var (indicator, states) in result.Indicators.Zip(Qof.Clinical(result, records)))
        {
            _columns.Add(indicator.Indicator.Id + " due");
            foreach (var (outcome, state) in indicator.Outcomes.Zip(states))
            {
                _cells[(records.Patient(outcome.Patient).Id, indicator.Indicator.Id + " due")] = Text(state);
            }
        }
    }

    /// <exception cref="InvalidOperationException">The framework has no such indicator or register, or could not evaluate it.</exception>
    public string Cell(string patient, string column) =>
        _columns.Contains(column) ? _cells.GetValueOrDefault((patient, column), "-")
            : throw new InvalidOperationException($"{column} is no evaluated indicator or register of the framework");

    public static string Text(Outcome outcome) => outcome switch
    {
        Outcome.Excluded or Outcome.Adjusted => $"{outcome.Name} {outcome.Row!.Label}",
        _ => outcome.Name,
    };

    public static string Text(ClinicalState state) => state switch
    {
        { Due: ClinicallyDue.NotApplicable } => "-",
        { Due: ClinicallyDue.Due } => "due",
        { LapsesOn: null } => "for good",
        _ => $"{(state.Leaves ? "leaves" : "until")} {state.LapsesOn:yyyy-MM-dd}",
    };
}
