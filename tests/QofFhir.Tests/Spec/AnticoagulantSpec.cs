namespace QofFhir.Tests.Spec;

/// <summary>AF007 (any anticoagulant) and AF008 (a DOAC, or a vitamin K antagonist where a DOAC does not fit), for a stroke risk score of 2 or more.</summary>
internal static class AnticoagulantSpec
{
    private const string AtTheValve = "a patient with a mechanical valve has ended at the row of the valve above";

    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("DOACCON: other end", "only its presence is asked"),
        ("MECHVALVREP: other end", "only its presence is asked"),
        ("VITKANTAGCON: other end", "only its presence is asked"),
        ("XORANTICOAGGENCON: other end", "only its presence is asked"),
        ("AF008 *DOACXVITKC: line 0: without part 0", AtTheValve),
        ("AF008 *DOACDVITKD: line 0: without part 0", AtTheValve),
        ("AF008 *DOACDVITKC: line 0: without part 0", AtTheValve),
        ("AF008 *DOACXVITKD: line 0: without part 0", AtTheValve),
    ];

    /// <summary>CHADS2 counts when it is from before 1 April 2015; the latest score decides.</summary>
    public static readonly SpecTable[] The_latest_score_is_2_or_more = [.. new[] { "2018-19", "2019-20", "2024-25", "2025-26", "2026-27" }.Select(y => Scores($"qof-england-{y}", $"20{y[5..]}-03-31"))];

    public static readonly SpecTable[] AF007_any_anticoagulant_in_six_months = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient         | born       | events                                                                                       | AF007
        30 September    | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, ORANTICOAGDRUG 2018-09-30                            | outstanding
        1 October       | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, ORANTICOAGDRUG 2018-10-01                            | achieved
        coded           | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, ORANTICOAG 2018-10-01                                | achieved
        old and new     | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, ORANTICOAGDRUG 2012-10-01, ORANTICOAGDRUG 2019-03-31 | achieved
        persisting      | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, XORANTICOAG 1999-01-01                               | adjusted XGORANTICO
        expiring, March | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, TXORANTICOAG 2018-03-31                              | outstanding
        expiring, April | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, TXORANTICOAG 2018-04-01                              | adjusted TXGORANTIC
        expiring, twice | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, TXORANTICOAG 2012-04-01, TXORANTICOAG 2019-03-31     | adjusted TXGORANTIC
        declined, March | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, ORANTICOAGDEC 2018-03-31                             | outstanding
        declined, April | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, ORANTICOAGDEC 2018-04-01                             | adjusted GENORANTID
        declined, twice | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, ORANTICOAGDEC 2012-04-01, ORANTICOAGDEC 2019-03-31   | adjusted GENORANTID
        on it as well   | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, ORANTICOAG 2018-10-01, XORANTICOAG 1999-01-01        | achieved
        """).AlsoIn("2019-20");

    public static readonly SpecTable[] AF008_a_DOAC_or_where_it_does_not_fit_a_vitamin_K_antagonist = HeartPressureSpec.FromRules49("""
        patient              | born       | events                                                                                                                    | AF008
        none                 | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01                                                                                    | outstanding
        DOAC, September      | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, DIRECTORANTICOAGDRUG 2025-09-30                                                   | outstanding
        DOAC, October        | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, DIRECTORANTICOAGDRUG 2025-10-01                                                   | achieved
        DOAC, twice          | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, DIRECTORANTICOAGDRUG 2015-10-01, DIRECTORANTICOAGDRUG 2026-03-31                  | achieved
        DOAC and valve       | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, DIRECTORANTICOAGDRUG 2025-10-01, MECHVALVREP 2012-01-01                           | outstanding
        VKA                  | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-10-01                                                          | outstanding
        VKA and valve        | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-10-01, MECHVALVREP 2012-01-01                                  | achieved
        September and valve  | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-09-30, MECHVALVREP 2012-01-01                                  | outstanding
        VKA twice            | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2015-10-01, VITKANTAGDRUG 2026-03-31, MECHVALVREP 2012-01-01        | achieved
        DOAC declined        | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-10-01, DOACDEC 2025-04-01                                      | achieved
        declined in March    | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-10-01, DOACDEC 2025-03-31                                      | outstanding
        declined twice       | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-10-01, DOACDEC 2015-04-01, DOACDEC 2026-03-31                  | achieved
        September, declined  | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-09-30, DOACDEC 2025-04-01                                      | outstanding
        contraindicated      | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-10-01, DOACCON 1999-01-01                                      | achieved
        antiphospholipid     | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-10-01, ANTIPHOSYND 1999-01-01                                  | achieved
        not indicated        | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-10-01, DOACNI 2025-04-01                                       | outstanding
        in range 65          | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-10-01, DOACNI 2025-04-01, TTR 65 2025-10-01                    | achieved
        in range 64          | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-10-01, DOACNI 2025-04-01, TTR 64 2025-10-01                    | outstanding
        range of September   | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-10-01, DOACNI 2025-04-01, TTR 65 2025-09-30                    | outstanding
        64, then 65          | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-10-01, DOACNI 2025-04-01, TTR 64 2025-10-01, TTR 65 2025-11-01 | achieved
        60 and 70 on a day   | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-10-01, DOACNI 2025-04-01, TTR 60 2025-10-01, TTR 70 2025-10-01 | outstanding
        in March             | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-10-01, DOACNI 2025-03-31, TTR 65 2025-10-01                    | outstanding
        not indicated, twice | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-10-01, DOACNI 2015-04-01, DOACNI 2026-03-31, TTR 65 2025-10-01 | achieved
        range alone          | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDRUG 2025-10-01, TTR 65 2025-10-01                                       | outstanding
        """);

    public static readonly SpecTable[] AF008_neither_fits = HeartPressureSpec.FromRules49("""
        patient               | born       | events                                                                                                           | AF008
        any, persisting       | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, XORANTICOAGGENCON 1999-01-01                                             | adjusted XGORANTICO
        any, expiring, March  | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, TXORANTICOAGGENCON 2025-03-31                                            | outstanding
        any, expiring, April  | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, TXORANTICOAGGENCON 2025-04-01                                            | adjusted TXGORANTIC
        any, expiring, twice  | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, TXORANTICOAGGENCON 2015-04-01, TXORANTICOAGGENCON 2026-03-31             | adjusted TXGORANTIC
        any, declined, March  | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, ORANTICOAGGENDEC 2025-03-31                                              | outstanding
        any, declined, April  | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, ORANTICOAGGENDEC 2025-04-01                                              | adjusted GENORANTID
        any, declined, twice  | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, ORANTICOAGGENDEC 2015-04-01, ORANTICOAGGENDEC 2026-03-31                 | adjusted GENORANTID
        valve                 | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, MECHVALVREP 2012-01-01                                                   | outstanding
        valve, VKA con        | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, MECHVALVREP 2012-01-01, VITKANTAGCON 1999-01-01                          | adjusted VALVITKCON
        VKA con               | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGCON 1999-01-01                                                  | outstanding
        valve, VKA dec, March | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, MECHVALVREP 2012-01-01, VITKANTAGDEC 2025-03-31                          | outstanding
        valve, VKA dec, April | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, MECHVALVREP 2012-01-01, VITKANTAGDEC 2025-04-01                          | adjusted VALVITKDEC
        valve, VKA dec, twice | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, MECHVALVREP 2012-01-01, VITKANTAGDEC 2015-04-01, VITKANTAGDEC 2026-03-31 | adjusted VALVITKDEC
        VKA dec               | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, VITKANTAGDEC 2025-04-01                                                  | outstanding
        DOAC con              | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, DOACCON 1999-01-01                                                       | outstanding
        DOAC con, VKA con     | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, DOACCON 1999-01-01, VITKANTAGCON 1999-01-01                              | adjusted DOACXVITKC
        syndrome, VKA con     | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, ANTIPHOSYND 1999-01-01, VITKANTAGCON 1999-01-01                          | adjusted DOACXVITKC
        no need, VKA con      | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, DOACNI 2025-04-01, VITKANTAGCON 1999-01-01                               | adjusted DOACXVITKC
        March, VKA con        | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, DOACNI 2025-03-31, VITKANTAGCON 1999-01-01                               | outstanding
        both declined         | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, DOACDEC 2025-04-01, VITKANTAGDEC 2025-04-01                              | adjusted DOACDVITKD
        DOAC dec in March     | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, DOACDEC 2025-03-31, VITKANTAGDEC 2025-04-01                              | outstanding
        VKA dec in March      | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, DOACDEC 2025-04-01, VITKANTAGDEC 2025-03-31                              | outstanding
        DOAC dec, VKA con     | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, DOACDEC 2025-04-01, VITKANTAGCON 1999-01-01                              | adjusted DOACDVITKC
        March dec, VKA con    | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, DOACDEC 2025-03-31, VITKANTAGCON 1999-01-01                              | outstanding
        DOAC con, VKA dec     | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, DOACCON 1999-01-01, VITKANTAGDEC 2025-04-01                              | adjusted DOACXVITKD
        con, VKA dec in March | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, DOACCON 1999-01-01, VITKANTAGDEC 2025-03-31                              | outstanding
        no need, VKA dec      | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, DOACNI 2025-04-01, VITKANTAGDEC 2025-04-01                               | adjusted DOACXVITKD
        March, VKA dec        | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, DOACNI 2025-03-31, VITKANTAGDEC 2025-04-01                               | outstanding
        care unsuitable       | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, AFIBPCAPU 2025-04-01, AFIBPCADEC 2025-04-01                              | outstanding
        new 31 December       | 1960-01-01 | AFIB 2025-12-31, CHADVASC 2 2012-01-01                                                                           | outstanding
        new 1 January         | 1960-01-01 | AFIB 2026-01-01, CHADVASC 2 2012-01-01                                                                           | adjusted DIAG1_DAT
        coded again           | 1960-01-01 | AFIB 2010-01-01, AFIB 2026-01-01, CHADVASC 2 2012-01-01                                                          | outstanding
        """);

    public static readonly SpecTable[] AF008_new_at_the_practice = HeartPressureSpec.FromRules49("""
        patient     | born       | registered | events                                                                  | AF008
        31 December | 1960-01-01 | 2025-12-31 | AFIB 2010-01-01, CHADVASC 2 2012-01-01                                  | outstanding
        1 January   | 1960-01-01 | 2026-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01                                  | adjusted REG1_DAT3
        new as well | 1960-01-01 | 2026-01-01 | AFIB 2026-01-01, CHADVASC 2 2026-01-01                                  | adjusted DIAG1_DAT
        on a DOAC   | 1960-01-01 | 2026-01-01 | AFIB 2026-01-01, CHADVASC 2 2026-01-01, DIRECTORANTICOAGDRUG 2026-02-01 | achieved
        """);

    private static SpecTable Scores(string framework, string achievementDate) => SpecTable.Of(framework, achievementDate, """
        patient                   | born       | events                                                        | AF007             | AF008
        no score                  | 1960-01-01 | AFIB 2010-01-01                                               | excluded CHADVASC | excluded CHADVASC
        1                         | 1960-01-01 | AFIB 2010-01-01, CHADVASC 1 2012-01-01                        | excluded CHADVASC | excluded CHADVASC
        2                         | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01                        | outstanding       | outstanding
        2, then 1                 | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, CHADVASC 1 2013-01-01 | excluded CHADVASC | excluded CHADVASC
        1, then 2                 | 1960-01-01 | AFIB 2010-01-01, CHADVASC 1 2012-01-01, CHADVASC 2 2013-01-01 | outstanding       | outstanding
        1 and 2 on one day        | 1960-01-01 | AFIB 2010-01-01, CHADVASC 1 2012-01-01, CHADVASC 2 2012-01-01 | outstanding       | outstanding
        CHADS2 1                  | 1960-01-01 | AFIB 2010-01-01, CHAD 1 2012-01-01                            | excluded CHADVASC | excluded CHADVASC
        CHADS2 31 March 2015      | 1960-01-01 | AFIB 2010-01-01, CHAD 2 2015-03-31                            | outstanding       | outstanding
        CHADS2 1 April 2015       | 1960-01-01 | AFIB 2010-01-01, CHAD 2 2015-04-01                            | excluded CHADVASC | excluded CHADVASC
        CHADS2 2, then 1          | 1960-01-01 | AFIB 2010-01-01, CHAD 2 2012-01-01, CHAD 1 2013-01-01         | excluded CHADVASC | excluded CHADVASC
        CHADS2 2, late 1          | 1960-01-01 | AFIB 2010-01-01, CHAD 2 2012-01-01, CHAD 1 2016-01-01         | outstanding       | outstanding
        CHADS2 1 and 2 on one day | 1960-01-01 | AFIB 2010-01-01, CHAD 1 2012-01-01, CHAD 2 2012-01-01         | outstanding       | outstanding
        CHADS2 3, later 1         | 1960-01-01 | AFIB 2010-01-01, CHAD 3 2012-01-01, CHADVASC 1 2013-01-01     | excluded CHADVASC | excluded CHADVASC
        3, later CHADS2 1         | 1960-01-01 | AFIB 2010-01-01, CHADVASC 3 2012-01-01, CHAD 1 2013-01-01     | excluded CHADVASC | excluded CHADVASC
        1, later CHADS2 2         | 1960-01-01 | AFIB 2010-01-01, CHADVASC 1 2012-01-01, CHAD 2 2013-01-01     | outstanding       | outstanding
        both, CHADS2 higher       | 1960-01-01 | AFIB 2010-01-01, CHADVASC 1 2012-01-01, CHAD 2 2012-01-01     | outstanding       | outstanding
        both, CHADS2 lower        | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, CHAD 1 2012-01-01     | outstanding       | outstanding
        no fibrillation           | 1960-01-01 | CHADVASC 2 2012-01-01                                         | -                 | -
        """).In(framework, achievementDate);
}
