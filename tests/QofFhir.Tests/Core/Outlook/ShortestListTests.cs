using System.Numerics;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Outlook;
using QofFhir.Core.Payments;
using QofFhir.Core.Prompts;
using QofFhir.Core.Rules;
using Xunit.Abstractions;

namespace QofFhir.Tests.Core.Outlook;

public sealed class ShortestListTests(ITestOutputHelper output)
{
    private static readonly string[] Ids = ["A", "B", "C", "D", "E"];

    [Fact]
    public void One_patient_who_settles_three_goes_before_three_who_settle_one()
    {
        IndicatorOutlook[] indicators = [Indicator("A", 5, 10), Indicator("B", 5, 10), Indicator("C", 5, 10)];
        var list = Find(indicators, 5, Patient(0, (0, 1)), Patient(1, (1, 1)), Patient(2, (2, 1)), Patient(3, (0, 1), (1, 1), (2, 1)));
        Assert.Equal([3], list.Lines.Select(l => l.Patient));
        Assert.Equal(["A", "B", "C"], list.Lines[0].Indicators);
        Assert.True(list is { Gain: 6, AtLeast: 1, IsShortest: true });
    }

    /// <summary>A stands four patients below its threshold: one alone earns nothing, five earn 2 points. B earns 2 with one.</summary>
    [Fact]
    public void A_threshold_is_passed_only_where_it_is_worth_the_way()
    {
        IndicatorOutlook[] indicators = [Indicator("A", 0, 10, open: 5), Indicator("B", 5, 10, open: 1)];
        PatientOutlook[] patients = [.. Enumerable.Range(0, 5).Select(p => Patient(p, (0, 1))), Patient(5, (1, 1))];
        Assert.Equal([5], Find(indicators, 2, patients).Lines.Select(l => l.Patient));
        Assert.Equal(6, Find(indicators, 4, patients).Lines.Count);
        Assert.Equal(6, Find(indicators, 4, patients).AtLeast);
        Assert.False(Find(indicators, 4.01m, patients).Reached);
    }

    [Fact]
    public void An_action_counts_when_all_that_the_indicator_asks_is_done()
    {
        IndicatorOutlook[] indicators = [Indicator("A", 5, 10), Indicator("B", 5, 10)];
        var list = Find(indicators, 2, Patient(0, (0, 0b011)), Patient(1, (0, 0b101), (1, 0b101)));
        Assert.Equal([1, 1], list.Lines.Select(l => l.Patient));
        Assert.Equal(2, list.Lines.Select(l => l.Sitting!.Id).Distinct().Count());
        Assert.True(list is { Gain: 4, AtLeast: 1 });
    }

    /// <summary>Every choice of actions is tried beside it.</summary>
    [Fact]
    public void Small_lists_are_as_good_as_the_best_or_nearly_so_and_the_bound_is_never_above_it()
    {
        var random = new Random(2027);
        var (exact, proven, worst, cases) = (0, 0, 0, 0);
        for (var round = 0; round < 400; round++)
        {
            var asked = Enumerable.Range(0, random.Next(1, 5)).ToArray();
            PatientOutlook[] patients =
            [
                .. Enumerable.Range(0, random.Next(1, 6))
                    .Select(p => Patient(p, [.. asked.Where(_ => random.Next(2) == 0).Select(i => (i, (uint)random.Next(1, random.Next(2) == 0 ? 2 : 4)))]))
                    .Where(p => p.Care.Count > 0),
            ];
            IndicatorOutlook[] indicators = [.. asked.Select(i => (Place: i, Numerator: random.Next(0, 8))).Select(i => Indicator(
                Ids[i.Place], i.Numerator, i.Numerator + 6, patients.Count(p => p.Care.Any(c => c.Indicator.Id == Ids[i.Place])), random.Next(2, 30)))];
            decimal? rate = round % 2 == 0 ? null : 217.31m;
            var all = Gain(indicators, patients, [.. patients.Select(_ => 3u)], rate);
            if (all <= 0)
            {
                continue;
            }

            var wanted = Math.Ceiling(all * random.Next(1, 101)) / 100;
            var list = Find(indicators, Math.Min(wanted, all), rate, patients);
            var best = Exact(indicators, patients, Math.Min(wanted, all), rate);
            Assert.True(list.Reached);
            Assert.InRange(list.AtLeast, 1, best);
            Assert.InRange(list.Lines.Count, best, best + 2);
            cases++;
            exact += list.Lines.Count == best ? 1 : 0;
            proven += list.IsShortest ? 1 : 0;
            worst = Math.Max(worst, list.Lines.Count - best);
        }

        output.WriteLine($"{cases} cases: {exact} exact, {proven} proven, {worst} lines over the best at most");
        Assert.True(exact >= cases * 0.95);
    }

    private static ShortestList Find(IndicatorOutlook[] indicators, decimal wanted, params PatientOutlook[] patients) => Find(indicators, wanted, null, patients);

    private static ShortestList Find(IndicatorOutlook[] indicators, decimal wanted, decimal? rate, PatientOutlook[] patients) => ShortestList.Of(
        new PracticeOutlook(new TestPlan().Framework(), null, Terms.Day("2027-01-01"), [], indicators, patients),
        new ListWorth(indicators, rate is { } pounds ? _ => ("G", pounds) : null), wanted, bySitting: true);

    private static int Exact(IndicatorOutlook[] indicators, PatientOutlook[] patients, decimal wanted, decimal? rate)
    {
        var best = int.MaxValue;
        var done = new uint[patients.Length];
        Try(0, 0);
        return best;

        void Try(int patient, int lines)
        {
            if (lines >= best)
            {
                return;
            }

            if (patient == patients.Length)
            {
                best = Gain(indicators, patients, done, rate) >= wanted ? lines : best;
                return;
            }

            for (var actions = 0u; actions < 4; actions++)
            {
                done[patient] = actions;
                Try(patient + 1, lines + BitOperations.PopCount(actions));
            }
        }
    }

    private static decimal Gain(IndicatorOutlook[] indicators, PatientOutlook[] patients, uint[] done, decimal? rate)
    {
        var after = indicators.Sum(i => i.PointsWith(patients.Index().Count(p => p.Item.Care.Any(c =>
            c.Indicator.Id == i.Indicator.Id && c.Sittings.All(s => (done[p.Index] >> (s!.Id[0] - 'a') & 1) == 1)))));
        var before = indicators.Sum(i => i.PointsWith(0));
        return rate is { } pounds ? Money.ToPenny(after * pounds) - Money.ToPenny(before * pounds) : after - before;
    }

    /// <param name="needs">The sittings a, b and c as bits.</param>
    private static PatientOutlook Patient(int place, params (int Indicator, uint Actions)[] needs) => new(
        place, [.. needs.Select(n => new CareOutlook(Indicator(Ids[n.Indicator], 5, 10).Indicator, PromptState.Outstanding, new Outcome.Outstanding(null), null)
        {
            InTimeTo = Terms.Day("2027-03-31"),
            Open = [new OpenCare("all of it", [.. Enumerable.Range(0, 3).Where(b => (n.Actions >> b & 1) == 1).Select(Sitting)], null, null)],
        })]);

    private static Care Sitting(int bit)
    {
        var name = ((char)('a' + bit)).ToString();
        return new Care(name, name, new Sitting(name, name, CareKind.Review, new HashSet<StaffRole>()), []);
    }

    /// <summary>10 points between 40 and 90 %, unless said otherwise.</summary>
    private static IndicatorOutlook Indicator(string id, int numerator, int denominator, int? open = null, decimal points = 10)
    {
        var indicator = new FrameworkIndicator(
            id, id, "D", "G", IndicatorKind.Fraction, points, 40, 90, Certainty.Found, Certainty.Found, "", null, Evaluability.Complete);
        var counts = new IndicatorCounts(denominator, [], [], numerator, denominator - numerator);
        var earned = PointsRule.Between(numerator, denominator, points, 40, 90);
        return new IndicatorOutlook(
            indicator, [new IndicatorResult(indicator, null, counts, counts.Percentage, earned, null, [])], open ?? denominator - numerator, 0, null);
    }
}
