namespace QofFhir.Tests.Spec;

/// <summary>DEM001, DEM004 and the blood tests of DEM005: QOF business rules, Dementia.</summary>
internal static class DementiaSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("HB: other end", "only its presence is asked"),
        ("CALC: other end", "only its presence is asked"),
        ("GLUC: other end", "only its presence is asked"),
        ("KIDNEY: other end", "only its presence is asked"),
        ("LFT: other end", "only its presence is asked"),
        ("TFT: other end", "only its presence is asked"),
        ("B12: other end", "only its presence is asked"),
        ("FOLATE: other end", "only its presence is asked"),
        ("DEMINVITE3: other end", "only its presence is asked"),
        ("DEMINVITE2: other end", "only its presence is asked, but for the third invitation of 2018/19"),
    ];

    public static readonly SpecTable[] A_diagnosis_is_for_life = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient   | born       | events         | DEM001      | DEM004             | DEM005
        nothing   | 1960-01-01 |                | -           | -                  | -
        long ago  | 1960-01-01 | DEM 1998-01-01 | on-register | outstanding        | excluded DEM_DAT2
        last day  | 1960-01-01 | DEM 2019-03-31 | on-register | adjusted DIAG1_DAT | adjusted DIAG1_DAT
        day after | 1960-01-01 | DEM 2019-04-01 | -           | -                  | -
        young     | 2000-01-01 | DEM 2018-06-15 | on-register | outstanding        | outstanding
        """).AlsoIn("2019-20", "2024-25", "2025-26", "2026-27");

    public static readonly SpecTable[] A_plan_agreed_or_reviewed_in_12_months = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient               | born       | events                                                   | DEM004
        none                  | 1960-01-01 | DEM 2018-06-15                                           | outstanding
        DEMCP 31 March        | 1960-01-01 | DEM 2018-06-15, DEMCP 2018-03-31                         | outstanding
        DEMCP 1 April         | 1960-01-01 | DEM 2018-06-15, DEMCP 2018-04-01                         | achieved
        DEMCP last day        | 1960-01-01 | DEM 2018-06-15, DEMCP 2019-03-31                         | achieved
        DEMCP day after       | 1960-01-01 | DEM 2018-06-15, DEMCP 2019-04-01                         | outstanding
        DEMCP old and new     | 1960-01-01 | DEM 2018-06-15, DEMCP 2012-06-01, DEMCP 2018-06-01       | achieved
        DEMCPRVW 31 March     | 1960-01-01 | DEM 2018-06-15, DEMCPRVW 2018-03-31                      | outstanding
        DEMCPRVW 1 April      | 1960-01-01 | DEM 2018-06-15, DEMCPRVW 2018-04-01                      | achieved
        DEMCPRVW last day     | 1960-01-01 | DEM 2018-06-15, DEMCPRVW 2019-03-31                      | achieved
        DEMCPRVW day after    | 1960-01-01 | DEM 2018-06-15, DEMCPRVW 2019-04-01                      | outstanding
        DEMCPRVW old and new  | 1960-01-01 | DEM 2018-06-15, DEMCPRVW 2012-06-01, DEMCPRVW 2018-06-01 | achieved
        plan long ago, review | 1960-01-01 | DEM 2018-06-15, DEMCP 2012-01-01, DEMCPRVW 2018-06-20    | achieved
        """).AlsoIn("2019-20", "2024-25", "2025-26", "2026-27");

    public static readonly SpecTable[] An_adjustment_lasts_for_the_year = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient                 | born       | events                                                         | DEM004             | DEM005
        DEMPCAPU 31 March       | 1960-01-01 | DEM 2018-06-15, DEMPCAPU 2018-03-31                            | outstanding        | outstanding
        DEMPCAPU 1 April        | 1960-01-01 | DEM 2018-06-15, DEMPCAPU 2018-04-01                            | adjusted DEMPCAPU  | adjusted DEMPCAPU
        DEMPCAPU last day       | 1960-01-01 | DEM 2018-06-15, DEMPCAPU 2019-03-31                            | adjusted DEMPCAPU  | adjusted DEMPCAPU
        DEMPCAPU old and new    | 1960-01-01 | DEM 2018-06-15, DEMPCAPU 2012-06-01, DEMPCAPU 2018-06-01       | adjusted DEMPCAPU  | adjusted DEMPCAPU
        DEMCPDEC 31 March       | 1960-01-01 | DEM 2018-06-15, DEMCPDEC 2018-03-31                            | outstanding        | outstanding
        DEMCPDEC 1 April        | 1960-01-01 | DEM 2018-06-15, DEMCPDEC 2018-04-01                            | adjusted DEMCPDEC  | outstanding
        DEMCPDEC last day       | 1960-01-01 | DEM 2018-06-15, DEMCPDEC 2019-03-31                            | adjusted DEMCPDEC  | outstanding
        DEMCPDEC old and new    | 1960-01-01 | DEM 2018-06-15, DEMCPDEC 2012-06-01, DEMCPDEC 2018-06-01       | adjusted DEMCPDEC  | outstanding
        DEMCPRVWDEC 31 March    | 1960-01-01 | DEM 2018-06-15, DEMCPRVWDEC 2018-03-31                         | outstanding        | outstanding
        DEMCPRVWDEC 1 April     | 1960-01-01 | DEM 2018-06-15, DEMCPRVWDEC 2018-04-01                         | adjusted DEMCPDEC  | outstanding
        DEMCPRVWDEC last day    | 1960-01-01 | DEM 2018-06-15, DEMCPRVWDEC 2019-03-31                         | adjusted DEMCPDEC  | outstanding
        DEMCPRVWDEC old and new | 1960-01-01 | DEM 2018-06-15, DEMCPRVWDEC 2012-06-01, DEMCPRVWDEC 2018-06-01 | adjusted DEMCPDEC  | outstanding
        DEMPCADEC 31 March      | 1960-01-01 | DEM 2018-06-15, DEMPCADEC 2018-03-31                           | outstanding        | outstanding
        DEMPCADEC 1 April       | 1960-01-01 | DEM 2018-06-15, DEMPCADEC 2018-04-01                           | adjusted DEMPCADEC | adjusted DEMPCADEC
        DEMPCADEC last day      | 1960-01-01 | DEM 2018-06-15, DEMPCADEC 2019-03-31                           | adjusted DEMPCADEC | adjusted DEMPCADEC
        DEMPCADEC old and new   | 1960-01-01 | DEM 2018-06-15, DEMPCADEC 2012-06-01, DEMPCADEC 2018-06-01     | adjusted DEMPCADEC | adjusted DEMPCADEC
        """).AlsoIn("2019-20", "2024-25", "2025-26", "2026-27");

    public static readonly SpecTable Three_invitations_seven_days_apart_in_2018 = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient             | born       | events                                                                                                 | DEM004             | DEM005
        one                 | 1960-01-01 | DEM 2018-06-15, DEMINVITE 2018-05-01                                                                   | outstanding        | outstanding
        two                 | 1960-01-01 | DEM 2018-06-15, DEMINVITE 2018-05-01, DEMINVITE 2018-05-08                                             | outstanding        | outstanding
        third after 6 days  | 1960-01-01 | DEM 2018-06-15, DEMINVITE 2018-05-01, DEMINVITE 2018-05-08, DEMINVITE 2018-05-14                       | outstanding        | outstanding
        third after 7 days  | 1960-01-01 | DEM 2018-06-15, DEMINVITE 2018-05-01, DEMINVITE 2018-05-08, DEMINVITE 2018-05-15                       | adjusted DEMINVITE | adjusted DEMINVITE
        second after 6 days | 1960-01-01 | DEM 2018-06-15, DEMINVITE 2018-05-01, DEMINVITE 2018-05-07, DEMINVITE 2018-05-14                       | outstanding        | outstanding
        one too many        | 1960-01-01 | DEM 2018-06-15, DEMINVITE 2018-05-01, DEMINVITE 2018-05-07, DEMINVITE 2018-05-08, DEMINVITE 2018-05-15 | adjusted DEMINVITE | adjusted DEMINVITE
        first before April  | 1960-01-01 | DEM 2018-06-15, DEMINVITE 2018-03-31, DEMINVITE 2018-04-07, DEMINVITE 2018-04-14                       | outstanding        | outstanding
        first on 1 April    | 1960-01-01 | DEM 2018-06-15, DEMINVITE 2018-04-01, DEMINVITE 2018-04-08, DEMINVITE 2018-04-15                       | adjusted DEMINVITE | adjusted DEMINVITE
        """);

    public static readonly SpecTable[] Two_invitations_seven_days_apart_from_2019_on = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient                | born       | events                                                                           | DEM004
        no invitation          | 1960-01-01 | DEM 2019-06-15                                                                   | outstanding
        one                    | 1960-01-01 | DEM 2019-06-15, DEMINVITE 2019-05-01                                             | outstanding
        same day               | 1960-01-01 | DEM 2019-06-15, DEMINVITE 2019-05-01, DEMINVITE 2019-05-01                       | outstanding
        day 6                  | 1960-01-01 | DEM 2019-06-15, DEMINVITE 2019-05-01, DEMINVITE 2019-05-07                       | outstanding
        day 7                  | 1960-01-01 | DEM 2019-06-15, DEMINVITE 2019-05-01, DEMINVITE 2019-05-08                       | adjusted DEMINVITE
        first before April     | 1960-01-01 | DEM 2019-06-15, DEMINVITE 2019-03-31, DEMINVITE 2019-04-07                       | outstanding
        first on 1 April       | 1960-01-01 | DEM 2019-06-15, DEMINVITE 2019-04-01, DEMINVITE 2019-04-08                       | adjusted DEMINVITE
        third makes the pair   | 1960-01-01 | DEM 2019-06-15, DEMINVITE 2019-05-01, DEMINVITE 2019-05-04, DEMINVITE 2019-05-08 | adjusted DEMINVITE
        second on the last day | 1960-01-01 | DEM 2019-06-15, DEMINVITE 2020-03-24, DEMINVITE 2020-03-31                       | adjusted DEMINVITE
        second after the year  | 1960-01-01 | DEM 2019-06-15, DEMINVITE 2020-03-25, DEMINVITE 2020-04-01                       | outstanding
        """).AlsoIn("2024-25", "2025-26", "2026-27");

    public static readonly SpecTable[] Newly_diagnosed_or_newly_registered = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient                | born       | registered | events                         | DEM004             | DEM005
        new 31 December        | 1960-01-01 | 2001-01-01 | DEM 2018-12-31                 | outstanding        | outstanding
        new 1 January          | 1960-01-01 | 2001-01-01 | DEM 2019-01-01                 | adjusted DIAG1_DAT | adjusted DIAG1_DAT
        coded again            | 1960-01-01 | 2001-01-01 | DEM 2018-05-01, DEM 2019-02-01 | outstanding        | outstanding
        registered 31 December | 1960-01-01 | 2018-12-31 | DEM 2018-06-15                 | outstanding        | outstanding
        registered 1 January   | 1960-01-01 | 2019-01-01 | DEM 2018-06-15                 | adjusted REG1_DAT3 | adjusted REG1_DAT3
        """).AlsoIn("2019-20", "2024-25", "2025-26", "2026-27");

    public static readonly SpecTable[] The_upper_row_decides = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient               | born       | registered | events                                                                                                         | DEM004
        achieved              | 1960-01-01 | 2019-01-01 | DEM 2019-01-15, DEMCP 2019-02-01, DEMPCAPU 2018-05-01, DEMCPDEC 2018-05-01, DEMPCADEC 2018-05-01, DEMINVITE 2018-05-01, DEMINVITE 2018-05-08, DEMINVITE 2018-05-15 | achieved
        all                   | 1960-01-01 | 2019-01-01 | DEM 2019-01-15, DEMPCAPU 2018-05-01, DEMCPDEC 2018-05-01, DEMPCADEC 2018-05-01, DEMINVITE 2018-05-01, DEMINVITE 2018-05-08, DEMINVITE 2018-05-15 | adjusted DEMPCAPU
        without unsuitable    | 1960-01-01 | 2019-01-01 | DEM 2019-01-15, DEMCPDEC 2018-05-01, DEMPCADEC 2018-05-01, DEMINVITE 2018-05-01, DEMINVITE 2018-05-08, DEMINVITE 2018-05-15 | adjusted DEMCPDEC
        without plan declined | 1960-01-01 | 2019-01-01 | DEM 2019-01-15, DEMPCADEC 2018-05-01, DEMINVITE 2018-05-01, DEMINVITE 2018-05-08, DEMINVITE 2018-05-15         | adjusted DEMPCADEC
        without declined      | 1960-01-01 | 2019-01-01 | DEM 2019-01-15, DEMINVITE 2018-05-01, DEMINVITE 2018-05-08, DEMINVITE 2018-05-15                               | adjusted DEMINVITE
        without invitations   | 1960-01-01 | 2019-01-01 | DEM 2019-01-15                                                                                                 | adjusted DIAG1_DAT
        """).AlsoIn("2019-20", "2024-25", "2025-26", "2026-27");

    public static readonly SpecTable The_blood_tests_belong_to_a_diagnosis_of_the_year = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient             | born       | registered | events                                                                                                         | DEM005
        31 March            | 1960-01-01 | 2001-01-01 | DEM 2018-03-31                                                                                                 | excluded DEM_DAT2
        1 April             | 1960-01-01 | 2001-01-01 | DEM 2018-04-01                                                                                                 | outstanding
        31 March, tested    | 1960-01-01 | 2001-01-01 | DEM 2018-03-31, HB 2018-03-31, CALC 2018-03-31, GLUC 2018-03-31, UE 2018-03-31, LFT 2018-03-31, TFT 2018-03-31, B12 2018-03-31, FOLATE 2018-03-31 | excluded DEM_DAT2
        achieved            | 1960-01-01 | 2019-01-01 | DEM 2019-01-15, HB 2019-02-01, CALC 2019-02-01, GLUC 2019-02-01, UE 2019-02-01, LFT 2019-02-01, TFT 2019-02-01, B12 2019-02-01, FOLATE 2019-02-01, DEMPCAPU 2018-05-01, DEMPCADEC 2018-05-01, DEMINVITE 2018-05-01, DEMINVITE 2018-05-08, DEMINVITE 2018-05-15 | achieved
        excluded            | 1960-01-01 | 2019-01-01 | DEM 2010-01-01, DEMPCAPU 2018-05-01, DEMPCADEC 2018-05-01, DEMINVITE 2018-05-01, DEMINVITE 2018-05-08, DEMINVITE 2018-05-15 | excluded DEM_DAT2
        all                 | 1960-01-01 | 2019-01-01 | DEM 2019-01-15, DEMPCAPU 2018-05-01, DEMPCADEC 2018-05-01, DEMINVITE 2018-05-01, DEMINVITE 2018-05-08, DEMINVITE 2018-05-15 | adjusted DEMPCAPU
        without unsuitable  | 1960-01-01 | 2019-01-01 | DEM 2019-01-15, DEMPCADEC 2018-05-01, DEMINVITE 2018-05-01, DEMINVITE 2018-05-08, DEMINVITE 2018-05-15         | adjusted DEMPCADEC
        without declined    | 1960-01-01 | 2019-01-01 | DEM 2019-01-15, DEMINVITE 2018-05-01, DEMINVITE 2018-05-08, DEMINVITE 2018-05-15                               | adjusted DEMINVITE
        without invitations | 1960-01-01 | 2019-01-01 | DEM 2019-01-15                                                                                                 | adjusted DIAG1_DAT
        """);

    public static readonly SpecTable Each_blood_test_lies_from_12_months_before_to_6_months_after = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient                 | born       | events                                                                                                         | DEM005
        HB 12 months before     | 1960-01-01 | DEM 2018-06-15, HB 2017-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | achieved
        HB a day earlier        | 1960-01-01 | DEM 2018-06-15, HB 2017-06-14, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | outstanding
        HB 6 months after       | 1960-01-01 | DEM 2018-06-15, HB 2018-12-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | achieved
        HB a day later          | 1960-01-01 | DEM 2018-06-15, HB 2018-12-16, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | outstanding
        CALC 12 months before   | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2017-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | achieved
        CALC a day earlier      | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2017-06-14, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | outstanding
        CALC 6 months after     | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-12-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | achieved
        CALC a day later        | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-12-16, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | outstanding
        GLUC 12 months before   | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2017-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | achieved
        GLUC a day earlier      | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2017-06-14, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | outstanding
        GLUC 6 months after     | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-12-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | achieved
        GLUC a day later        | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-12-16, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | outstanding
        UE 12 months before     | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2017-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | achieved
        UE a day earlier        | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2017-06-14, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | outstanding
        UE 6 months after       | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-12-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | achieved
        UE a day later          | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-12-16, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | outstanding
        LFT 12 months before    | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2017-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | achieved
        LFT a day earlier       | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2017-06-14, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | outstanding
        LFT 6 months after      | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-12-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | achieved
        LFT a day later         | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-12-16, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | outstanding
        TFT 12 months before    | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2017-06-15, B12 2018-06-15, FOLATE 2018-06-15 | achieved
        TFT a day earlier       | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2017-06-14, B12 2018-06-15, FOLATE 2018-06-15 | outstanding
        TFT 6 months after      | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-12-15, B12 2018-06-15, FOLATE 2018-06-15 | achieved
        TFT a day later         | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-12-16, B12 2018-06-15, FOLATE 2018-06-15 | outstanding
        B12 12 months before    | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2017-06-15, FOLATE 2018-06-15 | achieved
        B12 a day earlier       | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2017-06-14, FOLATE 2018-06-15 | outstanding
        B12 6 months after      | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-12-15, FOLATE 2018-06-15 | achieved
        B12 a day later         | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-12-16, FOLATE 2018-06-15 | outstanding
        FOLATE 12 months before | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2017-06-15 | achieved
        FOLATE a day earlier    | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2017-06-14 | outstanding
        FOLATE 6 months after   | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-12-15 | achieved
        FOLATE a day later      | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-12-16 | outstanding
        all on the day          | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, UE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | achieved
        CRE for UE              | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, CRE 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | achieved
        EGFR for UE             | 1960-01-01 | DEM 2018-06-15, HB 2018-06-15, CALC 2018-06-15, GLUC 2018-06-15, EGFR 2018-06-15, LFT 2018-06-15, TFT 2018-06-15, B12 2018-06-15, FOLATE 2018-06-15 | achieved
        """);
}
