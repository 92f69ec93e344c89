namespace QofFhir.Tests.Spec;

/// <summary>COPD002 to COPD005 and COPD007 of 2018/19 and 2019/20, with the last rows of COPD010.</summary>
internal static class LungBefore2020Spec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("COPDSPIR: other end", "only its presence is asked"),
        ("XFLU: other end", "only its presence is asked"),
        ("MRC1: other end", "in COPD005 only its presence is asked; COPD014 shows the end"),
    ];

    public static readonly SpecTable The_earliest_unresolved_diagnosis_is_of_1_April_2011_or_later_in_2018 = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient                   | born       | events                                                                                    | COPD002
        31 March 2011             | 1950-01-01 | COPD 2011-03-31                                                                           | excluded DIAG_DAT11
        1 April 2011              | 1950-01-01 | COPD 2011-04-01                                                                           | outstanding
        coded again               | 1950-01-01 | COPD 2010-01-01, COPD 2014-01-01                                                          | excluded DIAG_DAT11
        resolved and again        | 1950-01-01 | COPD 2000-01-01, COPDRES 2004-01-01, COPD 2014-01-01                                      | outstanding
        again before              | 1950-01-01 | COPD 2000-01-01, COPDRES 2004-01-01, COPD 2005-01-01, COPD 2014-01-01                     | excluded DIAG_DAT11
        again on the day          | 1950-01-01 | COPD 2004-01-01, COPDRES 2004-01-01, COPD 2014-01-01                                      | outstanding
        resolved twice            | 1950-01-01 | COPD 2000-01-01, COPDRES 2001-01-01, COPD 2002-01-01, COPDRES 2004-01-01, COPD 2014-01-01 | outstanding
        spirometry for an old one | 1950-01-01 | COPD 2010-01-01, COPDSPIR 2010-01-01                                                      | excluded DIAG_DAT11
        """);

    public static readonly SpecTable The_earliest_unresolved_diagnosis_is_of_1_April_2011_or_later_in_2019 = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient                   | born       | events                                                                                    | COPD002
        31 March 2011             | 1950-01-01 | COPD 2011-03-31                                                                           | excluded DIAG_DAT11
        1 April 2011              | 1950-01-01 | COPD 2011-04-01                                                                           | outstanding
        coded again               | 1950-01-01 | COPD 2010-01-01, COPD 2014-01-01                                                          | excluded DIAG_DAT11
        resolved and again        | 1950-01-01 | COPD 2000-01-01, COPDRES 2004-01-01, COPD 2014-01-01                                      | outstanding
        again before              | 1950-01-01 | COPD 2000-01-01, COPDRES 2004-01-01, COPD 2005-01-01, COPD 2014-01-01                     | excluded DIAG_DAT11
        again on the day          | 1950-01-01 | COPD 2004-01-01, COPDRES 2004-01-01, COPD 2014-01-01                                      | outstanding
        resolved twice            | 1950-01-01 | COPD 2000-01-01, COPDRES 2001-01-01, COPD 2002-01-01, COPDRES 2004-01-01, COPD 2014-01-01 | outstanding
        spirometry for an old one | 1950-01-01 | COPD 2010-01-01, COPDSPIR 2010-01-01                                                      | excluded DIAG_DAT11
        """);

    public static readonly SpecTable[] Spirometry_from_3_months_before_to_12_months_after_the_diagnosis = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient         | born       | events                               | COPD002
        3 months before | 1950-01-01 | COPD 2016-06-15, COPDSPIR 2016-03-15 | achieved
        a day earlier   | 1950-01-01 | COPD 2016-06-15, COPDSPIR 2016-03-14 | outstanding
        on the day      | 1950-01-01 | COPD 2016-06-15, COPDSPIR 2016-06-15 | achieved
        12 months after | 1950-01-01 | COPD 2016-06-15, COPDSPIR 2017-06-15 | achieved
        a day later     | 1950-01-01 | COPD 2016-06-15, COPDSPIR 2017-06-16 | outstanding
        """).AlsoIn("2019-20");

    public static readonly SpecTable[] A_review_with_the_MRC_scale = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient         | born       | events                                                                                  | COPD003
        both            | 1950-01-01 | COPD 2014-01-01, COPDRVW 2018-09-15, MRC 2018-09-15                                     | achieved
        no review       | 1950-01-01 | COPD 2014-01-01, MRC 2018-09-15                                                         | outstanding
        review 31 March | 1950-01-01 | COPD 2014-01-01, COPDRVW 2018-03-31, MRC 2018-09-15                                     | outstanding
        review 1 April  | 1950-01-01 | COPD 2014-01-01, COPDRVW 2018-04-01, MRC 2018-09-15                                     | achieved
        no MRC          | 1950-01-01 | COPD 2014-01-01, COPDRVW 2018-09-15                                                     | outstanding
        MRC 31 March    | 1950-01-01 | COPD 2014-01-01, COPDRVW 2018-09-15, MRC 2018-03-31                                     | outstanding
        MRC 1 April     | 1950-01-01 | COPD 2014-01-01, COPDRVW 2018-09-15, MRC 2018-04-01                                     | achieved
        last day        | 1950-01-01 | COPD 2014-01-01, COPDRVW 2019-03-31, MRC 2019-03-31                                     | achieved
        day after       | 1950-01-01 | COPD 2014-01-01, COPDRVW 2019-04-01, MRC 2019-04-01                                     | outstanding
        old ones too    | 1950-01-01 | COPDRVW 2012-05-01, MRC 2012-05-01, COPD 2014-01-01, COPDRVW 2018-09-15, MRC 2018-09-15 | achieved
        """).AlsoIn("2019-20");

    public static readonly SpecTable FEV1_in_12_months = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient          | born       | events                                            | COPD004
        FEV1 31 March    | 1950-01-01 | COPD 2014-01-01, FEV1 2018-03-31                  | outstanding
        FEV1 1 April     | 1950-01-01 | COPD 2014-01-01, FEV1 2018-04-01                  | achieved
        FEV1 last day    | 1950-01-01 | COPD 2014-01-01, FEV1 2019-03-31                  | achieved
        FEV1 day after   | 1950-01-01 | COPD 2014-01-01, FEV1 2019-04-01                  | outstanding
        FEV1 old and new | 1950-01-01 | COPD 2014-01-01, FEV1 2012-06-01, FEV1 2018-06-01 | achieved
        """);

    public static readonly SpecTable Oxygen_saturation_after_a_score_of_3_or_more = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient            | born       | events                                                                 | COPD005
        OXYSAT 31 March    | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, OXYSAT 2018-03-31                    | outstanding
        OXYSAT 1 April     | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, OXYSAT 2018-04-01                    | achieved
        OXYSAT last day    | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, OXYSAT 2019-03-31                    | achieved
        OXYSAT day after   | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, OXYSAT 2019-04-01                    | outstanding
        OXYSAT old and new | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, OXYSAT 2012-06-01, OXYSAT 2018-06-01 | achieved
        no score           | 1950-01-01 | COPD 2014-01-01                                                        | excluded MRC1
        score 31 March     | 1950-01-01 | COPD 2014-01-01, MRC1 2018-03-31                                       | excluded MRC1
        score 1 April      | 1950-01-01 | COPD 2014-01-01, MRC1 2018-04-01                                       | outstanding
        score last day     | 1950-01-01 | COPD 2014-01-01, MRC1 2019-03-31, OXYSAT 2018-05-01                    | achieved
        score of 1 or 2    | 1950-01-01 | COPD 2014-01-01, MRC 2018-05-01, OXYSAT 2018-05-01                     | excluded MRC1
        """);

    public static readonly SpecTable[] Influenza_vaccine_from_1_August = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient                         | born       | events                                                        | COPD007
        FLUVAC 31 July                  | 1950-01-01 | COPD 2014-01-01, FLUVAC 2018-07-31                            | outstanding
        FLUVAC 1 August                 | 1950-01-01 | COPD 2014-01-01, FLUVAC 2018-08-01                            | achieved
        FLUVAC last day                 | 1950-01-01 | COPD 2014-01-01, FLUVAC 2019-03-31                            | achieved
        FLUVAC last season              | 1950-01-01 | COPD 2014-01-01, FLUVAC 2017-10-01                            | outstanding
        FLUVAC last season and this     | 1950-01-01 | COPD 2014-01-01, FLUVAC 2017-10-01, FLUVAC 2018-10-01         | achieved
        FLUVACDRUG 31 July              | 1950-01-01 | COPD 2014-01-01, FLUVACDRUG 2018-07-31                        | outstanding
        FLUVACDRUG 1 August             | 1950-01-01 | COPD 2014-01-01, FLUVACDRUG 2018-08-01                        | achieved
        FLUVACDRUG last day             | 1950-01-01 | COPD 2014-01-01, FLUVACDRUG 2019-03-31                        | achieved
        FLUVACDRUG last season          | 1950-01-01 | COPD 2014-01-01, FLUVACDRUG 2017-10-01                        | outstanding
        FLUVACDRUG last season and this | 1950-01-01 | COPD 2014-01-01, FLUVACDRUG 2017-10-01, FLUVACDRUG 2018-10-01 | achieved
        contraindicated long ago        | 1950-01-01 | COPD 2014-01-01, XFLU 1999-01-01                              | adjusted XFLU
        contraindicated, given          | 1950-01-01 | COPD 2014-01-01, XFLU 1999-01-01, FLUVAC 2018-10-01           | achieved
        FLUEXPCON 31 March              | 1950-01-01 | COPD 2014-01-01, FLUEXPCON 2018-03-31                         | outstanding
        FLUEXPCON 1 April               | 1950-01-01 | COPD 2014-01-01, FLUEXPCON 2018-04-01                         | adjusted FLUEXPCON
        FLUEXPCON last day              | 1950-01-01 | COPD 2014-01-01, FLUEXPCON 2019-03-31                         | adjusted FLUEXPCON
        FLUEXPCON old and new           | 1950-01-01 | COPD 2014-01-01, FLUEXPCON 2012-06-01, FLUEXPCON 2018-06-01   | adjusted FLUEXPCON
        FLUDEC 31 March                 | 1950-01-01 | COPD 2014-01-01, FLUDEC 2018-03-31                            | outstanding
        FLUDEC 1 April                  | 1950-01-01 | COPD 2014-01-01, FLUDEC 2018-04-01                            | adjusted FLUDEC
        FLUDEC last day                 | 1950-01-01 | COPD 2014-01-01, FLUDEC 2019-03-31                            | adjusted FLUDEC
        FLUDEC old and new              | 1950-01-01 | COPD 2014-01-01, FLUDEC 2012-06-01, FLUDEC 2018-06-01         | adjusted FLUDEC
        """).AlsoIn("2019-20");

    public static readonly SpecTable[] An_adjustment_lasts_for_the_year = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient                | born       | events                                                                         | COPD002             | COPD003             | COPD004             | COPD005             | COPD007
        COPDPCAPU 31 March     | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, COPDPCAPU 2018-03-31                         | outstanding         | outstanding         | outstanding         | outstanding         | outstanding
        COPDPCAPU 1 April      | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, COPDPCAPU 2018-04-01                         | adjusted COPDPCAPU  | adjusted COPDPCAPU  | adjusted COPDPCAPU  | adjusted COPDPCAPU  | adjusted COPDPCAPU
        COPDPCAPU last day     | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, COPDPCAPU 2019-03-31                         | adjusted COPDPCAPU  | adjusted COPDPCAPU  | adjusted COPDPCAPU  | adjusted COPDPCAPU  | adjusted COPDPCAPU
        COPDPCAPU old and new  | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, COPDPCAPU 2012-06-01, COPDPCAPU 2018-06-01   | adjusted COPDPCAPU  | adjusted COPDPCAPU  | adjusted COPDPCAPU  | adjusted COPDPCAPU  | adjusted COPDPCAPU
        COPDPCADEC 31 March    | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, COPDPCADEC 2018-03-31                        | outstanding         | outstanding         | outstanding         | outstanding         | outstanding
        COPDPCADEC 1 April     | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, COPDPCADEC 2018-04-01                        | adjusted COPDPCADEC | adjusted COPDPCADEC | adjusted COPDPCADEC | adjusted COPDPCADEC | adjusted COPDPCADEC
        COPDPCADEC last day    | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, COPDPCADEC 2019-03-31                        | adjusted COPDPCADEC | adjusted COPDPCADEC | adjusted COPDPCADEC | adjusted COPDPCADEC | adjusted COPDPCADEC
        COPDPCADEC old and new | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, COPDPCADEC 2012-06-01, COPDPCADEC 2018-06-01 | adjusted COPDPCADEC | adjusted COPDPCADEC | adjusted COPDPCADEC | adjusted COPDPCADEC | adjusted COPDPCADEC
        """).AlsoIn("2019-20");

    public static readonly SpecTable Three_invitations_seven_days_apart_in_2018 = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient             | born       | events                                                                                                         | COPD002             | COPD003             | COPD004             | COPD005             | COPD007
        one                 | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, COPDINVITE 2018-05-01                                                        | outstanding         | outstanding         | outstanding         | outstanding         | outstanding
        two                 | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, COPDINVITE 2018-05-01, COPDINVITE 2018-05-08                                 | outstanding         | outstanding         | outstanding         | outstanding         | outstanding
        third after 6 days  | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, COPDINVITE 2018-05-01, COPDINVITE 2018-05-08, COPDINVITE 2018-05-14          | outstanding         | outstanding         | outstanding         | outstanding         | outstanding
        third after 7 days  | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, COPDINVITE 2018-05-01, COPDINVITE 2018-05-08, COPDINVITE 2018-05-15          | adjusted COPDINVITE | adjusted COPDINVITE | adjusted COPDINVITE | adjusted COPDINVITE | adjusted COPDINVITE
        second after 6 days | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, COPDINVITE 2018-05-01, COPDINVITE 2018-05-07, COPDINVITE 2018-05-14          | outstanding         | outstanding         | outstanding         | outstanding         | outstanding
        one too many        | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, COPDINVITE 2018-05-01, COPDINVITE 2018-05-07, COPDINVITE 2018-05-08, COPDINVITE 2018-05-15 | adjusted COPDINVITE | adjusted COPDINVITE | adjusted COPDINVITE | adjusted COPDINVITE | adjusted COPDINVITE
        first before April  | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, COPDINVITE 2018-03-31, COPDINVITE 2018-04-07, COPDINVITE 2018-04-14          | outstanding         | outstanding         | outstanding         | outstanding         | outstanding
        first on 1 April    | 1950-01-01 | COPD 2014-01-01, MRC1 2018-05-01, COPDINVITE 2018-04-01, COPDINVITE 2018-04-08, COPDINVITE 2018-04-15          | adjusted COPDINVITE | adjusted COPDINVITE | adjusted COPDINVITE | adjusted COPDINVITE | adjusted COPDINVITE
        """);

    public static readonly SpecTable Two_invitations_seven_days_apart_in_2019 = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient                | born       | events                                                                               | COPD002             | COPD003             | COPD007
        no invitation          | 1950-01-01 | COPD 2014-01-01                                                                      | outstanding         | outstanding         | outstanding
        one                    | 1950-01-01 | COPD 2014-01-01, COPDINVITE 2019-05-01                                               | outstanding         | outstanding         | outstanding
        same day               | 1950-01-01 | COPD 2014-01-01, COPDINVITE 2019-05-01, COPDINVITE 2019-05-01                        | outstanding         | outstanding         | outstanding
        day 6                  | 1950-01-01 | COPD 2014-01-01, COPDINVITE 2019-05-01, COPDINVITE 2019-05-07                        | outstanding         | outstanding         | outstanding
        day 7                  | 1950-01-01 | COPD 2014-01-01, COPDINVITE 2019-05-01, COPDINVITE 2019-05-08                        | adjusted COPDINVITE | adjusted COPDINVITE | adjusted COPDINVITE
        first before April     | 1950-01-01 | COPD 2014-01-01, COPDINVITE 2019-03-31, COPDINVITE 2019-04-07                        | outstanding         | outstanding         | outstanding
        first on 1 April       | 1950-01-01 | COPD 2014-01-01, COPDINVITE 2019-04-01, COPDINVITE 2019-04-08                        | adjusted COPDINVITE | adjusted COPDINVITE | adjusted COPDINVITE
        third makes the pair   | 1950-01-01 | COPD 2014-01-01, COPDINVITE 2019-05-01, COPDINVITE 2019-05-04, COPDINVITE 2019-05-08 | adjusted COPDINVITE | adjusted COPDINVITE | adjusted COPDINVITE
        second on the last day | 1950-01-01 | COPD 2014-01-01, COPDINVITE 2020-03-24, COPDINVITE 2020-03-31                        | adjusted COPDINVITE | adjusted COPDINVITE | adjusted COPDINVITE
        second after the year  | 1950-01-01 | COPD 2014-01-01, COPDINVITE 2020-03-25, COPDINVITE 2020-04-01                        | outstanding         | outstanding         | outstanding
        """);

    public static readonly SpecTable[] The_upper_row_decides = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient                | born       | registered | events                                                                                                         | COPD002             | COPD003             | COPD004             | COPD005             | COPD007
        new 31 December        | 1950-01-01 | 2001-01-01 | COPD 2018-12-31, MRC1 2019-02-01                                                                               | outstanding         | outstanding         | outstanding         | outstanding         | outstanding
        new 1 January          | 1950-01-01 | 2001-01-01 | COPD 2019-01-01, MRC1 2019-02-01                                                                               | adjusted DIAG1_DAT  | adjusted DIAG1_DAT  | adjusted DIAG1_DAT  | adjusted DIAG1_DAT  | adjusted DIAG1_DAT
        coded again            | 1950-01-01 | 2001-01-01 | COPD 2014-01-01, MRC1 2018-05-01, COPD 2019-02-01                                                              | outstanding         | outstanding         | outstanding         | outstanding         | outstanding
        registered 31 December | 1950-01-01 | 2018-12-31 | COPD 2014-01-01, MRC1 2018-05-01                                                                               | outstanding         | outstanding         | outstanding         | outstanding         | outstanding
        registered 1 January   | 1950-01-01 | 2019-01-01 | COPD 2014-01-01, MRC1 2018-05-01                                                                               | adjusted REG1_DAT3  | adjusted REG1_DAT3  | adjusted REG1_DAT3  | adjusted REG1_DAT3  | adjusted REG1_DAT3
        achieved               | 1950-01-01 | 2019-01-01 | COPD 2019-01-15, MRC1 2019-02-01, COPDSPIR 2019-01-15, COPDRVW 2019-02-01, FEV1 2019-02-01, OXYSAT 2019-02-01, FLUVAC 2018-10-01, COPDPCAPU 2018-05-01, COPDPCADEC 2018-05-01, COPDINVITE 2018-05-01, COPDINVITE 2018-05-08, COPDINVITE 2018-05-15 | achieved            | achieved            | achieved            | achieved            | achieved
        all                    | 1950-01-01 | 2019-01-01 | COPD 2019-01-15, MRC1 2019-02-01, COPDPCAPU 2018-05-01, COPDPCADEC 2018-05-01, COPDINVITE 2018-05-01, COPDINVITE 2018-05-08, COPDINVITE 2018-05-15 | adjusted COPDPCAPU  | adjusted COPDPCAPU  | adjusted COPDPCAPU  | adjusted COPDPCAPU  | adjusted COPDPCAPU
        without unsuitable     | 1950-01-01 | 2019-01-01 | COPD 2019-01-15, MRC1 2019-02-01, COPDPCADEC 2018-05-01, COPDINVITE 2018-05-01, COPDINVITE 2018-05-08, COPDINVITE 2018-05-15 | adjusted COPDPCADEC | adjusted COPDPCADEC | adjusted COPDPCADEC | adjusted COPDPCADEC | adjusted COPDPCADEC
        without declined       | 1950-01-01 | 2019-01-01 | COPD 2019-01-15, MRC1 2019-02-01, COPDINVITE 2018-05-01, COPDINVITE 2018-05-08, COPDINVITE 2018-05-15          | adjusted COPDINVITE | adjusted COPDINVITE | adjusted COPDINVITE | adjusted COPDINVITE | adjusted COPDINVITE
        without invitations    | 1950-01-01 | 2019-01-01 | COPD 2019-01-15, MRC1 2019-02-01                                                                               | adjusted DIAG1_DAT  | adjusted DIAG1_DAT  | adjusted DIAG1_DAT  | adjusted DIAG1_DAT  | adjusted DIAG1_DAT
        """).AlsoIn("2019-20");

    public static readonly SpecTable[] The_order_of_the_reasons_for_no_vaccine = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient          | born       | events                                                                                                         | COPD007
        all              | 1950-01-01 | COPD 2014-01-01, XFLU 1999-01-01, FLUEXPCON 2018-05-01, COPDPCAPU 2018-05-01, FLUDEC 2018-05-01, COPDPCADEC 2018-05-01 | adjusted XFLU
        expiring         | 1950-01-01 | COPD 2014-01-01, FLUEXPCON 2018-05-01, COPDPCAPU 2018-05-01, FLUDEC 2018-05-01, COPDPCADEC 2018-05-01          | adjusted FLUEXPCON
        unsuitable       | 1950-01-01 | COPD 2014-01-01, COPDPCAPU 2018-05-01, FLUDEC 2018-05-01, COPDPCADEC 2018-05-01                                | adjusted COPDPCAPU
        vaccine declined | 1950-01-01 | COPD 2014-01-01, FLUDEC 2018-05-01, COPDPCADEC 2018-05-01                                                      | adjusted FLUDEC
        """).AlsoIn("2019-20");
}
