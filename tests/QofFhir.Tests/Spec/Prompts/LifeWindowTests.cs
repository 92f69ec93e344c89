namespace QofFhir.Tests.Spec.Prompts;

/// <summary>How long treatment lasts, written by hand from the indicators: a second way to the days of the lives.</summary>
public sealed class LifeWindowTests
{
    /// <summary>Due again after so many months.</summary>
    private static readonly (int Months, string Indicators)[] Windows =
    [
        (6, "AF007 AF008 CHOL003 DM006 DM022 DM023 DM034 DM035 HF003 HF009"),
        (12, "AF006 CD001 CD002 CHD005 CHD008 CHD009 CHOL004 COPD003 COPD010 DEM004 DM012 DM019 DM020 DM021 DM036 DM037 HF007 HYP003 HYP007 HYP010 HYP011 MH002 MH003 MH006 MH007 MH012 NDH003 RA002 SMOK002 SMOK005 STIA007 STIA010 STIA011"),
        (24, "MH011 SMOK004"),
        (42, "CS005"),
        (60, "BP002"),
    ];

    /// <summary>Due again on the next 1 August.</summary>
    private const string Season = "CHD007 COPD007 DM018 STIA009";

    /// <summary>Never due again.</summary>
    private const string Once = "COPD002 HF002 HF008 VI001 VI002 VI003 VI004";

    /// <summary>Not due again, because who is treated stops being a patient of it first: who stays.</summary>
    private static readonly (string Indicator, string Stays)[] Left =
    [
        ("AST002", "treated for asthma in 12 months"),
        ("AST003", "treated for asthma in 12 months"),
        ("AST004", "treated for asthma in 12 months, aged 14 to 19"),
        ("AST014", "treated for asthma in 12 months"),
        ("AST015", "treated for asthma in 12 months"),
        ("CAN003", "diagnosed in 15 months"),
        ("COPD008", "breathless by a record of 12 months"),
        ("CS006", "aged 50 to 64, and 66 months are longer than these patients stay so"),
        ("CVDPP001", "hypertension diagnosed in the year"),
        ("DEP003", "diagnosed in 15 months, reviewed in the year"),
        ("DM014", "diagnosed in 21 months, referred in the year"),
        ("HF004", "on an ACE inhibitor or ARB in 6 months"),
        ("OB004", "weighed in 12 months"),
        ("OB005", "weighed in 12 months"),
    ];

    [Fact]
    public void Every_indicator_stands_here_once() => Assert.Equal(
        Cases.SelectMany(c => c.Lives).Select(l => l.Indicator).Distinct().Order(StringComparer.Ordinal),
        Windows.SelectMany(w => w.Indicators.Split(' ')).Concat(Season.Split(' ')).Concat(Once.Split(' ')).Concat(Left.Select(l => l.Indicator)).Order(StringComparer.Ordinal));

    [Fact]
    public void Care_is_due_again_so_many_months_after_the_treatment()
    {
        foreach (var (months, indicator) in Windows.SelectMany(w => w.Indicators.Split(' '), (w, i) => (w.Months, i)))
        {
            Assert.NotEmpty(Due(indicator));
            Assert.All(Due(indicator), d => Assert.Equal((d.Life.Id, d.Life.Treated!.Value.AddMonths(months)), (d.Life.Id, d.Until)));
        }
    }

    [Fact]
    public void A_flu_vaccine_lasts_to_the_next_1_August() => Assert.All(Season.Split(' '), i =>
        Assert.Equal([new DateOnly(2020, 8, 1)], Due(i).Select(d => d.Until).Distinct()));

    [Fact]
    public void The_rest_is_not_due_again() => Assert.All(Once.Split(' ').Concat(Left.Select(l => l.Indicator)), i => Assert.Empty(Due(i)));

    private static IEnumerable<LifeCase> Cases => new[] { "2019-20", "2026-27" }.Select(y => LifeCase.Of($"qof-england-{y}"));

    /// <summary>The lives that end with the care due again, adjusted or not.</summary>
    private static IEnumerable<(Life Life, DateOnly Until)> Due(string indicator) =>
        from lives in Cases
        from life in lives.Lives
        where life.Indicator == indicator
        let until = lives.Until(life)
        where until is not null && lives.On(life, until.Value).CareOutstanding
        select (life, until.Value);
}
