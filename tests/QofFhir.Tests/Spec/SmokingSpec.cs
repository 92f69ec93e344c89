namespace QofFhir.Tests.Spec;

/// <summary>SMOK002, SMOK004 and SMOK005: who is asked for, and the support that counts.</summary>
internal static class SmokingSpec
{
    public static readonly SpecTable[] Nine_groups_of_long_term_conditions = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient         | born       | events                               | SMOK002     | SMOK004        | SMOK005
        none            | 1960-01-01 |                                      | -           | excluded CSMOK | -
        CHD             | 1960-01-01 | CHD 2010-01-01                       | outstanding | excluded CSMOK | excluded CSMOK
        PAD             | 1960-01-01 | PAD 2010-01-01                       | outstanding | excluded CSMOK | excluded CSMOK
        stroke          | 1960-01-01 | STRK 2010-01-01                      | outstanding | excluded CSMOK | excluded CSMOK
        TIA             | 1960-01-01 | TIA 2010-01-01                       | outstanding | excluded CSMOK | excluded CSMOK
        hypertension    | 1960-01-01 | HYP 2010-01-01                       | outstanding | excluded CSMOK | excluded CSMOK
        diabetes        | 1960-01-01 | DM 2010-01-01                        | outstanding | excluded CSMOK | excluded CSMOK
        COPD            | 1960-01-01 | COPD 2010-01-01, COPDDIAG 2010-01-01 | outstanding | excluded CSMOK | excluded CSMOK
        CKD             | 1960-01-01 | CKD 2010-01-01                       | outstanding | excluded CSMOK | excluded CSMOK
        asthma          | 1960-01-01 | AST 2010-01-01, ASTTRT 2024-06-01    | outstanding | excluded CSMOK | excluded CSMOK
        asthma, no drug | 1960-01-01 | AST 2010-01-01                       | -           | excluded CSMOK | -
        mental illness  | 1960-01-01 | MH 2010-01-01                        | outstanding | excluded CSMOK | excluded CSMOK
        in remission    | 1960-01-01 | MH 2010-01-01, MHREM 2015-01-01      | outstanding | excluded CSMOK | excluded CSMOK
        lithium only    | 1960-01-01 | LIT 2024-12-01                       | -           | excluded CSMOK | -
        cancer          | 1960-01-01 | CAN 2010-01-01                       | -           | excluded CSMOK | -
        two             | 1960-01-01 | CHD 2010-01-01, DM 2010-01-01        | outstanding | excluded CSMOK | excluded CSMOK
        """).AlsoIn("2018-19", "2019-20", "2025-26", "2026-27");

    public static readonly SpecTable[] From_v46_COPD_counts_without_spirometry = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient             | born       | events                                               | SMOK002     | COPD010
        no spirometry       | 1960-01-01 | COPD 2024-06-01                                      | outstanding | -
        resolved day before | 1960-01-01 | COPD 2024-06-01, COPDRES 2024-05-31                  | outstanding | -
        resolved same day   | 1960-01-01 | COPD 2024-06-01, COPDRES 2024-06-01                  | -           | -
        resolved day after  | 1960-01-01 | COPD 2024-06-01, COPDRES 2024-06-02                  | -           | -
        diagnosed again     | 1960-01-01 | COPD 2010-01-01, COPDRES 2024-05-01, COPD 2024-06-01 | outstanding | -
        """).AlsoIn("2025-26");

    public static readonly SpecTable[] Until_v43_asthma_counts_from_20_years = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient      | born       | events                                            | SMOK002
        20 yesterday | 1999-03-30 | AST 2010-01-01, ASTTRT 2018-06-01                 | outstanding
        20 today     | 1999-03-31 | AST 2010-01-01, ASTTRT 2018-06-01                 | outstanding
        20 tomorrow  | 1999-04-01 | AST 2010-01-01, ASTTRT 2018-06-01                 | -
        19           | 1999-10-01 | AST 2010-01-01, ASTTRT 2018-06-01                 | -
        12           | 2007-01-01 | AST 2017-01-01, ASTTRT 2018-06-01                 | -
        12 with CHD  | 2007-01-01 | AST 2017-01-01, ASTTRT 2018-06-01, CHD 2017-01-01 | outstanding
        21           | 1998-01-01 | AST 2010-01-01, ASTTRT 2018-06-01                 | outstanding
        """).AlsoIn("2019-20");

    public static readonly SpecTable[] From_v44_asthma_counts_at_any_age_of_its_register = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient      | born       | events                                            | SMOK002
        20 yesterday | 2005-03-30 | AST 2010-01-01, ASTTRT 2024-06-01                 | outstanding
        20 today     | 2005-03-31 | AST 2010-01-01, ASTTRT 2024-06-01                 | outstanding
        20 tomorrow  | 2005-04-01 | AST 2010-01-01, ASTTRT 2024-06-01                 | outstanding
        19           | 2005-10-01 | AST 2010-01-01, ASTTRT 2024-06-01                 | outstanding
        12           | 2013-01-01 | AST 2023-01-01, ASTTRT 2024-06-01                 | outstanding
        12 with CHD  | 2013-01-01 | AST 2023-01-01, ASTTRT 2024-06-01, CHD 2023-01-01 | outstanding
        21           | 2004-01-01 | AST 2010-01-01, ASTTRT 2024-06-01                 | outstanding
        """).AlsoIn("2025-26", "2026-27");

    public static readonly SpecTable[] Support_in_24_months_or_in_12 = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient           | born       | events                                                | SMOK004     | SMOK005
        nothing           | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01                       | outstanding | outstanding
        31 March 2023     | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, REFERSSSA 2023-03-31 | outstanding | outstanding
        1 April 2023      | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, REFERSSSA 2023-04-01 | achieved    | outstanding
        31 March 2024     | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, REFERSSSA 2024-03-31 | achieved    | outstanding
        1 April 2024      | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, REFERSSSA 2024-04-01 | achieved    | achieved
        last day          | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, REFERSSSA 2025-03-31 | achieved    | achieved
        day after         | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, REFERSSSA 2025-04-01 | outstanding | outstanding
        treatment         | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, PHARM 2024-06-01     | achieved    | achieved
        drug              | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, PHARMDRUG 2024-06-01 | achieved    | achieved
        old and new       | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, PHARM 2012-06-01, PHARM 2024-06-01 | achieved    | achieved
        before the status | 1960-01-01 | MH 2010-01-01, PHARM 2024-06-01, LSMOK 2024-07-01     | achieved    | achieved
        """).AlsoIn("2018-19", "2019-20", "2025-26", "2026-27");

    public static readonly SpecTable[] Whose_latest_status_is_smoker = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient           | born       | events                                             | SMOK004        | SMOK005
        smoker            | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01                    | outstanding    | outstanding
        no status         | 1960-01-01 | MH 2010-01-01                                      | excluded CSMOK | excluded CSMOK
        ex-smoker         | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, EXSMOK 2010-01-02 | excluded CSMOK | excluded CSMOK
        never             | 1960-01-01 | MH 2010-01-01, NSMOK 2012-01-01                    | excluded CSMOK | excluded CSMOK
        other status last | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOK 2012-01-01   | excluded CSMOK | excluded CSMOK
        ex, then smoker   | 1960-01-01 | MH 2010-01-01, EXSMOK 2010-01-01, LSMOK 2010-01-02 | outstanding    | outstanding
        both on a day     | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, EXSMOK 2010-01-01 | outstanding    | outstanding
        smoker twice      | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, EXSMOK 2012-01-01, LSMOK 2014-01-01 | outstanding    | outstanding
        ex with support   | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, EXSMOK 2024-07-01, PHARM 2024-06-01 | excluded CSMOK | excluded CSMOK
        """).AlsoIn("2018-19", "2019-20", "2025-26", "2026-27");

    public static readonly SpecTable[] From_15_years_of_age = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient      | born       | events           | SMOK004
        15 yesterday | 2010-03-30 | LSMOK 2024-06-01 | outstanding
        15 today     | 2010-03-31 | LSMOK 2024-06-01 | outstanding
        15 tomorrow  | 2010-04-01 | LSMOK 2024-06-01 | -
        14           | 2011-03-31 | LSMOK 2024-06-01 | -
        16           | 2009-03-31 | LSMOK 2024-06-01 | outstanding
        """).AlsoIn("2018-19", "2019-20", "2025-26", "2026-27");
}
