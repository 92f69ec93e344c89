using System.Globalization;
using QofFhir.Core.Achievement;
using QofFhir.Core.Prompts;
using QofFhir.Core.Recall;

namespace QofFhir.Service.Recall;

/// <summary>What a worklist is asked for by the address; none of it names a patient.</summary>
internal static class WorklistQuery
{
    private static readonly string[] Known = ["framework", "by", "birthMonth", "indicator", "sitting", "state", "horizon", "decided", "lines"];

    /// <summary>All that is wrong is told.</summary>
    public static RecallQuestion Read(IQueryCollection query, Framework framework, DateOnly today, List<string> mistakes)
    {
        mistakes.AddRange(query.Keys.Except(Known, StringComparer.Ordinal).Select(k => $"{Short(k)}: there is no such parameter; there are {string.Join(", ", Known)}."));
        var by = One("by") is not { } order ? RecallOrder.BirthMonth : Of(RecallWords.Orders.Select(o => (o.Name, o.Order)), "by", order);
        var months = All("birthMonth").Select(m => int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? month : Wrong<int>("birthMonth: 1 to 12 was expected.")).ToArray();
        var indicators = All("indicator").ToArray();
        if (indicators.Any(id => !framework.Indicators.Any(i => i.Id == id && i.Kind == IndicatorKind.Fraction)))
        {
            mistakes.Add($"indicator: ids of {framework.Id} that ask for care were expected.");
        }

        var sitting = One("sitting");
        if (sitting is not null && !framework.Care.Any(c => c.Sitting.Id == sitting))
        {
            mistakes.Add($"sitting: one of {string.Join(", ", framework.Care.Select(c => c.Sitting.Id).Distinct())} was expected.");
        }

        PromptState[] states = [.. All("state").Select(s => Of(RecallWords.States, "state", s))];
        var horizon = RecallQuestion.UsualHorizon;
        if (One("horizon") is { } days && (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out horizon) || horizon > RecallQuestion.LongestHorizon))
        {
            mistakes.Add($"horizon: a number of days from 0 to {RecallQuestion.LongestHorizon} was expected.");
        }

        if (One("decided") is not (null or "shown" or "left-out"))
        {
            mistakes.Add("decided: shown or left-out was expected.");
        }

        if (One("lines") is not (null or "patient" or "sitting" or "indicator"))
        {
            mistakes.Add("lines: patient, sitting or indicator was expected.");
        }

        return new RecallQuestion(today)
        {
            By = by,
            Horizon = horizon,
            Indicators = indicators.Length > 0 ? indicators : null,
            BirthMonths = months.Length > 0 ? months : null,
            Sitting = sitting,
            States = states.Length > 0 ? states : null,
        };

        string? One(string name) => query[name].Count switch
        {
            0 => null,
            1 => query[name][0],
            _ => Wrong<string?>($"{name}: one was expected."),
        };

        IEnumerable<string> All(string name) =>
            query[name].SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

        T Of<T>(IEnumerable<(string Name, T Value)> among, string name, string word)
        {
            var found = among.Where(a => a.Name == word).Take(1).ToArray();
            return found.Length > 0 ? found[0].Value : Wrong<T>($"{name}: one of {string.Join(", ", among.Select(a => a.Name))} was expected.");
        }

        T Wrong<T>(string text)
        {
            mistakes.Add(text);
            return default!;
        }
    }

    private static string Short(string name) => name.Length <= 40 ? name : name[..40];
}
