using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;
using QofFhir.Core.Records;

namespace QofFhir.Core.Outlook;

/// <summary>Looks ahead for one patient after the other: where they stand now, at the year end, and until when what is open can be done.</summary>
internal sealed class PatientOutlooks
{
    private readonly PracticeRecords _records;
    private readonly DateOnly _today;
    private readonly string? _practice;
    private readonly ServiceDates _yearEnd;
    private readonly Prompter _prompter;
    private readonly PatientWalk _walk;
    private readonly PromptTable[] _tables;
    private readonly Dictionary<string, int> _clusters;

    public PatientOutlooks(Framework framework, PracticeRecords records, DateOnly today, string? practice)
    {
        (_records, _today, _practice) = (records, today, practice);
        _yearEnd = ServiceDates.Year(ServiceDates.Year(today).PaymentPeriodEnd) with { Known = today };
        _prompter = new Prompter(framework);
        _walk = new PatientWalk(framework.Plan, records);
        _tables = [.. framework.Indicators.Where(i => Prompter.AsksForCare(framework, i)).Select(i => new PromptTable(framework, i))];
        _clusters = framework.Plan.Clusters.Index().ToDictionary(c => c.Item.Name, c => c.Index, StringComparer.Ordinal);
    }

    /// <returns>Null when nothing is asked for the patient on either day.</returns>
    public PatientOutlook? Of(int patient)
    {
        var now = _prompter.Of(_records, patient, _today, _practice);
        var then = new Outcome?[_tables.Length];
        var open = new IReadOnlyList<OpenCare>[_tables.Length];
        if (_walk.Begin(patient, _practice, _yearEnd))
        {
            for (var i = 0; i < _tables.Length; i++)
            {
                then[i] = _tables[i].Year(_walk, out _);
                open[i] = then[i] is Outcome.Outstanding ? _tables[i].Open(_walk) : [];
            }
        }

        var care = new List<CareOutlook>();
        for (var i = 0; i < _tables.Length; i++)
        {
            var prompt = now.OnList ? now.Prompts[i] : null;
            if (then[i] is null or Outcome.Excluded && prompt?.State is null or PromptState.NotEvaluated or PromptState.NotInPopulation or PromptState.Excluded)
            {
                continue;
            }

            care.Add(new CareOutlook(_tables[i].Indicator, prompt?.State ?? PromptState.NotInPopulation, then[i], prompt?.NextDue)
            {
                Open = open[i] ?? [],
                InTimeTo = then[i] is Outcome.Outstanding ? LastDay(patient, _tables[i], open[i]) : prompt?.InTimeTo(_today),
            });
        }

        return care.Count == 0 ? null : new PatientOutlook(patient, care);
    }

    /// <summary>The last day on which the open care still settles what is asked; null when none does, from today on.</summary>
    private DateOnly? LastDay(int patient, PromptTable table, IReadOnlyList<OpenCare> open)
    {
        // Where what is open does not do it, all is tried anew: a new result may ask for more than the old one did.
        return open.Count == 0 || open.Any(o => o.Care.Count == 0)
            ? _yearEnd.AchievementDate
            : LastDay(patient, table, Clusters(open.SelectMany(o => o.Care))) ?? LastDay(patient, table, Clusters(table.Care));

        int[] Clusters(IEnumerable<Care> care) => [.. care.SelectMany(c => c.Clusters).Distinct().Where(_clusters.ContainsKey).Select(c => _clusters[c])];
    }

    private DateOnly? LastDay(int patient, PromptTable table, int[] clusters)
    {
        var end = _yearEnd.AchievementDate;
        if (Settles(end, end))
        {
            return end;
        }

        // Once, or again and again from a day on, as several doses are given: whichever does it today is tried on later days.
        var days = end.DayNumber - _today.DayNumber;
        return LastOf(d => Settles(d, d)) ?? LastOf(d => Settles(d, end));

        DateOnly? LastOf(Func<DateOnly, bool> settles) =>
            !settles(_today) ? null : Fewest.Of(days, k => !settles(_today.AddDays(k))) is { } late ? _today.AddDays(late - 1) : end;

        bool Settles(DateOnly from, DateOnly to)
        {
            _walk.Begin(patient, _practice, _yearEnd);
            _walk.SupposeAsWanted(clusters, from, to);
            return _walk.Achieves(table.Rows!);
        }
    }
}
