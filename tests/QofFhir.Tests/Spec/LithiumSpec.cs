namespace QofFhir.Tests.Spec;

/// <summary>MH009 and MH010 of 2018/19, and the three invitations of that year.</summary>
internal static class LithiumSpec
{
    public static readonly SpecTable Three_invitations_each_seven_days_after_the_one_before = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient             | born       | sex    | events                        | MH002             | MH003             | MH007             | MH008             | MH009             | MH010
        none                | 1970-06-01 | female | MH 2010-01-01, LIT 2019-01-15 | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        two                 | 1970-06-01 | female | MH 2010-01-01, LIT 2019-01-15, MHINVITE 2018-05-01, MHINVITE 2018-05-08 | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        three               | 1970-06-01 | female | MH 2010-01-01, LIT 2019-01-15, MHINVITE 2018-05-01, MHINVITE 2018-05-08, MHINVITE 2018-05-15 | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE
        third on day 6      | 1970-06-01 | female | MH 2010-01-01, LIT 2019-01-15, MHINVITE 2018-05-01, MHINVITE 2018-05-08, MHINVITE 2018-05-14 | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        second on day 6     | 1970-06-01 | female | MH 2010-01-01, LIT 2019-01-15, MHINVITE 2018-05-01, MHINVITE 2018-05-07, MHINVITE 2018-05-14 | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        fourth in time      | 1970-06-01 | female | MH 2010-01-01, LIT 2019-01-15, MHINVITE 2018-05-01, MHINVITE 2018-05-07, MHINVITE 2018-05-14, MHINVITE 2018-05-21 | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE
        first before April  | 1970-06-01 | female | MH 2010-01-01, LIT 2019-01-15, MHINVITE 2018-03-31, MHINVITE 2018-04-07, MHINVITE 2018-04-14 | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        first on 1 April    | 1970-06-01 | female | MH 2010-01-01, LIT 2019-01-15, MHINVITE 2018-04-01, MHINVITE 2018-04-08, MHINVITE 2018-04-15 | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE
        third after the end | 1970-06-01 | female | MH 2010-01-01, LIT 2019-01-15, MHINVITE 2019-03-18, MHINVITE 2019-03-25, MHINVITE 2019-04-01 | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        """);

    public static readonly SpecTable Creatinine_and_thyroid_function_in_nine_months_on_lithium = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient               | born       | events                                              | MH009
        nothing               | 1960-01-01 | LIT 2019-01-15                                      | outstanding
        both on 1 July        | 1960-01-01 | LIT 2019-01-15, CRE 80 2018-07-01, TFT 2 2018-07-01 | achieved
        creatinine on 30 June | 1960-01-01 | LIT 2019-01-15, CRE 80 2018-06-30, TFT 2 2018-07-01 | outstanding
        thyroid on 30 June    | 1960-01-01 | LIT 2019-01-15, CRE 80 2018-07-01, TFT 2 2018-06-30 | outstanding
        creatinine only       | 1960-01-01 | LIT 2019-01-15, CRE 80 2018-12-01                   | outstanding
        thyroid only          | 1960-01-01 | LIT 2019-01-15, TFT 2 2018-12-01                    | outstanding
        last day              | 1960-01-01 | LIT 2019-01-15, CRE 80 2019-03-31, TFT 2 2019-03-31 | achieved
        old and new           | 1960-01-01 | LIT 2019-01-15, CRE 80 2015-01-01, TFT 2 2015-01-01, CRE 80 2018-12-01, TFT 2 2018-12-01 | achieved
        in remission          | 1960-01-01 | LIT 2019-01-15, MHREM 2015-01-01                    | outstanding
        no lithium            | 1960-01-01 | MH 2010-01-01, CRE 80 2018-12-01, TFT 2 2018-12-01  | -
        """);

    public static readonly SpecTable The_last_lithium_level_in_four_months_is_in_range = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient            | born       | events                                                       | MH010
        none               | 1960-01-01 | LIT 2019-01-15                                               | outstanding
        0.39               | 1960-01-01 | LIT 2019-01-15, LITLEV 0.39 2019-02-01                       | outstanding
        0.4                | 1960-01-01 | LIT 2019-01-15, LITLEV 0.4 2019-02-01                        | achieved
        1.0                | 1960-01-01 | LIT 2019-01-15, LITLEV 1.0 2019-02-01                        | achieved
        1.01               | 1960-01-01 | LIT 2019-01-15, LITLEV 1.01 2019-02-01                       | outstanding
        30 November        | 1960-01-01 | LIT 2019-01-15, LITLEV 0.7 2018-11-30                        | outstanding
        1 December         | 1960-01-01 | LIT 2019-01-15, LITLEV 0.7 2018-12-01                        | achieved
        last day           | 1960-01-01 | LIT 2019-01-15, LITLEV 0.7 2019-03-31                        | achieved
        day after          | 1960-01-01 | LIT 2019-01-15, LITLEV 0.7 2019-04-01                        | outstanding
        good, then high    | 1960-01-01 | LIT 2019-01-15, LITLEV 0.7 2019-02-01, LITLEV 1.2 2019-02-02 | outstanding
        high, then good    | 1960-01-01 | LIT 2019-01-15, LITLEV 1.2 2019-02-01, LITLEV 0.7 2019-02-02 | achieved
        lowest of the day  | 1960-01-01 | LIT 2019-01-15, LITLEV 0.7 2019-02-01, LITLEV 1.2 2019-02-01 | achieved
        without value last | 1960-01-01 | LIT 2019-01-15, LITLEV 0.7 2019-02-01, LITLEV 2019-02-02     | achieved
        no lithium         | 1960-01-01 | MH 2010-01-01, LITLEV 0.7 2019-02-01                         | -
        """);

    public static readonly SpecTable Invited_after_a_level_out_of_range_or_without_one = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient            | born       | events                                | MH010
        no level           | 1960-01-01 | LIT 2019-01-15, MHINVITE 2018-05-01, MHINVITE 2018-05-08, MHINVITE 2018-05-15 | adjusted MHINVITE
        level before       | 1960-01-01 | LIT 2019-01-15, LITLEV 1.2 2018-11-30, MHINVITE 2018-05-01, MHINVITE 2018-05-08, MHINVITE 2018-05-15 | adjusted MHINVITE
        high after         | 1960-01-01 | LIT 2019-01-15, LITLEV 1.2 2018-12-01, MHINVITE 2018-05-01, MHINVITE 2018-05-08, MHINVITE 2018-05-15 | outstanding
        high, then invited | 1960-01-01 | LIT 2019-01-15, LITLEV 1.2 2019-02-01, MHINVITE 2019-02-02, MHINVITE 2019-02-09, MHINVITE 2019-02-16 | adjusted MHINVITE
        high on the day    | 1960-01-01 | LIT 2019-01-15, LITLEV 1.2 2019-02-02, MHINVITE 2019-02-02, MHINVITE 2019-02-09, MHINVITE 2019-02-16 | outstanding
        good, then invited | 1960-01-01 | LIT 2019-01-15, LITLEV 0.7 2019-02-01, MHINVITE 2019-02-02, MHINVITE 2019-02-09, MHINVITE 2019-02-16 | achieved
        high, not invited  | 1960-01-01 | LIT 2019-01-15, LITLEV 1.2 2019-02-01 | outstanding
        """);

    public static readonly SpecTable On_lithium_the_adjustments_of_the_area = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient               | born       | events                                                   | MH009              | MH010
        MHPCAPU 31 March      | 1960-01-01 | LIT 2019-01-15, MHPCAPU 2018-03-31                       | outstanding        | outstanding
        MHPCAPU 1 April       | 1960-01-01 | LIT 2019-01-15, MHPCAPU 2018-04-01                       | adjusted MHPCAPU   | adjusted MHPCAPU
        MHPCAPU last day      | 1960-01-01 | LIT 2019-01-15, MHPCAPU 2019-03-31                       | adjusted MHPCAPU   | adjusted MHPCAPU
        MHPCAPU old and new   | 1960-01-01 | LIT 2019-01-15, MHPCAPU 2015-01-01, MHPCAPU 2018-05-01   | adjusted MHPCAPU   | adjusted MHPCAPU
        MHPCADEC 31 March     | 1960-01-01 | LIT 2019-01-15, MHPCADEC 2018-03-31                      | outstanding        | outstanding
        MHPCADEC 1 April      | 1960-01-01 | LIT 2019-01-15, MHPCADEC 2018-04-01                      | adjusted MHPCADEC  | adjusted MHPCADEC
        MHPCADEC last day     | 1960-01-01 | LIT 2019-01-15, MHPCADEC 2019-03-31                      | adjusted MHPCADEC  | adjusted MHPCADEC
        MHPCADEC old and new  | 1960-01-01 | LIT 2019-01-15, MHPCADEC 2015-01-01, MHPCADEC 2018-05-01 | adjusted MHPCADEC  | adjusted MHPCADEC
        diagnosed 30 June     | 1960-01-01 | LIT 2019-01-15, MH 2018-06-30                            | outstanding        | outstanding
        diagnosed 1 July      | 1960-01-01 | LIT 2019-01-15, MH 2018-07-01                            | outstanding        | adjusted DIAG1_DT9M
        diagnosed 31 December | 1960-01-01 | LIT 2019-01-15, MH 2018-12-31                            | outstanding        | adjusted DIAG1_DT9M
        diagnosed 1 January   | 1960-01-01 | LIT 2019-01-15, MH 2019-01-01                            | adjusted DIAG1_DAT | adjusted DIAG1_DT9M
        """);

    public static readonly SpecTable On_lithium_and_new_at_the_practice = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient     | born       | registered | events                        | MH009              | MH010
        30 June     | 1960-01-01 | 2018-06-30 | LIT 2019-01-15                | outstanding        | outstanding
        1 July      | 1960-01-01 | 2018-07-01 | LIT 2019-01-15                | outstanding        | adjusted REG1_DAT9
        31 December | 1960-01-01 | 2018-12-31 | LIT 2019-01-15                | outstanding        | adjusted REG1_DAT9
        1 January   | 1960-01-01 | 2019-01-01 | LIT 2019-01-15                | adjusted REG1_DAT3 | adjusted REG1_DAT9
        achieved    | 1960-01-01 | 2019-02-01 | LIT 2019-01-15, MH 2019-02-01, CRE 80 2019-01-01, TFT 2 2019-01-01, LITLEV 0.7 2019-01-01, MHPCAPU 2019-01-01, MHPCADEC 2019-01-01, MHINVITE 2018-05-01, MHINVITE 2018-05-08, MHINVITE 2018-05-15 | achieved           | achieved
        unsuitable  | 1960-01-01 | 2019-02-01 | LIT 2019-01-15, MH 2019-02-01, MHPCAPU 2019-01-01, MHPCADEC 2019-01-01, MHINVITE 2018-05-01, MHINVITE 2018-05-08, MHINVITE 2018-05-15 | adjusted MHPCAPU   | adjusted MHPCAPU
        declined    | 1960-01-01 | 2019-02-01 | LIT 2019-01-15, MH 2019-02-01, MHPCADEC 2019-01-01, MHINVITE 2018-05-01, MHINVITE 2018-05-08, MHINVITE 2018-05-15 | adjusted MHPCADEC  | adjusted MHPCADEC
        invited     | 1960-01-01 | 2019-02-01 | LIT 2019-01-15, MH 2019-02-01, MHINVITE 2018-05-01, MHINVITE 2018-05-08, MHINVITE 2018-05-15 | adjusted MHINVITE  | adjusted MHINVITE
        diagnosed   | 1960-01-01 | 2019-02-01 | LIT 2019-01-15, MH 2019-02-01 | adjusted DIAG1_DAT | adjusted DIAG1_DT9M
        """);
}
