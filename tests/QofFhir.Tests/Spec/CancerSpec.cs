namespace QofFhir.Tests.Spec;

/// <summary>CAN001, CAN004 and CAN005: QOF business rules, Cancer.</summary>
internal static class CancerSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("CANINVITE3: other end", "only its presence is asked"),
        ("CANINVITE2: other end", "only its presence is asked, but for the third invitation of 2018/19"),
    ];

    public static readonly SpecTable The_latest_first_or_new_episode_counts = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient            | born       | events                                      | CAN001      | CAN004              | CAN005
        nothing            | 1960-01-01 |                                             | -           | -                   | -
        not stated         | 1960-01-01 | CAN 2024-02-15                              | on-register | outstanding         | outstanding
        first              | 1960-01-01 | CAN:first 2024-02-15                        | on-register | outstanding         | outstanding
        new                | 1960-01-01 | CAN:new 2024-02-15                          | on-register | outstanding         | outstanding
        review             | 1960-01-01 | CAN:review 2024-02-15                       | -           | -                   | -
        end                | 1960-01-01 | CAN:end 2024-02-15                          | -           | -                   | -
        first, then review | 1960-01-01 | CAN:first 2022-02-15, CAN:review 2024-02-15 | on-register | excluded CAN_DAT24M | excluded CANDAT15M
        first, then new    | 1960-01-01 | CAN:first 2022-02-15, CAN:new 2024-02-15    | on-register | outstanding         | outstanding
        on the last day    | 1960-01-01 | CAN 2025-03-31                              | on-register | excluded DIAGCRV12M | excluded DIAGCSUP3M
        after the last day | 1960-01-01 | CAN 2025-04-01                              | -           | -                   | -
        a child            | 2020-01-01 | CAN 2024-02-15                              | on-register | outstanding         | outstanding
        """);

    public static readonly SpecTable Episodes_count_from_1_April_2003_in_2024 = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient       | born       | events                         | CAN001      | CAN004              | CAN005
        31 March 2003 | 1960-01-01 | CAN 2003-03-31                 | -           | -                   | -
        1 April 2003  | 1960-01-01 | CAN 2003-04-01                 | on-register | excluded CAN_DAT24M | excluded CANDAT15M
        one of each   | 1960-01-01 | CAN 2003-03-31, CAN 2003-04-01 | on-register | excluded CAN_DAT24M | excluded CANDAT15M
        """);

    public static readonly SpecTable Episodes_count_from_1_April_2003_in_2019 = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient       | born       | events                         | CAN001      | CAN003
        31 March 2003 | 1960-01-01 | CAN 2003-03-31                 | -           | -
        1 April 2003  | 1960-01-01 | CAN 2003-04-01                 | on-register | excluded CANDAT15M
        one of each   | 1960-01-01 | CAN 2003-03-31, CAN 2003-04-01 | on-register | excluded CANDAT15M
        """);

    public static readonly SpecTable Episodes_count_from_1_April_2003_in_2018 = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient       | born       | events                         | CAN001      | CAN003
        31 March 2003 | 1960-01-01 | CAN 2003-03-31                 | -           | -
        1 April 2003  | 1960-01-01 | CAN 2003-04-01                 | on-register | excluded CANDAT15M
        one of each   | 1960-01-01 | CAN 2003-03-31, CAN 2003-04-01 | on-register | excluded CANDAT15M
        """);

    public static readonly SpecTable The_cancer_care_review_of_a_diagnosis_in_24_months = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                      | born       | events                                                    | CAN004
        31 March 2023                | 1960-01-01 | CAN 2023-03-31                                            | excluded CAN_DAT24M
        1 April 2023                 | 1960-01-01 | CAN 2023-04-01                                            | outstanding
        reviewed 31 March            | 1960-01-01 | CAN 2023-05-01, MDRV 2024-03-31                           | excluded MDRV_DAT
        reviewed 1 April             | 1960-01-01 | CAN 2023-05-01, MDRV 2024-04-01                           | achieved
        first of two reviews         | 1960-01-01 | CAN 2023-05-01, MDRV 2024-03-01, MDRV 2024-04-15          | excluded MDRV_DAT
        12 months                    | 1960-01-01 | CAN 2023-05-01, MDRV 2024-05-01                           | achieved
        12 months and a day          | 1960-01-01 | CAN 2023-05-01, MDRV 2024-05-02                           | outstanding
        on the day                   | 1960-01-01 | CAN 2023-05-01, MDRV 2023-05-01                           | excluded MDRV_DAT
        the day before               | 1960-01-01 | CAN 2023-05-01, MDRV 2023-04-30                           | outstanding
        new 31 March                 | 1960-01-01 | CAN 2024-03-31                                            | outstanding
        new 1 April                  | 1960-01-01 | CAN 2024-04-01                                            | excluded DIAGCRV12M
        new, reviewed                | 1960-01-01 | CAN 2024-04-01, MDRV 2025-03-31                           | achieved
        reviewed after the year      | 1960-01-01 | CAN 2024-04-01, MDRV 2025-04-01                           | excluded DIAGCRV12M
        review of an earlier episode | 1960-01-01 | CAN:first 2023-05-01, MDRV 2024-04-10, CAN:new 2024-06-01 | excluded DIAGCRV12M
        """);

    public static readonly SpecTable The_information_on_support_of_a_diagnosis_in_15_months = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient             | born       | events                                                     | CAN005
        31 December 2023    | 1960-01-01 | CAN 2023-12-31                                             | excluded CANDAT15M
        1 January 2024      | 1960-01-01 | CAN 2024-01-01                                             | outstanding
        told 31 March       | 1960-01-01 | CAN 2024-01-15, CANPCSUPP 2024-03-31                       | excluded CANSUP12M
        told 1 April        | 1960-01-01 | CAN 2024-01-15, CANPCSUPP 2024-04-01                       | achieved
        first of two        | 1960-01-01 | CAN 2024-01-15, CANPCSUPP 2024-03-01, CANPCSUPP 2024-04-10 | excluded CANSUP12M
        3 months            | 1960-01-01 | CAN 2024-01-15, CANPCSUPP 2024-04-15                       | achieved
        3 months and a day  | 1960-01-01 | CAN 2024-01-15, CANPCSUPP 2024-04-16                       | outstanding
        on the day          | 1960-01-01 | CAN 2024-01-15, CANPCSUPP 2024-01-15                       | excluded CANSUP12M
        the day before      | 1960-01-01 | CAN 2024-01-15, CANPCSUPP 2024-01-14                       | outstanding
        new 31 December     | 1960-01-01 | CAN 2024-12-31                                             | outstanding
        new 1 January       | 1960-01-01 | CAN 2025-01-01                                             | excluded DIAGCSUP3M
        new, told           | 1960-01-01 | CAN 2025-01-01, CANPCSUPP 2025-03-31                       | achieved
        told after the year | 1960-01-01 | CAN 2025-01-01, CANPCSUPP 2025-04-01                       | excluded DIAGCSUP3M
        """);

    public static readonly SpecTable An_adjustment_lasts_for_the_year = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient               | born       | events                                                     | CAN004             | CAN005
        CANPCAPU 31 March     | 1960-01-01 | CAN 2024-02-15, CANPCAPU 2024-03-31                        | outstanding        | outstanding
        CANPCAPU 1 April      | 1960-01-01 | CAN 2024-02-15, CANPCAPU 2024-04-01                        | adjusted CANPCAPU  | adjusted CANPCAPU
        CANPCAPU last day     | 1960-01-01 | CAN 2024-02-15, CANPCAPU 2025-03-31                        | adjusted CANPCAPU  | adjusted CANPCAPU
        CANPCAPU old and new  | 1960-01-01 | CAN 2024-02-15, CANPCAPU 2018-06-01, CANPCAPU 2024-06-01   | adjusted CANPCAPU  | adjusted CANPCAPU
        CANPCADEC 31 March    | 1960-01-01 | CAN 2024-02-15, CANPCADEC 2024-03-31                       | outstanding        | outstanding
        CANPCADEC 1 April     | 1960-01-01 | CAN 2024-02-15, CANPCADEC 2024-04-01                       | adjusted CANPCADEC | adjusted CANPCADEC
        CANPCADEC last day    | 1960-01-01 | CAN 2024-02-15, CANPCADEC 2025-03-31                       | adjusted CANPCADEC | adjusted CANPCADEC
        CANPCADEC old and new | 1960-01-01 | CAN 2024-02-15, CANPCADEC 2018-06-01, CANPCADEC 2024-06-01 | adjusted CANPCADEC | adjusted CANPCADEC
        """);

    public static readonly SpecTable Two_invitations_seven_days_apart = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                | born       | events                                                                           | CAN004             | CAN005
        no invitation          | 1960-01-01 | CAN 2024-02-15                                                                   | outstanding        | outstanding
        one                    | 1960-01-01 | CAN 2024-02-15, CANINVITE 2024-05-01                                             | outstanding        | outstanding
        same day               | 1960-01-01 | CAN 2024-02-15, CANINVITE 2024-05-01, CANINVITE 2024-05-01                       | outstanding        | outstanding
        day 6                  | 1960-01-01 | CAN 2024-02-15, CANINVITE 2024-05-01, CANINVITE 2024-05-07                       | outstanding        | outstanding
        day 7                  | 1960-01-01 | CAN 2024-02-15, CANINVITE 2024-05-01, CANINVITE 2024-05-08                       | adjusted CANINVITE | adjusted CANINVITE
        first before April     | 1960-01-01 | CAN 2024-02-15, CANINVITE 2024-03-31, CANINVITE 2024-04-07                       | outstanding        | outstanding
        first on 1 April       | 1960-01-01 | CAN 2024-02-15, CANINVITE 2024-04-01, CANINVITE 2024-04-08                       | adjusted CANINVITE | adjusted CANINVITE
        third makes the pair   | 1960-01-01 | CAN 2024-02-15, CANINVITE 2024-05-01, CANINVITE 2024-05-04, CANINVITE 2024-05-08 | adjusted CANINVITE | adjusted CANINVITE
        second on the last day | 1960-01-01 | CAN 2024-02-15, CANINVITE 2025-03-24, CANINVITE 2025-03-31                       | adjusted CANINVITE | adjusted CANINVITE
        second after the year  | 1960-01-01 | CAN 2024-02-15, CANINVITE 2025-03-25, CANINVITE 2025-04-01                       | outstanding        | outstanding
        """);

    public static readonly SpecTable The_upper_row_decides = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                | born       | registered | events                                                                                                         | CAN004              | CAN005
        registered 31 December | 1960-01-01 | 2024-12-31 | CAN 2024-02-15                                                                                                 | outstanding         | outstanding
        registered 1 January   | 1960-01-01 | 2025-01-01 | CAN 2024-02-15                                                                                                 | adjusted REG1_DAT3  | adjusted REG1_DAT3
        excluded               | 1960-01-01 | 2025-01-01 | CAN 2023-03-01, CANPCAPU 2024-05-01, CANPCADEC 2024-05-01, CANINVITE 2024-05-01, CANINVITE 2024-05-08          | excluded CAN_DAT24M | excluded CANDAT15M
        excluded by the care   | 1960-01-01 | 2025-01-01 | CAN 2024-01-15, MDRV 2024-03-01, CANPCSUPP 2024-03-01, CANPCAPU 2024-05-01, CANPCADEC 2024-05-01, CANINVITE 2024-05-01, CANINVITE 2024-05-08 | excluded MDRV_DAT   | excluded CANSUP12M
        excluded as new        | 1960-01-01 | 2025-01-01 | CAN 2025-01-15, CANPCAPU 2024-05-01, CANPCADEC 2024-05-01, CANINVITE 2024-05-01, CANINVITE 2024-05-08          | excluded DIAGCRV12M | excluded DIAGCSUP3M
        achieved               | 1960-01-01 | 2025-01-01 | CAN 2024-02-15, MDRV 2024-05-01, CANPCSUPP 2024-05-01, CANPCAPU 2024-05-01, CANPCADEC 2024-05-01, CANINVITE 2024-05-01, CANINVITE 2024-05-08 | achieved            | achieved
        all                    | 1960-01-01 | 2025-01-01 | CAN 2024-02-15, CANPCAPU 2024-05-01, CANPCADEC 2024-05-01, CANINVITE 2024-05-01, CANINVITE 2024-05-08          | adjusted CANPCAPU   | adjusted CANPCAPU
        without unsuitable     | 1960-01-01 | 2025-01-01 | CAN 2024-02-15, CANPCADEC 2024-05-01, CANINVITE 2024-05-01, CANINVITE 2024-05-08                               | adjusted CANPCADEC  | adjusted CANPCADEC
        without declined       | 1960-01-01 | 2025-01-01 | CAN 2024-02-15, CANINVITE 2024-05-01, CANINVITE 2024-05-08                                                     | adjusted CANINVITE  | adjusted CANINVITE
        """);
}
