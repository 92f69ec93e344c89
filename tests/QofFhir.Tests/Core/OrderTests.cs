using QofFhir.Core;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

public sealed class OrderTests
{
    [Fact]
    public void The_order_of_the_input_changes_neither_outcome_nor_evidence()
    {
        var plan = new TestPlan();
        var (pressure, value) = (plan.LatestPressure("BP"), plan.LatestValue("HBA"));
        var (first, episode) = (plan.Earliest("A B"), plan.Latest(plan.Of("A", newEpisode: true)));
        var rule = TestPlan.Fraction(Terms.Achieve(
            Terms.Value(value).AtMost(58), Terms.On(pressure).IsPresent(), Terms.On(first).IsPresent(), Terms.On(episode).IsPresent(),
            Terms.Registered.After(Terms.Date("2015-01-01"))));
        var framework = plan.Framework(rule);
        var practice = Practice();
        var dates = ServiceDates.Year(new DateOnly(2027, 3, 31));
        var expected = Told(framework, practice.Build(), dates);
        Assert.Contains("achieved", expected, StringComparison.Ordinal);
        Assert.Contains("outstanding", expected, StringComparison.Ordinal);
        for (var seed = 0; seed < 40; seed++)
        {
            Assert.Equal(expected, Told(framework, practice.Build(seed), dates));
        }
    }

    [Fact]
    public void An_event_of_a_later_day_hides_no_earlier_one_whatever_its_source()
    {
        var plan = new TestPlan();
        var field = plan.Latest("A");
        var practice = TestPractice.Of()
            .Event("A", "2027-04-01", source: "Condition/1").Event("A", "2026-06-01", source: "Observation/2").Event("A", "2026-05-01", source: "Observation/3");
        Assert.Equal(Terms.Day("2026-06-01"), plan.FieldOf(field, practice).On);
    }

    [Fact]
    public void Patients_stand_in_ordinal_order_of_their_ids()
    {
        var records = new TestPractice().Patient("b").Patient("B").Patient("a10").Patient("a2").Build();
        Assert.Equal(["B", "a10", "a2", "b"], Enumerable.Range(0, 4).Select(i => records.Patient(i).Id));
        Assert.Equal(2, records.Find("a2"));
        Assert.Null(records.Find("c"));
    }

    [Fact]
    public void Codings_are_one_concept_in_any_order_and_with_repeats()
    {
        var concepts = new ConceptTable();
        var one = concepts.Intern(["sct|2", "sct|1"]);
        Assert.Equal(one, concepts.Intern(["sct|1", "sct|2", "sct|1"]));
        Assert.NotEqual(one, concepts.Intern(["sct|1"]));
        Assert.Equal(["sct|1", "sct|2"], concepts.Keys(one));
    }

    private static TestPractice Practice()
    {
        var practice = new TestPractice();
        foreach (var (id, high) in new[] { ("ann", 60), ("bob", 58), ("cid", 57) })
        {
            practice.Patient(id)
                .Spell("2001-01-01", "2010-01-01").Spell("2012-01-01").Spell("2016-01-01")
                .Event("HBA", "2026-05-01", high, source: "Observation/h2").Event("HBA", "2026-05-01", high, ValueBound.Above, "Observation/h1")
                .Event("HBA", "2026-05-01", high, source: "Observation/h0")
                .Pressure("BP", "2026-05-01", 150, 80, "Observation/p1").Pressure("BP", "2026-05-01", 140, 90, "Observation/p2").Pressure("BP", "2026-05-01", 140, 80, "Observation/p3")
                .Event("A B", "2026-01-01", source: "Condition/2").Event("B", "2026-01-01", source: "Condition/1").Event("A", "2026-01-01", source: "Condition/1", episode: EpisodeKind.Review);
        }

        return practice;
    }

    private static string Told(QofFhir.Core.Achievement.Framework framework, PracticeRecords records, ServiceDates dates)
    {
        var outcomes = Qof.Evaluate(framework, records, dates).Indicators[0].Outcomes;
        return string.Join('\n', outcomes.Select(o => string.Join(' ', Parts(o))));

        IEnumerable<string?> Parts(QofFhir.Core.Achievement.PatientOutcome outcome)
        {
            var explained = Qof.Explain(framework, records, dates, outcome.Patient, "X1");
            var fields = explained.Rows.SelectMany(r => r.Lines).SelectMany(l => l.Fields).SelectMany(f => (string?[])[$"{f.On}", f.Value, .. f.Sources]);
            return [records.Patient(outcome.Patient).Id, outcome.Outcome.Name, .. fields];
        }
    }
}
