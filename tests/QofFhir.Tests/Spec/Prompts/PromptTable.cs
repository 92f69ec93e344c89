using QofFhir.Core.Prompts;

namespace QofFhir.Tests.Spec.Prompts;

/// <summary>Patients drawn as a table of the spec, with what their prompts say today.</summary>
/// <remarks>An indicator's cell is <c>outstanding</c>, <c>due later DATE</c>, <c>achieved until DATE</c> or <c>achieved</c>, <c>excluded LABEL</c>, <c>not in population</c>, <c>not evaluated</c>, or <c>adjusted LABEL DATE, reason</c>, followed by <c>in time until DATE</c> and <c>in date until DATE</c> where they hold.</remarks>
internal static class PromptTable
{
    public static void Hold(string framework, string today, string table)
    {
        var spec = SpecTable.Of(framework, today, table);
        var rules = Rulebook.Framework(framework);
        var records = SpecPractice.Build(rules.Plan, spec.Patients);
        var prompter = new Prompter(rules with { Indicators = [.. rules.Indicators.Where(i => spec.Expectations.Any(e => e.Column == i.Id))] });
        var told = Enumerable.Range(0, records.PatientCount).SelectMany(
            p => prompter.Of(records, p, spec.AchievementDate).Prompts, (p, prompt) => (records.Patient(p).Id, prompt)).ToList();
        Assert.All(spec.Expectations, e => Assert.Equal(
            $"{e.Patient}: {e.Expected}", $"{e.Patient}: {Text(told.Single(t => t.Id == e.Patient && t.prompt.Indicator.Id == e.Column).prompt)}"));
    }

    public static string Text(Prompt prompt) => prompt.State switch
    {
        PromptState.OutstandingAdjusted => Text(prompt, prompt.Adjustment!),
        PromptState.Excluded => $"excluded {prompt.Outcome!.Row!.Label}",
        PromptState.DueLater => $"due later {prompt.NextDue:yyyy-MM-dd}",
        PromptState.Achieved => $"achieved{(prompt.NextDue is { } until ? $" until {until:yyyy-MM-dd}" : "")}",
        var state => LifeStory.Words(state.ToString()),
    };

    private static string Text(Prompt prompt, RecordedAdjustment adjustment) =>
        $"adjusted {adjustment.Label} {adjustment.On:yyyy-MM-dd}, {LifeStory.Words(adjustment.Reason.ToString())}"
        + (adjustment.InTimeUntil is { } inTime ? $", in time until {inTime:yyyy-MM-dd}" : "")
        + (prompt.NextDue is { } next ? $", in date until {next:yyyy-MM-dd}" : "");
}
