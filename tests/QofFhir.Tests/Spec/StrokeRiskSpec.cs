namespace QofFhir.Tests.Spec;

/// <summary>AF006 (stroke risk assessed in the year) and the general adjustments of atrial fibrillation.</summary>
internal static class StrokeRiskSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("AFIBINV2: other end", "only its presence is asked"),
        ("AFIBINV3: other end", "only its presence is asked"),
    ];

    private const string Codes = """
        patient     | born       | events                                                        | AF006
        none        | 1960-01-01 | AFIB 2010-01-01                                               | outstanding
        PU March    | 1960-01-01 | AFIB 2010-01-01, AFIBPCAPU 2018-03-31                         | outstanding
        PU April    | 1960-01-01 | AFIB 2010-01-01, AFIBPCAPU 2018-04-01                         | adjusted AFIBPCAPU
        PU twice    | 1960-01-01 | AFIB 2010-01-01, AFIBPCAPU 2012-04-01, AFIBPCAPU 2019-03-31   | adjusted AFIBPCAPU
        DEC March   | 1960-01-01 | AFIB 2010-01-01, AFIBPCADEC 2018-03-31                        | outstanding
        DEC April   | 1960-01-01 | AFIB 2010-01-01, AFIBPCADEC 2018-04-01                        | adjusted AFIBPCADEC
        DEC twice   | 1960-01-01 | AFIB 2010-01-01, AFIBPCADEC 2012-04-01, AFIBPCADEC 2019-03-31 | adjusted AFIBPCADEC
        new 31 Dec  | 1960-01-01 | AFIB 2018-12-31                                               | outstanding
        new 1 Jan   | 1960-01-01 | AFIB 2019-01-01                                               | adjusted DIAG1_DAT
        coded again | 1960-01-01 | AFIB 2010-01-01, AFIB 2019-01-01                              | outstanding
        """;

    private const string Order = """
        patient     | born       | registered | events                                                                                                      | AF006
        31 December | 1960-01-01 | 2018-12-31 | AFIB 2010-01-01                                                                                             | outstanding
        1 January   | 1960-01-01 | 2019-01-01 | AFIB 2010-01-01                                                                                             | adjusted REG1_DAT3
        new as well | 1960-01-01 | 2019-01-01 | AFIB 2019-01-01                                                                                             | adjusted DIAG1_DAT
        invited     | 1960-01-01 | 2019-01-01 | AFIB 2019-01-01, AFIBINVITE 2019-01-05, AFIBINVITE 2019-02-05, AFIBINVITE 2019-03-05                        | adjusted AFIBINV1
        DEC         | 1960-01-01 | 2019-01-01 | AFIB 2019-01-01, AFIBINVITE 2019-01-05, AFIBINVITE 2019-02-05, AFIBINVITE 2019-03-05, AFIBPCADEC 2019-02-01 | adjusted AFIBPCADEC
        PU          | 1960-01-01 | 2019-01-01 | AFIB 2019-01-01, AFIBPCAPU 2019-02-01, AFIBPCADEC 2019-02-01                                                | adjusted AFIBPCAPU
        """;

    private const string Two = """
        patient           | born       | events                                                        | AF006
        one               | 1960-01-01 | AFIB 2010-01-01, AFIBINVITE 2019-05-01                        | outstanding
        day 6             | 1960-01-01 | AFIB 2010-01-01, AFIBINVITE 2019-05-01, AFIBINVITE 2019-05-07 | outstanding
        day 7             | 1960-01-01 | AFIB 2010-01-01, AFIBINVITE 2019-05-01, AFIBINVITE 2019-05-08 | adjusted AFIBINV1
        first on 31 March | 1960-01-01 | AFIB 2010-01-01, AFIBINVITE 2019-03-31, AFIBINVITE 2019-04-07 | outstanding
        first on 1 April  | 1960-01-01 | AFIB 2010-01-01, AFIBINVITE 2019-04-01, AFIBINVITE 2019-04-08 | adjusted AFIBINV1
        """;

    private const string Three = """
        patient           | born       | events                                                                               | AF006
        two               | 1960-01-01 | AFIB 2010-01-01, AFIBINVITE 2018-05-01, AFIBINVITE 2018-06-01                        | outstanding
        third on day 6    | 1960-01-01 | AFIB 2010-01-01, AFIBINVITE 2018-05-01, AFIBINVITE 2018-05-08, AFIBINVITE 2018-05-14 | outstanding
        third on day 7    | 1960-01-01 | AFIB 2010-01-01, AFIBINVITE 2018-05-01, AFIBINVITE 2018-05-08, AFIBINVITE 2018-05-15 | adjusted AFIBINV1
        second on day 6   | 1960-01-01 | AFIB 2010-01-01, AFIBINVITE 2018-05-01, AFIBINVITE 2018-05-07, AFIBINVITE 2018-05-14 | outstanding
        first on 31 March | 1960-01-01 | AFIB 2010-01-01, AFIBINVITE 2018-03-31, AFIBINVITE 2018-04-07, AFIBINVITE 2018-04-14 | outstanding
        first on 1 April  | 1960-01-01 | AFIB 2010-01-01, AFIBINVITE 2018-04-01, AFIBINVITE 2018-04-08, AFIBINVITE 2018-04-15 | adjusted AFIBINV1
        """;

    public static readonly SpecTable[] Assessed_in_the_year_unless_an_earlier_score_is_2_or_more = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient              | born       | events                                                        | AF006
        31 March             | 1960-01-01 | AFIB 2010-01-01, CHADVASC 1 2018-03-31                        | outstanding
        1 April              | 1960-01-01 | AFIB 2010-01-01, CHADVASC 1 2018-04-01                        | achieved
        without a value      | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2018-09-01                          | achieved
        2 on 31 March        | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2018-03-31                        | excluded CHAD_VAL2
        2 on 1 April         | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2018-04-01                        | achieved
        old CHADS2 of 2      | 1960-01-01 | AFIB 2010-01-01, CHAD 2 2012-01-01                            | excluded CHAD_VAL2
        old CHADS2 of 1      | 1960-01-01 | AFIB 2010-01-01, CHAD 1 2012-01-01                            | outstanding
        CHADS2 this year     | 1960-01-01 | AFIB 2010-01-01, CHAD 2 2018-09-01                            | outstanding
        2, then 1            | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, CHADVASC 1 2013-01-01 | outstanding
        1, then 2            | 1960-01-01 | AFIB 2010-01-01, CHADVASC 1 2012-01-01, CHADVASC 2 2013-01-01 | excluded CHAD_VAL2
        both on one day      | 1960-01-01 | AFIB 2010-01-01, CHADVASC 1 2012-01-01, CHAD 2 2012-01-01     | excluded CHAD_VAL2
        2, then 1 this year  | 1960-01-01 | AFIB 2010-01-01, CHADVASC 2 2012-01-01, CHADVASC 1 2018-09-01 | achieved
        1, then 1 this year  | 1960-01-01 | AFIB 2010-01-01, CHADVASC 1 2012-01-01, CHADVASC 1 2018-09-01 | achieved
        no fibrillation      | 1960-01-01 | CHADVASC 1 2018-09-01                                         | -
        assessed, unsuitable | 1960-01-01 | AFIB 2010-01-01, CHADVASC 1 2018-09-01, AFIBPCAPU 2018-09-01  | achieved
        """).AlsoIn("2019-20", "2024-25", "2025-26", "2026-27");

    public static readonly SpecTable[] Codes_count_for_twelve_months =
        SpecTable.Of("qof-england-2018-19", "2019-03-31", Codes).AlsoIn("2019-20", "2024-25", "2025-26", "2026-27");

    public static readonly SpecTable[] The_upper_row_decides =
        SpecTable.Of("qof-england-2018-19", "2019-03-31", Order).AlsoIn("2019-20", "2024-25", "2025-26", "2026-27");

    public static readonly SpecTable[] From_2019_20_two_invitations_seven_days_apart =
        SpecTable.Of("qof-england-2019-20", "2020-03-31", Two).AlsoIn("2024-25", "2025-26", "2026-27");

    public static readonly SpecTable In_2018_19_three_each_seven_days_apart = SpecTable.Of("qof-england-2018-19", "2019-03-31", Three);

    public static readonly SpecTable[] AF007_has_the_same_codes = SpecTable.Of("qof-england-2018-19", "2019-03-31", AtRisk(Codes)).AlsoIn("2019-20");

    public static readonly SpecTable[] AF007_has_the_same_order = SpecTable.Of("qof-england-2018-19", "2019-03-31", AtRisk(Order)).AlsoIn("2019-20");

    public static readonly SpecTable AF007_has_the_same_two_invitations = SpecTable.Of("qof-england-2019-20", "2020-03-31", AtRisk(Two));

    public static readonly SpecTable AF007_has_the_same_three_invitations = SpecTable.Of("qof-england-2018-19", "2019-03-31", AtRisk(Three));

    /// <summary>The same patients with a score of 2, for AF007.</summary>
    private static string AtRisk(string table) => table.Replace("AFIB 20", "CHADVASC 2 2012-01-01, AFIB 20", StringComparison.Ordinal)
        .Replace("AF006", "AF007", StringComparison.Ordinal);
}
