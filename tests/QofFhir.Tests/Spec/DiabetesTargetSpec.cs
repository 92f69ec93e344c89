namespace QofFhir.Tests.Spec;

/// <summary>Targets of diabetes that Hba1cSpec and the pressure tables do not draw: DM002, DM003, DM004, DM007, DM008, DM009 of 2018/19, and DM033 of 2024/25.</summary>
internal static class DiabetesTargetSpec
{
    private const string One = "DMINVITE 2026-05-01";

    private const string Two = "DMINVITE 2026-05-01, DMINVITE 2026-05-08";

    public static readonly SpecTable[] The_last_value_of_2018_19_decides = SharedRows.In("""
        patient        | born       | events                                                   | DM002       | DM003       | DM004       | DM007       | DM008       | DM009
        nothing        | 1960-01-01 | DM 2010-01-01                                            | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        no diabetes    | 1960-01-01 | BP 120/70 2026-05-01, CHOL2 4 2026-05-01, IFCCHBAM 50 2026-05-01 | -   | -           | -           | -           | -           | -
        frail          | 1960-01-01 | DM 2010-01-01, SEVFRAIL 2020-01-01                       | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        140/80         | 1960-01-01 | DM 2010-01-01, BP 140/80 2026-05-01                      | achieved    | achieved    | outstanding | outstanding | outstanding | outstanding
        141/80         | 1960-01-01 | DM 2010-01-01, BP 141/80 2026-05-01                      | achieved    | outstanding | outstanding | outstanding | outstanding | outstanding
        140/81         | 1960-01-01 | DM 2010-01-01, BP 140/81 2026-05-01                      | achieved    | outstanding | outstanding | outstanding | outstanding | outstanding
        139/79         | 1960-01-01 | DM 2010-01-01, BP 139/79 2026-05-01                      | achieved    | achieved    | outstanding | outstanding | outstanding | outstanding
        150/90         | 1960-01-01 | DM 2010-01-01, BP 150/90 2026-05-01                      | achieved    | outstanding | outstanding | outstanding | outstanding | outstanding
        151/90         | 1960-01-01 | DM 2010-01-01, BP 151/90 2026-05-01                      | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        150/91         | 1960-01-01 | DM 2010-01-01, BP 150/91 2026-05-01                      | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        31 March       | 1960-01-01 | DM 2010-01-01, BP 120/70 2026-03-31                      | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        1 April        | 1960-01-01 | DM 2010-01-01, BP 120/70 2026-04-01                      | achieved    | achieved    | outstanding | outstanding | outstanding | outstanding
        good, high     | 1960-01-01 | DM 2010-01-01, BP 120/70 2026-05-01, BP 160/95 2026-06-01 | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        5.0            | 1960-01-01 | DM 2010-01-01, CHOL2 5.0 2026-05-01                      | outstanding | outstanding | achieved    | outstanding | outstanding | outstanding
        5.1            | 1960-01-01 | DM 2010-01-01, CHOL2 5.1 2026-05-01                      | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        4.9 31 March   | 1960-01-01 | DM 2010-01-01, CHOL2 4.9 2026-03-31                      | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        4.9 1 April    | 1960-01-01 | DM 2010-01-01, CHOL2 4.9 2026-04-01                      | outstanding | outstanding | achieved    | outstanding | outstanding | outstanding
        4.9, then 6    | 1960-01-01 | DM 2010-01-01, CHOL2 4.9 2026-05-01, CHOL2 6 2026-06-01  | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        4.9 and 6      | 1960-01-01 | DM 2010-01-01, CHOL2 4.9 2026-05-01, CHOL2 6 2026-05-01  | outstanding | outstanding | achieved    | outstanding | outstanding | outstanding
        4.9, no value  | 1960-01-01 | DM 2010-01-01, CHOL2 4.9 2026-05-01, CHOL2 2026-06-01    | outstanding | outstanding | achieved    | outstanding | outstanding | outstanding
        59             | 1960-01-01 | DM 2010-01-01, IFCCHBAM 59 2026-05-01                    | outstanding | outstanding | outstanding | achieved    | achieved    | achieved
        60             | 1960-01-01 | DM 2010-01-01, IFCCHBAM 60 2026-05-01                    | outstanding | outstanding | outstanding | outstanding | achieved    | achieved
        64             | 1960-01-01 | DM 2010-01-01, IFCCHBAM 64 2026-05-01                    | outstanding | outstanding | outstanding | outstanding | achieved    | achieved
        65             | 1960-01-01 | DM 2010-01-01, IFCCHBAM 65 2026-05-01                    | outstanding | outstanding | outstanding | outstanding | outstanding | achieved
        75             | 1960-01-01 | DM 2010-01-01, IFCCHBAM 75 2026-05-01                    | outstanding | outstanding | outstanding | outstanding | outstanding | achieved
        76             | 1960-01-01 | DM 2010-01-01, IFCCHBAM 76 2026-05-01                    | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        50 31 March    | 1960-01-01 | DM 2010-01-01, IFCCHBAM 50 2026-03-31                    | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        50 1 April     | 1960-01-01 | DM 2010-01-01, IFCCHBAM 50 2026-04-01                    | outstanding | outstanding | outstanding | achieved    | achieved    | achieved
        good, then bad | 1960-01-01 | DM 2010-01-01, IFCCHBAM 50 2026-05-01, IFCCHBAM 80 2026-06-01 | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        both one day   | 1960-01-01 | DM 2010-01-01, IFCCHBAM 50 2026-05-01, IFCCHBAM 80 2026-05-01 | outstanding | outstanding | outstanding | achieved | achieved | achieved
        """, "2018-19");

    private static readonly string Tail = """
        patient          | born       | registered | events                                                           | all
        PCAPU 31 March   | 1960-01-01 | 2001-01-01 | DM 2010-01-01, DMPCAPU 2026-03-31                                | outstanding
        PCAPU 1 April    | 1960-01-01 | 2001-01-01 | DM 2010-01-01, DMPCAPU 2026-04-01                                | adjusted DMPCAPU
        PCAPU again      | 1960-01-01 | 2001-01-01 | DM 2010-01-01, DMPCAPU 2020-04-01, DMPCAPU 2026-05-01            | adjusted DMPCAPU
        PCADEC 31 March  | 1960-01-01 | 2001-01-01 | DM 2010-01-01, DMPCADEC 2026-03-31                               | outstanding
        PCADEC 1 April   | 1960-01-01 | 2001-01-01 | DM 2010-01-01, DMPCADEC 2026-04-01                               | adjusted DMPCADEC
        PCADEC again     | 1960-01-01 | 2001-01-01 | DM 2010-01-01, DMPCADEC 2020-04-01, DMPCADEC 2026-05-01          | adjusted DMPCADEC
        new 30 June      | 1960-01-01 | 2001-01-01 | DM 2026-06-30                                                    | outstanding
        new 1 July       | 1960-01-01 | 2001-01-01 | DM 2026-07-01                                                    | adjusted DIAG1_DT9M
        coded again      | 1960-01-01 | 2001-01-01 | DM 2010-01-01, DM 2026-09-01                                     | outstanding
        here 30 June     | 1960-01-01 | 2026-06-30 | DM 2010-01-01                                                    | outstanding
        here 1 July      | 1960-01-01 | 2026-07-01 | DM 2010-01-01                                                    | adjusted REG1_DAT9
        unsuitable first | 1960-01-01 | 2026-09-01 | DM 2026-09-01, DMPCAPU 2026-10-01, DMPCADEC 2026-10-01           | adjusted DMPCAPU
        declined first   | 1960-01-01 | 2026-09-01 | DM 2026-09-01, DMPCADEC 2026-10-01                               | adjusted DMPCADEC
        new first        | 1960-01-01 | 2026-09-01 | DM 2026-09-01                                                    | adjusted DIAG1_DT9M
        """;

    private static readonly string Pressure = """
        patient         | born       | registered | events                                                    | all
        HTMAX 31 March  | 1960-01-01 | 2001-01-01 | DM 2010-01-01, HTMAX 2026-03-31                           | outstanding
        HTMAX 1 April   | 1960-01-01 | 2001-01-01 | DM 2010-01-01, HTMAX 2026-04-01                           | adjusted HTMAX
        HTMAX again     | 1960-01-01 | 2001-01-01 | DM 2010-01-01, HTMAX 2020-04-01, HTMAX 2026-05-01         | adjusted HTMAX
        BPDEC 31 March  | 1960-01-01 | 2001-01-01 | DM 2010-01-01, BPDEC 2026-03-31                           | outstanding
        BPDEC 1 April   | 1960-01-01 | 2001-01-01 | DM 2010-01-01, BPDEC 2026-04-01                           | adjusted DECLINED
        BPDEC again     | 1960-01-01 | 2001-01-01 | DM 2010-01-01, BPDEC 2020-04-01, BPDEC 2026-05-01         | adjusted DECLINED
        most first      | 1960-01-01 | 2001-01-01 | DM 2010-01-01, HTMAX 2026-05-01, DMPCAPU 2026-05-01       | adjusted HTMAX
        PCAPU first     | 1960-01-01 | 2001-01-01 | DM 2010-01-01, DMPCAPU 2026-05-01, BPDEC 2026-05-01       | adjusted DMPCAPU
        BPDEC first     | 1960-01-01 | 2001-01-01 | DM 2010-01-01, BPDEC 2026-05-01, DMPCADEC 2026-05-01      | adjusted DECLINED
        good with HTMAX | 1960-01-01 | 2001-01-01 | DM 2010-01-01, HTMAX 2026-05-01, BP 130/75 2026-05-01, CLINBP 130/75 2026-05-01 | achieved
        """;

    private static readonly string Glucose = """
        patient          | born       | events                                                             | all
        SERFRUC 31 March | 1960-01-01 | DM 2010-01-01, SERFRUC 2026-03-31                                  | outstanding
        SERFRUC 1 April  | 1960-01-01 | DM 2010-01-01, SERFRUC 2026-04-01                                  | adjusted IFCCHBA
        SERFRUC again    | 1960-01-01 | DM 2010-01-01, SERFRUC 2020-04-01, SERFRUC 2026-05-01              | adjusted IFCCHBA
        HbA1c 31 March   | 1960-01-01 | DM 2010-01-01, SERFRUC 2026-05-01, IFCCHBAM 80 2026-03-31          | adjusted IFCCHBA
        HbA1c 1 April    | 1960-01-01 | DM 2010-01-01, SERFRUC 2026-05-01, IFCCHBAM 80 2026-04-01          | outstanding
        DMMAX 31 March   | 1960-01-01 | DM 2010-01-01, DMMAX 2026-03-31                                    | outstanding
        DMMAX 1 April    | 1960-01-01 | DM 2010-01-01, DMMAX 2026-04-01                                    | adjusted DMMAX
        DMMAX again      | 1960-01-01 | DM 2010-01-01, DMMAX 2020-04-01, DMMAX 2026-05-01                  | adjusted DMMAX
        BLDTEST 31 March | 1960-01-01 | DM 2010-01-01, BLDTESTDEC 2026-03-31                               | outstanding
        BLDTEST 1 April  | 1960-01-01 | DM 2010-01-01, BLDTESTDEC 2026-04-01                               | adjusted BLDTESTDEC
        BLDTEST again    | 1960-01-01 | DM 2010-01-01, BLDTESTDEC 2020-04-01, BLDTESTDEC 2026-05-01        | adjusted BLDTESTDEC
        """;

    private static readonly string Cholesterol = """
        patient         | born       | events                                                            | all
        CHOLMAX March   | 1960-01-01 | DM 2010-01-01, CHOLMAX 2026-03-31                                 | outstanding
        CHOLMAX April   | 1960-01-01 | DM 2010-01-01, CHOLMAX 2026-04-01                                 | adjusted CHOLMAX
        CHOLMAX again   | 1960-01-01 | DM 2010-01-01, CHOLMAX 2020-04-01, CHOLMAX 2026-05-01             | adjusted CHOLMAX
        CHOLDEC March   | 1960-01-01 | DM 2010-01-01, CHOLDEC 2026-03-31                                 | outstanding
        CHOLDEC April   | 1960-01-01 | DM 2010-01-01, CHOLDEC 2026-04-01                                 | adjusted CHOLDEC
        CHOLDEC again   | 1960-01-01 | DM 2010-01-01, CHOLDEC 2020-04-01, CHOLDEC 2026-05-01             | adjusted CHOLDEC
        most first      | 1960-01-01 | DM 2010-01-01, CHOLMAX 2026-05-01, DMPCAPU 2026-05-01             | adjusted CHOLMAX
        PCAPU first     | 1960-01-01 | DM 2010-01-01, DMPCAPU 2026-05-01, CHOLDEC 2026-05-01             | adjusted DMPCAPU
        CHOLDEC first   | 1960-01-01 | DM 2010-01-01, CHOLDEC 2026-05-01, DMPCADEC 2026-05-01            | adjusted CHOLDEC
        """;

    // GOOD and HIGH are tests below and above every target; in 2018/19 three invitations, later two
    private static readonly string Invitations = """
        patient            | born       | events                                                                        | all
        too few            | 1960-01-01 | DM 2010-01-01, SECOND                                                         | outstanding
        no test            | 1960-01-01 | DM 2010-01-01, SECOND, DMINVITE 2026-05-15                                    | adjusted LABEL
        first before April | 1960-01-01 | DM 2010-01-01, DMINVITE 2026-03-31, DMINVITE 2026-04-07                       | outstanding
        good last year     | 1960-01-01 | DM 2010-01-01, GOOD 2026-03-31, SECOND, DMINVITE 2026-05-15                   | adjusted LABEL
        high the day before | 1960-01-01 | DM 2010-01-01, HIGH 2026-04-30, SECOND, DMINVITE 2026-05-15                  | adjusted LABEL
        high on the day    | 1960-01-01 | DM 2010-01-01, HIGH 2026-05-01, SECOND, DMINVITE 2026-05-15                   | outstanding
        high since         | 1960-01-01 | DM 2010-01-01, HIGH 2026-05-10, SECOND, DMINVITE 2026-05-15                   | outstanding
        high in April      | 1960-01-01 | DM 2010-01-01, HIGH 2026-04-20, DMINVITE 2026-04-10, DMINVITE 2026-05-01, DMINVITE 2026-05-15 | outstanding
        high, no answer    | 1960-01-01 | DM 2010-01-01, HIGH 2026-04-30, SECOND                                        | outstanding
        good               | 1960-01-01 | DM 2010-01-01, GOOD 2026-04-30, SECOND, DMINVITE 2026-05-15                   | achieved
        """;

    public static readonly SpecTable[] The_tail_of_every_target = SharedRows.For(Tail, "DM002 DM003 DM004 DM007 DM008 DM009 DM033", "2018-19", "2024-25");

    public static readonly SpecTable[] What_adjusts_a_pressure =
    [
        .. SharedRows.For(Pressure.Replace("DECLINED", "BPDEC", StringComparison.Ordinal).Replace(", CLINBP 130/75 2026-05-01", "", StringComparison.Ordinal), "DM002 DM003", "2018-19"),
        .. SharedRows.For(Pressure.Replace("DECLINED", "BPORHBPDEC", StringComparison.Ordinal), "DM033", "2024-25"),
    ];

    public static readonly SpecTable[] What_adjusts_an_HbA1c = SharedRows.For(Glucose, "DM007 DM008 DM009", "2018-19");

    public static readonly SpecTable[] What_adjusts_a_cholesterol = SharedRows.For(Cholesterol, "DM004", "2018-19");

    public static readonly SpecTable[] Invited_after_a_high_pressure =
    [
        .. SharedRows.For(Invited("DMBPINVITE", "BP 120/70", "BP 160/95", Two), "DM002 DM003", "2018-19"),
        .. SharedRows.For(Invited("DMBPINVITE", "CLINBP 120/70", "CLINBP 160/95", One), "DM033", "2024-25"),
    ];

    public static readonly SpecTable[] Invited_after_a_high_HbA1c =
        SharedRows.For(Invited("DMIFINVITE", "IFCCHBAM 50", "IFCCHBAM 80", Two), "DM007 DM008 DM009", "2018-19");

    public static readonly SpecTable[] Invited_after_an_HbA1c_that_is_only_known_to_be_high = SharedRows.In("""
        patient    | born       | events                                                                                                  | DM007               | DM008               | DM009
        59 or more | 1960-01-01 | DM 2010-01-01, IFCCHBAM >=59 2026-04-30, DMINVITE 2026-05-01, DMINVITE 2026-05-08, DMINVITE 2026-05-15  | outstanding         | outstanding         | outstanding
        above 59   | 1960-01-01 | DM 2010-01-01, IFCCHBAM >59 2026-04-30, DMINVITE 2026-05-01, DMINVITE 2026-05-08, DMINVITE 2026-05-15   | adjusted DMIFINVITE | outstanding         | outstanding
        64 or more | 1960-01-01 | DM 2010-01-01, IFCCHBAM >=64 2026-04-30, DMINVITE 2026-05-01, DMINVITE 2026-05-08, DMINVITE 2026-05-15  | adjusted DMIFINVITE | outstanding         | outstanding
        above 64   | 1960-01-01 | DM 2010-01-01, IFCCHBAM >64 2026-04-30, DMINVITE 2026-05-01, DMINVITE 2026-05-08, DMINVITE 2026-05-15   | adjusted DMIFINVITE | adjusted DMIFINVITE | outstanding
        75 or more | 1960-01-01 | DM 2010-01-01, IFCCHBAM >=75 2026-04-30, DMINVITE 2026-05-01, DMINVITE 2026-05-08, DMINVITE 2026-05-15  | adjusted DMIFINVITE | adjusted DMIFINVITE | outstanding
        above 75   | 1960-01-01 | DM 2010-01-01, IFCCHBAM >75 2026-04-30, DMINVITE 2026-05-01, DMINVITE 2026-05-08, DMINVITE 2026-05-15   | adjusted DMIFINVITE | adjusted DMIFINVITE | adjusted DMIFINVITE
        """, "2018-19");

    public static readonly SpecTable[] Invited_after_a_high_cholesterol =
        SharedRows.For(Invited("DMCHINVITE", "CHOL2 4", "CHOL2 6", Two), "DM004", "2018-19");

    public static readonly SpecTable[] Invited_after_a_cholesterol_that_is_only_known_to_be_high = SharedRows.In("""
        patient   | born       | events                                                                                            | DM004
        5 or more | 1960-01-01 | DM 2010-01-01, CHOL2 >=5 2026-04-30, DMINVITE 2026-05-01, DMINVITE 2026-05-08, DMINVITE 2026-05-15 | outstanding
        above 5   | 1960-01-01 | DM 2010-01-01, CHOL2 >5 2026-04-30, DMINVITE 2026-05-01, DMINVITE 2026-05-08, DMINVITE 2026-05-15  | adjusted DMCHINVITE
        below 6   | 1960-01-01 | DM 2010-01-01, CHOL2 <6 2026-04-30, DMINVITE 2026-05-01, DMINVITE 2026-05-08, DMINVITE 2026-05-15  | outstanding
        """, "2018-19");

    public static readonly SpecTable[] In_2024_25_clinic_140_90_or_home_135_85 = SharedRows.In("""
        patient            | born       | events                                                                    | DM033
        clinic 140/90      | 1960-01-01 | DM 2010-01-01, CLINBP 140/90 2026-05-01                                   | achieved
        clinic 141/90      | 1960-01-01 | DM 2010-01-01, CLINBP 141/90 2026-05-01                                   | outstanding
        clinic 140/91      | 1960-01-01 | DM 2010-01-01, CLINBP 140/91 2026-05-01                                   | outstanding
        clinic 139/89      | 1960-01-01 | DM 2010-01-01, CLINBP 139/89 2026-05-01                                   | achieved
        home 135/85        | 1960-01-01 | DM 2010-01-01, HOMEAMBBP 135/85 2026-05-01                                | achieved
        home 136/85        | 1960-01-01 | DM 2010-01-01, HOMEAMBBP 136/85 2026-05-01                                | outstanding
        home 135/86        | 1960-01-01 | DM 2010-01-01, HOMEAMBBP 135/86 2026-05-01                                | outstanding
        home 134/84        | 1960-01-01 | DM 2010-01-01, HOMEAMBBP 134/84 2026-05-01                                | achieved
        31 March           | 1960-01-01 | DM 2010-01-01, CLINBP 120/70 2026-03-31                                   | outstanding
        1 April            | 1960-01-01 | DM 2010-01-01, CLINBP 120/70 2026-04-01                                   | achieved
        home later, high   | 1960-01-01 | DM 2010-01-01, CLINBP 120/70 2026-05-01, HOMEAMBBP 138/84 2026-05-02      | outstanding
        clinic later, high | 1960-01-01 | DM 2010-01-01, HOMEAMBBP 120/70 2026-05-01, CLINBP 150/95 2026-05-02      | outstanding
        one day, one good  | 1960-01-01 | DM 2010-01-01, CLINBP 150/95 2026-05-01, HOMEAMBBP 130/80 2026-05-01      | achieved
        one day, other     | 1960-01-01 | DM 2010-01-01, CLINBP 138/84 2026-05-01, HOMEAMBBP 138/84 2026-05-01      | achieved
        home, good again   | 1960-01-01 | DM 2010-01-01, HOMEAMBBP 150/95 2026-05-01, HOMEAMBBP 130/80 2026-06-01   | achieved
        clinic, good again | 1960-01-01 | DM 2010-01-01, CLINBP 150/95 2026-05-01, CLINBP 130/80 2026-06-01         | achieved
        home decline       | 1960-01-01 | DM 2010-01-01, HOMEBPDEC 2026-04-01                                       | adjusted BPORHBPDEC
        ambulatory decline | 1960-01-01 | DM 2010-01-01, ABPMDEC 2026-04-01                                         | adjusted BPORHBPDEC
        frail              | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, CLINBP 120/70 2026-05-01              | excluded MDSEVFRAIL
        frail, then mild   | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, MILDFRAIL 2021-01-01                  | outstanding
        over 80            | 1940-01-01 | DM 2010-01-01, CLINBP 120/70 2026-05-01                                   | achieved
        """, "2024-25");

    private static string Invited(string label, string good, string high, string second) => Invitations
        .Replace("LABEL", label, StringComparison.Ordinal).Replace("GOOD", good, StringComparison.Ordinal)
        .Replace("HIGH", high, StringComparison.Ordinal).Replace("SECOND", second, StringComparison.Ordinal);
}
