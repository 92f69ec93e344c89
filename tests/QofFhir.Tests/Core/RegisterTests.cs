using QofFhir.Core;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Core;

public sealed class RegisterTests
{
    private readonly TestPlan _plan = new();

    [Theory]
    [InlineData("DM 2020-05-01", true)]
    [InlineData("", false)]
    [InlineData("DM 2020-05-01, RES 2020-04-30", true)]
    [InlineData("DM 2020-05-01, RES 2020-05-01", true)]
    [InlineData("DM 2020-05-01, RES 2020-05-02", false)]
    [InlineData("DM 2020-05-01, RES 2020-05-02, DM 2020-05-03", true)]
    [InlineData("DM 2020-05-01, RES 2020-05-02, DM 2020-05-02", true)]
    public void A_diagnosis_stays_until_a_later_resolution(string events, bool on)
    {
        var register = Diabetes();
        var practice = TestPractice.Of();
        foreach (var part in events.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            practice.Event(part.Split(' ')[0], part.Split(' ')[1]);
        }

        Assert.Equal(on, _plan.Outcome(TestPlan.RegisterOf(register), practice) is Outcome.OnRegister);
    }

    [Fact]
    public void The_first_row_that_fits_decides()
    {
        var young = Terms.Age.Is(Comparison.Less, 17);
        var rejectFirst = _plan.Register("R1", (false, young), (true, Condition.Always.Instance));
        var selectFirst = _plan.Register("R2", (true, Condition.Always.Instance), (false, young));
        Assert.Null(_plan.Outcome(TestPlan.RegisterOf(rejectFirst), TestPractice.Of("2015-01-01")));
        Assert.NotNull(_plan.Outcome(TestPlan.RegisterOf(selectFirst), TestPractice.Of("2015-01-01")));
    }

    [Fact]
    public void A_population_of_several_registers_takes_who_is_on_any_and_each_once()
    {
        var (a, b) = (Present("A"), Present("B"));
        var practice = new TestPractice()
            .Patient("a").Event("A", "2020-01-01").Patient("ab").Event("A", "2020-01-01").Event("B", "2020-01-01")
            .Patient("b").Event("B", "2020-01-01").Patient("c");
        var framework = _plan.Framework(TestPlan.RegisterOf(a, b), TestPlan.FractionOf([a, b], Terms.Achieve(Condition.Always.Instance)), TestPlan.RegisterOf(a));
        var records = practice.Build();
        var result = Qof.Evaluate(framework, records, ServiceDates.Year(new DateOnly(2027, 3, 31)));
        string Who(int i) => string.Join(' ', result.Indicators[i].Outcomes.Select(o => records.Patient(o.Patient).Id));
        Assert.Equal("a ab b", Who(0));
        Assert.Equal("a ab b", Who(1));
        Assert.Equal("a ab", Who(2));
    }

    [Fact]
    public void A_register_may_ask_another_register()
    {
        var a = Present("A");
        var notA = _plan.Register("NOT_A", (false, new Condition.InRegister(a)), (true, Condition.Always.Instance));
        Assert.Null(_plan.Outcome(TestPlan.RegisterOf(notA), TestPractice.Of().Event("A", "2020-01-01")));
        Assert.NotNull(_plan.Outcome(TestPlan.RegisterOf(notA), TestPractice.Of()));
    }

    [Fact]
    public void No_register_means_everyone_on_the_list() =>
        Assert.NotNull(_plan.Outcome(TestPlan.Fraction(Terms.Achieve(Condition.Always.Instance)), TestPractice.Of()));

    private int Present(string cluster) =>
        _plan.Register(cluster + "_REG", (true, Terms.On(_plan.Earliest(cluster)).IsPresent()), (false, Condition.Always.Instance));

    private int Diabetes()
    {
        var latest = _plan.Latest("DM");
        var resolved = _plan.Latest("RES", new DateBound(BoundKind.After, Terms.On(latest)));
        return _plan.Register(
            "DM_REG", (false, Terms.Any(Terms.Not(Terms.On(latest).IsPresent()), Terms.On(resolved).IsPresent())), (true, Condition.Always.Instance));
    }
}
