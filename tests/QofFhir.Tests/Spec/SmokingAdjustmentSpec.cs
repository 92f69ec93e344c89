namespace QofFhir.Tests.Spec;

/// <summary>SMOK002, SMOK004 and SMOK005: the adjustments, their order and windows.</summary>
internal static class SmokingAdjustmentSpec
{
    public static readonly SpecTable[] An_adjustment_lasts_for_the_year = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                   | born       | events                                                  | SMOK002             | SMOK004             | SMOK005
        unsuitable 31 March       | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKPCAPU 2024-03-31   | outstanding         | outstanding         | outstanding
        unsuitable 1 April        | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKPCAPU 2024-04-01   | adjusted SMOKPCAPU  | adjusted SMOKPCAPU  | adjusted SMOKPCAPU
        unsuitable last day       | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKPCAPU 2025-03-31   | adjusted SMOKPCAPU  | adjusted SMOKPCAPU  | adjusted SMOKPCAPU
        unsuitable day after      | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKPCAPU 2025-04-01   | outstanding         | outstanding         | outstanding
        unsuitable old and new    | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKPCAPU 2012-05-01, SMOKPCAPU 2024-05-01 | adjusted SMOKPCAPU  | adjusted SMOKPCAPU  | adjusted SMOKPCAPU
        status declined 31 March  | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKSTATDEC 2024-03-31 | outstanding         | outstanding         | outstanding
        status declined 1 April   | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKSTATDEC 2024-04-01 | adjusted SMOKSTDEC  | outstanding         | outstanding
        status declined last day  | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKSTATDEC 2025-03-31 | adjusted SMOKSTDEC  | outstanding         | outstanding
        status declined day after | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKSTATDEC 2025-04-01 | outstanding         | outstanding         | outstanding
        status declined old and new | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKSTATDEC 2012-05-01, SMOKSTATDEC 2024-05-01 | adjusted SMOKSTDEC  | outstanding         | outstanding
        care declined 31 March    | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKPCADEC 2024-03-31  | outstanding         | outstanding         | outstanding
        care declined 1 April     | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKPCADEC 2024-04-01  | adjusted SMOKPCADEC | adjusted SMOKPCADEC | adjusted SMOKPCADEC
        care declined last day    | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKPCADEC 2025-03-31  | adjusted SMOKPCADEC | adjusted SMOKPCADEC | adjusted SMOKPCADEC
        care declined day after   | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKPCADEC 2025-04-01  | outstanding         | outstanding         | outstanding
        care declined old and new | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKPCADEC 2012-05-01, SMOKPCADEC 2024-05-01 | adjusted SMOKPCADEC | adjusted SMOKPCADEC | adjusted SMOKPCADEC
        """).AlsoIn("2018-19", "2019-20", "2025-26", "2026-27");

    public static readonly SpecTable[] Two_invitations_seven_days_apart = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient              | born       | events                                                 | SMOK002             | SMOK004             | SMOK005
        one                  | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2024-05-01 | outstanding         | outstanding         | outstanding
        same day             | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2024-05-01, SMOKINVITE 2024-05-01 | outstanding         | outstanding         | outstanding
        day 6                | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2024-05-01, SMOKINVITE 2024-05-07 | outstanding         | outstanding         | outstanding
        day 7                | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2024-05-01, SMOKINVITE 2024-05-08 | adjusted SMOKINVITE | adjusted SMOKINVITE | adjusted SMOKINVITE
        months apart         | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2024-05-01, SMOKINVITE 2025-03-31 | adjusted SMOKINVITE | adjusted SMOKINVITE | adjusted SMOKINVITE
        third in time        | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2024-05-01, SMOKINVITE 2024-05-05, SMOKINVITE 2024-05-10 | adjusted SMOKINVITE | adjusted SMOKINVITE | adjusted SMOKINVITE
        first before April   | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2024-03-31, SMOKINVITE 2024-04-07 | outstanding         | outstanding         | outstanding
        first on 1 April     | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2024-04-01, SMOKINVITE 2024-04-08 | adjusted SMOKINVITE | adjusted SMOKINVITE | adjusted SMOKINVITE
        last year's pair     | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2023-05-01, SMOKINVITE 2023-06-01 | outstanding         | outstanding         | outstanding
        second after the end | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2025-03-28, SMOKINVITE 2025-04-04 | outstanding         | outstanding         | outstanding
        other invitations    | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, HYPINVITE 2024-05-01, HYPINVITE 2024-05-08 | outstanding         | outstanding         | outstanding
        """).AlsoIn("2019-20", "2025-26", "2026-27");

    public static readonly SpecTable Three_invitations_until_v40 = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient             | born       | events | SMOK002             | SMOK004             | SMOK005
        two                 | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2018-05-01, SMOKINVITE 2018-05-08 | outstanding         | outstanding         | outstanding
        three               | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2018-05-01, SMOKINVITE 2018-05-08, SMOKINVITE 2018-05-15 | adjusted SMOKINVITE | adjusted SMOKINVITE | adjusted SMOKINVITE
        third on day 6      | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2018-05-01, SMOKINVITE 2018-05-08, SMOKINVITE 2018-05-14 | outstanding         | outstanding         | outstanding
        second on day 6     | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2018-05-01, SMOKINVITE 2018-05-07, SMOKINVITE 2018-05-14 | outstanding         | outstanding         | outstanding
        fourth in time      | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2018-05-01, SMOKINVITE 2018-05-07, SMOKINVITE 2018-05-14, SMOKINVITE 2018-05-21 | adjusted SMOKINVITE | adjusted SMOKINVITE | adjusted SMOKINVITE
        first before April  | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2018-03-31, SMOKINVITE 2018-04-07, SMOKINVITE 2018-04-14 | outstanding         | outstanding         | outstanding
        first on 1 April    | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2018-04-01, SMOKINVITE 2018-04-08, SMOKINVITE 2018-04-15 | adjusted SMOKINVITE | adjusted SMOKINVITE | adjusted SMOKINVITE
        third after the end | 1960-01-01 | MH 2010-01-01, LSMOK 2010-01-01, SMOKINVITE 2019-03-18, SMOKINVITE 2019-03-25, SMOKINVITE 2019-04-01 | outstanding         | outstanding         | outstanding
        """);

    public static readonly SpecTable[] The_first_of_the_conditions_is_of_the_last_three_months = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient             | born       | events                                            | SMOK002            | SMOK004     | SMOK005
        31 December         | 1960-01-01 | CHD 2024-12-31, LSMOK 2010-01-01                  | outstanding        | outstanding | outstanding
        1 January           | 1960-01-01 | CHD 2025-01-01, LSMOK 2010-01-01                  | adjusted DIAG1_DAT | outstanding | adjusted DIAG1_DAT
        last day            | 1960-01-01 | CHD 2025-03-31, LSMOK 2010-01-01                  | adjusted DIAG1_DAT | outstanding | adjusted DIAG1_DAT
        coded again         | 1960-01-01 | CHD 2010-01-01, CHD 2025-02-01, LSMOK 2010-01-01  | outstanding        | outstanding | outstanding
        two new             | 1960-01-01 | CHD 2025-02-01, HYP 2025-01-05, LSMOK 2010-01-01  | adjusted DIAG1_DAT | outstanding | adjusted DIAG1_DAT
        new HYP, known AST  | 1960-01-01 | HYP 2025-02-01, AST 2010-01-01, LSMOK 2010-01-01  | outstanding        | outstanding | outstanding
        new HYP, known CHD  | 1960-01-01 | HYP 2025-02-01, CHD 2010-01-01, LSMOK 2010-01-01  | outstanding        | outstanding | outstanding
        new HYP, known CKD  | 1960-01-01 | HYP 2025-02-01, CKD 2010-01-01, LSMOK 2010-01-01  | outstanding        | outstanding | outstanding
        new HYP, known COPD | 1960-01-01 | HYP 2025-02-01, COPD 2010-01-01, COPDDIAG 2010-01-01, LSMOK 2010-01-01 | outstanding        | outstanding | outstanding
        new HYP, known DM   | 1960-01-01 | HYP 2025-02-01, DM 2010-01-01, LSMOK 2010-01-01   | outstanding        | outstanding | outstanding
        new CHD, known HYP  | 1960-01-01 | CHD 2025-02-01, HYP 2010-01-01, LSMOK 2010-01-01  | outstanding        | outstanding | outstanding
        new HYP, known MH   | 1960-01-01 | HYP 2025-02-01, MH 2010-01-01, LSMOK 2010-01-01   | outstanding        | outstanding | outstanding
        new HYP, known PAD  | 1960-01-01 | HYP 2025-02-01, PAD 2010-01-01, LSMOK 2010-01-01  | outstanding        | outstanding | outstanding
        new HYP, known STRK | 1960-01-01 | HYP 2025-02-01, STRK 2010-01-01, LSMOK 2010-01-01 | outstanding        | outstanding | outstanding
        new HYP, known TIA  | 1960-01-01 | HYP 2025-02-01, TIA 2010-01-01, LSMOK 2010-01-01  | outstanding        | outstanding | outstanding
        resolved and new    | 1960-01-01 | CHD 2025-02-01, HYP 2010-01-01, HYPRES 2012-01-01, LSMOK 2010-01-01 | outstanding        | outstanding | outstanding
        """).AlsoIn("2018-19", "2019-20", "2025-26", "2026-27");

    public static readonly SpecTable From_v51_an_administrative_code_of_COPD_is_known_too = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient | born       | events                              | SMOK002
        new HYP, known administratively | 1960-01-01 | HYP 2027-02-01, COPDPROC 2026-06-01 | outstanding
        new HYP, new administratively | 1960-01-01 | HYP 2027-02-01, COPDPROC 2027-02-02 | adjusted DIAG1_DAT
        """);

    public static readonly SpecTable[] New_at_the_practice_in_the_last_three_months = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient       | born       | registered | events                          | SMOK002            | SMOK004            | SMOK005
        31 December   | 1960-01-01 | 2024-12-31 | MH 2010-01-01, LSMOK 2010-01-01 | outstanding        | outstanding        | outstanding
        1 January     | 1960-01-01 | 2025-01-01 | MH 2010-01-01, LSMOK 2010-01-01 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | adjusted REG1_DAT3
        last day      | 1960-01-01 | 2025-03-31 | MH 2010-01-01, LSMOK 2010-01-01 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | adjusted REG1_DAT3
        new diagnosis | 1960-01-01 | 2025-01-01 | MH 2025-01-01, LSMOK 2010-01-01 | adjusted DIAG1_DAT | adjusted REG1_DAT3 | adjusted DIAG1_DAT
        """).AlsoIn("2018-19", "2019-20", "2025-26", "2026-27");

    public static readonly SpecTable[] The_upper_row_decides = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient         | born       | registered | events | SMOK002             | SMOK004             | SMOK005
        achieved        | 1960-01-01 | 2025-02-01 | MH 2025-02-01, LSMOK 2025-02-01, PHARM 2025-02-01, SMOKPCAPU 2024-05-01, SMOKSTATDEC 2024-05-01, SMOKPCADEC 2024-05-01, SMOKINVITE 2024-05-02, SMOKINVITE 2024-05-20 | achieved            | achieved            | achieved
        unsuitable      | 1960-01-01 | 2025-02-01 | MH 2025-02-01, LSMOK 2010-01-01, SMOKPCAPU 2024-05-01, SMOKSTATDEC 2024-05-01, SMOKPCADEC 2024-05-01, SMOKINVITE 2024-05-02, SMOKINVITE 2024-05-20 | adjusted SMOKPCAPU  | adjusted SMOKPCAPU  | adjusted SMOKPCAPU
        status declined | 1960-01-01 | 2025-02-01 | MH 2025-02-01, LSMOK 2010-01-01, SMOKSTATDEC 2024-05-01, SMOKPCADEC 2024-05-01, SMOKINVITE 2024-05-02, SMOKINVITE 2024-05-20 | adjusted SMOKSTDEC  | adjusted SMOKPCADEC | adjusted SMOKPCADEC
        care declined   | 1960-01-01 | 2025-02-01 | MH 2025-02-01, LSMOK 2010-01-01, SMOKPCADEC 2024-05-01, SMOKINVITE 2024-05-02, SMOKINVITE 2024-05-20 | adjusted SMOKPCADEC | adjusted SMOKPCADEC | adjusted SMOKPCADEC
        invited         | 1960-01-01 | 2025-02-01 | MH 2025-02-01, LSMOK 2010-01-01, SMOKINVITE 2024-05-02, SMOKINVITE 2024-05-20 | adjusted SMOKINVITE | adjusted SMOKINVITE | adjusted SMOKINVITE
        """).AlsoIn("2019-20", "2025-26", "2026-27");
}
