namespace QofFhir.Tests.Spec;

/// <summary>HF008: a diagnosis since 1 April 2023 confirmed in the 6 months before, or in the 6 months after registration.</summary>
internal static class HeartFailureConfirmedSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("ECBEFORE: other end", "only its presence is asked"),
        ("ECREG: other end", "only its presence is asked"),
        ("ECPUREG: other end", "only its presence is asked"),
        ("HFPCAPUREG: other end", "only its presence is asked"),
    ];

    /// <summary>The calendar's dates stand, so the same days hold in each year.</summary>
    public static readonly SpecTable[] The_earliest_diagnosis_that_is_not_resolved_is_since_April_2023 = InEachYear("""
        patient           | born       | events                                                                          | HF008
        31 March 2023     | 1960-01-01 | HF 2023-03-31, ECOG 2023-03-31                                                  | excluded DIAG_DAT23
        1 April 2023      | 1960-01-01 | HF 2023-04-01, ECOG 2023-04-01                                                  | achieved
        not confirmed     | 1960-01-01 | HF 2023-04-01                                                                   | outstanding
        coded again       | 1960-01-01 | HF 2022-01-01, HF 2023-06-01                                                    | excluded DIAG_DAT23
        resolved between  | 1960-01-01 | HF 2010-01-01, HFRES 2020-01-01, HF 2023-06-01                                  | outstanding
        resolved that day | 1960-01-01 | HF 2010-01-01, HFRES 2023-06-01, HF 2023-06-01, ECOG 2023-05-01                 | achieved
        resolved before   | 1960-01-01 | HF 2010-01-01, HFRES 2009-01-01                                                 | excluded DIAG_DAT23
        resolved twice    | 1960-01-01 | HF 2010-01-01, HFRES 2011-01-01, HF 2012-01-01, HFRES 2020-01-01, HF 2023-06-01 | outstanding
        6 months before   | 1960-01-01 | HF 2023-10-01, ECOG 2023-04-01                                                  | achieved
        too early         | 1960-01-01 | HF 2023-10-01, ECOG 2023-03-31                                                  | outstanding
        on the day        | 1960-01-01 | HF 2023-10-01, ECOG 2023-10-01                                                  | achieved
        the day after     | 1960-01-01 | HF 2023-10-01, ECOG 2023-10-02                                                  | outstanding
        not ill           | 1960-01-01 | ECOG 2023-10-01                                                                 | -
        """);

    public static readonly SpecTable[] After_a_registration_with_the_diagnosis_six_months_remain = InEachYear("""
        patient               | born       | registered | events                                                                 | HF008
        on the first day      | 1960-01-01 | 2023-12-01 | HF 2023-10-01, ECOG 2023-12-01                                         | achieved
        the day before        | 1960-01-01 | 2023-12-01 | HF 2023-10-01, ECOG 2023-11-30                                         | outstanding
        six months later      | 1960-01-01 | 2023-12-01 | HF 2023-10-01, ECOG 2024-06-01                                         | achieved
        too late              | 1960-01-01 | 2023-12-01 | HF 2023-10-01, ECOG 2024-06-02                                         | outstanding
        registered that day   | 1960-01-01 | 2023-10-01 | HF 2023-10-01, ECOG 2023-10-02                                         | outstanding
        registered the next   | 1960-01-01 | 2023-10-02 | HF 2023-10-01, ECOG 2023-10-02                                         | achieved
        EC unsuitable, before | 1960-01-01 | 2023-12-01 | HF 2023-10-01, ECPU 2023-11-30                                         | outstanding
        EC unsuitable, first  | 1960-01-01 | 2023-12-01 | HF 2023-10-01, ECPU 2023-12-01                                         | adjusted ECPUSP6
        EC unsuitable, last   | 1960-01-01 | 2023-12-01 | HF 2023-10-01, ECPU 2024-06-01                                         | adjusted ECPUSP6
        EC unsuitable, late   | 1960-01-01 | 2023-12-01 | HF 2023-10-01, ECPU 2024-06-02                                         | outstanding
        EC unsuitable, here   | 1960-01-01 | 2023-10-01 | HF 2023-10-01, ECPU 2023-11-01                                         | outstanding
        unsuitable, before    | 1960-01-01 | 2023-12-01 | HF 2023-10-01, HFPCAPU 2023-11-30                                      | outstanding
        unsuitable, first     | 1960-01-01 | 2023-12-01 | HF 2023-10-01, HFPCAPU 2023-12-01                                      | adjusted HFPCAPU6
        unsuitable, last      | 1960-01-01 | 2023-12-01 | HF 2023-10-01, HFPCAPU 2024-06-01                                      | adjusted HFPCAPU6
        unsuitable, late      | 1960-01-01 | 2023-12-01 | HF 2023-10-01, HFPCAPU 2024-06-02                                      | outstanding
        unsuitable, here      | 1960-01-01 | 2023-10-01 | HF 2023-10-01, HFPCAPU 2023-11-01                                      | outstanding
        palliative care       | 1960-01-01 | 2023-12-01 | HF 2023-10-01, PALCARE 2023-11-01                                      | adjusted PALCARDAT2
        upper row             | 1960-01-01 | 2023-12-01 | HF 2023-10-01, PALCARE 2023-11-01, HFPCAPU 2023-12-01, ECPU 2023-12-01 | adjusted ECPUSP6
        """);

    public static readonly SpecTable[] New_diagnoses_and_registrations = HeartPressureSpec.FromRules49("""
        patient           | born       | registered | events                                         | HF008
        30 September      | 1960-01-01 | 2025-09-30 | HF 2025-05-01                                  | outstanding
        1 October         | 1960-01-01 | 2025-10-01 | HF 2025-05-01                                  | adjusted REG6_ECOG
        confirmed         | 1960-01-01 | 2025-10-01 | HF 2025-05-01, ECOG 2025-11-01                 | achieved
        diagnosed here    | 1960-01-01 | 2025-10-01 | HF 2025-10-01                                  | outstanding
        new 31 December   | 1960-01-01 | 2001-01-01 | HF 2025-12-31                                  | outstanding
        new 1 January     | 1960-01-01 | 2001-01-01 | HF 2026-01-01                                  | adjusted DIAG1_DAT
        anew 1 January    | 1960-01-01 | 2001-01-01 | HF 2010-01-01, HFRES 2015-01-01, HF 2026-01-01 | outstanding
        31 December, anew | 1960-01-01 | 2025-12-31 | HF 2010-01-01, HFRES 2015-01-01, HF 2026-02-01 | outstanding
        1 January, anew   | 1960-01-01 | 2026-01-01 | HF 2010-01-01, HFRES 2015-01-01, HF 2026-02-01 | adjusted REG1_DAT3
        """);

    private static SpecTable[] InEachYear(string table) =>
    [
        SpecTable.Of("qof-england-2024-25", "2025-03-31", table), SpecTable.Of("qof-england-2025-26", "2026-03-31", table), SpecTable.Of("qof-england-2026-27", "2027-03-31", table),
    ];
}
