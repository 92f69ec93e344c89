namespace QofFhir.Tests.Spec;

/// <summary>CAN003 of 2018/19 and 2019/20, the review within six months that came before CAN004.</summary>
internal static class CancerReviewSpec
{
    public static readonly SpecTable[] A_diagnosis_in_15_months_is_reviewed_within_6 = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient              | born       | events                                           | CAN001      | CAN003
        nothing              | 1960-01-01 |                                                  | -           | -
        review of an episode | 1960-01-01 | CAN:review 2018-02-15                            | -           | -
        first, then review   | 1960-01-01 | CAN:first 2012-02-15, CAN:review 2018-02-15      | on-register | excluded CANDAT15M
        first, then new      | 1960-01-01 | CAN:first 2012-02-15, CAN:new 2018-02-15         | on-register | outstanding
        31 December          | 1960-01-01 | CAN 2017-12-31                                   | on-register | excluded CANDAT15M
        1 January            | 1960-01-01 | CAN 2018-01-01                                   | on-register | outstanding
        6 months             | 1960-01-01 | CAN 2018-02-15, MDRV 2018-08-15                  | on-register | achieved
        6 months and a day   | 1960-01-01 | CAN 2018-02-15, MDRV 2018-08-16                  | on-register | outstanding
        end of a short month | 1960-01-01 | CAN 2018-08-31, MDRV 2019-02-28                  | on-register | achieved
        after a short month  | 1960-01-01 | CAN 2018-08-31, MDRV 2019-03-01                  | on-register | outstanding
        on the day           | 1960-01-01 | CAN 2018-02-15, MDRV 2018-02-15                  | on-register | achieved
        the day before       | 1960-01-01 | CAN 2018-02-15, MDRV 2018-02-14                  | on-register | outstanding
        first of two         | 1960-01-01 | CAN 2018-02-15, MDRV 2018-05-01, MDRV 2018-12-01 | on-register | achieved
        new 30 September     | 1960-01-01 | CAN 2018-09-30                                   | on-register | outstanding
        new 1 October        | 1960-01-01 | CAN 2018-10-01                                   | on-register | adjusted DIAG1_DAT
        new, reviewed        | 1960-01-01 | CAN 2018-10-01, MDRV 2018-10-10                  | on-register | achieved
        """).AlsoIn("2019-20");

    public static readonly SpecTable[] An_adjustment_lasts_for_the_year = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient               | born       | events                                                     | CAN003
        CANPCAPU 31 March     | 1960-01-01 | CAN 2018-02-15, CANPCAPU 2018-03-31                        | outstanding
        CANPCAPU 1 April      | 1960-01-01 | CAN 2018-02-15, CANPCAPU 2018-04-01                        | adjusted CANPCAPU
        CANPCAPU last day     | 1960-01-01 | CAN 2018-02-15, CANPCAPU 2019-03-31                        | adjusted CANPCAPU
        CANPCAPU old and new  | 1960-01-01 | CAN 2018-02-15, CANPCAPU 2012-06-01, CANPCAPU 2018-06-01   | adjusted CANPCAPU
        CANPCADEC 31 March    | 1960-01-01 | CAN 2018-02-15, CANPCADEC 2018-03-31                       | outstanding
        CANPCADEC 1 April     | 1960-01-01 | CAN 2018-02-15, CANPCADEC 2018-04-01                       | adjusted CANPCADEC
        CANPCADEC last day    | 1960-01-01 | CAN 2018-02-15, CANPCADEC 2019-03-31                       | adjusted CANPCADEC
        CANPCADEC old and new | 1960-01-01 | CAN 2018-02-15, CANPCADEC 2012-06-01, CANPCADEC 2018-06-01 | adjusted CANPCADEC
        """).AlsoIn("2019-20");

    public static readonly SpecTable Three_invitations_seven_days_apart_in_2018 = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient             | born       | events                                                                                                 | CAN003
        one                 | 1960-01-01 | CAN 2018-02-15, CANINVITE 2018-05-01                                                                   | outstanding
        two                 | 1960-01-01 | CAN 2018-02-15, CANINVITE 2018-05-01, CANINVITE 2018-05-08                                             | outstanding
        third after 6 days  | 1960-01-01 | CAN 2018-02-15, CANINVITE 2018-05-01, CANINVITE 2018-05-08, CANINVITE 2018-05-14                       | outstanding
        third after 7 days  | 1960-01-01 | CAN 2018-02-15, CANINVITE 2018-05-01, CANINVITE 2018-05-08, CANINVITE 2018-05-15                       | adjusted CANINVITE
        second after 6 days | 1960-01-01 | CAN 2018-02-15, CANINVITE 2018-05-01, CANINVITE 2018-05-07, CANINVITE 2018-05-14                       | outstanding
        one too many        | 1960-01-01 | CAN 2018-02-15, CANINVITE 2018-05-01, CANINVITE 2018-05-07, CANINVITE 2018-05-08, CANINVITE 2018-05-15 | adjusted CANINVITE
        first before April  | 1960-01-01 | CAN 2018-02-15, CANINVITE 2018-03-31, CANINVITE 2018-04-07, CANINVITE 2018-04-14                       | outstanding
        first on 1 April    | 1960-01-01 | CAN 2018-02-15, CANINVITE 2018-04-01, CANINVITE 2018-04-08, CANINVITE 2018-04-15                       | adjusted CANINVITE
        """);

    public static readonly SpecTable Two_invitations_seven_days_apart_in_2019 = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient                | born       | events                                                                           | CAN003
        no invitation          | 1960-01-01 | CAN 2019-02-15                                                                   | outstanding
        one                    | 1960-01-01 | CAN 2019-02-15, CANINVITE 2019-05-01                                             | outstanding
        same day               | 1960-01-01 | CAN 2019-02-15, CANINVITE 2019-05-01, CANINVITE 2019-05-01                       | outstanding
        day 6                  | 1960-01-01 | CAN 2019-02-15, CANINVITE 2019-05-01, CANINVITE 2019-05-07                       | outstanding
        day 7                  | 1960-01-01 | CAN 2019-02-15, CANINVITE 2019-05-01, CANINVITE 2019-05-08                       | adjusted CANINVITE
        first before April     | 1960-01-01 | CAN 2019-02-15, CANINVITE 2019-03-31, CANINVITE 2019-04-07                       | outstanding
        first on 1 April       | 1960-01-01 | CAN 2019-02-15, CANINVITE 2019-04-01, CANINVITE 2019-04-08                       | adjusted CANINVITE
        third makes the pair   | 1960-01-01 | CAN 2019-02-15, CANINVITE 2019-05-01, CANINVITE 2019-05-04, CANINVITE 2019-05-08 | adjusted CANINVITE
        second on the last day | 1960-01-01 | CAN 2019-02-15, CANINVITE 2020-03-24, CANINVITE 2020-03-31                       | adjusted CANINVITE
        second after the year  | 1960-01-01 | CAN 2019-02-15, CANINVITE 2020-03-25, CANINVITE 2020-04-01                       | outstanding
        """);

    public static readonly SpecTable[] The_upper_row_decides = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient                | born       | registered | events                                                                                                         | CAN003
        registered 31 December | 1960-01-01 | 2018-12-31 | CAN 2018-02-15                                                                                                 | outstanding
        registered 1 January   | 1960-01-01 | 2019-01-01 | CAN 2018-02-15                                                                                                 | adjusted REG1_DAT3
        excluded               | 1960-01-01 | 2019-01-01 | CAN 2017-03-01, CANPCAPU 2018-05-01, CANPCADEC 2018-05-01, CANINVITE 2018-05-01, CANINVITE 2018-05-08, CANINVITE 2018-05-15 | excluded CANDAT15M
        achieved               | 1960-01-01 | 2019-01-01 | CAN 2018-10-15, MDRV 2018-11-01, CANPCAPU 2018-05-01, CANPCADEC 2018-05-01, CANINVITE 2018-05-01, CANINVITE 2018-05-08, CANINVITE 2018-05-15 | achieved
        all                    | 1960-01-01 | 2019-01-01 | CAN 2018-10-15, CANPCAPU 2018-05-01, CANPCADEC 2018-05-01, CANINVITE 2018-05-01, CANINVITE 2018-05-08, CANINVITE 2018-05-15 | adjusted CANPCAPU
        without unsuitable     | 1960-01-01 | 2019-01-01 | CAN 2018-10-15, CANPCADEC 2018-05-01, CANINVITE 2018-05-01, CANINVITE 2018-05-08, CANINVITE 2018-05-15         | adjusted CANPCADEC
        without declined       | 1960-01-01 | 2019-01-01 | CAN 2018-10-15, CANINVITE 2018-05-01, CANINVITE 2018-05-08, CANINVITE 2018-05-15                               | adjusted CANINVITE
        without invitations    | 1960-01-01 | 2019-01-01 | CAN 2018-10-15                                                                                                 | adjusted DIAG1_DAT
        """).AlsoIn("2019-20");
}
