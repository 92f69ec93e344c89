namespace QofFhir.Tests.Spec;

/// <summary>NDH002 and its follower NDH003, which adds gestational diabetes.</summary>
internal static class HyperglycaemiaSpec
{
    private const string Both = "NDH002 NDH003";

    private static readonly string[] Years = ["2024-25", "2025-26", "2026-27"];

    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("NDHINVITE2: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable[] Adults_with_a_code_and_without_diabetes_before_the_year = SharedRows.For("""
        patient               | born       | events                                                            | all
        nothing               | 1960-01-01 |                                                                   | -
        hyperglycaemia        | 1960-01-01 | NDH 2012-05-01                                                    | outstanding
        impaired tolerance    | 1960-01-01 | IGT 2012-05-01                                                    | outstanding
        pre-diabetes          | 1960-01-01 | PRD 2012-05-01                                                    | outstanding
        18 today              | 2009-03-31 | NDH 2025-05-01                                                    | outstanding
        18 tomorrow           | 2009-04-01 | NDH 2025-05-01                                                    | -
        19                    | 2008-03-31 | NDH 2025-05-01                                                    | outstanding
        diabetes 31 March     | 1960-01-01 | NDH 2012-05-01, DM 2026-03-31                                     | -
        diabetes 1 April      | 1960-01-01 | NDH 2012-05-01, DM 2026-04-01                                     | adjusted NDHDMIFCC
        diabetes coded again  | 1960-01-01 | NDH 2012-05-01, DM 2015-01-01, DM 2026-05-01                      | -
        resolved              | 1960-01-01 | NDH 2012-05-01, DM 2015-01-01, DMRES 2016-01-01                   | outstanding
        resolved the same day | 1960-01-01 | NDH 2012-05-01, DM 2015-01-01, DMRES 2015-01-01                   | -
        resolved day after    | 1960-01-01 | NDH 2012-05-01, DM 2015-01-01, DMRES 2015-01-02                   | outstanding
        resolved this year    | 1960-01-01 | NDH 2012-05-01, DM 2015-01-01, DMRES 2026-05-01                   | outstanding
        resolved twice        | 1960-01-01 | NDH 2012-05-01, DM 2015-01-01, DMRES 2016-01-01, DM 2017-01-01, DMRES 2018-01-01 | outstanding
        diabetic again before | 1960-01-01 | NDH 2012-05-01, DM 2015-01-01, DMRES 2016-01-01, DM 2017-01-01    | -
        diabetic again now    | 1960-01-01 | NDH 2012-05-01, DM 2015-01-01, DMRES 2016-01-01, DM 2026-05-01    | adjusted NDHDMIFCC
        """, Both, Years);

    public static readonly SpecTable[] A_test_of_the_year_counts_up_to_the_day_of_diabetes = SharedRows.For("""
        patient             | born       | events                                                        | all
        31 March            | 1960-01-01 | NDH 2012-05-01, IFCCHBAM 44 2026-03-31                        | outstanding
        1 April             | 1960-01-01 | NDH 2012-05-01, IFCCHBAM 44 2026-04-01                        | achieved
        last day            | 1960-01-01 | NDH 2012-05-01, IFCCHBAM 44 2027-03-31                        | achieved
        day after           | 1960-01-01 | NDH 2012-05-01, IFCCHBAM 44 2027-04-01                        | outstanding
        without a value     | 1960-01-01 | NDH 2012-05-01, IFCCHBAM 2026-05-01                           | achieved
        fasting glucose     | 1960-01-01 | NDH 2012-05-01, FASPLASGLUC 6.1 2026-05-01                    | achieved
        old and new         | 1960-01-01 | NDH 2012-05-01, IFCCHBAM 44 2020-05-01, IFCCHBAM 44 2026-05-01 | achieved
        tested before code  | 1960-01-01 | NDH 2026-06-01, IFCCHBAM 44 2026-05-01                        | achieved
        day before diabetes | 1960-01-01 | NDH 2012-05-01, IFCCHBAM 50 2026-04-30, DM 2026-05-01         | achieved
        day of diabetes     | 1960-01-01 | NDH 2012-05-01, IFCCHBAM 50 2026-05-01, DM 2026-05-01         | achieved
        day after diabetes  | 1960-01-01 | NDH 2012-05-01, IFCCHBAM 50 2026-05-02, DM 2026-05-01         | adjusted NDHDMIFCC
        before and after    | 1960-01-01 | NDH 2012-05-01, IFCCHBAM 50 2026-04-30, DM 2026-05-01, IFCCHBAM 50 2026-06-01 | achieved
        glucose before      | 1960-01-01 | NDH 2012-05-01, FASPLASGLUC 8 2026-04-30, DM 2026-05-01       | achieved
        old and new before  | 1960-01-01 | NDH 2012-05-01, IFCCHBAM 44 2020-05-01, IFCCHBAM 50 2026-04-30, DM 2026-05-01 | achieved
        31 March, diabetes  | 1960-01-01 | NDH 2012-05-01, IFCCHBAM 50 2026-03-31, DM 2026-05-01         | adjusted NDHDMIFCC
        1 April, diabetes   | 1960-01-01 | NDH 2012-05-01, IFCCHBAM 50 2026-04-01, DM 2026-05-01         | achieved
        """, Both, Years);

    public static readonly SpecTable[] The_adjustments_in_their_order = SharedRows.For("""
        patient            | born       | registered | events                                                     | all
        NDHPU 31 March     | 1960-01-01 | 2001-01-01 | NDH 2012-05-01, NDHPU 2026-03-31                           | outstanding
        NDHPU 1 April      | 1960-01-01 | 2001-01-01 | NDH 2012-05-01, NDHPU 2026-04-01                           | adjusted NDHPU
        NDHPU again        | 1960-01-01 | 2001-01-01 | NDH 2012-05-01, NDHPU 2020-04-01, NDHPU 2026-05-01         | adjusted NDHPU
        GLUCDEC 31 March   | 1960-01-01 | 2001-01-01 | NDH 2012-05-01, GLUCDEC 2026-03-31                         | outstanding
        GLUCDEC 1 April    | 1960-01-01 | 2001-01-01 | NDH 2012-05-01, GLUCDEC 2026-04-01                         | adjusted GLUCDEC
        GLUCDEC again      | 1960-01-01 | 2001-01-01 | NDH 2012-05-01, GLUCDEC 2020-04-01, GLUCDEC 2026-05-01     | adjusted GLUCDEC
        PCADEC 31 March    | 1960-01-01 | 2001-01-01 | NDH 2012-05-01, NDHPCADEC 2026-03-31                       | outstanding
        PCADEC 1 April     | 1960-01-01 | 2001-01-01 | NDH 2012-05-01, NDHPCADEC 2026-04-01                       | adjusted NDHPCADEC
        PCADEC again       | 1960-01-01 | 2001-01-01 | NDH 2012-05-01, NDHPCADEC 2020-04-01, NDHPCADEC 2026-05-01 | adjusted NDHPCADEC
        one invitation     | 1960-01-01 | 2001-01-01 | NDH 2012-05-01, NDHINVITE 2026-05-01                       | outstanding
        6 days apart       | 1960-01-01 | 2001-01-01 | NDH 2012-05-01, NDHINVITE 2026-05-01, NDHINVITE 2026-05-07 | outstanding
        7 days apart       | 1960-01-01 | 2001-01-01 | NDH 2012-05-01, NDHINVITE 2026-05-01, NDHINVITE 2026-05-08 | adjusted NDHINVITE
        8 days apart       | 1960-01-01 | 2001-01-01 | NDH 2012-05-01, NDHINVITE 2026-05-01, NDHINVITE 2026-05-09 | adjusted NDHINVITE
        first before April | 1960-01-01 | 2001-01-01 | NDH 2012-05-01, NDHINVITE 2026-03-31, NDHINVITE 2026-04-07 | outstanding
        first on 1 April   | 1960-01-01 | 2001-01-01 | NDH 2012-05-01, NDHINVITE 2026-04-01, NDHINVITE 2026-04-08 | adjusted NDHINVITE
        new 31 December    | 1960-01-01 | 2001-01-01 | NDH 2026-12-31                                             | outstanding
        new 1 January      | 1960-01-01 | 2001-01-01 | NDH 2027-01-01                                             | adjusted DIAG1_DAT
        another code       | 1960-01-01 | 2001-01-01 | IGT 2012-05-01, NDH 2027-01-01                             | outstanding
        here 31 December   | 1960-01-01 | 2026-12-31 | NDH 2012-05-01                                             | outstanding
        here 1 January     | 1960-01-01 | 2027-01-01 | NDH 2012-05-01                                             | adjusted REG1_DAT3
        done all the same  | 1960-01-01 | 2027-01-01 | NDH 2027-01-01, NDHPU 2026-05-01, IFCCHBAM 44 2026-05-01   | achieved
        diabetes first     | 1960-01-01 | 2027-01-01 | NDH 2027-01-01, DM 2026-05-01, NDHPU 2026-05-01            | adjusted NDHDMIFCC
        unsuitable first   | 1960-01-01 | 2027-01-01 | NDH 2027-01-01, NDHPU 2026-05-01, GLUCDEC 2026-05-01       | adjusted NDHPU
        test first         | 1960-01-01 | 2027-01-01 | NDH 2027-01-01, GLUCDEC 2026-05-01, NDHPCADEC 2026-05-01   | adjusted GLUCDEC
        declined first     | 1960-01-01 | 2027-01-01 | NDH 2027-01-01, NDHPCADEC 2026-05-01, NDHINVITE 2026-05-01, NDHINVITE 2026-05-08 | adjusted NDHPCADEC
        invited first      | 1960-01-01 | 2027-01-01 | NDH 2027-01-01, NDHINVITE 2026-05-01, NDHINVITE 2026-05-08 | adjusted NDHINVITE
        diagnosed first    | 1960-01-01 | 2027-01-01 | NDH 2027-01-01                                             | adjusted DIAG1_DAT
        """, Both, Years);

    public static readonly SpecTable From_2026_27_gestational_diabetes_at_any_age = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient           | born       | events                                 | NDH003
        in pregnancy      | 1990-01-01 | GESTDIAB 2015-05-01                    | outstanding
        aged 17           | 2010-01-01 | GESTDIAB 2026-05-01                    | outstanding
        17 and both       | 2010-01-01 | GESTDIAB 2026-05-01, NDH 2026-05-01    | outstanding
        diabetes since    | 1990-01-01 | GESTDIAB 2015-05-01, DM 2016-01-01     | -
        diabetes this May | 1990-01-01 | GESTDIAB 2015-05-01, DM 2026-05-01     | adjusted NDHDMIFCC
        new 31 December   | 1990-01-01 | GESTDIAB 2026-12-31                    | outstanding
        new 1 January     | 1990-01-01 | GESTDIAB 2027-01-01                    | adjusted DIAG1_DAT
        coded again       | 1990-01-01 | GESTDIAB 2015-05-01, GESTDIAB 2027-01-01 | outstanding
        raised since      | 1990-01-01 | GESTDIAB 2015-05-01, NDH 2027-01-01    | outstanding
        raised before     | 1990-01-01 | NDH 2015-05-01, GESTDIAB 2027-01-01    | outstanding
        tested            | 1990-01-01 | GESTDIAB 2015-05-01, IFCCHBAM 40 2026-05-01 | achieved
        """);
}
