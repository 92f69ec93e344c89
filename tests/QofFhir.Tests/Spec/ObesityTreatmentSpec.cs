namespace QofFhir.Tests.Spec;

/// <summary>OB005: body mass index 35 or more and four of five related conditions; decision shared, drug and behavioural support.</summary>
internal static class ObesityTreatmentSpec
{
    private const string Ill = "BMIVAL 36 2026-05-01, HYP 2010-01-01, DM 2010-01-01, DMTYPE2 2010-01-01, OBSLPAPNOEA 2010-01-01";

    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("ASCVD: other end", "only its presence is asked"),
        ("BARISURG: other end", "only its presence is asked"),
        ("OBINVITE2: other end", "only its presence is asked"),
        ("OBSLPAPNOEA: other end", "only its presence is asked"),
        ("XTIRZ: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable Four_of_five_conditions_make_the_register = Table("""
        patient                | born       | sex    | events                                                                          | OB005
        all five               | 1960-01-01 | male   | ILL, ASCVD 2010-01-01, STAT 2027-01-01                                          | outstanding
        no lipids              | 1960-01-01 | male   | ILL, ASCVD 2010-01-01                                                           | outstanding
        no vessels             | 1960-01-01 | male   | ILL, STAT 2027-01-01                                                            | outstanding
        no hypertension        | 1960-01-01 | male   | BMIVAL 36 2026-05-01, DM 2010-01-01, DMTYPE2 2010-01-01, OBSLPAPNOEA 2010-01-01, ASCVD 2010-01-01, STAT 2027-01-01 | outstanding
        no diabetes            | 1960-01-01 | male   | BMIVAL 36 2026-05-01, HYP 2010-01-01, OBSLPAPNOEA 2010-01-01, ASCVD 2010-01-01, STAT 2027-01-01 | outstanding
        no apnoea              | 1960-01-01 | male   | BMIVAL 36 2026-05-01, HYP 2010-01-01, DM 2010-01-01, DMTYPE2 2010-01-01, ASCVD 2010-01-01, STAT 2027-01-01 | outstanding
        three                  | 1960-01-01 | male   | ILL                                                                             | -
        other three            | 1960-01-01 | male   | BMIVAL 36 2026-05-01, OBSLPAPNOEA 2010-01-01, ASCVD 2010-01-01, STAT 2027-01-01 | -
        not type 2             | 1960-01-01 | male   | BMIVAL 36 2026-05-01, HYP 2010-01-01, DM 2010-01-01, OBSLPAPNOEA 2010-01-01, ASCVD 2010-01-01 | -
        no longer type 2       | 1960-01-01 | male   | ILL, ASCVD 2010-01-01, DM 2015-01-01                                            | -
        type 2 again           | 1960-01-01 | male   | ILL, ASCVD 2010-01-01, DM 2015-01-01, DM 2016-01-01, DMTYPE2 2016-01-01                        | outstanding
        diabetes resolved      | 1960-01-01 | male   | ILL, ASCVD 2010-01-01, DMRES 2015-01-01                                         | -
        hypertension resolved  | 1960-01-01 | male   | ILL, ASCVD 2010-01-01, HYPRES 2015-01-01                                        | -
        18 today               | 2009-03-31 | male   | ILL, ASCVD 2010-01-01                                                           | outstanding
        18 tomorrow            | 2009-04-01 | male   | ILL, ASCVD 2010-01-01                                                           | -
        19                     | 2008-03-31 | male   | ILL, ASCVD 2010-01-01                                                           | outstanding
        """);

    public static readonly SpecTable The_reading_is_35_or_more_or_32_5_in_the_listed_groups = Table("""
        patient          | born       | sex  | events                                                                                            | OB005
        35               | 1960-01-01 | male | HYP 2010-01-01, DM 2010-01-01, DMTYPE2 2010-01-01, OBSLPAPNOEA 2010-01-01, ASCVD 2010-01-01, BMIVAL 35 2026-05-01 | outstanding
        34.9             | 1960-01-01 | male | HYP 2010-01-01, DM 2010-01-01, DMTYPE2 2010-01-01, OBSLPAPNOEA 2010-01-01, ASCVD 2010-01-01, BMIVAL 34.9 2026-05-01 | -
        31 March         | 1960-01-01 | male | HYP 2010-01-01, DM 2010-01-01, DMTYPE2 2010-01-01, OBSLPAPNOEA 2010-01-01, ASCVD 2010-01-01, BMIVAL 36 2026-03-31 | -
        1 April          | 1960-01-01 | male | HYP 2010-01-01, DM 2010-01-01, DMTYPE2 2010-01-01, OBSLPAPNOEA 2010-01-01, ASCVD 2010-01-01, BMIVAL 36 2026-04-01 | outstanding
        36, then 34      | 1960-01-01 | male | ILL, ASCVD 2010-01-01, BMIVAL 34 2026-06-01                                                        | -
        a code           | 1960-01-01 | male | HYP 2010-01-01, DM 2010-01-01, DMTYPE2 2010-01-01, OBSLPAPNOEA 2010-01-01, ASCVD 2010-01-01, BMI30 2026-05-01     | -
        33 in AI         | 1960-01-01 | male | HYP 2010-01-01, DM 2010-01-01, DMTYPE2 2010-01-01, OBSLPAPNOEA 2010-01-01, ASCVD 2010-01-01, BMIVAL 32.5 2026-05-01, ETH2016AI 2001-01-01 | outstanding
        32.4 in AI       | 1960-01-01 | male | HYP 2010-01-01, DM 2010-01-01, DMTYPE2 2010-01-01, OBSLPAPNOEA 2010-01-01, ASCVD 2010-01-01, BMIVAL 32.4 2026-05-01, ETH2016AI 2001-01-01 | -
        34 in WB         | 1960-01-01 | male | HYP 2010-01-01, DM 2010-01-01, DMTYPE2 2010-01-01, OBSLPAPNOEA 2010-01-01, ASCVD 2010-01-01, BMIVAL 34 2026-05-01, ETH2016WB 2001-01-01 | -
        34, AI, then WB  | 1960-01-01 | male | HYP 2010-01-01, DM 2010-01-01, DMTYPE2 2010-01-01, OBSLPAPNOEA 2010-01-01, ASCVD 2010-01-01, BMIVAL 34 2026-05-01, ETH2016AI 2001-01-01, ETH2016WB 2002-01-01 | -
        36 in WB         | 1960-01-01 | male | ILL, ASCVD 2010-01-01, ETH2016WB 2001-01-01                                                        | outstanding
        """);

    public static readonly SpecTable Dyslipidaemia_is_a_drug_or_a_value_of_the_year = Table("""
        patient           | born       | sex    | events                                                         | OB005
        30 September      | 1960-01-01 | male   | ILL, STAT 2026-09-30                                           | -
        1 October         | 1960-01-01 | male   | ILL, STAT 2026-10-01                                           | outstanding
        old and new       | 1960-01-01 | male   | ILL, STAT 2020-10-01, STAT 2026-12-01                          | outstanding
        bempedoic acid    | 1960-01-01 | male   | ILL, BEMPACID 2026-12-01                                       | outstanding
        ezetimibe         | 1960-01-01 | male   | ILL, EZETIMIBE 2026-12-01                                      | outstanding
        icosapent ethyl   | 1960-01-01 | male   | ILL, ICOSAETHYL 2026-12-01                                     | outstanding
        inclisiran        | 1960-01-01 | male   | ILL, INCLISIRAN 2026-12-01                                     | outstanding
        PCSK9 inhibitor   | 1960-01-01 | male   | ILL, PCSK9I 2026-12-01                                         | outstanding
        LDL 4.1           | 1960-01-01 | male   | ILL, LDLCCHOL 4.1 2026-05-01                                   | outstanding
        LDL 4.0           | 1960-01-01 | male   | ILL, LDLCCHOL 4.0 2026-05-01                                   | -
        LDL 31 March      | 1960-01-01 | male   | ILL, LDLCCHOL 4.5 2026-03-31                                   | -
        LDL 1 April       | 1960-01-01 | male   | ILL, LDLCCHOL 4.5 2026-04-01                                   | outstanding
        LDL better since  | 1960-01-01 | male   | ILL, LDLCCHOL 4.5 2026-05-01, LDLCCHOL 3.0 2026-06-01          | -
        LDL twice         | 1960-01-01 | male   | ILL, LDLCCHOL 4.5 2026-05-01, LDLCCHOL 3.0 2026-05-01          | -
        HDL 0.9           | 1960-01-01 | male   | ILL, HDLCCHOL 0.9 2026-05-01                                   | outstanding
        HDL 1.0           | 1960-01-01 | male   | ILL, HDLCCHOL 1.0 2026-05-01                                   | -
        woman, HDL 0.9    | 1960-01-01 | female | ILL, HDLCCHOL 0.9 2026-05-01                                   | outstanding
        woman, HDL 1.2    | 1960-01-01 | female | ILL, HDLCCHOL 1.2 2026-05-01                                   | outstanding
        woman, HDL 1.3    | 1960-01-01 | female | ILL, HDLCCHOL 1.3 2026-05-01                                   | -
        HDL 31 March      | 1960-01-01 | male   | ILL, HDLCCHOL 0.9 2026-03-31                                   | -
        HDL 1 April       | 1960-01-01 | male   | ILL, HDLCCHOL 0.9 2026-04-01                                   | outstanding
        HDL better since  | 1960-01-01 | male   | ILL, HDLCCHOL 0.9 2026-05-01, HDLCCHOL 1.5 2026-06-01          | -
        HDL twice         | 1960-01-01 | male   | ILL, HDLCCHOL 0.9 2026-05-01, HDLCCHOL 1.5 2026-05-01          | outstanding
        triglycerides 1.7 | 1960-01-01 | male   | ILL, TRIGLYC 1.7 2026-05-01                                    | outstanding
        triglycerides 1.6 | 1960-01-01 | male   | ILL, TRIGLYC 1.6 2026-05-01                                    | -
        TRIG 31 March     | 1960-01-01 | male   | ILL, TRIGLYC 2.0 2026-03-31                                    | -
        TRIG 1 April      | 1960-01-01 | male   | ILL, TRIGLYC 2.0 2026-04-01                                    | outstanding
        TRIG better since | 1960-01-01 | male   | ILL, TRIGLYC 2.0 2026-05-01, TRIGLYC 1.0 2026-06-01            | -
        TRIG twice        | 1960-01-01 | male   | ILL, TRIGLYC 2.0 2026-05-01, TRIGLYC 1.0 2026-05-01            | -
        """);

    public static readonly SpecTable Three_steps_in_the_year = Table("""
        patient          | born       | sex  | events                                                                                                      | OB005
        all three        | 1960-01-01 | male | ILL, ASCVD 2010-01-01, SHARDECMAK 2026-05-01, WTMGPHARM 2026-06-01, WTMGBSPREF 2026-07-01                   | achieved
        no decision      | 1960-01-01 | male | ILL, ASCVD 2010-01-01, WTMGPHARM 2026-06-01, WTMGBSPREF 2026-07-01                                          | outstanding
        no drug          | 1960-01-01 | male | ILL, ASCVD 2010-01-01, SHARDECMAK 2026-05-01, WTMGBSPREF 2026-07-01                                         | outstanding
        no support       | 1960-01-01 | male | ILL, ASCVD 2010-01-01, SHARDECMAK 2026-05-01, WTMGPHARM 2026-06-01                                          | outstanding
        decision before  | 1960-01-01 | male | ILL, ASCVD 2010-01-01, SHARDECMAK 2026-03-31, WTMGPHARM 2026-06-01, WTMGBSPREF 2026-07-01                   | outstanding
        drug before      | 1960-01-01 | male | ILL, ASCVD 2010-01-01, SHARDECMAK 2026-05-01, WTMGPHARM 2026-03-31, WTMGBSPREF 2026-07-01                   | outstanding
        support before   | 1960-01-01 | male | ILL, ASCVD 2010-01-01, SHARDECMAK 2026-05-01, WTMGPHARM 2026-06-01, WTMGBSPREF 2026-03-31                   | outstanding
        all on 1 April   | 1960-01-01 | male | ILL, ASCVD 2010-01-01, SHARDECMAK 2026-04-01, WTMGPHARM 2026-04-01, WTMGBSPREF 2026-04-01                   | achieved
        old and new      | 1960-01-01 | male | ILL, ASCVD 2010-01-01, SHARDECMAK 2020-04-01, WTMGPHARM 2020-04-01, WTMGBSPREF 2020-04-01, SHARDECMAK 2026-05-01, WTMGPHARM 2026-05-01, WTMGBSPREF 2026-05-01 | achieved
        after an operation | 1960-01-01 | male | ILL, ASCVD 2010-01-01, BARISURG 2018-01-01, SHARDECMAK 2026-05-01, WTMGPHARM 2026-06-01, WTMGBSPREF 2026-07-01 | excluded BARISURG
        """);

    public static readonly SpecTable The_adjustments_in_their_order = Table("""
        patient           | born       | registered | events                                                                     | OB005
        XTIRZ ever        | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, XTIRZ 2024-05-01                                    | adjusted XTIRZ
        drug PU before    | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, WTMGPHARMPU 2026-03-31                              | outstanding
        drug PU           | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, WTMGPHARMPU 2020-04-01, WTMGPHARMPU 2026-04-01      | adjusted WTMGPHARMPU
        support PU before | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, WTMGBSPPU 2026-03-31                                | outstanding
        support PU        | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, WTMGBSPPU 2020-04-01, WTMGBSPPU 2026-04-01          | adjusted WTMGBSPPU
        share PU before   | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, SHARDECMAKPU 2026-03-31                             | outstanding
        share PU          | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, SHARDECMAKPU 2020-04-01, SHARDECMAKPU 2026-04-01    | adjusted SHARDECMAKPU
        no service before | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, WTMGBSPSU 2026-03-31                                | outstanding
        no service        | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, WTMGBSPSU 2020-04-01, WTMGBSPSU 2026-04-01          | adjusted WTMGBSPSU
        PCAPU before      | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, OBPCAPU 2026-03-31                                  | outstanding
        PCAPU             | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, OBPCAPU 2026-04-01                                  | adjusted OBPCAPU
        drug DEC before   | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, WTMGPHARMDEC 2026-03-31                             | outstanding
        drug DEC          | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, WTMGPHARMDEC 2020-04-01, WTMGPHARMDEC 2026-04-01    | adjusted WTMGPHARMDEC
        support DEC before | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, WTMGBSPREFDEC 2026-03-31                           | outstanding
        support DEC       | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, WTMGBSPREFDEC 2020-04-01, WTMGBSPREFDEC 2026-04-01  | adjusted WTMGBSPDEC
        share DEC before  | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, SHARDECMAKDEC 2026-03-31                            | outstanding
        share DEC         | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, SHARDECMAKDEC 2020-04-01, SHARDECMAKDEC 2026-04-01  | adjusted SHARDECDEC
        PCADEC before     | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, OBPCADEC 2026-03-31                                 | outstanding
        PCADEC            | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, OBPCADEC 2026-04-01                                 | adjusted OBPCADEC
        invited once      | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, OBINVITE 2026-05-01                                 | outstanding
        6 days apart      | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, OBINVITE 2026-05-01, OBINVITE 2026-05-07            | outstanding
        7 days apart      | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, OBINVITE 2026-05-01, OBINVITE 2026-05-08            | adjusted OBINVITE
        invited in March  | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, OBINVITE 2026-03-31, OBINVITE 2026-04-07            | outstanding
        invited 1 April   | 1960-01-01 | 2001-01-01 | ILL, ASCVD 2010-01-01, OBINVITE 2026-04-01, OBINVITE 2026-04-08            | adjusted OBINVITE
        here 31 December  | 1960-01-01 | 2026-12-31 | ILL, ASCVD 2010-01-01                                                      | outstanding
        here 1 January    | 1960-01-01 | 2027-01-01 | ILL, ASCVD 2010-01-01                                                      | adjusted REG1_DAT3
        done all the same | 1960-01-01 | 2027-01-01 | ILL, ASCVD 2010-01-01, XTIRZ 2024-05-01, SHARDECMAK 2026-05-01, WTMGPHARM 2026-06-01, WTMGBSPREF 2026-07-01 | achieved
        XTIRZ first       | 1960-01-01 | 2027-01-01 | ILL, ASCVD 2010-01-01, XTIRZ 2024-05-01, WTMGPHARMDEC 2026-05-01           | adjusted XTIRZ
        service, then PU  | 1960-01-01 | 2027-01-01 | ILL, ASCVD 2010-01-01, WTMGBSPSU 2026-05-01, OBPCAPU 2026-05-01            | adjusted WTMGBSPSU
        """);

    private static SpecTable Table(string rows) =>
        SpecTable.Of("qof-england-2026-27", "2027-03-31", rows.Replace("ILL", Ill, StringComparison.Ordinal));
}
