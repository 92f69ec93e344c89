namespace QofFhir.Tests.Spec;

/// <summary>COPD010 and COPD014: QOF business rules, COPD.</summary>
internal static class LungReviewSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("COPDINVITE3: other end", "only its presence is asked"),
        ("COPDINVITE2: other end", "only its presence is asked, but for the third invitation of 2018/19"),
    ];

    public static readonly SpecTable[] A_review_with_exacerbations_and_the_MRC_scale = EachYear("""
        patient                 | born       | events                                                                                                                              | COPD010
        all on one day          | 1950-01-01 | COPD 2014-01-01, COPDRVW 2024-09-15, COPDEXACB 2024-09-15, MRC 2024-09-15                                                           | achieved
        on three days           | 1950-01-01 | COPD 2014-01-01, COPDRVW 2024-04-01, COPDEXACB 2025-03-31, MRC 2024-12-01                                                           | achieved
        no review               | 1950-01-01 | COPD 2014-01-01, COPDEXACB 2024-09-15, MRC 2024-09-15                                                                               | outstanding
        review 31 March         | 1950-01-01 | COPD 2014-01-01, COPDRVW 2024-03-31, COPDEXACB 2024-09-15, MRC 2024-09-15                                                           | outstanding
        review 1 April          | 1950-01-01 | COPD 2014-01-01, COPDRVW 2024-04-01, COPDEXACB 2024-09-15, MRC 2024-09-15                                                           | achieved
        review last day         | 1950-01-01 | COPD 2014-01-01, COPDRVW 2025-03-31, COPDEXACB 2024-09-15, MRC 2024-09-15                                                           | achieved
        review day after        | 1950-01-01 | COPD 2014-01-01, COPDRVW 2025-04-01, COPDEXACB 2024-09-15, MRC 2024-09-15                                                           | outstanding
        no exacerbations        | 1950-01-01 | COPD 2014-01-01, COPDRVW 2024-09-15, MRC 2024-09-15                                                                                 | outstanding
        exacerbations 31 March  | 1950-01-01 | COPD 2014-01-01, COPDRVW 2024-09-15, COPDEXACB 2024-03-31, MRC 2024-09-15                                                           | outstanding
        exacerbations 1 April   | 1950-01-01 | COPD 2014-01-01, COPDRVW 2024-09-15, COPDEXACB 2024-04-01, MRC 2024-09-15                                                           | achieved
        exacerbations last day  | 1950-01-01 | COPD 2014-01-01, COPDRVW 2024-09-15, COPDEXACB 2025-03-31, MRC 2024-09-15                                                           | achieved
        exacerbations day after | 1950-01-01 | COPD 2014-01-01, COPDRVW 2024-09-15, COPDEXACB 2025-04-01, MRC 2024-09-15                                                           | outstanding
        no MRC                  | 1950-01-01 | COPD 2014-01-01, COPDRVW 2024-09-15, COPDEXACB 2024-09-15                                                                           | outstanding
        MRC 31 March            | 1950-01-01 | COPD 2014-01-01, COPDRVW 2024-09-15, COPDEXACB 2024-09-15, MRC 2024-03-31                                                           | outstanding
        MRC 1 April             | 1950-01-01 | COPD 2014-01-01, COPDRVW 2024-09-15, COPDEXACB 2024-09-15, MRC 2024-04-01                                                           | achieved
        MRC last day            | 1950-01-01 | COPD 2014-01-01, COPDRVW 2024-09-15, COPDEXACB 2024-09-15, MRC 2025-03-31                                                           | achieved
        MRC day after           | 1950-01-01 | COPD 2014-01-01, COPDRVW 2024-09-15, COPDEXACB 2024-09-15, MRC 2025-04-01                                                           | outstanding
        old ones too            | 1950-01-01 | COPDRVW 2019-05-01, COPDEXACB 2019-05-01, MRC 2019-05-01, COPD 2014-01-01, COPDRVW 2024-09-15, COPDEXACB 2024-09-15, MRC 2024-09-15 | achieved
        """);

    public static readonly SpecTable A_score_of_3_or_more_is_a_score = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient | born       | events                                                                     | COPD010  | COPD014
        grade 3 | 1950-01-01 | COPD 2014-01-01, COPDRVW 2024-09-15, COPDEXACB 2024-09-15, MRC1 2024-06-01 | achieved | outstanding
        """);

    public static readonly SpecTable[] An_adjustment_lasts_for_the_year = EachYear("""
        patient                | born       | events                                                                         | COPD010             | COPD014
        COPDPCAPU 31 March     | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPDPCAPU 2024-03-31                         | outstanding         | outstanding
        COPDPCAPU 1 April      | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPDPCAPU 2024-04-01                         | adjusted COPDPCAPU  | adjusted COPDPCAPU
        COPDPCAPU last day     | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPDPCAPU 2025-03-31                         | adjusted COPDPCAPU  | adjusted COPDPCAPU
        COPDPCAPU old and new  | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPDPCAPU 2018-06-01, COPDPCAPU 2024-06-01   | adjusted COPDPCAPU  | adjusted COPDPCAPU
        COPDPCADEC 31 March    | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPDPCADEC 2024-03-31                        | outstanding         | outstanding
        COPDPCADEC 1 April     | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPDPCADEC 2024-04-01                        | adjusted COPDPCADEC | adjusted COPDPCADEC
        COPDPCADEC last day    | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPDPCADEC 2025-03-31                        | adjusted COPDPCADEC | adjusted COPDPCADEC
        COPDPCADEC old and new | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPDPCADEC 2018-06-01, COPDPCADEC 2024-06-01 | adjusted COPDPCADEC | adjusted COPDPCADEC
        """);

    public static readonly SpecTable[] Two_invitations_seven_days_apart = EachYear("""
        patient                | born       | events                                                                                                | COPD010             | COPD014
        no invitation          | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10                                                                      | outstanding         | outstanding
        one                    | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPDINVITE 2024-05-01                                               | outstanding         | outstanding
        same day               | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPDINVITE 2024-05-01, COPDINVITE 2024-05-01                        | outstanding         | outstanding
        day 6                  | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPDINVITE 2024-05-01, COPDINVITE 2024-05-07                        | outstanding         | outstanding
        day 7                  | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPDINVITE 2024-05-01, COPDINVITE 2024-05-08                        | adjusted COPDINVITE | adjusted COPDINVITE
        first before April     | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPDINVITE 2024-03-31, COPDINVITE 2024-04-07                        | outstanding         | outstanding
        first on 1 April       | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPDINVITE 2024-04-01, COPDINVITE 2024-04-08                        | adjusted COPDINVITE | adjusted COPDINVITE
        third makes the pair   | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPDINVITE 2024-05-01, COPDINVITE 2024-05-04, COPDINVITE 2024-05-08 | adjusted COPDINVITE | adjusted COPDINVITE
        second on the last day | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPDINVITE 2025-03-24, COPDINVITE 2025-03-31                        | adjusted COPDINVITE | adjusted COPDINVITE
        second after the year  | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPDINVITE 2025-03-25, COPDINVITE 2025-04-01                        | outstanding         | outstanding
        """);

    public static readonly SpecTable[] The_upper_row_decides = EachYear("""
        patient                | born       | registered | events                                                                                                                                                                                                        | COPD010             | COPD014
        new 31 December        | 1950-01-01 | 2001-01-01 | COPD 2024-12-31, MRC1 2025-02-01, FEV1FVC 0.6 2024-12-31                                                                                                                                                      | outstanding         | outstanding
        new 1 January          | 1950-01-01 | 2001-01-01 | COPD 2025-01-01, MRC1 2025-02-01, FEV1FVC 0.6 2025-01-01                                                                                                                                                      | adjusted DIAG1_DAT  | adjusted DIAG1_DAT
        coded again            | 1950-01-01 | 2001-01-01 | COPD 2014-01-01, MRC1 2024-04-10, COPD 2025-02-01, FEV1FVC 0.6 2025-02-01                                                                                                                                     | outstanding         | outstanding
        registered 31 December | 1950-01-01 | 2024-12-31 | COPD 2014-01-01, MRC1 2024-04-10                                                                                                                                                                              | outstanding         | outstanding
        registered 1 January   | 1950-01-01 | 2025-01-01 | COPD 2014-01-01, MRC1 2024-04-10                                                                                                                                                                              | adjusted REG1_DAT3  | adjusted REG1_DAT3
        achieved               | 1950-01-01 | 2025-01-01 | COPD 2025-01-15, MRC1 2025-02-01, COPDRVW 2025-02-01, COPDEXACB 2025-02-01, MRC 2025-02-01, COPDPCAPU 2024-05-01, COPDPCADEC 2024-05-01, COPDINVITE 2024-05-01, COPDINVITE 2024-05-08, FEV1FVC 0.6 2025-01-15 | achieved            | adjusted COPDPCAPU
        all                    | 1950-01-01 | 2025-01-01 | COPD 2025-01-15, MRC1 2025-02-01, COPDPCAPU 2024-05-01, COPDPCADEC 2024-05-01, COPDINVITE 2024-05-01, COPDINVITE 2024-05-08, FEV1FVC 0.6 2025-01-15                                                           | adjusted COPDPCAPU  | adjusted COPDPCAPU
        without unsuitable     | 1950-01-01 | 2025-01-01 | COPD 2025-01-15, MRC1 2025-02-01, COPDPCADEC 2024-05-01, COPDINVITE 2024-05-01, COPDINVITE 2024-05-08, FEV1FVC 0.6 2025-01-15                                                                                 | adjusted COPDPCADEC | adjusted COPDPCADEC
        without declined       | 1950-01-01 | 2025-01-01 | COPD 2025-01-15, MRC1 2025-02-01, COPDINVITE 2024-05-01, COPDINVITE 2024-05-08, FEV1FVC 0.6 2025-01-15                                                                                                        | adjusted COPDINVITE | adjusted COPDINVITE
        without invitations    | 1950-01-01 | 2025-01-01 | COPD 2025-01-15, MRC1 2025-02-01, FEV1FVC 0.6 2025-01-15                                                                                                                                                      | adjusted DIAG1_DAT  | adjusted DIAG1_DAT
        """);

    public static readonly SpecTable An_administrative_code_is_a_diagnosis_too_in_2026 = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient                             | born       | events                                                           | COPD010
        new                                 | 1950-01-01 | COPDPROC 2027-01-15, FEV1FVC 0.6 2027-01-15                      | adjusted DIAG1_DAT
        not new                             | 1950-01-01 | COPDPROC 2026-06-15, FEV1FVC 0.6 2026-06-15                      | outstanding
        disorder before                     | 1950-01-01 | COPDDIAG 2014-01-01, COPDPROC 2027-01-15, FEV1FVC 0.6 2027-01-15 | outstanding
        administrative before, disorder new | 1950-01-01 | COPDPROC 2020-01-01, COPDDIAG 2027-01-15, FEV1FVC 0.6 2027-01-15 | outstanding
        """);

    /// <summary>COPD010 of three years and COPD014 of the first; 2026/27 reads the disorder codes.</summary>
    private static SpecTable[] EachYear(string table) =>
    [
        .. SpecTable.Of("qof-england-2024-25", "2025-03-31", table).AlsoIn("2025-26"),
        SpecTable.Of("qof-england-2024-25", "2025-03-31", table.Replace("COPD 2", "COPDDIAG 2", StringComparison.Ordinal)).In("qof-england-2026-27", "2027-03-31"),
    ];
}
