namespace QofFhir.Tests.Oracle;

/// <summary>The eleven indicators once more, plain and slow, written from the published rules: the second way to the same number.</summary>
internal static class PlainQof
{
    public static readonly string[] Rules42 = ["DM017", "DM019", "DM020", "DM021", "HYP001", "HYP003", "HYP007", "BP002"];
    public static readonly string[] Rules51 = ["DM020", "DM021", "DM036", "HYP010", "HYP011", "BP002"];

    /// <summary>What counts for the year that holds the achievement date; null outside the population or off the list.</summary>
    public static string? Year(string indicator, Person person, DateOnly achieved)
    {
        if (!person.IsListed(achieved))
        {
            return null;
        }

        var ends = new DateOnly(achieved.Month <= 3 ? achieved.Year : achieved.Year + 1, 3, 31);
        return Decide(indicator, Known(person, achieved), new Window(new DateOnly(ends.Year - 1, 4, 1), ends, achieved, person.RegisteredOn(achieved)));
    }

    /// <summary>Whether care is due on the achievement date, and when it lapses: tried day by day.</summary>
    public static string Clinical(string indicator, Person person, DateOnly achieved)
    {
        if (!person.IsListed(achieved))
        {
            return "-";
        }

        var known = Known(person, achieved);
        string? On(DateOnly day) =>
            Decide(indicator, known, new Window(day.AddMonths(-12).AddDays(1), day, day, person.RegisteredOn(achieved)));
        var today = On(achieved);
        if (!IsAsked(today))
        {
            var year = Year(indicator, person, achieved);
            return !IsAsked(year) ? "-" : year == "achieved" ? "for good" : "due";
        }

        if (today != "achieved")
        {
            return "due";
        }

        // No window of these indicators is longer than five years.
        for (var day = achieved.AddDays(1); day < achieved.AddYears(6); day = day.AddDays(1))
        {
            var then = On(day);
            if (then != "achieved")
            {
                return $"{(IsAsked(then) ? "until" : "leaves")} {day:yyyy-MM-dd}";
            }
        }

        return "for good";
    }

    private static bool IsAsked(string? outcome) =>
        outcome is not null and not "on-register" && !outcome.StartsWith("excluded", StringComparison.Ordinal);

    private static Person Known(Person person, DateOnly achieved) =>
        person with { Entries = [.. person.Entries.Where(e => e.On <= achieved)] };

    private static string? Decide(string indicator, Person p, Window w) => indicator switch
    {
        "DM017" => HasDiabetes(p, w) ? "on-register" : null,
        "HYP001" => HasHypertension(p) ? "on-register" : null,
        "DM020" => !HasDiabetes(p, w) ? null : IsFrail(p) ? "excluded MDSEVFRAIL" : Hba1c(p, w, 58),
        "DM021" => !HasDiabetes(p, w) ? null : !IsFrail(p) ? "excluded MDSEVFRAIL" : Hba1c(p, w, 75),
        "DM019" => !HasDiabetes(p, w) ? null : IsFrail(p) ? "excluded MDSEVFRAIL" : Pressure(p, w, Target42(140, 80), "DM", "BPDEC", "DMBPINVITE"),
        "DM036" => !HasDiabetes(p, w) ? null
            : p.AgeOn(w.Achieved) > 79 ? "excluded PAT_AGEO79"
            : IsFrail(p) ? "excluded MDSEVFRAIL"
            : Pressure(p, w, Target51(140, 90, 135, 85), "DM", "BPORHBPDEC", "DMBPINVITE"),
        "HYP003" => !HasHypertension(p) ? null
            : p.AgeOn(w.Achieved) > 79 ? "excluded PAT_AGEO79" : Pressure(p, w, Target42(140, 90), "HYP", "BPDEC", "HYPBPINV"),
        "HYP007" => !HasHypertension(p) ? null
            : p.AgeOn(w.Achieved) < 80 ? "excluded PAT_AGEU80" : Pressure(p, w, Target42(150, 90), "HYP", "BPDEC", "HYPBPINV"),
        "HYP010" => !HasHypertension(p) ? null
            : p.AgeOn(w.Achieved) > 79 ? "excluded PAT_AGEO79"
            : IsFrail(p) ? "excluded MDSEVFRAIL"
            : Pressure(p, w, Target51(140, 90, 135, 85), "HYP", "BPORHBPDEC", "HYPBPINV"),
        "HYP011" => !HasHypertension(p) ? null
            : p.AgeOn(w.Achieved) < 80 ? "excluded PAT_AGEU80"
            : IsFrail(p) ? "excluded MDSEVFRAIL"
            : Pressure(p, w, Target51(150, 90, 145, 85), "HYP", "BPORHBPDEC", "HYPBPINV"),
        "BP002" => Recorded(p, w),
        _ => throw new ArgumentOutOfRangeException(nameof(indicator), indicator, null),
    };

    private static bool HasDiabetes(Person p, Window w) =>
        p.Last("DM") is { } latest && !p.Of("DMRES").Any(e => e.On > latest) && p.AgeOn(w.Achieved) >= 17;

    private static bool HasHypertension(Person p) => p.Last("HYP") is { } latest && !p.Of("HYPRES").Any(e => e.On > latest);

    /// <summary>The latest frailty code decides; of one day the worse.</summary>
    private static bool IsFrail(Person p) => p.Last("MODFRAIL", "SEVFRAIL") is { } worse && !(p.Last("MILDFRAIL") > worse);

    private static string Hba1c(Person p, Window w, decimal cut)
    {
        var tests = p.Of("IFCCHBAM").Where(e => e.Number is not null).ToList();
        var on = tests.Max(e => (DateOnly?)e.On);
        var lowest = Entry.Ordered(tests.Where(e => e.On == on)).FirstOrDefault();
        var tested = w.HasInMonths(12, on);
        return tested && lowest!.AtMost(cut) ? "achieved"
            : !tested && w.HasInMonths(12, p.Last("SERFRUC")) ? "adjusted IFCCHBA"
            : w.HasInMonths(12, p.Last("DMMAX")) ? "adjusted DMMAX"
            : w.HasInMonths(12, p.Last("DMPCAPU")) ? "adjusted DMPCAPU"
            : w.HasInMonths(12, p.Last("BLDTESTDEC")) ? "adjusted BLDTESTDEC"
            : w.HasInMonths(12, p.Last("DMPCADEC")) ? "adjusted DMPCADEC"
            : Invited(p, w, "DMINVITE") is { } first && (!tested || (lowest!.Above(cut) && first > on)) ? "adjusted DMIFINVITE"
            : New(p, w, "DM");
    }

    /// <summary>The rows of a pressure target; <paramref name="onTarget"/> gives the latest complete day and whether it is on target.</summary>
    private static string Pressure(Person p, Window w, Func<Person, (DateOnly? On, bool Met)> onTarget, string area, string declined, string invite)
    {
        var (on, met) = onTarget(p);
        var measured = w.HasInMonths(12, on);
        string[] refusals = declined == "BPDEC" ? ["BPDEC"] : ["BPDEC", "HOMEBPDEC", "ABPMDEC"];
        return measured && met ? "achieved"
            : w.HasInMonths(12, p.Last("HTMAX")) ? "adjusted HTMAX"
            : w.HasInMonths(12, p.Last(area + "PCAPU")) ? $"adjusted {area}PCAPU"
            : w.HasInMonths(12, p.Last(refusals)) ? "adjusted " + declined
            : w.HasInMonths(12, p.Last(area + "PCADEC")) ? $"adjusted {area}PCADEC"
            : Invited(p, w, area + "INVITE") is { } first && (!measured || first > on) ? "adjusted " + invite
            : New(p, w, area);
    }

    private static string New(Person p, Window w, string area) =>
        w.HasInMonths(9, p.First(area)) ? "adjusted DIAG1_DT9M"
        : w.HasInMonths(9, w.Registered) ? "adjusted REG1_DAT9"
        : "outstanding";

    private static string Recorded(Person p, Window w) =>
        p.AgeOn(w.Achieved) < 45 ? "excluded PAT_AGEU45"
        : w.HasInMonths(60, p.Last("BP")) ? "achieved"
        : w.HasInMonths(60, p.Last("BPDEC")) ? "adjusted BPDEC1"
        : w.HasInMonths(3, w.Registered) ? "adjusted REG1_DAT3"
        : "outstanding";

    /// <summary>The first invitation of the year, where another followed seven days later or more.</summary>
    private static DateOnly? Invited(Person p, Window w, string cluster)
    {
        var invitations = p.Of(cluster).Select(e => e.On).Where(on => on >= w.Starts).Order().ToList();
        return invitations.Count > 0 && invitations.Exists(on => on.DayNumber - invitations[0].DayNumber >= 7) ? invitations[0] : null;
    }

    private static Func<Person, (DateOnly?, bool)> Target42(decimal systolic, decimal diastolic) => p =>
    {
        var on = LastComplete(p, "BP");
        return (on, Met(p, "BP", on, systolic, diastolic));
    };

    private static Func<Person, (DateOnly?, bool)> Target51(decimal systolic, decimal diastolic, decimal homeSystolic, decimal homeDiastolic) => p =>
    {
        var (clinic, home) = (LastComplete(p, "CLINBP"), LastComplete(p, "HOMEAMBBP"));
        var on = clinic is null || home > clinic ? home : clinic;
        return (on, (clinic == on && Met(p, "CLINBP", on, systolic, diastolic)) || (home == on && Met(p, "HOMEAMBBP", on, homeSystolic, homeDiastolic)));
    };

    private static DateOnly? LastComplete(Person p, string cluster) => p.Of(cluster)
        .Where(e => e.Number is not null)
        .GroupBy(e => e.On)
        .Where(day => day.Any(e => e.Part == 'S') && day.Any(e => e.Part == 'D'))
        .Max(day => (DateOnly?)day.Key);

    private static bool Met(Person p, string cluster, DateOnly? on, decimal systolic, decimal diastolic)
    {
        bool Low(char part, decimal limit) =>
            Entry.Ordered(p.Of(cluster).Where(e => e.On == on && e.Part == part && e.Number is not null)).FirstOrDefault()?.AtMost(limit) ?? false;
        return Low('S', systolic) && Low('D', diastolic);
    }
}
