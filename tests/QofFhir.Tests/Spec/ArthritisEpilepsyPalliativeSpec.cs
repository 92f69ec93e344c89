namespace QofFhir.Tests.Spec;

/// <summary>RA001, RA002, EP001 and PC001: QOF business rules, Rheumatoid arthritis, Epilepsy and Palliative care.</summary>
internal static class ArthritisEpilepsyPalliativeSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("RARTH: other end", "RA001 asks presence only; RA002 shows the end"),
        ("RAINVITE3: other end", "only its presence is asked"),
        ("RAINVITE2: other end", "only its presence is asked, but for the third invitation of 2018/19"),
        ("EPILRES: other end", "only its presence is asked"),
        ("PALCARENI: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable[] Rheumatoid_arthritis_counts_from_16_years_on = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient     | born       | events           | RA001       | RA002
        nothing     | 1960-01-01 |                  | -           | -
        diagnosed   | 1960-01-01 | RARTH 2010-01-01 | on-register | outstanding
        last day    | 1960-01-01 | RARTH 2019-03-31 | on-register | adjusted DIAG1_DAT
        day after   | 1960-01-01 | RARTH 2019-04-01 | -           | -
        16 today    | 2003-03-31 | RARTH 2010-01-01 | on-register | outstanding
        16 tomorrow | 2003-04-01 | RARTH 2010-01-01 | -           | -
        """).AlsoIn("2019-20", "2024-25");

    public static readonly SpecTable[] A_review_in_12_months = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient              | born       | events                                                     | RA002
        RARTHRVW 31 March    | 1960-01-01 | RARTH 2010-01-01, RARTHRVW 2018-03-31                      | outstanding
        RARTHRVW 1 April     | 1960-01-01 | RARTH 2010-01-01, RARTHRVW 2018-04-01                      | achieved
        RARTHRVW last day    | 1960-01-01 | RARTH 2010-01-01, RARTHRVW 2019-03-31                      | achieved
        RARTHRVW day after   | 1960-01-01 | RARTH 2010-01-01, RARTHRVW 2019-04-01                      | outstanding
        RARTHRVW old and new | 1960-01-01 | RARTH 2010-01-01, RARTHRVW 2012-06-01, RARTHRVW 2018-06-01 | achieved
        RAPCAPU 31 March     | 1960-01-01 | RARTH 2010-01-01, RAPCAPU 2018-03-31                       | outstanding
        RAPCAPU 1 April      | 1960-01-01 | RARTH 2010-01-01, RAPCAPU 2018-04-01                       | adjusted RAPCAPU
        RAPCAPU last day     | 1960-01-01 | RARTH 2010-01-01, RAPCAPU 2019-03-31                       | adjusted RAPCAPU
        RAPCAPU old and new  | 1960-01-01 | RARTH 2010-01-01, RAPCAPU 2012-06-01, RAPCAPU 2018-06-01   | adjusted RAPCAPU
        RAPCADEC 31 March    | 1960-01-01 | RARTH 2010-01-01, RAPCADEC 2018-03-31                      | outstanding
        RAPCADEC 1 April     | 1960-01-01 | RARTH 2010-01-01, RAPCADEC 2018-04-01                      | adjusted RAPCADEC
        RAPCADEC last day    | 1960-01-01 | RARTH 2010-01-01, RAPCADEC 2019-03-31                      | adjusted RAPCADEC
        RAPCADEC old and new | 1960-01-01 | RARTH 2010-01-01, RAPCADEC 2012-06-01, RAPCADEC 2018-06-01 | adjusted RAPCADEC
        """).AlsoIn("2019-20");

    public static readonly SpecTable Three_invitations_seven_days_apart_in_2018 = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient             | born       | events                                                                                               | RA002
        one                 | 1960-01-01 | RARTH 2010-01-01, RAINVITE 2018-05-01                                                                | outstanding
        two                 | 1960-01-01 | RARTH 2010-01-01, RAINVITE 2018-05-01, RAINVITE 2018-05-08                                           | outstanding
        third after 6 days  | 1960-01-01 | RARTH 2010-01-01, RAINVITE 2018-05-01, RAINVITE 2018-05-08, RAINVITE 2018-05-14                      | outstanding
        third after 7 days  | 1960-01-01 | RARTH 2010-01-01, RAINVITE 2018-05-01, RAINVITE 2018-05-08, RAINVITE 2018-05-15                      | adjusted RAINVITE
        second after 6 days | 1960-01-01 | RARTH 2010-01-01, RAINVITE 2018-05-01, RAINVITE 2018-05-07, RAINVITE 2018-05-14                      | outstanding
        one too many        | 1960-01-01 | RARTH 2010-01-01, RAINVITE 2018-05-01, RAINVITE 2018-05-07, RAINVITE 2018-05-08, RAINVITE 2018-05-15 | adjusted RAINVITE
        first before April  | 1960-01-01 | RARTH 2010-01-01, RAINVITE 2018-03-31, RAINVITE 2018-04-07, RAINVITE 2018-04-14                      | outstanding
        first on 1 April    | 1960-01-01 | RARTH 2010-01-01, RAINVITE 2018-04-01, RAINVITE 2018-04-08, RAINVITE 2018-04-15                      | adjusted RAINVITE
        """);

    public static readonly SpecTable Two_invitations_seven_days_apart_in_2019 = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient                | born       | events                                                                          | RA002
        no invitation          | 1960-01-01 | RARTH 2010-01-01                                                                | outstanding
        one                    | 1960-01-01 | RARTH 2010-01-01, RAINVITE 2019-05-01                                           | outstanding
        same day               | 1960-01-01 | RARTH 2010-01-01, RAINVITE 2019-05-01, RAINVITE 2019-05-01                      | outstanding
        day 6                  | 1960-01-01 | RARTH 2010-01-01, RAINVITE 2019-05-01, RAINVITE 2019-05-07                      | outstanding
        day 7                  | 1960-01-01 | RARTH 2010-01-01, RAINVITE 2019-05-01, RAINVITE 2019-05-08                      | adjusted RAINVITE
        first before April     | 1960-01-01 | RARTH 2010-01-01, RAINVITE 2019-03-31, RAINVITE 2019-04-07                      | outstanding
        first on 1 April       | 1960-01-01 | RARTH 2010-01-01, RAINVITE 2019-04-01, RAINVITE 2019-04-08                      | adjusted RAINVITE
        third makes the pair   | 1960-01-01 | RARTH 2010-01-01, RAINVITE 2019-05-01, RAINVITE 2019-05-04, RAINVITE 2019-05-08 | adjusted RAINVITE
        second on the last day | 1960-01-01 | RARTH 2010-01-01, RAINVITE 2020-03-24, RAINVITE 2020-03-31                      | adjusted RAINVITE
        second after the year  | 1960-01-01 | RARTH 2010-01-01, RAINVITE 2020-03-25, RAINVITE 2020-04-01                      | outstanding
        """);

    public static readonly SpecTable[] The_upper_row_of_the_review_decides = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient                | born       | registered | events                                                                                                         | RA002
        new 31 December        | 1960-01-01 | 2001-01-01 | RARTH 2018-12-31                                                                                               | outstanding
        new 1 January          | 1960-01-01 | 2001-01-01 | RARTH 2019-01-01                                                                                               | adjusted DIAG1_DAT
        coded again            | 1960-01-01 | 2001-01-01 | RARTH 2018-05-01, RARTH 2019-02-01                                                                             | outstanding
        registered 31 December | 1960-01-01 | 2018-12-31 | RARTH 2010-01-01                                                                                               | outstanding
        registered 1 January   | 1960-01-01 | 2019-01-01 | RARTH 2010-01-01                                                                                               | adjusted REG1_DAT3
        achieved               | 1960-01-01 | 2019-01-01 | RARTH 2019-01-15, RARTHRVW 2019-02-01, RAPCAPU 2018-05-01, RAPCADEC 2018-05-01, RAINVITE 2018-05-01, RAINVITE 2018-05-08, RAINVITE 2018-05-15 | achieved
        all                    | 1960-01-01 | 2019-01-01 | RARTH 2019-01-15, RAPCAPU 2018-05-01, RAPCADEC 2018-05-01, RAINVITE 2018-05-01, RAINVITE 2018-05-08, RAINVITE 2018-05-15 | adjusted RAPCAPU
        without unsuitable     | 1960-01-01 | 2019-01-01 | RARTH 2019-01-15, RAPCADEC 2018-05-01, RAINVITE 2018-05-01, RAINVITE 2018-05-08, RAINVITE 2018-05-15           | adjusted RAPCADEC
        without declined       | 1960-01-01 | 2019-01-01 | RARTH 2019-01-15, RAINVITE 2018-05-01, RAINVITE 2018-05-08, RAINVITE 2018-05-15                                | adjusted RAINVITE
        without invitations    | 1960-01-01 | 2019-01-01 | RARTH 2019-01-15                                                                                               | adjusted DIAG1_DAT
        """).AlsoIn("2019-20");

    public static readonly SpecTable[] Epilepsy_counts_from_18_years_on_with_a_drug_in_6_months = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient             | born       | events                                                                    | EP001
        nothing             | 1960-01-01 |                                                                           | -
        on treatment        | 1960-01-01 | EPIL 2010-01-01, EPILDRUG 2019-01-15                                      | on-register
        no drug             | 1960-01-01 | EPIL 2010-01-01                                                           | -
        no diagnosis        | 1960-01-01 | EPILDRUG 2019-01-15                                                       | -
        drug 30 September   | 1960-01-01 | EPIL 2010-01-01, EPILDRUG 2018-09-30                                      | -
        drug 1 October      | 1960-01-01 | EPIL 2010-01-01, EPILDRUG 2018-10-01                                      | on-register
        drug last day       | 1960-01-01 | EPIL 2010-01-01, EPILDRUG 2019-03-31                                      | on-register
        drug day after      | 1960-01-01 | EPIL 2010-01-01, EPILDRUG 2019-04-01                                      | -
        drug old and new    | 1960-01-01 | EPIL 2010-01-01, EPILDRUG 2011-01-01, EPILDRUG 2019-01-15                 | on-register
        resolved day before | 1960-01-01 | EPIL 2010-01-01, EPILDRUG 2019-01-15, EPILRES 2009-12-31                  | on-register
        resolved same day   | 1960-01-01 | EPIL 2010-01-01, EPILDRUG 2019-01-15, EPILRES 2010-01-01                  | -
        resolved day after  | 1960-01-01 | EPIL 2010-01-01, EPILDRUG 2019-01-15, EPILRES 2010-01-02                  | -
        diagnosed again     | 1960-01-01 | EPIL 2010-01-01, EPILDRUG 2019-01-15, EPILRES 2012-01-01, EPIL 2013-01-01 | on-register
        again the same day  | 1960-01-01 | EPIL 2010-01-01, EPILDRUG 2019-01-15, EPILRES 2012-01-01, EPIL 2012-01-01 | -
        18 today            | 2001-03-31 | EPIL 2010-01-01, EPILDRUG 2019-01-15                                      | on-register
        18 tomorrow         | 2001-04-01 | EPIL 2010-01-01, EPILDRUG 2019-01-15                                      | -
        """).AlsoIn("2019-20", "2024-25");

    public static readonly SpecTable[] Palliative_care_stands_until_a_later_code_says_no_longer = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient          | born       | events                                                       | PC001
        nothing          | 1960-01-01 |                                                              | -
        coded            | 1960-01-01 | PALCARE 2017-01-01                                           | on-register
        last day         | 1960-01-01 | PALCARE 2019-03-31                                           | on-register
        day after        | 1960-01-01 | PALCARE 2019-04-01                                           | -
        a child          | 2016-01-01 | PALCARE 2017-01-01                                           | on-register
        ended day before | 1960-01-01 | PALCARE 2017-01-01, PALCARENI 2016-12-31                     | on-register
        ended same day   | 1960-01-01 | PALCARE 2017-01-01, PALCARENI 2017-01-01                     | on-register
        ended day after  | 1960-01-01 | PALCARE 2017-01-01, PALCARENI 2017-01-02                     | -
        ended last day   | 1960-01-01 | PALCARE 2017-01-01, PALCARENI 2019-03-31                     | -
        ended next day   | 1960-01-01 | PALCARE 2017-01-01, PALCARENI 2019-04-01                     | on-register
        coded again      | 1960-01-01 | PALCARE 2017-01-01, PALCARENI 2017-06-01, PALCARE 2018-06-01 | on-register
        only ended       | 1960-01-01 | PALCARENI 2017-01-01                                         | -
        """).AlsoIn("2019-20", "2024-25");

    public static readonly SpecTable Palliative_care_counts_from_1_April_2008_in_2018 = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient       | born       | events             | PC001
        31 March 2008 | 1960-01-01 | PALCARE 2008-03-31 | -
        1 April 2008  | 1960-01-01 | PALCARE 2008-04-01 | on-register
        """);

    public static readonly SpecTable Palliative_care_counts_from_1_April_2008_in_2019 = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient       | born       | events             | PC001
        31 March 2008 | 1960-01-01 | PALCARE 2008-03-31 | -
        1 April 2008  | 1960-01-01 | PALCARE 2008-04-01 | on-register
        """);

    public static readonly SpecTable Palliative_care_counts_from_1_April_2008_in_2024 = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient       | born       | events             | PC001
        31 March 2008 | 1960-01-01 | PALCARE 2008-03-31 | -
        1 April 2008  | 1960-01-01 | PALCARE 2008-04-01 | on-register
        """);
}
