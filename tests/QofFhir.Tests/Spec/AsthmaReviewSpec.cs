namespace QofFhir.Tests.Spec;

/// <summary>AST005, AST007, AST008 and AST015: QOF business rules, Asthma.</summary>
internal static class AsthmaReviewSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("ASTRES: other end", "only its presence is asked"),
        ("ASTCONTASS: other end", "only its presence is asked"),
        ("ASTEXACB: other end", "only its presence is asked"),
        ("WRITPASTP: other end", "only its presence is asked"),
        ("ASTINVITE3: other end", "only its presence is asked"),
        ("ASTINVITE2: other end", "only its presence is asked, but for the third invitation of 2018/19"),
    ];

    public static readonly SpecTable[] The_register_asks_an_unresolved_diagnosis_and_a_drug_in_the_year = EachYear("""
        patient             | born       | events                                                               | AST005      | AST007      | AST008
        nothing             | 2009-01-01 |                                                                      | -           | -           | -
        on treatment        | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01                                    | on-register | outstanding | outstanding
        no drug             | 2009-01-01 | AST 2015-01-01                                                       | -           | -           | -
        no diagnosis        | 2009-01-01 | ASTTRT 2024-06-01                                                    | -           | -           | -
        drug 31 March       | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-03-31                                    | -           | -           | -
        drug 1 April        | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-04-01                                    | on-register | outstanding | outstanding
        drug last day       | 2009-01-01 | AST 2015-01-01, ASTTRT 2025-03-31                                    | on-register | outstanding | outstanding
        drug day after      | 2009-01-01 | AST 2015-01-01, ASTTRT 2025-04-01                                    | -           | -           | -
        drug old and new    | 2009-01-01 | AST 2015-01-01, ASTTRT 2016-01-01, ASTTRT 2024-06-01                 | on-register | outstanding | outstanding
        resolved day before | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTRES 2014-12-31                 | on-register | outstanding | outstanding
        resolved same day   | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTRES 2015-01-01                 | -           | -           | -
        resolved day after  | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTRES 2015-01-02                 | -           | -           | -
        diagnosed again     | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTRES 2017-01-01, AST 2018-01-01 | on-register | outstanding | outstanding
        again the same day  | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTRES 2017-01-01, AST 2017-01-01 | -           | -           | -
        resolved last day   | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTRES 2025-03-31                 | -           | -           | -
        resolved next day   | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTRES 2025-04-01                 | on-register | outstanding | outstanding
        """);

    public static readonly SpecTable[] From_6_years_on_to_2025 = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient    | born       | events                            | AST005      | AST007      | AST008
        6 today    | 2019-03-31 | AST 2015-01-01, ASTTRT 2024-06-01 | on-register | outstanding | outstanding
        6 tomorrow | 2019-04-01 | AST 2015-01-01, ASTTRT 2024-06-01 | -           | -           | -
        """).AlsoIn("2025-26");

    public static readonly SpecTable From_5_years_on_in_2026 = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient    | born       | events                            | AST015
        5 today    | 2022-03-31 | AST 2015-01-01, ASTTRT 2026-06-01 | outstanding
        5 tomorrow | 2022-04-01 | AST 2015-01-01, ASTTRT 2026-06-01 | -
        """);

    public static readonly SpecTable[] A_review_with_plan_questionnaire_and_exacerbations = EachYear("""
        patient                      | born       | events                                                                                                         | AST007
        all on one day               | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2024-09-15, WRITPASTP 2024-09-15, ASTCONTASS 2024-09-15, ASTEXACB 2024-09-15 | achieved
        31 March                     | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2024-03-31, WRITPASTP 2024-03-31, ASTCONTASS 2024-03-31, ASTEXACB 2024-03-31 | outstanding
        1 April                      | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2024-04-01, WRITPASTP 2024-04-01, ASTCONTASS 2024-04-01, ASTEXACB 2024-04-01 | achieved
        last day                     | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2025-03-31, WRITPASTP 2025-03-31, ASTCONTASS 2025-03-31, ASTEXACB 2025-03-31 | achieved
        day after                    | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2025-04-01, WRITPASTP 2025-04-01, ASTCONTASS 2025-04-01, ASTEXACB 2025-04-01 | outstanding
        no review                    | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, WRITPASTP 2024-09-15, ASTCONTASS 2024-09-15, ASTEXACB 2024-09-15            | outstanding
        no plan                      | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2024-09-15, ASTCONTASS 2024-09-15, ASTEXACB 2024-09-15                  | outstanding
        plan day before              | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2024-09-15, WRITPASTP 2024-09-14, ASTCONTASS 2024-09-15, ASTEXACB 2024-09-15 | outstanding
        plan day after               | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2024-09-15, WRITPASTP 2024-09-16, ASTCONTASS 2024-09-15, ASTEXACB 2024-09-15 | outstanding
        no questionnaire             | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2024-09-15, WRITPASTP 2024-09-15, ASTEXACB 2024-09-15                   | outstanding
        questionnaire a month before | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2024-09-15, WRITPASTP 2024-09-15, ASTCONTASS 2024-08-15, ASTEXACB 2024-09-15 | achieved
        questionnaire a day earlier  | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2024-09-15, WRITPASTP 2024-09-15, ASTCONTASS 2024-08-14, ASTEXACB 2024-09-15 | outstanding
        questionnaire day after      | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2024-09-15, WRITPASTP 2024-09-15, ASTCONTASS 2024-09-16, ASTEXACB 2024-09-15 | outstanding
        no exacerbations             | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2024-09-15, WRITPASTP 2024-09-15, ASTCONTASS 2024-09-15                 | outstanding
        exacerbations a month before | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2024-09-15, WRITPASTP 2024-09-15, ASTCONTASS 2024-09-15, ASTEXACB 2024-08-15 | achieved
        exacerbations a day earlier  | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2024-09-15, WRITPASTP 2024-09-15, ASTCONTASS 2024-09-15, ASTEXACB 2024-08-14 | outstanding
        exacerbations day after      | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2024-09-15, WRITPASTP 2024-09-15, ASTCONTASS 2024-09-15, ASTEXACB 2024-09-16 | outstanding
        later review falls short     | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2024-05-01, WRITPASTP 2024-05-01, ASTCONTASS 2024-05-01, ASTEXACB 2024-05-01, REV 2024-09-15 | outstanding
        earlier review fell short    | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, REV 2024-09-15, WRITPASTP 2024-09-15, ASTCONTASS 2024-09-15, ASTEXACB 2024-09-15, REV 2024-05-01 | achieved
        """);

    public static readonly SpecTable Smoking_status_or_second_hand_smoke_up_to_19_years = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                   | born       | events                                                                            | AST008
        SMOK 31 March             | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, SMOK 2024-03-31                                | outstanding
        SMOK 1 April              | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, SMOK 2024-04-01                                | achieved
        SMOK last day             | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, SMOK 2025-03-31                                | achieved
        SMOK day after            | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, SMOK 2025-04-01                                | outstanding
        SMOK old and new          | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, SMOK 2018-06-01, SMOK 2024-06-01               | achieved
        SMOKEXPOS 31 March        | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, SMOKEXPOS 2024-03-31                           | outstanding
        SMOKEXPOS 1 April         | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, SMOKEXPOS 2024-04-01                           | achieved
        SMOKEXPOS last day        | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, SMOKEXPOS 2025-03-31                           | achieved
        SMOKEXPOS day after       | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, SMOKEXPOS 2025-04-01                           | outstanding
        SMOKEXPOS old and new     | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, SMOKEXPOS 2018-06-01, SMOKEXPOS 2024-06-01     | achieved
        NOSMOKEXPOS 31 March      | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, NOSMOKEXPOS 2024-03-31                         | outstanding
        NOSMOKEXPOS 1 April       | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, NOSMOKEXPOS 2024-04-01                         | achieved
        NOSMOKEXPOS last day      | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, NOSMOKEXPOS 2025-03-31                         | achieved
        NOSMOKEXPOS day after     | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, NOSMOKEXPOS 2025-04-01                         | outstanding
        NOSMOKEXPOS old and new   | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, NOSMOKEXPOS 2018-06-01, NOSMOKEXPOS 2024-06-01 | achieved
        exposed long ago, not now | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, SMOKEXPOS 2020-01-01, NOSMOKEXPOS 2024-06-01   | achieved
        20 tomorrow               | 2005-04-01 | AST 2015-01-01, ASTTRT 2024-06-01                                                 | outstanding
        20 today                  | 2005-03-31 | AST 2015-01-01, ASTTRT 2024-06-01                                                 | excluded PAT_AGEO19
        20, known                 | 2005-03-31 | AST 2015-01-01, ASTTRT 2024-06-01, SMOK 2024-06-01                                | excluded PAT_AGEO19
        """);

    public static readonly SpecTable[] An_adjustment_lasts_for_the_year = EachYear("""
        patient               | born       | events                                                                        | AST007             | AST008
        ASTPCAPU 31 March     | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTPCAPU 2024-03-31                        | outstanding        | outstanding
        ASTPCAPU 1 April      | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTPCAPU 2024-04-01                        | adjusted ASTPCAPU  | adjusted ASTPCAPU
        ASTPCAPU last day     | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTPCAPU 2025-03-31                        | adjusted ASTPCAPU  | adjusted ASTPCAPU
        ASTPCAPU old and new  | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTPCAPU 2018-06-01, ASTPCAPU 2024-06-01   | adjusted ASTPCAPU  | adjusted ASTPCAPU
        ASTMONDEC 31 March    | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTMONDEC 2024-03-31                       | outstanding        | outstanding
        ASTMONDEC 1 April     | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTMONDEC 2024-04-01                       | adjusted ASTMONDEC | adjusted ASTMONDEC
        ASTMONDEC last day    | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTMONDEC 2025-03-31                       | adjusted ASTMONDEC | adjusted ASTMONDEC
        ASTMONDEC old and new | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTMONDEC 2018-06-01, ASTMONDEC 2024-06-01 | adjusted ASTMONDEC | adjusted ASTMONDEC
        ASTPCADEC 31 March    | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTPCADEC 2024-03-31                       | outstanding        | outstanding
        ASTPCADEC 1 April     | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTPCADEC 2024-04-01                       | adjusted ASTPCADEC | adjusted ASTPCADEC
        ASTPCADEC last day    | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTPCADEC 2025-03-31                       | adjusted ASTPCADEC | adjusted ASTPCADEC
        ASTPCADEC old and new | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTPCADEC 2018-06-01, ASTPCADEC 2024-06-01 | adjusted ASTPCADEC | adjusted ASTPCADEC
        """);

    public static readonly SpecTable Smoking_status_declined = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                 | born       | events                                                                            | AST008
        SMOKSTATDEC 31 March    | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, SMOKSTATDEC 2024-03-31                         | outstanding
        SMOKSTATDEC 1 April     | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, SMOKSTATDEC 2024-04-01                         | adjusted SMOKSTDEC
        SMOKSTATDEC last day    | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, SMOKSTATDEC 2025-03-31                         | adjusted SMOKSTDEC
        SMOKSTATDEC old and new | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, SMOKSTATDEC 2018-06-01, SMOKSTATDEC 2024-06-01 | adjusted SMOKSTDEC
        """);

    public static readonly SpecTable[] Two_invitations_seven_days_apart = EachYear("""
        patient                | born       | events                                                                                              | AST007              | AST008
        no invitation          | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01                                                                   | outstanding         | outstanding
        one                    | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTINVITE 2024-05-01                                             | outstanding         | outstanding
        same day               | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTINVITE 2024-05-01, ASTINVITE 2024-05-01                       | outstanding         | outstanding
        day 6                  | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTINVITE 2024-05-01, ASTINVITE 2024-05-07                       | outstanding         | outstanding
        day 7                  | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTINVITE 2024-05-01, ASTINVITE 2024-05-08                       | adjusted ASTINVITE1 | adjusted ASTINVITE1
        first before April     | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTINVITE 2024-03-31, ASTINVITE 2024-04-07                       | outstanding         | outstanding
        first on 1 April       | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTINVITE 2024-04-01, ASTINVITE 2024-04-08                       | adjusted ASTINVITE1 | adjusted ASTINVITE1
        third makes the pair   | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTINVITE 2024-05-01, ASTINVITE 2024-05-04, ASTINVITE 2024-05-08 | adjusted ASTINVITE1 | adjusted ASTINVITE1
        second on the last day | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTINVITE 2025-03-24, ASTINVITE 2025-03-31                       | adjusted ASTINVITE1 | adjusted ASTINVITE1
        second after the year  | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTINVITE 2025-03-25, ASTINVITE 2025-04-01                       | outstanding         | outstanding
        """);

    public static readonly SpecTable[] The_upper_row_decides = EachYear("""
        patient                     | born       | registered | events                                                                                                         | AST007              | AST008
        new 31 December             | 2009-01-01 | 2001-01-01 | AST 2024-12-31, ASTTRT 2024-06-01                                                                              | outstanding         | outstanding
        new 1 January               | 2009-01-01 | 2001-01-01 | AST 2025-01-01, ASTTRT 2024-06-01                                                                              | adjusted DIAG1_DAT  | adjusted DIAG1_DAT
        coded again                 | 2009-01-01 | 2001-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, AST 2025-02-01                                                              | outstanding         | outstanding
        registered 31 December      | 2009-01-01 | 2024-12-31 | AST 2015-01-01, ASTTRT 2024-06-01                                                                              | outstanding         | outstanding
        registered 1 January        | 2009-01-01 | 2025-01-01 | AST 2015-01-01, ASTTRT 2024-06-01                                                                              | adjusted REG1_DAT3  | adjusted REG1_DAT3
        achieved                    | 2009-01-01 | 2025-01-01 | AST 2025-01-15, ASTTRT 2024-06-01, REV 2025-02-01, WRITPASTP 2025-02-01, ASTCONTASS 2025-02-01, ASTEXACB 2025-02-01, SMOK 2025-02-01, ASTPCAPU 2024-05-01, ASTMONDEC 2024-05-01, ASTPCADEC 2024-05-01, ASTINVITE 2024-05-01, ASTINVITE 2024-05-08 | achieved            | achieved
        all                         | 2009-01-01 | 2025-01-01 | AST 2025-01-15, ASTTRT 2024-06-01, ASTPCAPU 2024-05-01, ASTMONDEC 2024-05-01, ASTPCADEC 2024-05-01, ASTINVITE 2024-05-01, ASTINVITE 2024-05-08 | adjusted ASTPCAPU   | adjusted ASTPCAPU
        without unsuitable          | 2009-01-01 | 2025-01-01 | AST 2025-01-15, ASTTRT 2024-06-01, ASTMONDEC 2024-05-01, ASTPCADEC 2024-05-01, ASTINVITE 2024-05-01, ASTINVITE 2024-05-08 | adjusted ASTMONDEC  | adjusted ASTMONDEC
        without monitoring declined | 2009-01-01 | 2025-01-01 | AST 2025-01-15, ASTTRT 2024-06-01, ASTPCADEC 2024-05-01, ASTINVITE 2024-05-01, ASTINVITE 2024-05-08            | adjusted ASTPCADEC  | adjusted ASTPCADEC
        without declined            | 2009-01-01 | 2025-01-01 | AST 2025-01-15, ASTTRT 2024-06-01, ASTINVITE 2024-05-01, ASTINVITE 2024-05-08                                  | adjusted ASTINVITE1 | adjusted ASTINVITE1
        without invitations         | 2009-01-01 | 2025-01-01 | AST 2025-01-15, ASTTRT 2024-06-01                                                                              | adjusted DIAG1_DAT  | adjusted DIAG1_DAT
        """);

    public static readonly SpecTable The_order_of_what_was_declined = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient               | born       | events                                                                          | AST008
        status and monitoring | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTMONDEC 2024-05-01, SMOKSTATDEC 2024-05-01 | adjusted ASTMONDEC
        status and care       | 2009-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, ASTPCADEC 2024-05-01, SMOKSTATDEC 2024-05-01 | adjusted SMOKSTDEC
        20 and achieved       | 1990-01-01 | AST 2015-01-01, ASTTRT 2024-06-01, SMOK 2024-06-01                              | excluded PAT_AGEO19
        """);

    /// <summary>AST007 of two years, and AST015, its later number.</summary>
    private static SpecTable[] EachYear(string table) =>
    [
        .. SpecTable.Of("qof-england-2024-25", "2025-03-31", table).AlsoIn("2025-26"),
        SpecTable.Of("qof-england-2024-25", "2025-03-31", table.Replace("AST007", "AST015", StringComparison.Ordinal)).In("qof-england-2026-27", "2027-03-31"),
    ];
}
