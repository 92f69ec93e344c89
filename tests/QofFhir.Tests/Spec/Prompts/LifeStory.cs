using System.Text.RegularExpressions;
using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Spec.Prompts;

/// <summary>Lives in the words of their table: one line each, from the first day to what comes after the care lapses.</summary>
internal sealed partial class LifeStory(LifeCase lives)
{
    private static readonly string[] Columns =
        ["indicator", "adjustment", "reason", "outstanding", "adjusted by", "treated by", "until", "the day before", "then"];

    private static readonly string[] Head =
    [
        "# Every personalised care adjustment of the year, walked through its life. LifeTests holds it; see there how to write it anew.",
        "# outstanding: the day on which the care is asked for and nothing is adjusted; none for someone new. adjusted by, treated by: the day, and what was recorded for it; an entry of an earlier day has its own.",
        "# until: the first day on which the care is not in date any more, or the patient leaves. then: what a prompt says on that day; ten years on where the care is done for good.",
    ];

    /// <summary>The heading and a line for each life, the cells of a column below each other.</summary>
    public string[] Lines()
    {
        string[][] cells = [Columns, .. lives.Lives.Select(Cells)];
        var widths = Columns.Select((_, c) => cells.Max(line => line[c].Length)).ToArray();
        return [.. Head, .. cells.Select(line => string.Join(" | ", line.Select((cell, c) => cell.PadRight(widths[c]))).TrimEnd())];
    }

    public static string Text(Prompt prompt) => prompt.State switch
    {
        PromptState.Excluded => $"excluded {prompt.Outcome!.Row!.Label}",
        PromptState.OutstandingAdjusted => $"adjusted {prompt.Adjustment!.Label}{(prompt.NextDue is null ? "" : ", in date")}",
        var state => Words(state.ToString()),
    };

    private string[] Cells(Life life)
    {
        var until = lives.Until(life);
        return
        [
            life.Indicator, life.Row.Label!, Words(life.Row.Reason!.Value.ToString()), life.Seen is { } seen ? $"{seen:yyyy-MM-dd}" : "-",
            Adjusted(life),
            life.Treated is { } treated ? $"{treated:yyyy-MM-dd} {Recorded(life, treated)}" : "-",
            until is { } lapses ? $"{lapses:yyyy-MM-dd}" : life.Treated is null ? "-" : "for good",
            until is { } day ? Text(lives.On(life, day.AddDays(-1))) : "-",
            life.Treated is null ? "-" : Text(lives.On(life, until ?? life.Treated.Value.AddYears(10))),
        ];
    }

    private string Adjusted(Life life)
    {
        var adjustment = lives.On(life, life.Adjusted).Adjustment!;
        return !Life.IsNew(life.Row) ? $"{life.Adjusted:yyyy-MM-dd} {Recorded(life, life.Adjusted)}"
            : $"{adjustment.On:yyyy-MM-dd}{(adjustment.InTimeUntil is { } inTime ? $", in time until {inTime:yyyy-MM-dd}" : "")}";
    }

    /// <summary>What a step added; an entry of an earlier day has its day.</summary>
    private string Recorded(Life life, DateOnly step) => string.Join(", ", life.Draft.Events
        .Where(e => life.StepOf(e.Day) == step)
        .Select(e => $"{Name(life, e.Key)} {e.Value}{(e.IsPressure ? $"{e.Systolic}/{e.Diastolic}" : "")} {(e.Day == step.DayNumber ? "" : $"{DateOnly.FromDayNumber(e.Day):yyyy-MM-dd}")}")
        .Select(t => string.Join(' ', t.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Order(StringComparer.Ordinal));

    /// <summary>The cluster that the code stands for: of those that the indicator asks, the one with the fewest codes.</summary>
    private string Name(Life life, string code)
    {
        var (framework, plan) = (lives.Framework, lives.Framework.Plan);
        var asked = AskedFields.Of(plan, framework.Rule(framework.Indicators.Single(i => i.Id == life.Indicator))).Fields
            .SelectMany(f => plan.Fields[f] switch { FieldRule.Select s => s.Filter.Clusters, FieldRule.Count c => c.Filter.Clusters, _ => [] });
        return asked.Distinct().Select(c => Rulebook.Framework(framework.Id).Plan.Clusters[c]).Where(c => c.Codes.Contains(code))
            .OrderBy(c => c.Codes.Count).ThenBy(c => c.Name, StringComparer.Ordinal).First().Name[..^"_COD".Length];
    }

    /// <summary>A name as words.</summary>
    public static string Words(string name) => Capital().Replace(name, " $0").TrimStart().ToLowerInvariant();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
