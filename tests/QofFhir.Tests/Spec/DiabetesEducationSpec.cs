namespace QofFhir.Tests.Spec;

/// <summary>DM014: referred to structured education within 9 months of the diagnosis; the tail is in <see cref="DiabetesTailSpec"/>.</summary>
internal static class DiabetesEducationSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("DSEPDEC: other end", "only its presence is asked"),
        ("DSEPSU: other end", "only its presence is asked"),
    ];

    private static readonly string[] EveryYear = ["2018-19", "2019-20", "2024-25", "2025-26", "2026-27"];

    public static readonly SpecTable[] Diagnosed_before_April_2013_is_left_out = [.. EveryYear.Select(y => SpecTable.Of($"qof-england-{y}", $"20{y[^2..]}-03-31", """
        patient       | born       | events        | DM014
        31 March 2013 | 1960-01-01 | DM 2013-03-31 | excluded DIAG_DAT13
        1 April 2013  | 1960-01-01 | DM 2013-04-01 | excluded DM_DAT2
        """))];

    public static readonly SpecTable[] The_referral_comes_within_nine_months = SharedRows.For("""
        patient              | born       | events                                          | all
        21 months ago        | 1960-01-01 | DM 2025-06-30                                   | excluded DM_DAT2
        a day later          | 1960-01-01 | DM 2025-07-01                                   | outstanding
        coded again          | 1960-01-01 | DM 2025-01-01, DM 2026-01-01                    | excluded DM_DAT2
        referred 31 March    | 1960-01-01 | DM 2025-07-01, DSEP 2026-03-31                  | excluded DSEP_DAT
        referred 1 April     | 1960-01-01 | DM 2025-07-01, DSEP 2026-04-01                  | achieved
        referred twice       | 1960-01-01 | DM 2025-07-01, DSEP 2026-03-01, DSEP 2026-05-01 | excluded DSEP_DAT
        9 months ago         | 1960-01-01 | DM 2026-06-30                                   | outstanding
        since 1 July         | 1960-01-01 | DM 2026-07-01                                   | excluded DM_DAT3
        and referred         | 1960-01-01 | DM 2026-07-01, DSEP 2027-03-31                  | achieved
        newest and referred  | 1960-01-01 | DM 2027-02-01, DSEP 2027-02-10                  | achieved
        9 months later       | 1960-01-01 | DM 2025-07-15, DSEP 2026-04-15                  | achieved
        a day too late       | 1960-01-01 | DM 2025-07-15, DSEP 2026-04-16                  | outstanding
        on the day           | 1960-01-01 | DM 2026-05-01, DSEP 2026-05-01                  | achieved
        the day before       | 1960-01-01 | DM 2026-05-01, DSEP 2026-04-30                  | outstanding
        in time and too late | 1960-01-01 | DM 2026-05-01, DSEP 2026-06-01, DSEP 2027-03-01 | achieved
        """, "DM014", EveryYear);

    // 10 April and 279 days are 14 January
    public static readonly SpecTable[] What_stands_in_the_way_counts_279_days = SharedRows.For("""
        patient            | born       | events                                                | all
        unsuitable March   | 1960-01-01 | DM 2026-01-01, DSEPPU 2026-03-31                      | outstanding
        unsuitable April   | 1960-01-01 | DM 2026-01-01, DSEPPU 2026-04-01                      | adjusted DSEPPU
        unsuitable again   | 1960-01-01 | DM 2026-01-01, DSEPPU 2020-04-01, DSEPPU 2026-05-01   | adjusted DSEPPU
        no service before  | 1960-01-01 | DM 2026-04-10, DSEPSU 2026-04-09                      | outstanding
        no service         | 1960-01-01 | DM 2026-04-10, DSEPSU 2026-04-10                      | adjusted DSEPSU
        no service day 279 | 1960-01-01 | DM 2026-04-10, DSEPSU 2027-01-14                      | adjusted DSEPSU
        no service day 280 | 1960-01-01 | DM 2026-04-10, DSEPSU 2027-01-15                      | outstanding
        declined before    | 1960-01-01 | DM 2026-04-10, DSEPDEC 2026-04-09                     | outstanding
        declined           | 1960-01-01 | DM 2026-04-10, DSEPDEC 2026-04-10                     | adjusted DSEPDEC
        declined day 279   | 1960-01-01 | DM 2026-04-10, DSEPDEC 2027-01-14                     | adjusted DSEPDEC
        declined day 280   | 1960-01-01 | DM 2026-04-10, DSEPDEC 2027-01-15                     | outstanding
        referred after all | 1960-01-01 | DM 2026-04-10, DSEPDEC 2026-04-10, DSEP 2026-05-01    | achieved
        unsuitable first   | 1960-01-01 | DM 2026-04-10, DSEPPU 2026-05-01, DSEPSU 2026-05-01   | adjusted DSEPPU
        no service first   | 1960-01-01 | DM 2026-04-10, DSEPSU 2026-05-01, DMPCAPU 2026-05-01  | adjusted DSEPSU
        PCAPU first        | 1960-01-01 | DM 2026-04-10, DMPCAPU 2026-05-01, DSEPDEC 2026-05-01 | adjusted DMPCAPU
        declined first     | 1960-01-01 | DM 2026-04-10, DSEPDEC 2026-05-01, DMPCADEC 2026-05-01 | adjusted DSEPDEC
        """, "DM014", EveryYear);
}
