namespace QofFhir.Tests.Spec;

/// <summary>CHOL003: on a statin, or on another lipid lowering drug where a statin does not fit.</summary>
internal static class LipidDrugSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("HSTRK: other end", "only its presence is asked"),
        ("XSTAT: other end", "only its presence is asked"),
        ("STATINTOL: other end", "only its presence is asked"),
        ("LIPIDTHERADV: other end", "only its presence is asked"),
        ("BEMPEVER: other end", "only its presence is asked"),
        ("EZETEVER: other end", "only its presence is asked"),
        ("ICOSEVER: other end", "only its presence is asked"),
        ("INCLEVER: other end", "only its presence is asked"),
        ("PCSKEVER: other end", "only its presence is asked"),
        ("CHOLINVITE2: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable[] Of_any_of_four_registers = HeartPressureSpec.FromRules49("""
        patient              | born       | events                                                         | CHOL003           | CHOL004
        nothing              | 1960-01-01 | STAT 2026-01-01, LDLCCHOL 1.5 2025-09-01                       | -                 | -
        heart disease        | 1960-01-01 | CHD 2010-01-01                                                 | outstanding       | outstanding
        arterial disease     | 1960-01-01 | PAD 2010-01-01                                                 | outstanding       | outstanding
        stroke               | 1960-01-01 | STRK 2010-01-01                                                | outstanding       | outstanding
        TIA                  | 1960-01-01 | TIA 2010-01-01                                                 | outstanding       | outstanding
        kidney disease       | 1960-01-01 | CKD 2010-01-01                                                 | outstanding       | -
        kidney, 18 today     | 2008-03-31 | CKD 2020-01-01                                                 | outstanding       | -
        kidney, 18 tomorrow  | 2008-04-01 | CKD 2020-01-01                                                 | -                 | -
        stage 2 that day     | 1960-01-01 | CKD 2010-01-01, CKD1AND2 2010-01-01                            | outstanding       | -
        stage 2 next day     | 1960-01-01 | CKD 2010-01-01, CKD1AND2 2010-01-02                            | -                 | -
        stage 3 again        | 1960-01-01 | CKD 2010-01-01, CKD1AND2 2012-01-01, CKD 2014-01-01            | outstanding       | -
        kidney well that day | 1960-01-01 | CKD 2010-01-01, CKDRES 2010-01-01                              | outstanding       | -
        kidney well next day | 1960-01-01 | CKD 2010-01-01, CKDRES 2010-01-02                              | -                 | -
        kidney ill again     | 1960-01-01 | CKD 2010-01-01, CKDRES 2012-01-01, CKD 2014-01-01              | outstanding       | -
        with diabetes        | 1960-01-01 | CHD 2010-01-01, DM 2010-01-01                                  | excluded DMCVDEXC | outstanding
        diabetes resolved    | 1960-01-01 | CHD 2010-01-01, DM 2010-01-01, DMRES 2015-01-01                | outstanding       | outstanding
        diabetes, that day   | 1960-01-01 | CHD 2010-01-01, DM 2010-01-01, DMRES 2010-01-01                | excluded DMCVDEXC | outstanding
        diabetes again       | 1960-01-01 | CHD 2010-01-01, DM 2010-01-01, DMRES 2015-01-01, DM 2016-01-01 | excluded DMCVDEXC | outstanding
        diabetes, bleeding   | 1960-01-01 | CHD 2010-01-01, DM 2010-01-01, HSTRK 2012-01-01                | outstanding       | outstanding
        diabetes, kidney     | 1960-01-01 | CKD 2010-01-01, DM 2010-01-01, STAT 2026-01-01                 | excluded DMCVDEXC | -
        """);

    public static readonly SpecTable[] A_statin_in_six_months_or_another_drug_where_a_statin_does_not_fit = HeartPressureSpec.FromRules49("""
        patient              | born       | events                                                                           | CHOL003
        September            | 1960-01-01 | CHD 2010-01-01, STAT 2025-09-30                                                  | outstanding
        October              | 1960-01-01 | CHD 2010-01-01, STAT 2025-10-01                                                  | achieved
        twice                | 1960-01-01 | CHD 2010-01-01, STAT 2015-10-01, STAT 2026-03-31                                 | achieved
        another alone        | 1960-01-01 | CHD 2010-01-01, EZETIMIBE 2025-10-01                                             | outstanding
        declined alone       | 1960-01-01 | CHD 2010-01-01, STATINDEC 2025-04-01                                             | outstanding
        ezetimibe            | 1960-01-01 | CHD 2010-01-01, STATINDEC 2025-04-01, EZETIMIBE 2025-10-01                       | achieved
        ezetimibe, September | 1960-01-01 | CHD 2010-01-01, STATINDEC 2025-04-01, EZETIMIBE 2025-09-30                       | outstanding
        ezetimibe, twice     | 1960-01-01 | CHD 2010-01-01, STATINDEC 2025-04-01, EZETIMIBE 2015-10-01, EZETIMIBE 2026-03-31 | achieved
        bempedoic acid       | 1960-01-01 | CHD 2010-01-01, STATINDEC 2025-04-01, BEMPACID 2025-10-01                        | achieved
        icosapent ethyl      | 1960-01-01 | CHD 2010-01-01, STATINDEC 2025-04-01, ICOSAETHYL 2025-10-01                      | achieved
        inclisiran           | 1960-01-01 | CHD 2010-01-01, STATINDEC 2025-04-01, INCLISIRAN 2025-10-01                      | achieved
        PCSK9 inhibitor      | 1960-01-01 | CHD 2010-01-01, STATINDEC 2025-04-01, PCSK9I 2025-10-01                          | achieved
        declined in March    | 1960-01-01 | CHD 2010-01-01, STATINDEC 2025-03-31, EZETIMIBE 2025-10-01                       | outstanding
        declined twice       | 1960-01-01 | CHD 2010-01-01, STATINDEC 2015-04-01, STATINDEC 2026-03-31, EZETIMIBE 2025-10-01 | achieved
        persisting           | 1960-01-01 | CHD 2010-01-01, XSTAT 1999-01-01, EZETIMIBE 2025-10-01                           | achieved
        intolerant           | 1960-01-01 | CHD 2010-01-01, STATINTOL 1999-01-01, EZETIMIBE 2025-10-01                       | achieved
        expiring, March      | 1960-01-01 | CHD 2010-01-01, TXSTAT 2025-03-31, EZETIMIBE 2025-10-01                          | outstanding
        expiring, April      | 1960-01-01 | CHD 2010-01-01, TXSTAT 2025-04-01, EZETIMIBE 2025-10-01                          | achieved
        expiring, twice      | 1960-01-01 | CHD 2010-01-01, TXSTAT 2015-04-01, TXSTAT 2026-03-31, EZETIMIBE 2025-10-01       | achieved
        """);

    public static readonly SpecTable[] Lipid_lowering_does_not_fit = HeartPressureSpec.FromRules49("""
        patient                | born       | events                                                                       | CHOL003
        maximum, March         | 1960-01-01 | CHD 2010-01-01, CHOLMAX 2025-03-31                                           | outstanding
        maximum, April         | 1960-01-01 | CHD 2010-01-01, CHOLMAX 2025-04-01                                           | adjusted CHOLMAX
        maximum, twice         | 1960-01-01 | CHD 2010-01-01, CHOLMAX 2015-04-01, CHOLMAX 2026-03-31                       | adjusted CHOLMAX
        no longer palliative   | 1960-01-01 | CHD 2010-01-01, PALCARE 2025-05-01, PALCARENI 2025-06-01                     | outstanding
        palliative             | 1960-01-01 | CHD 2010-01-01, PALCARE 2025-05-01                                           | adjusted PALCARDAT2
        no longer, same day    | 1960-01-01 | CHD 2010-01-01, PALCARE 2025-05-01, PALCARENI 2025-05-01                     | adjusted PALCARDAT2
        no longer, next day    | 1960-01-01 | CHD 2010-01-01, PALCARE 2025-05-01, PALCARENI 2025-05-02                     | outstanding
        palliative again       | 1960-01-01 | CHD 2010-01-01, PALCARE 2020-05-01, PALCARENI 2021-05-01, PALCARE 2025-05-01 | adjusted PALCARDAT2
        adverse reaction       | 1960-01-01 | CHD 2010-01-01, LIPIDTHERADV 1999-01-01                                      | adjusted LLTADV
        contraindicated, March | 1960-01-01 | CHD 2010-01-01, LIPIDTHERCON 2025-03-31                                      | outstanding
        contraindicated, April | 1960-01-01 | CHD 2010-01-01, LIPIDTHERCON 2025-04-01                                      | adjusted LLTCONNIND
        not indicated          | 1960-01-01 | CHD 2010-01-01, LIPIDTHERNIND 2025-04-01                                     | adjusted LLTCONNIND
        contraindicated twice  | 1960-01-01 | CHD 2010-01-01, LIPIDTHERCON 2015-04-01, LIPIDTHERCON 2026-03-31             | adjusted LLTCONNIND
        declined, March        | 1960-01-01 | CHD 2010-01-01, LIPIDTHERDEC 2025-03-31                                      | outstanding
        declined, April        | 1960-01-01 | CHD 2010-01-01, LIPIDTHERDEC 2025-04-01                                      | adjusted LLTDEC12M
        declined, twice        | 1960-01-01 | CHD 2010-01-01, LIPIDTHERDEC 2015-04-01, LIPIDTHERDEC 2026-03-31             | adjusted LLTDEC12M
        new disease            | 1960-01-01 | CHD 2026-03-01                                                               | outstanding
        on a statin as well    | 1960-01-01 | CHD 2010-01-01, CHOLMAX 2025-04-01, STAT 2025-10-01                          | achieved
        """);

    /// <summary>Palliative care counts from 1 April 2008; the days stand in each year.</summary>
    public static readonly SpecTable[] Palliative_care_since_April_2008 =
    [
        Palliative("qof-england-2024-25", "2025-03-31"), Palliative("qof-england-2025-26", "2026-03-31"), Palliative("qof-england-2026-27", "2027-03-31"),
    ];

    public static readonly SpecTable[] None_of_the_five_others_fits = HeartPressureSpec.FromRules49("""
        patient           | born       | events                                                                                                                                                                                                                                                               | CHOL003
        adverse reactions | 1960-01-01 | CHD 2010-01-01, BEMPACIDADV 1999-01-01, EZETIMIBEADV 1999-01-01, ICOSAETHYLADV 1999-01-01, INCLISIRANADV 1999-01-01, PCSK9IADV 1999-01-01                                                                                                                            | adjusted OLLTCONDEC
        allergies         | 1960-01-01 | CHD 2010-01-01, BEMPACIDALL 1999-01-01, EZETIMIBEALL 1999-01-01, ICOSAETHYLADV 1999-01-01, INCLISIRANALL 1999-01-01, PCSK9IALL 1999-01-01                                                                                                                            | adjusted OLLTCONDEC
        contraindicated   | 1960-01-01 | CHD 2010-01-01, BEMPACIDCON 2025-04-01, EZETIMIBECON 2025-04-01, ICOSAETHYLCON 2025-04-01, INCLISIRANCON 2025-04-01, PCSK9ICON 2025-04-01                                                                                                                            | adjusted OLLTCONDEC
        declined          | 1960-01-01 | CHD 2010-01-01, BEMPACIDDEC 2025-04-01, EZETIMIBEDEC 2025-04-01, ICOSAETHYLDEC 2025-04-01, INCLISIRANDEC 2025-04-01, PCSK9IDEC 2025-04-01                                                                                                                            | adjusted OLLTCONDEC
        not indicated     | 1960-01-01 | CHD 2010-01-01, BEMPACIDNIND 2025-04-01, EZETIMIBENIND 2025-04-01, ICOSAETHYLNIND 2025-04-01, INCLISIRANNIND 2025-04-01, PCSK9ININD 2025-04-01                                                                                                                       | adjusted OLLTCONDEC
        declined twice    | 1960-01-01 | CHD 2010-01-01, BEMPACIDDEC 2015-04-01, BEMPACIDDEC 2026-03-31, EZETIMIBEDEC 2015-04-01, EZETIMIBEDEC 2026-03-31, ICOSAETHYLDEC 2015-04-01, ICOSAETHYLDEC 2026-03-31, INCLISIRANDEC 2015-04-01, INCLISIRANDEC 2026-03-31, PCSK9IDEC 2015-04-01, PCSK9IDEC 2026-03-31 | adjusted OLLTCONDEC
        bempedoic, March  | 1960-01-01 | CHD 2010-01-01, BEMPACIDDEC 2025-03-31, EZETIMIBEADV 1999-01-01, ICOSAETHYLADV 1999-01-01, INCLISIRANADV 1999-01-01, PCSK9IADV 1999-01-01                                                                                                                            | outstanding
        ezetimibe, March  | 1960-01-01 | CHD 2010-01-01, BEMPACIDADV 1999-01-01, EZETIMIBEDEC 2025-03-31, ICOSAETHYLADV 1999-01-01, INCLISIRANADV 1999-01-01, PCSK9IADV 1999-01-01                                                                                                                            | outstanding
        icosapent, March  | 1960-01-01 | CHD 2010-01-01, BEMPACIDADV 1999-01-01, EZETIMIBEADV 1999-01-01, ICOSAETHYLDEC 2025-03-31, INCLISIRANADV 1999-01-01, PCSK9IADV 1999-01-01                                                                                                                            | outstanding
        inclisiran, March | 1960-01-01 | CHD 2010-01-01, BEMPACIDADV 1999-01-01, EZETIMIBEADV 1999-01-01, ICOSAETHYLADV 1999-01-01, INCLISIRANDEC 2025-03-31, PCSK9IADV 1999-01-01                                                                                                                            | outstanding
        PCSK9, March      | 1960-01-01 | CHD 2010-01-01, BEMPACIDADV 1999-01-01, EZETIMIBEADV 1999-01-01, ICOSAETHYLADV 1999-01-01, INCLISIRANADV 1999-01-01, PCSK9IDEC 2025-03-31                                                                                                                            | outstanding
        """);

    public static readonly SpecTable[] Two_invitations_seven_days_apart = HeartPressureSpec.FromRules49("""
        patient           | born       | events                                                       | CHOL003
        one               | 1960-01-01 | CHD 2010-01-01, CHOLINVITE 2025-05-01                        | outstanding
        day 6             | 1960-01-01 | CHD 2010-01-01, CHOLINVITE 2025-05-01, CHOLINVITE 2025-05-07 | outstanding
        day 7             | 1960-01-01 | CHD 2010-01-01, CHOLINVITE 2025-05-01, CHOLINVITE 2025-05-08 | adjusted CHOLINVITE
        first on 31 March | 1960-01-01 | CHD 2010-01-01, CHOLINVITE 2025-03-31, CHOLINVITE 2025-04-07 | outstanding
        first on 1 April  | 1960-01-01 | CHD 2010-01-01, CHOLINVITE 2025-04-01, CHOLINVITE 2025-04-08 | adjusted CHOLINVITE
        """);

    public static readonly SpecTable[] The_upper_row_decides = HeartPressureSpec.FromRules49("""
        patient     | born       | registered | events                                                                                | CHOL003
        31 December | 1960-01-01 | 2025-12-31 | CHD 2010-01-01                                                                        | outstanding
        1 January   | 1960-01-01 | 2026-01-01 | CHD 2010-01-01                                                                        | adjusted REG1_DAT3
        invited     | 1960-01-01 | 2026-01-01 | CHD 2010-01-01, CHOLINVITE 2026-01-05, CHOLINVITE 2026-02-05                          | adjusted CHOLINVITE
        declined    | 1960-01-01 | 2026-01-01 | CHD 2010-01-01, CHOLINVITE 2026-01-05, CHOLINVITE 2026-02-05, LIPIDTHERDEC 2026-02-01 | adjusted LLTDEC12M
        no need     | 1960-01-01 | 2026-01-01 | CHD 2010-01-01, LIPIDTHERNIND 2026-02-01, LIPIDTHERDEC 2026-02-01                     | adjusted LLTCONNIND
        palliative  | 1960-01-01 | 2026-01-01 | CHD 2010-01-01, LIPIDTHERADV 1999-01-01, PALCARE 2026-02-01                           | adjusted PALCARDAT2
        maximum     | 1960-01-01 | 2026-01-01 | CHD 2010-01-01, CHOLMAX 2026-02-01, PALCARE 2026-02-01                                | adjusted CHOLMAX
        achieved    | 1960-01-01 | 2026-01-01 | CHD 2010-01-01, CHOLMAX 2026-02-01, PALCARE 2026-02-01, STAT 2026-02-01               | achieved
        """);

    private static SpecTable Palliative(string framework, string achievementDate) => SpecTable.Of(framework, achievementDate, """
        patient       | born       | events                             | CHOL003
        31 March 2008 | 1960-01-01 | CHD 2010-01-01, PALCARE 2008-03-31 | outstanding
        1 April 2008  | 1960-01-01 | CHD 2010-01-01, PALCARE 2008-04-01 | adjusted PALCARDAT2
        """);
}
