using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;
using QofFhir.Core.Recall;
using QofFhir.Core.Records;
using QofFhir.Tests.SampleGp.Edges;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Core.Recall;

/// <summary>What is told of invitations holds by the rules themselves: for every row of every framework, with patients from both sides of its edges.</summary>
public sealed class InvitationRowTests
{
    /// <summary>Rows of another shape, each with its reason. A new one is noticed here.</summary>
    private static readonly string[] NotUnderstood =
    [
        "CSPCAINV: one code says that there was no answer to three invitations",
    ];

    /// <summary>Of a row, on a day: more of them show no more edges.</summary>
    private const int MostOfRow = 12;

    public static TheoryData<string> Frameworks { get; } = [.. Rulebook.FrameworkIds];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void The_row_adjusts_with_the_invitations_told_and_not_with_the_last_one_a_day_earlier(string id)
    {
        var made = EdgeCase.Of(id);
        var (framework, all) = (Invited(made.Framework), made.Practice.Records);
        var prompters = framework.Indicators.ToDictionary(i => i.Id, i => new Prompter(framework with { Indicators = [i] }));
        var proven = new HashSet<string>();
        foreach (var months in new[] { 2, 10 })
        {
            var today = framework.YearStart.AddMonths(months).AddDays(14);
            var known = KnownOn(all, today);
            var worklist = Qof.Worklist(framework, known, new RecallQuestion(today) { Horizon = 400 });
            var cases = new Cases(framework, known);
            var open = worklist.Patients.SelectMany(p => p.Items, (p, i) => (p.Place, Item: i)).Where(c => c.Item.Invitations is { State: InvitationState.Open });
            foreach (var (patient, item) in open.GroupBy(c => (c.Item.Prompt.Indicator.Id, c.Item.Invitations!.Label)).SelectMany(g => g.Take(MostOfRow)))
            {
                var told = item.Invitations!;
                Assert.True(told.Missing.Count > 0 && told.Counted.Count + told.Missing.Count == told.Asked, $"{id} {told.Label}");
                DateOnly[] days = Sent(told.Missing, today);
                cases.Add(patient, item, days, true, "on the days told");
                cases.Add(patient, item, [.. days[..^1], told.Missing[^1].CountsFrom.AddDays(-1)], false, "the last one a day earlier");
                cases.Add(patient, item, [.. told.Missing.Select(m => m.By)], null, "on the last days");
                if (told.Missing[^1].By < ServiceDates.Year(today).PaymentPeriodEnd)
                {
                    cases.Add(patient, item, [.. days[..^1], told.Missing[^1].By.AddDays(1)], false, "the last one too late");
                }
            }

            Assert.Empty(cases.Wrong(prompters, today, proven));
        }

        var rows = InvitationRule.Of(framework).Where(r => r.Asked is not null).Select(r => $"{r.Indicator} {r.Label}").ToHashSet();
        Assert.Equal(rows.Order(StringComparer.Ordinal), proven.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_row_for_who_did_not_respond_is_understood_or_stands_here_with_its_reason() =>
        Assert.Equal(
            NotUnderstood.Select(n => n.Split(':')[0]),
            Rulebook.FrameworkIds.SelectMany(f => InvitationRule.Of(Rulebook.Framework(f))).Where(r => r.Asked is null).Select(r => r.Label).Distinct());

    [Theory]
    [InlineData("qof-england-2018-19", 3)]
    [InlineData("qof-england-2019-20", 2)]
    [InlineData("qof-england-2026-27", 2)]
    public void How_many_are_asked_is_read_from_the_rules_of_the_year(string framework, int asked)
    {
        var rules = InvitationRule.Of(Rulebook.Framework(framework)).Where(r => r.Asked is not null).ToList();
        Assert.NotEmpty(rules);
        Assert.All(rules, r => Assert.Equal((r.Indicator, asked), (r.Indicator, r.Asked)));
    }

    /// <summary>The framework with those of its indicators that invitations count for.</summary>
    private static Framework Invited(Framework framework)
    {
        var invited = InvitationRule.Of(framework).Select(r => r.Indicator).ToHashSet();
        return framework with { Indicators = [.. framework.Indicators.Where(i => invited.Contains(i.Id))] };
    }

    private static DateOnly[] Sent(IReadOnlyList<MissingInvitation> missing, DateOnly today) =>
        [.. missing.Select(m => m.CountsFrom > today ? m.CountsFrom : today).Scan((last, next) => next > last ? next : last)];

    /// <summary>What is later than today has not happened.</summary>
    private static PracticeRecords KnownOn(PracticeRecords all, DateOnly today)
    {
        var builder = new PracticeRecordsBuilder();
        for (var p = 0; p < all.PatientCount; p++)
        {
            Copy(all, p, all.Patient(p).Id, builder, today);
        }

        return builder.Build();
    }

    private static void Copy(PracticeRecords from, int patient, string id, PracticeRecordsBuilder to, DateOnly until)
    {
        var person = from.Patient(patient);
        var handle = to.AddPatient(person with { Id = id, Deceased = person.Deceased > until ? null : person.Deceased });
        foreach (var spell in from.Spells(patient).Where(s => !(s.From > until)))
        {
            to.AddRegistration(handle, spell with { Until = spell.Until > until ? null : spell.Until });
        }

        for (var e = from.FirstEvent(patient); e < from.FirstEvent(patient + 1); e++)
        {
            if (from.Event(e) is var recorded && recorded.On <= until)
            {
                to.AddEvent(handle, recorded with { Concept = to.Concepts.Intern(from.Concepts.Keys(recorded.Concept)) });
            }
        }
    }

    /// <summary>Patients with invitations added, judged together.</summary>
    private sealed class Cases(Framework framework, PracticeRecords known)
    {
        private readonly PracticeRecordsBuilder _builder = new();
        private readonly List<(string Id, int Of, RecallItem Item, DateOnly Last, bool? Adjusts, string What)> _cases = [];

        public void Add(int patient, RecallItem item, DateOnly[] days, bool? adjusts, string what)
        {
            var id = $"case-{_cases.Count:000000}";
            Copy(known, patient, id, _builder, DateOnly.MaxValue);
            var code = framework.Plan.Clusters.Single(c => c.Name == item.Invitations!.Clusters[0]).Codes.Order(StringComparer.Ordinal).First();
            foreach (var day in days)
            {
                _builder.AddEvent(_builder.Find(id)!.Value, new RecordedEvent(day, _builder.Concepts.Intern([code]), EventClass.Code, $"Observation/added-{day:yyyyMMdd}"));
            }

            _cases.Add((id, patient, item, days.Max(), adjusts, what));
        }

        public List<string> Wrong(Dictionary<string, Prompter> prompters, DateOnly today, HashSet<string> proven)
        {
            var records = _builder.Build();
            var wrong = new List<string>();
            foreach (var (id, of, item, last, expected, what) in _cases)
            {
                var on = last > today ? last : today;
                var (indicator, label) = (item.Prompt.Indicator.Id, item.Invitations!.Label);
                var adjusts = Prompt(prompters[indicator], records, records.Find(id)!.Value, on).Outcome is Outcome.Adjusted adjusted && adjusted.By.Label == label;

                // Much later the patient may be of another age: then it is nothing that invitations decide.
                var wanted = expected ?? Prompt(prompters[indicator], known, of, on).Outcome is Outcome.Outstanding;
                if (adjusts != wanted)
                {
                    wrong.Add($"{framework.Id} {indicator} {label} {known.Patient(of).Id} on {today:yyyy-MM-dd}, {what}: adjusts {adjusts}; {string.Join(' ', item.Invitations.Missing)}");
                }
                else if (expected == true)
                {
                    proven.Add($"{indicator} {label}");
                }
            }

            return wrong;
        }

        private static Prompt Prompt(Prompter prompter, PracticeRecords records, int patient, DateOnly on) => prompter.Of(records, patient, on).Prompts.Single();
    }
}

file static class Sequences
{
    /// <summary>Each with the one before it.</summary>
    public static IEnumerable<T> Scan<T>(this IEnumerable<T> items, Func<T, T, T> next)
    {
        var (begun, last) = (false, default(T)!);
        foreach (var item in items)
        {
            yield return last = begun ? next(last, item) : item;
            begun = true;
        }
    }
}
