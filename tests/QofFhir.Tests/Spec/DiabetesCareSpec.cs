namespace QofFhir.Tests.Spec;

/// <summary>DM006 (kidney protection), DM012 (feet), DM018 (flu) and DM037 (eight processes); their tail is in <see cref="DiabetesTailSpec"/>.</summary>
internal static class DiabetesCareSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("KIDNEYSIGN: other end", "only its presence is asked"),
        ("LEFTFOOT: other end", "only its presence is asked"),
        ("RIGHTFOOT: other end", "only its presence is asked"),
        ("XACE: other end", "only its presence is asked"),
        ("XAII: other end", "only its presence is asked"),
        ("XFLU: other end", "only its presence is asked"),
        ("CHOL: highest for lowest", "of several on one day the lowest decides in DM004 only"),
    ];

    private static readonly string[] EveryYear = ["2018-19", "2019-20", "2024-25", "2025-26", "2026-27"];

    public static readonly SpecTable[] Protein_in_urine_asks_for_an_ACE_inhibitor_or_ARB = SharedRows.For("""
        patient             | born       | events                                                          | all
        no protein          | 1960-01-01 | DM 2010-01-01                                                   | excluded PRT_COD
        no protein, treated | 1960-01-01 | DM 2010-01-01, ACE 2027-01-01                                   | excluded PRT_COD
        protein             | 1960-01-01 | DM 2010-01-01, PRT 1999-01-01                                   | outstanding
        micro-albumin       | 1960-01-01 | DM 2010-01-01, MAL 2027-03-31                                   | outstanding
        30 September        | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, ACE 2026-09-30                   | outstanding
        1 October           | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, ACE 2026-10-01                   | achieved
        ARB                 | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, AII 2026-10-01                   | achieved
        old and new         | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, ACE 2015-10-01, ACE 2027-03-31   | achieved
        ACE out             | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, XACE 1999-01-01                  | outstanding
        ARB out             | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, XAII 1999-01-01                  | outstanding
        both for good       | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, XACE 1999-01-01, XAII 1999-01-01 | adjusted XACE
        ARB out 31 March    | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, XACE 1999-01-01, TXAII 2026-03-31 | outstanding
        ARB out 1 April     | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, XACE 1999-01-01, TXAII 2026-04-01 | adjusted XACE
        ARB out again       | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, XACE 1999-01-01, TXAII 2015-04-01, TXAII 2026-05-01 | adjusted XACE
        ACE out 31 March    | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, TXACE 2026-03-31, XAII 1999-01-01 | outstanding
        ACE out 1 April     | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, TXACE 2026-04-01, XAII 1999-01-01 | adjusted XACE
        ACE out again       | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, TXACE 2015-04-01, TXACE 2026-05-01, XAII 1999-01-01 | adjusted XACE
        ACE declined        | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, ACEDEC 2026-05-01                | outstanding
        ARB declined        | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, AIIDEC 2026-05-01                | outstanding
        both declined       | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, ACEDEC 2026-04-01, AIIDEC 2026-04-01 | adjusted ACEDEC
        ACEDEC 31 March     | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, ACEDEC 2026-03-31, AIIDEC 2026-05-01 | outstanding
        AIIDEC 31 March     | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, ACEDEC 2026-05-01, AIIDEC 2026-03-31 | outstanding
        declined again      | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, ACEDEC 2015-05-01, ACEDEC 2026-05-01, AIIDEC 2015-05-01, AIIDEC 2026-05-01 | adjusted ACEDEC
        out and declined    | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, XACE 1999-01-01, AIIDEC 2026-04-01 | adjusted XACEARBDEC
        AIIDEC of March     | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, XACE 1999-01-01, AIIDEC 2026-03-31 | outstanding
        declined and out    | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, ACEDEC 2026-04-01, XAII 1999-01-01 | adjusted XACEARBDEC
        ACEDEC of March     | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, ACEDEC 2026-03-31, XAII 1999-01-01 | outstanding
        TXACE, AIIDEC       | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, TXACE 2026-04-01, AIIDEC 2026-05-01 | adjusted XACEARBDEC
        TXACE of March      | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, TXACE 2026-03-31, AIIDEC 2026-05-01 | outstanding
        ACEDEC, TXAII       | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, ACEDEC 2026-05-01, TXAII 2026-04-01 | adjusted XACEARBDEC
        TXAII of March      | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, ACEDEC 2026-05-01, TXAII 2026-03-31 | outstanding
        treated all the same | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, XACE 1999-01-01, XAII 1999-01-01, AII 2027-01-01 | achieved
        out before PCAPU    | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, XACE 1999-01-01, XAII 1999-01-01, DMPCAPU 2026-05-01 | adjusted XACE
        PCAPU before no     | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, ACEDEC 2026-05-01, AIIDEC 2026-05-01, DMPCAPU 2026-05-01 | adjusted DMPCAPU
        mixed before PCADEC | 1960-01-01 | DM 2010-01-01, PRT 2015-01-01, XACE 1999-01-01, AIIDEC 2026-05-01, DMPCADEC 2026-05-01 | adjusted XACEARBDEC
        """, "DM006", EveryYear);

    public static readonly SpecTable[] Feet_are_classified_in_the_year = SharedRows.For("""
        patient           | born       | events                                                    | all
        31 March          | 1960-01-01 | DM 2010-01-01, FRC 2026-03-31                             | outstanding
        1 April           | 1960-01-01 | DM 2010-01-01, FRC 2026-04-01                             | achieved
        old and new       | 1960-01-01 | DM 2010-01-01, FRC 2020-04-01, FRC 2027-03-31             | achieved
        one foot          | 1960-01-01 | DM 2010-01-01, AMPL 2015-01-01                            | outstanding
        the other         | 1960-01-01 | DM 2010-01-01, AMPR 2015-01-01                            | outstanding
        both              | 1960-01-01 | DM 2010-01-01, AMPL 2015-01-01, AMPR 2027-03-31           | excluded AMPR3_DAT
        both, classified  | 1960-01-01 | DM 2010-01-01, AMPL 2015-01-01, AMPR 2016-01-01, FRC 2026-05-01 | excluded AMPR3_DAT
        FEPU 31 March     | 1960-01-01 | DM 2010-01-01, FEPU 2026-03-31                            | outstanding
        FEPU 1 April      | 1960-01-01 | DM 2010-01-01, FEPU 2026-04-01                            | adjusted FEPU
        FEPU again        | 1960-01-01 | DM 2010-01-01, FEPU 2020-04-01, FEPU 2026-05-01           | adjusted FEPU
        NPTPU 31 March    | 1960-01-01 | DM 2010-01-01, NPTPU 2026-03-31                           | outstanding
        NPTPU 1 April     | 1960-01-01 | DM 2010-01-01, NPTPU 2026-04-01                           | adjusted NPTPU
        NPTPU again       | 1960-01-01 | DM 2010-01-01, NPTPU 2020-04-01, NPTPU 2026-05-01         | adjusted NPTPU
        FEDEC 31 March    | 1960-01-01 | DM 2010-01-01, FEDEC 2026-03-31                           | outstanding
        FEDEC 1 April     | 1960-01-01 | DM 2010-01-01, FEDEC 2026-04-01                           | adjusted FEDEC
        FEDEC again       | 1960-01-01 | DM 2010-01-01, FEDEC 2020-04-01, FEDEC 2026-05-01         | adjusted FEDEC
        NPTDEC 31 March   | 1960-01-01 | DM 2010-01-01, NPTDEC 2026-03-31                          | outstanding
        NPTDEC 1 April    | 1960-01-01 | DM 2010-01-01, NPTDEC 2026-04-01                          | adjusted NPTDEC
        NPTDEC again      | 1960-01-01 | DM 2010-01-01, NPTDEC 2020-04-01, NPTDEC 2026-05-01       | adjusted NPTDEC
        feet first        | 1960-01-01 | DM 2010-01-01, FEPU 2026-05-01, NPTPU 2026-05-01          | adjusted FEPU
        nerves first      | 1960-01-01 | DM 2010-01-01, NPTPU 2026-05-01, DMPCAPU 2026-05-01       | adjusted NPTPU
        PCAPU first       | 1960-01-01 | DM 2010-01-01, DMPCAPU 2026-05-01, FEDEC 2026-05-01       | adjusted DMPCAPU
        no to feet first  | 1960-01-01 | DM 2010-01-01, FEDEC 2026-05-01, NPTDEC 2026-05-01        | adjusted FEDEC
        no to nerves first | 1960-01-01 | DM 2010-01-01, NPTDEC 2026-05-01, DMPCADEC 2026-05-01    | adjusted NPTDEC
        done all the same | 1960-01-01 | DM 2010-01-01, FEPU 2026-05-01, FRC 2026-05-01            | achieved
        """, "DM012", EveryYear);

    public static readonly SpecTable[] From_2023_24_feet_may_be_missing_from_birth = SharedRows.For("""
        patient         | born       | events                                              | all
        left from birth | 1960-01-01 | DM 2010-01-01, CONABL 1960-01-01                    | outstanding
        right           | 1960-01-01 | DM 2010-01-01, CONABR 1960-01-01                    | outstanding
        both            | 1960-01-01 | DM 2010-01-01, CONABL 1960-01-01, CONABR 1960-01-01 | excluded AMPR3_DAT
        left, later     | 1960-01-01 | DM 2010-01-01, CONABL 1960-01-01, AMPR 2015-01-01   | excluded AMPR3_DAT
        right, later    | 1960-01-01 | DM 2010-01-01, AMPL 2015-01-01, CONABR 1960-01-01   | excluded AMPR3_DAT
        """, "DM012", "2024-25", "2025-26");

    public static readonly SpecTable[] The_flu_vaccine_counts_from_1_August = SharedRows.For("""
        patient            | born       | events                                                     | all
        31 July            | 1960-01-01 | DM 2010-01-01, FLUVAC 2026-07-31                           | outstanding
        1 August           | 1960-01-01 | DM 2010-01-01, FLUVAC 2026-08-01                           | achieved
        the product        | 1960-01-01 | DM 2010-01-01, FLUVACDRUG 2026-08-01                       | achieved
        last day           | 1960-01-01 | DM 2010-01-01, FLUVAC 2027-03-31                           | achieved
        last autumn        | 1960-01-01 | DM 2010-01-01, FLUVAC 2025-10-01                           | outstanding
        both autumns       | 1960-01-01 | DM 2010-01-01, FLUVAC 2025-10-01, FLUVAC 2026-10-01        | achieved
        never again        | 1960-01-01 | DM 2010-01-01, XFLU 1999-01-01                             | adjusted XFLU
        not now 31 March   | 1960-01-01 | DM 2010-01-01, FLUEXPCON 2026-03-31                        | outstanding
        not now 1 April    | 1960-01-01 | DM 2010-01-01, FLUEXPCON 2026-04-01                        | adjusted XFLU
        not now again      | 1960-01-01 | DM 2010-01-01, FLUEXPCON 2020-04-01, FLUEXPCON 2026-09-01  | adjusted XFLU
        declined 31 March  | 1960-01-01 | DM 2010-01-01, FLUDEC 2026-03-31                           | outstanding
        declined 1 April   | 1960-01-01 | DM 2010-01-01, FLUDEC 2026-04-01                           | adjusted FLUDEC
        declined again     | 1960-01-01 | DM 2010-01-01, FLUDEC 2020-04-01, FLUDEC 2026-09-01        | adjusted FLUDEC
        given all the same | 1960-01-01 | DM 2010-01-01, FLUDEC 2026-09-01, FLUVAC 2026-10-01        | achieved
        XFLU first         | 1960-01-01 | DM 2010-01-01, XFLU 1999-01-01, DMPCAPU 2026-05-01         | adjusted XFLU
        PCAPU first        | 1960-01-01 | DM 2010-01-01, DMPCAPU 2026-05-01, FLUDEC 2026-09-01       | adjusted DMPCAPU
        no to flu first    | 1960-01-01 | DM 2010-01-01, FLUDEC 2026-09-01, DMPCADEC 2026-05-01      | adjusted FLUDEC
        """, "DM018", "2018-19", "2019-20");

    private static readonly string[] Processes =
        ["BMI", "BP 150/95", "IFCCHBAM 70", "CHOL2 6.5", "SMOK", "FRC", "DMALB", "EGFR 60"];

    public static readonly SpecTable All_eight_processes_or_none = SpecTable.Of("qof-england-2026-27", "2027-03-31", string.Join('\n', [
        "patient | born | events | DM037",
        $"all in the year | 1960-01-01 | DM 2010-01-01, {On("2026-05-01")} | achieved",
        $"all on 1 April | 1960-01-01 | DM 2010-01-01, {On("2026-04-01")} | achieved",
        $"all on 31 March | 1960-01-01 | DM 2010-01-01, {On("2026-03-31")} | outstanding",
        $"all twice | 1960-01-01 | DM 2010-01-01, {On("2020-05-01")}, {On("2026-05-01")} | achieved",
        $"creatinine for eGFR | 1960-01-01 | DM 2010-01-01, {On("2026-05-01", without: 7)}, CRE 2026-05-01 | achieved",
        $"half a pressure | 1960-01-01 | DM 2010-01-01, {On("2026-05-01", without: 1)}, BP 150/- 2026-05-01 | outstanding",
        $"declined as well | 1960-01-01 | DM 2010-01-01, {On("2026-05-01")}, DMPCADEC 2026-05-01 | achieved",
        .. Processes.Select((p, i) => $"no {p} | 1960-01-01 | DM 2010-01-01, {On("2026-05-01", without: i)} | outstanding"),
        .. Processes.Select((p, i) => $"{p} on 31 March | 1960-01-01 | DM 2010-01-01, {On("2026-05-01", without: i)}, {p} 2026-03-31 | outstanding"),
    ]));

    private static string On(string day, int without = -1) =>
        string.Join(", ", Processes.Where((_, i) => i != without).Select(p => $"{p} {day}"));
}
