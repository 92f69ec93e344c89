namespace QofFhir.Tests.Spec;

/// <summary>DM022 and DM023 (a statin), from 2025/26 DM034 and DM035 (a statin, or another drug where none is taken); the tail is in <see cref="DiabetesTailSpec"/>.</summary>
internal static class DiabetesStatinSpec
{
    private static readonly string[] StatinYears = ["2019-20", "2024-25"];

    private static readonly string[] OtherYears = ["2025-26", "2026-27"];

    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("FHYP: other end", "only its presence is asked"),
        ("HSTRK: other end", "only its presence is asked"),
        ("XSTAT: other end", "only its presence is asked"),
        ("STATINTOL: other end", "only its presence is asked"),
        ("LIPIDTHERADV: other end", "only its presence is asked"),
        ("*EVER: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable[] Age_history_and_risk_part_the_indicators = SharedRows.In("""
        patient              | born       | events                                                      | DM022               | DM034               | DM023              | DM035
        neither              | 1960-01-01 | DM 2010-01-01                                               | outstanding         | outstanding         | excluded CVDNOHIST | excluded CVDNOHIST
        40 tomorrow          | 1987-04-01 | DM 2010-01-01                                               | excluded PAT_AGEU39 | excluded PAT_AGEU39 | excluded CVDNOHIST | excluded CVDNOHIST
        40 today             | 1987-03-31 | DM 2010-01-01                                               | outstanding         | outstanding         | excluded CVDNOHIST | excluded CVDNOHIST
        41                   | 1986-03-31 | DM 2010-01-01                                               | outstanding         | outstanding         | excluded CVDNOHIST | excluded CVDNOHIST
        young with CHD       | 1997-03-31 | DM 2010-01-01, CHD 2015-01-01                               | excluded PAT_AGEU39 | excluded PAT_AGEU39 | outstanding        | outstanding
        CHD                  | 1960-01-01 | DM 2010-01-01, CHD 2015-01-01                               | excluded CVDHIST    | excluded CVDHIST    | outstanding        | outstanding
        stroke               | 1960-01-01 | DM 2010-01-01, OSTR 2015-01-01, STRK 2015-01-01             | excluded CVDHIST    | excluded CVDHIST    | outstanding        | outstanding
        TIA                  | 1960-01-01 | DM 2010-01-01, TIA 2015-01-01                               | excluded CVDHIST    | excluded CVDHIST    | outstanding        | outstanding
        PAD                  | 1960-01-01 | DM 2010-01-01, PAD 2015-01-01                               | excluded CVDHIST    | excluded CVDHIST    | outstanding        | outstanding
        CKD                  | 1960-01-01 | DM 2010-01-01, CKD 2015-01-01                               | excluded CVDHIST    | excluded CVDHIST    | outstanding        | outstanding
        CKD, better since    | 1960-01-01 | DM 2010-01-01, CKD 2015-01-01, CKD1AND2 2016-01-01          | outstanding         | outstanding         | excluded CVDNOHIST | excluded CVDNOHIST
        CKD, better before   | 1960-01-01 | DM 2010-01-01, CKD 2015-01-01, CKD1AND2 2014-12-31          | excluded CVDHIST    | excluded CVDHIST    | outstanding        | outstanding
        CKD, better that day | 1960-01-01 | DM 2010-01-01, CKD 2015-01-01, CKD1AND2 2015-01-01          | excluded CVDHIST    | excluded CVDHIST    | outstanding        | outstanding
        CKD, worse again     | 1960-01-01 | DM 2010-01-01, CKD 2015-01-01, CKD1AND2 2016-01-01, CKD 2017-01-01 | excluded CVDHIST | excluded CVDHIST | outstanding      | outstanding
        CKD, resolved before | 1960-01-01 | DM 2010-01-01, CKD 2015-01-01, CKDRES 2014-12-31            | excluded CVDHIST    | excluded CVDHIST    | outstanding        | outstanding
        CKD, resolved on day | 1960-01-01 | DM 2010-01-01, CKD 2015-01-01, CKDRES 2015-01-01            | excluded CVDHIST    | excluded CVDHIST    | outstanding        | outstanding
        CKD, resolved since  | 1960-01-01 | DM 2010-01-01, CKD 2015-01-01, CKDRES 2016-01-01            | outstanding         | outstanding         | excluded CVDNOHIST | excluded CVDNOHIST
        CKD, 18 today        | 2009-03-31 | DM 2010-01-01, CKD 2015-01-01                               | excluded PAT_AGEU39 | excluded PAT_AGEU39 | outstanding        | outstanding
        CKD, 18 tomorrow     | 2009-04-01 | DM 2010-01-01, CKD 2015-01-01                               | excluded PAT_AGEU39 | excluded PAT_AGEU39 | excluded CVDNOHIST | excluded CVDNOHIST
        CKD, 19              | 2008-03-31 | DM 2010-01-01, CKD 2015-01-01                               | excluded PAT_AGEU39 | excluded PAT_AGEU39 | outstanding        | outstanding
        high by family       | 1960-01-01 | DM 2010-01-01, FHYP 2015-01-01                              | excluded CVDHIST    | excluded CVDHIST    | outstanding        | outstanding
        CHD and bleeding     | 1960-01-01 | DM 2010-01-01, CHD 2015-01-01, HSTRK 2027-03-31             | excluded CVDHIST    | excluded CVDHIST    | excluded HSTRK     | excluded HSTRK
        frail                | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01                          | excluded MDSEVFRAIL | excluded MDSEVFRAIL | excluded CVDNOHIST | excluded CVDNOHIST
        severely frail       | 1960-01-01 | DM 2010-01-01, SEVFRAIL 2020-01-01                          | excluded MDSEVFRAIL | excluded MDSEVFRAIL | excluded CVDNOHIST | excluded CVDNOHIST
        frail, then mild     | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, MILDFRAIL 2021-01-01    | outstanding         | outstanding         | excluded CVDNOHIST | excluded CVDNOHIST
        frail with CHD       | 1960-01-01 | DM 2010-01-01, CHD 2015-01-01, MODFRAIL 2020-01-01          | excluded CVDHIST    | excluded CVDHIST    | outstanding        | outstanding
        type 2, risk 9.9     | 1960-01-01 | DM 2010-01-01, DMTYPE2 2010-01-01, CVDASS2 9.9 2026-05-01   | excluded DMTYPE2    | excluded DMTYPE2    | excluded CVDNOHIST | excluded CVDNOHIST
        type 2, risk 10      | 1960-01-01 | DM 2010-01-01, DMTYPE2 2010-01-01, CVDASS2 10 2026-05-01    | outstanding         | outstanding         | excluded CVDNOHIST | excluded CVDNOHIST
        other type, risk 9   | 1960-01-01 | DM 2010-01-01, CVDASS2 9 2026-05-01                         | outstanding         | outstanding         | excluded CVDNOHIST | excluded CVDNOHIST
        other type since     | 1960-01-01 | DM 2010-01-01, DMTYPE2 2010-01-01, DM 2012-01-01, CVDASS2 9 2026-05-01 | outstanding | outstanding      | excluded CVDNOHIST | excluded CVDNOHIST
        type 2 since         | 1960-01-01 | DM 2010-01-01, DM 2012-01-01, DMTYPE2 2010-01-01, DMTYPE2 2012-01-01, CVDASS2 9 2026-05-01 | excluded DMTYPE2 | excluded DMTYPE2 | excluded CVDNOHIST | excluded CVDNOHIST
        risk 31 March 2024   | 1960-01-01 | DM 2010-01-01, DMTYPE2 2010-01-01, CVDASS2 9 2024-03-31     | outstanding         | outstanding         | excluded CVDNOHIST | excluded CVDNOHIST
        risk 1 April 2024    | 1960-01-01 | DM 2010-01-01, DMTYPE2 2010-01-01, CVDASS2 9 2024-04-01     | excluded DMTYPE2    | excluded DMTYPE2    | excluded CVDNOHIST | excluded CVDNOHIST
        risk risen           | 1960-01-01 | DM 2010-01-01, DMTYPE2 2010-01-01, CVDASS2 9 2025-05-01, CVDASS2 12 2026-05-01 | outstanding | outstanding | excluded CVDNOHIST | excluded CVDNOHIST
        risk fallen          | 1960-01-01 | DM 2010-01-01, DMTYPE2 2010-01-01, CVDASS2 12 2025-05-01, CVDASS2 9 2026-05-01 | excluded DMTYPE2 | excluded DMTYPE2 | excluded CVDNOHIST | excluded CVDNOHIST
        two scores one day   | 1960-01-01 | DM 2010-01-01, DMTYPE2 2010-01-01, CVDASS2 9 2026-05-01, CVDASS2 12 2026-05-01 | outstanding | outstanding | excluded CVDNOHIST | excluded CVDNOHIST
        """, [.. StatinYears, .. OtherYears]);

    public static readonly SpecTable The_score_is_of_the_three_years_to_the_day_of_the_run = SpecTable.Of("qof-england-2026-27", "2026-11-30", """
        patient          | born       | events                                                  | DM034
        30 November 2023 | 1960-01-01 | DM 2010-01-01, DMTYPE2 2010-01-01, CVDASS2 9 2023-11-30 | outstanding
        1 December 2023  | 1960-01-01 | DM 2010-01-01, DMTYPE2 2010-01-01, CVDASS2 9 2023-12-01 | excluded DMTYPE2
        """);

    private static readonly string Statin = """
        patient             | born       | events                                             | all
        30 September        | 1960-01-01 | ILL, STAT 2026-09-30                               | outstanding
        1 October           | 1960-01-01 | ILL, STAT 2026-10-01                               | achieved
        old and new         | 1960-01-01 | ILL, STAT 2015-10-01, STAT 2027-03-31              | achieved
        most is taken March | 1960-01-01 | ILL, CHOLMAX 2026-03-31                            | outstanding
        most is taken April | 1960-01-01 | ILL, CHOLMAX 2026-04-01                            | adjusted CHOLMAX
        most is taken again | 1960-01-01 | ILL, CHOLMAX 2020-04-01, CHOLMAX 2026-05-01        | adjusted CHOLMAX
        """;

    private static readonly string StatinOnly = """
        patient             | born       | events                                             | all
        never again         | 1960-01-01 | ILL, XSTAT 1999-01-01                              | adjusted XSTAT
        not now, March      | 1960-01-01 | ILL, TXSTAT 2026-03-31                             | outstanding
        not now, April      | 1960-01-01 | ILL, TXSTAT 2026-04-01                             | adjusted TXSTAT
        not now, again      | 1960-01-01 | ILL, TXSTAT 2020-04-01, TXSTAT 2026-05-01          | adjusted TXSTAT
        declined March      | 1960-01-01 | ILL, STATINDEC 2026-03-31                          | outstanding
        declined April      | 1960-01-01 | ILL, STATINDEC 2026-04-01                          | adjusted STATINDEC
        declined again      | 1960-01-01 | ILL, STATINDEC 2020-04-01, STATINDEC 2026-05-01    | adjusted STATINDEC
        taken all the same  | 1960-01-01 | ILL, XSTAT 1999-01-01, STAT 2027-01-01             | achieved
        CHOLMAX first       | 1960-01-01 | ILL, CHOLMAX 2026-05-01, XSTAT 1999-01-01          | adjusted CHOLMAX
        XSTAT first         | 1960-01-01 | ILL, XSTAT 1999-01-01, TXSTAT 2026-05-01           | adjusted XSTAT
        TXSTAT first        | 1960-01-01 | ILL, TXSTAT 2026-05-01, DMPCAPU 2026-05-01         | adjusted TXSTAT
        PCAPU first         | 1960-01-01 | ILL, DMPCAPU 2026-05-01, STATINDEC 2026-05-01      | adjusted DMPCAPU
        declined first      | 1960-01-01 | ILL, STATINDEC 2026-05-01, DMPCADEC 2026-05-01     | adjusted STATINDEC
        """;

    private static readonly string OrOther = """
        patient             | born       | events                                                    | all
        bempedoic acid      | 1960-01-01 | ILL, XSTAT 1999-01-01, BEMPACID 2027-01-01                | achieved
        ezetimibe           | 1960-01-01 | ILL, XSTAT 1999-01-01, EZETIMIBE 2027-01-01               | achieved
        inclisiran          | 1960-01-01 | ILL, XSTAT 1999-01-01, INCLISIRAN 2027-01-01              | achieved
        PCSK9 inhibitor     | 1960-01-01 | ILL, XSTAT 1999-01-01, PCSK9I 2027-01-01                  | achieved
        other 30 September  | 1960-01-01 | ILL, XSTAT 1999-01-01, EZETIMIBE 2026-09-30               | outstanding
        other 1 October     | 1960-01-01 | ILL, XSTAT 1999-01-01, EZETIMIBE 2026-10-01               | achieved
        other, old and new  | 1960-01-01 | ILL, XSTAT 1999-01-01, EZETIMIBE 2015-10-01, EZETIMIBE 2027-01-01 | achieved
        other without cause | 1960-01-01 | ILL, EZETIMIBE 2027-01-01                                 | outstanding
        cause without other | 1960-01-01 | ILL, XSTAT 1999-01-01                                     | outstanding
        not tolerated       | 1960-01-01 | ILL, STATINTOL 1999-01-01, EZETIMIBE 2027-01-01           | achieved
        not now, March      | 1960-01-01 | ILL, TXSTAT 2026-03-31, EZETIMIBE 2027-01-01              | outstanding
        not now, April      | 1960-01-01 | ILL, TXSTAT 2026-04-01, EZETIMIBE 2027-01-01              | achieved
        not now, again      | 1960-01-01 | ILL, TXSTAT 2020-04-01, TXSTAT 2026-05-01, EZETIMIBE 2027-01-01 | achieved
        declined March      | 1960-01-01 | ILL, STATINDEC 2026-03-31, EZETIMIBE 2027-01-01           | outstanding
        declined April      | 1960-01-01 | ILL, STATINDEC 2026-04-01, EZETIMIBE 2027-01-01           | achieved
        declined again      | 1960-01-01 | ILL, STATINDEC 2020-04-01, STATINDEC 2026-05-01, EZETIMIBE 2027-01-01 | achieved
        adverse ever        | 1960-01-01 | ILL, LIPIDTHERADV 1999-01-01                              | adjusted LLTADV
        out March           | 1960-01-01 | ILL, LIPIDTHERCON 2026-03-31                              | outstanding
        out April           | 1960-01-01 | ILL, LIPIDTHERCON 2026-04-01                              | adjusted LLTCONNIND
        out again           | 1960-01-01 | ILL, LIPIDTHERCON 2020-04-01, LIPIDTHERCON 2026-05-01     | adjusted LLTCONNIND
        not indicated       | 1960-01-01 | ILL, LIPIDTHERNIND 2026-04-01                             | adjusted LLTCONNIND
        all declined March  | 1960-01-01 | ILL, LIPIDTHERDEC 2026-03-31                              | outstanding
        all declined April  | 1960-01-01 | ILL, LIPIDTHERDEC 2026-04-01                              | adjusted LLTDEC12M
        all declined again  | 1960-01-01 | ILL, LIPIDTHERDEC 2020-04-01, LIPIDTHERDEC 2026-05-01     | adjusted LLTDEC12M
        taken all the same  | 1960-01-01 | ILL, LIPIDTHERADV 1999-01-01, STAT 2027-01-01             | achieved
        CHOLMAX first       | 1960-01-01 | ILL, CHOLMAX 2026-05-01, LIPIDTHERADV 1999-01-01          | adjusted CHOLMAX
        adverse first       | 1960-01-01 | ILL, LIPIDTHERADV 1999-01-01, LIPIDTHERCON 2026-05-01     | adjusted LLTADV
        out first           | 1960-01-01 | ILL, LIPIDTHERCON 2026-05-01, DMPCAPU 2026-05-01          | adjusted LLTCONNIND
        PCAPU first         | 1960-01-01 | ILL, DMPCAPU 2026-05-01, LIPIDTHERDEC 2026-05-01          | adjusted DMPCAPU
        declined first      | 1960-01-01 | ILL, LIPIDTHERDEC 2026-05-01, DMPCADEC 2026-05-01         | adjusted LLTDEC12M
        """;

    private static readonly string[] Others = ["BEMPACID", "EZETIMIBE", "INCLISIRAN", "PCSK9I"];

    private static readonly string NoOther = string.Join('\n', [
        "patient | born | events | all",
        $"all four | 1960-01-01 | ILL{Without("")} | adjusted OLLTCONDEC",
        $"all four, PCAPU | 1960-01-01 | ILL{Without("")}, DMPCAPU 2026-05-01 | adjusted OLLTCONDEC",
        .. Others.SelectMany(o => new[]
        {
            $"{o}: not out | 1960-01-01 | ILL{Without(o)} | outstanding",
            $"{o}: allergy | 1960-01-01 | ILL{Without(o)}, {o}ALL 1999-01-01 | adjusted OLLTCONDEC",
            $"{o}: March | 1960-01-01 | ILL{Without(o)}, {o}CON 2026-03-31 | outstanding",
            $"{o}: April | 1960-01-01 | ILL{Without(o)}, {o}CON 2026-04-01 | adjusted OLLTCONDEC",
            $"{o}: again | 1960-01-01 | ILL{Without(o)}, {o}CON 2020-04-01, {o}CON 2026-05-01 | adjusted OLLTCONDEC",
            $"{o}: not indicated | 1960-01-01 | ILL{Without(o)}, {o}NIND 2026-04-01 | adjusted OLLTCONDEC",
            $"{o}: declined | 1960-01-01 | ILL{Without(o)}, {o}DEC 2026-04-01 | adjusted OLLTCONDEC",
        }),
    ]);

    public static readonly SpecTable[] A_statin_of_the_last_six_months =
        [.. Free(Statin, "DM022", StatinYears), .. Free(Statin, "DM034", OtherYears)];

    public static readonly SpecTable[] A_statin_with_cardiovascular_disease =
        [.. Ill(Statin, "DM023", StatinYears), .. Ill(Statin, "DM035", OtherYears)];

    public static readonly SpecTable[] To_2024_25_what_keeps_from_a_statin = Free(StatinOnly, "DM022", StatinYears);

    public static readonly SpecTable[] To_2024_25_the_same_with_cardiovascular_disease = Ill(StatinOnly, "DM023", StatinYears);

    public static readonly SpecTable[] From_2025_26_another_drug_where_no_statin_is_taken = Free(OrOther, "DM034", OtherYears);

    public static readonly SpecTable[] From_2025_26_another_drug_with_cardiovascular_disease = Ill(OrOther, "DM035", OtherYears);

    public static readonly SpecTable[] From_2025_26_every_other_drug_out_of_question = Free(NoOther, "DM034", OtherYears);

    public static readonly SpecTable[] From_2025_26_the_same_with_cardiovascular_disease = Ill(NoOther, "DM035", OtherYears);

    private static SpecTable[] Free(string rows, string indicator, string[] years) =>
        SharedRows.For(rows.Replace("ILL", "DM 2010-01-01", StringComparison.Ordinal), indicator, years);

    private static SpecTable[] Ill(string rows, string indicator, string[] years) =>
        SharedRows.For(rows.Replace("ILL", "DM 2010-01-01, CHD 2015-01-01", StringComparison.Ordinal), indicator, years);

    private static string Without(string other) =>
        string.Concat(Others.Where(o => o != other).Select(o => $", {o}ADV 1999-01-01"));
}
