namespace QofFhir.Tests.Spec;

/// <summary>DEP003 and DEP004, its later number: QOF business rules, Depression, rules 1 to 8.</summary>
internal static class DepressionSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("INTIME: other end", "only its presence is asked"),
        ("DEPRES: other end", "only its presence is asked"),
        ("DEPRINVITE3: other end", "only its presence is asked"),
        ("DEPRINVITE2: other end", "only its presence is asked, but for the third invitation of 2018/19"),
    ];

    public static readonly SpecTable[] The_latest_first_or_new_episode_stands_until_it_is_resolved = EachYear("""
        patient                | born       | events                                              | DEP004
        nothing                | 1960-01-01 |                                                     | -
        not stated             | 1960-01-01 | DEPR 2024-06-01                                     | outstanding
        first                  | 1960-01-01 | DEPR:first 2024-06-01                               | outstanding
        new                    | 1960-01-01 | DEPR:new 2024-06-01                                 | outstanding
        review                 | 1960-01-01 | DEPR:review 2024-06-01                              | -
        end                    | 1960-01-01 | DEPR:end 2024-06-01                                 | -
        first, then review     | 1960-01-01 | DEPR:first 2023-06-01, DEPR:review 2024-06-01       | excluded DEPR_DAT2
        first, then new        | 1960-01-01 | DEPR:first 2020-06-01, DEPR:new 2024-06-01          | outstanding
        on the last day        | 1960-01-01 | DEPR 2025-03-31                                     | adjusted DIAG1_DAT
        after the last day     | 1960-01-01 | DEPR 2025-04-01                                     | -
        resolved day before    | 1960-01-01 | DEPR 2024-06-01, DEPRES 2024-05-31                  | outstanding
        resolved same day      | 1960-01-01 | DEPR 2024-06-01, DEPRES 2024-06-01                  | -
        resolved day after     | 1960-01-01 | DEPR 2024-06-01, DEPRES 2024-06-02                  | -
        resolved last day      | 1960-01-01 | DEPR 2024-06-01, DEPRES 2025-03-31                  | -
        resolved next day      | 1960-01-01 | DEPR 2024-06-01, DEPRES 2025-04-01                  | outstanding
        again after resolution | 1960-01-01 | DEPR 2020-01-01, DEPRES 2021-01-01, DEPR 2024-06-01 | outstanding
        only resolved          | 1960-01-01 | DEPRES 2024-06-01                                   | -
        """);

    public static readonly SpecTable[] From_18_years_on = EachYear("""
        patient      | born       | events          | DEP004
        18 yesterday | 2007-03-30 | DEPR 2024-06-01 | outstanding
        18 today     | 2007-03-31 | DEPR 2024-06-01 | outstanding
        18 tomorrow  | 2007-04-01 | DEPR 2024-06-01 | -
        """);

    public static readonly SpecTable Episodes_count_from_1_April_2006_in_2024 = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient       | born       | events          | DEP004
        31 March 2006 | 1960-01-01 | DEPR 2006-03-31 | -
        1 April 2006  | 1960-01-01 | DEPR 2006-04-01 | excluded DEPR_DAT2
        """);

    public static readonly SpecTable Episodes_count_from_1_April_2006_in_2019 = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient       | born       | events          | DEP003
        31 March 2006 | 1960-01-01 | DEPR 2006-03-31 | -
        1 April 2006  | 1960-01-01 | DEPR 2006-04-01 | excluded DEPR_DAT2
        """);

    public static readonly SpecTable Episodes_count_from_1_April_2006_in_2018 = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient       | born       | events          | DEP003
        31 March 2006 | 1960-01-01 | DEPR 2006-03-31 | -
        1 April 2006  | 1960-01-01 | DEPR 2006-04-01 | excluded DEPR_DAT2
        """);

    public static readonly SpecTable[] Neither_diagnosed_15_nor_reviewed_12_months_before_the_year_end = EachYear("""
        patient               | born       | events                                                | DEP004
        30 December           | 1960-01-01 | DEPR 2023-12-30                                       | excluded DEPR_DAT2
        31 December           | 1960-01-01 | DEPR 2023-12-31                                       | excluded DEPR_DAT2
        1 January             | 1960-01-01 | DEPR 2024-01-01                                       | outstanding
        reviewed 31 March     | 1960-01-01 | DEPR 2024-02-10, DEPRVW 2024-03-31                    | excluded DEPRVW_DAT
        reviewed 1 April      | 1960-01-01 | DEPR 2024-02-10, DEPRVW 2024-04-01                    | achieved
        first of two          | 1960-01-01 | DEPR 2024-02-10, DEPRVW 2024-03-01, DEPRVW 2024-04-03 | excluded DEPRVW_DAT
        on the day            | 1960-01-01 | DEPR 2024-02-10, DEPRVW 2024-02-10                    | excluded DEPRVW_DAT
        the day before        | 1960-01-01 | DEPR 2024-02-10, DEPRVW 2024-02-09                    | outstanding
        of an earlier episode | 1960-01-01 | DEPR 2020-02-10, DEPRVW 2020-03-01, DEPR 2024-02-10   | outstanding
        """);

    public static readonly SpecTable[] The_review_lies_10_to_56_days_after_the_diagnosis = EachYear("""
        patient                          | born       | events                                                        | DEP004
        day 0                            | 1960-01-01 | DEPR 2024-06-01, DEPRVW 2024-06-01                            | outstanding
        day 9                            | 1960-01-01 | DEPR 2024-06-01, DEPRVW 2024-06-10                            | outstanding
        day 10                           | 1960-01-01 | DEPR 2024-06-01, DEPRVW 2024-06-11                            | achieved
        day 11                           | 1960-01-01 | DEPR 2024-06-01, DEPRVW 2024-06-12                            | achieved
        day 55                           | 1960-01-01 | DEPR 2024-06-01, DEPRVW 2024-07-26                            | achieved
        day 56                           | 1960-01-01 | DEPR 2024-06-01, DEPRVW 2024-07-27                            | achieved
        day 57                           | 1960-01-01 | DEPR 2024-06-01, DEPRVW 2024-07-28                            | outstanding
        days 5 and 20                    | 1960-01-01 | DEPR 2024-06-01, DEPRVW 2024-06-06, DEPRVW 2024-06-21         | achieved
        days 20 and 70                   | 1960-01-01 | DEPR 2024-06-01, DEPRVW 2024-06-21, DEPRVW 2024-08-10         | achieved
        days 5 and 70                    | 1960-01-01 | DEPR 2024-06-01, DEPRVW 2024-06-06, DEPRVW 2024-08-10         | outstanding
        day 20 before the second episode | 1960-01-01 | DEPR:first 2024-06-01, DEPRVW 2024-06-21, DEPR:new 2024-09-01 | outstanding
        day 20 after the second episode  | 1960-01-01 | DEPR:first 2024-06-01, DEPR:new 2024-09-01, DEPRVW 2024-09-21 | achieved
        """);

    public static readonly SpecTable[] An_adjustment_lasts_for_the_year = EachYear("""
        patient                | born       | events                                                        | DEP004
        DEPRPCAPU 31 March     | 1960-01-01 | DEPR 2024-06-01, DEPRPCAPU 2024-03-31                         | outstanding
        DEPRPCAPU 1 April      | 1960-01-01 | DEPR 2024-06-01, DEPRPCAPU 2024-04-01                         | adjusted DEPRPCAPU
        DEPRPCAPU last day     | 1960-01-01 | DEPR 2024-06-01, DEPRPCAPU 2025-03-31                         | adjusted DEPRPCAPU
        DEPRPCAPU old and new  | 1960-01-01 | DEPR 2024-06-01, DEPRPCAPU 2018-06-01, DEPRPCAPU 2024-06-01   | adjusted DEPRPCAPU
        DEPRPCADEC 31 March    | 1960-01-01 | DEPR 2024-06-01, DEPRPCADEC 2024-03-31                        | outstanding
        DEPRPCADEC 1 April     | 1960-01-01 | DEPR 2024-06-01, DEPRPCADEC 2024-04-01                        | adjusted DEPRPCADEC
        DEPRPCADEC last day    | 1960-01-01 | DEPR 2024-06-01, DEPRPCADEC 2025-03-31                        | adjusted DEPRPCADEC
        DEPRPCADEC old and new | 1960-01-01 | DEPR 2024-06-01, DEPRPCADEC 2018-06-01, DEPRPCADEC 2024-06-01 | adjusted DEPRPCADEC
        """);

    public static readonly SpecTable[] Two_invitations_seven_days_apart = TwoInvitations("""
        patient                | born       | events                                                                               | DEP004
        no invitation          | 1960-01-01 | DEPR 2024-06-01                                                                      | outstanding
        one                    | 1960-01-01 | DEPR 2024-06-01, DEPRINVITE 2024-05-01                                               | outstanding
        same day               | 1960-01-01 | DEPR 2024-06-01, DEPRINVITE 2024-05-01, DEPRINVITE 2024-05-01                        | outstanding
        day 6                  | 1960-01-01 | DEPR 2024-06-01, DEPRINVITE 2024-05-01, DEPRINVITE 2024-05-07                        | outstanding
        day 7                  | 1960-01-01 | DEPR 2024-06-01, DEPRINVITE 2024-05-01, DEPRINVITE 2024-05-08                        | adjusted DEPRINVITE
        first before April     | 1960-01-01 | DEPR 2024-06-01, DEPRINVITE 2024-03-31, DEPRINVITE 2024-04-07                        | outstanding
        first on 1 April       | 1960-01-01 | DEPR 2024-06-01, DEPRINVITE 2024-04-01, DEPRINVITE 2024-04-08                        | adjusted DEPRINVITE
        third makes the pair   | 1960-01-01 | DEPR 2024-06-01, DEPRINVITE 2024-05-01, DEPRINVITE 2024-05-04, DEPRINVITE 2024-05-08 | adjusted DEPRINVITE
        second on the last day | 1960-01-01 | DEPR 2024-06-01, DEPRINVITE 2025-03-24, DEPRINVITE 2025-03-31                        | adjusted DEPRINVITE
        second after the year  | 1960-01-01 | DEPR 2024-06-01, DEPRINVITE 2025-03-25, DEPRINVITE 2025-04-01                        | outstanding
        """);

    public static readonly SpecTable Three_invitations_seven_days_apart_in_2018 = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient             | born       | events                                                                                                      | DEP003
        one                 | 1960-01-01 | DEPR 2018-06-01, DEPRINVITE 2018-05-01                                                                      | outstanding
        two                 | 1960-01-01 | DEPR 2018-06-01, DEPRINVITE 2018-05-01, DEPRINVITE 2018-05-08                                               | outstanding
        third after 6 days  | 1960-01-01 | DEPR 2018-06-01, DEPRINVITE 2018-05-01, DEPRINVITE 2018-05-08, DEPRINVITE 2018-05-14                        | outstanding
        third after 7 days  | 1960-01-01 | DEPR 2018-06-01, DEPRINVITE 2018-05-01, DEPRINVITE 2018-05-08, DEPRINVITE 2018-05-15                        | adjusted DEPRINVITE
        second after 6 days | 1960-01-01 | DEPR 2018-06-01, DEPRINVITE 2018-05-01, DEPRINVITE 2018-05-07, DEPRINVITE 2018-05-14                        | outstanding
        one too many        | 1960-01-01 | DEPR 2018-06-01, DEPRINVITE 2018-05-01, DEPRINVITE 2018-05-07, DEPRINVITE 2018-05-08, DEPRINVITE 2018-05-15 | adjusted DEPRINVITE
        first before April  | 1960-01-01 | DEPR 2018-06-01, DEPRINVITE 2018-03-31, DEPRINVITE 2018-04-07, DEPRINVITE 2018-04-14                        | outstanding
        first on 1 April    | 1960-01-01 | DEPR 2018-06-01, DEPRINVITE 2018-04-01, DEPRINVITE 2018-04-08, DEPRINVITE 2018-04-15                        | adjusted DEPRINVITE
        """);

    public static readonly SpecTable[] Newly_diagnosed_or_newly_registered = EachYear("""
        patient                | born       | registered | events                                     | DEP004
        new 31 December        | 1960-01-01 | 2001-01-01 | DEPR 2024-12-31                            | outstanding
        new 1 January          | 1960-01-01 | 2001-01-01 | DEPR 2025-01-01                            | adjusted DIAG1_DAT
        new again              | 1960-01-01 | 2001-01-01 | DEPR:first 2024-06-01, DEPR:new 2025-01-01 | adjusted DIAG1_DAT
        registered 31 December | 1960-01-01 | 2024-12-31 | DEPR 2024-06-01                            | outstanding
        registered 1 January   | 1960-01-01 | 2025-01-01 | DEPR 2024-06-01                            | adjusted REG1_DAT3
        both                   | 1960-01-01 | 2025-01-01 | DEPR 2025-01-01                            | adjusted DIAG1_DAT
        """);

    public static readonly SpecTable[] The_upper_row_decides = EachYear("""
        patient             | born       | registered | events                                                                                                         | DEP004
        diagnosed too early | 1960-01-01 | 2025-01-01 | DEPR 2023-12-01, DEPRVW 2024-01-15, DEPRPCAPU 2024-05-01                                                       | excluded DEPR_DAT2
        reviewed too early  | 1960-01-01 | 2025-01-01 | DEPR 2024-02-10, DEPRVW 2024-03-01, DEPRPCAPU 2024-05-01                                                       | excluded DEPRVW_DAT
        achieved            | 1960-01-01 | 2025-01-01 | DEPR 2025-01-05, DEPRVW 2025-01-20, DEPRPCAPU 2024-05-01, DEPRPCADEC 2024-05-01, DEPRINVITE 2024-05-01, DEPRINVITE 2024-05-08, DEPRINVITE 2024-05-15 | achieved
        all                 | 1960-01-01 | 2025-01-01 | DEPR 2025-01-05, DEPRPCAPU 2024-05-01, DEPRPCADEC 2024-05-01, DEPRINVITE 2024-05-01, DEPRINVITE 2024-05-08, DEPRINVITE 2024-05-15 | adjusted DEPRPCAPU
        without unsuitable  | 1960-01-01 | 2025-01-01 | DEPR 2025-01-05, DEPRPCADEC 2024-05-01, DEPRINVITE 2024-05-01, DEPRINVITE 2024-05-08, DEPRINVITE 2024-05-15    | adjusted DEPRPCADEC
        without declined    | 1960-01-01 | 2025-01-01 | DEPR 2025-01-05, DEPRINVITE 2024-05-01, DEPRINVITE 2024-05-08, DEPRINVITE 2024-05-15                           | adjusted DEPRINVITE
        without invitations | 1960-01-01 | 2025-01-01 | DEPR 2025-01-05                                                                                                | adjusted DIAG1_DAT
        """);

    /// <summary>Rules that read the same in the three years.</summary>
    private static SpecTable[] EachYear(string table) => [.. TwoInvitations(table), AsDep003(table).In("qof-england-2018-19", "2019-03-31")];

    private static SpecTable[] TwoInvitations(string table) =>
    [
        SpecTable.Of("qof-england-2024-25", "2025-03-31", table),
        AsDep003(table).In("qof-england-2019-20", "2020-03-31"),
    ];

    private static SpecTable AsDep003(string table) =>
        SpecTable.Of("qof-england-2024-25", "2025-03-31", table.Replace("DEP004", "DEP003", StringComparison.Ordinal));
}
