using System.Globalization;

namespace QofFhir.Core.Improvement;

/// <summary>Looks at each entry of a plan on its own and beside those that it rests on.</summary>
internal sealed class EntryCheck(ImprovementModule module, ImprovementPlan plan, DateOnly today)
{
    public const string OdsCode = "3 to 10 capitals and digits";

    private const string Something = "something";
    private readonly List<PlanProblem> _problems = [];
    private readonly HashSet<string> _measures = [.. PlanCheck.MeasuresOf(module).Select(m => m.Id)];

    /// <summary>Work on a module may begin in the year before its service year, not earlier.</summary>
    private DateOnly Earliest => plan.YearStart.Year > 1 ? plan.YearStart.AddYears(-1) : plan.YearStart;

    public static bool IsOdsCode(string code) => code is { Length: >= 3 and <= 10 } && code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    public IReadOnlyList<PlanProblem> All()
    {
        Measurements(plan.Baselines, b => b.Measure, "the measure has a baseline already", "one baseline a measure");
        Measurements(plan.Measurements, m => (m.Measure, m.On), "the measure was counted on this day already", "one measurement a measure and day");
        Objectives();
        Cycles();
        Meetings();
        Answers();
        Attested();
        if (plan.Declaration is { } declaration)
        {
            Person(declaration, declaration.By);
            Done(declaration, "on", declaration.On);
        }

        return _problems;
    }

    private void Measurements<T>(IReadOnlyList<Measurement> measurements, Func<Measurement, T> same, string what, string expected)
    {
        var seen = new HashSet<T>();
        foreach (var counted in measurements)
        {
            Must(_measures.Contains(counted.Measure), counted, "measure", "it is no measure of the module", Known(_measures));
            Must(seen.Add(same(counted)), counted, "measure", what, expected);
            Must(counted.Denominator >= 0, counted, "denominator", "it is negative", "0 or more");
            Must(counted.Denominator <= PlanLimits.LargestCount, counted, "denominator", "it is too large", $"at most {PlanLimits.LargestCount}");
            Must(counted.Numerator >= 0, counted, "numerator", "it is negative", "0 or more");
            Must(counted.Numerator <= counted.Denominator, counted, "numerator", "it is larger than the denominator", $"at most {counted.Denominator}");
            Done(counted, "on", counted.On);
            Length(counted, "measuredFrom", counted.MeasuredFrom, PlanLimits.LongestName);
            Length(counted, "rules", counted.Rules, PlanLimits.LongestName);
        }
    }

    private void Objectives()
    {
        foreach (var objective in plan.Objectives)
        {
            Must(_measures.Contains(objective.Measure), objective, "measure", "it is no measure of the module", Known(_measures));
            Must(objective.Target is >= 0 and <= 100, objective, "target", "it is no percentage", "0 to 100");
            Must(Enum.IsDefined(objective.Direction), objective, "direction", "it is no direction", "higher or lower");
            Done(objective, "setOn", objective.SetOn);
            Must(objective.By >= objective.SetOn, objective, "by", "it lies before the day on which the objective was set", $"{objective.SetOn:yyyy-MM-dd} or later");
            if (plan.BaselineOf(objective.Measure) is { } baseline)
            {
                Must(objective.SetOn >= baseline.On, objective, "setOn", "it lies before the baseline", $"{baseline.On:yyyy-MM-dd} or later");
            }
            else
            {
                Must(!_measures.Contains(objective.Measure), objective, "measure", "it has no baseline yet", "a baseline first");
            }

            Length(objective, "text", objective.Text, PlanLimits.LongestText);
        }
    }

    private void Cycles()
    {
        var measurements = plan.Measurements.GroupBy(m => m.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var cycle in plan.Cycles)
        {
            Must(!string.IsNullOrWhiteSpace(cycle.Aim), cycle, "aim", "it is empty", Something);
            Done(cycle, "started", cycle.Started);
            if (cycle.Ended is { } ended)
            {
                Must(ended >= cycle.Started, cycle, "ended", "it lies before the cycle began", $"{cycle.Started:yyyy-MM-dd} or later");
                Done(cycle, "ended", ended);
            }

            (string Field, string Text)[] texts =
                [("aim", cycle.Aim), ("change", cycle.Change), ("plan", cycle.Plan), ("do", cycle.Do), ("study", cycle.Study), ("act", cycle.Act)];
            foreach (var (field, text) in texts)
            {
                Length(cycle, field, text, PlanLimits.LongestText);
            }

            Must(cycle.Results.Count <= PlanLimits.LongestList, cycle, "results", "there are too many", $"at most {PlanLimits.LongestList}");
            foreach (var result in cycle.Results.Select(measurements.GetValueOrDefault))
            {
                Must(result is not null, cycle, "results", "one is no measurement of the plan", "identifiers of measurements");
                Must(result is null || result.On >= cycle.Started, cycle, "results", "one was counted before the cycle began", $"{cycle.Started:yyyy-MM-dd} or later");
            }
        }
    }

    private void Meetings()
    {
        var seen = new HashSet<(string, DateOnly)>();
        foreach (var meeting in plan.Meetings)
        {
            Done(meeting, "on", meeting.On);
            Must(IsOdsCode(meeting.Network), meeting, "network", "it is no ODS code", OdsCode);
            Must(seen.Add((meeting.Network, meeting.On)), meeting, "on", "this meeting of the network is in the plan already", "one entry a meeting");
            Must(meeting.Attendees.Count > 0, meeting, "attendees", "nobody was there", "the organisations that were there");
            Must(meeting.Attendees.Count <= PlanLimits.LongestList, meeting, "attendees", "there are too many", $"at most {PlanLimits.LongestList}");
            Must(meeting.Attendees.All(IsOdsCode), meeting, "attendees", "one is no ODS code", OdsCode);
            Must(meeting.Attendees.Distinct(StringComparer.Ordinal).Count() == meeting.Attendees.Count, meeting, "attendees", "one stands twice", "each once");
            Length(meeting, "learning", meeting.Learning, PlanLimits.LongestText);
        }
    }

    private void Answers()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var answer in plan.Answers)
        {
            var field = module.Template.FirstOrDefault(f => f.Id == answer.Field);
            Must(field is not null, answer, "field", "it is no field of the template", Known(module.Template.Select(f => f.Id)));
            Must(seen.Add(answer.Field), answer, "field", "it is answered already", "one answer a field");
            Length(answer, "value", answer.Value, PlanLimits.LongestText);
            var (fits, expected) = field?.Type switch
            {
                EvidenceType.Date => (DateOnly.TryParseExact(answer.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "a day such as 2026-11-30"),
                EvidenceType.Number => (decimal.TryParse(answer.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _), "a number such as 12.5"),
                EvidenceType.YesNo => (answer.Value is "yes" or "no", "yes or no"),
                _ => (true, ""),
            };
            Must(fits, answer, "value", "it does not fit the field", expected);
        }
    }

    private void Attested()
    {
        string[] known = [.. module.Requirements.Where(r => r.Kind == RequirementKind.Attested).Select(r => r.Id)];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attested in plan.Attested)
        {
            Must(known.Contains(attested.Requirement), attested, "requirement", "it is no requirement that can be attested", Known(known));
            Must(seen.Add(attested.Requirement), attested, "requirement", "it is attested already", "once");
            Person(attested, attested.By);
            Done(attested, "on", attested.On);
        }
    }

    private void Person(PlanEntry entry, string by)
    {
        Must(!string.IsNullOrWhiteSpace(by), entry, "by", "nobody is named", "who said it");
        Length(entry, "by", by, PlanLimits.LongestName);
    }

    private void Done(PlanEntry entry, string field, DateOnly on)
    {
        Must(on <= today, entry, field, "it lies in the future", $"{today:yyyy-MM-dd} or earlier");
        Must(on >= Earliest, entry, field, "it lies long before the service year", $"{Earliest:yyyy-MM-dd} or later");
    }

    private void Length(PlanEntry entry, string field, string text, int longest) =>
        Must(text.Length <= longest, entry, field, $"{text.Length} signs", $"at most {longest}");

    private void Must(bool holds, PlanEntry entry, string field, string what, string expected)
    {
        if (!holds)
        {
            _problems.Add(new(entry.Id, $"{PlanCheck.KindOf(plan, entry)}/{entry.Id}.{field}", what, expected));
        }
    }

    private static string Known(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal)) is { Length: > 0 } all ? all : "there is none";
}
