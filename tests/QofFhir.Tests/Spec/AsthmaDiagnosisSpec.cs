namespace QofFhir.Tests.Spec;

/// <summary>Whom AST011, AST012 and AST014 ask, and which tests they take: QOF business rules, Asthma.</summary>
internal static class AsthmaDiagnosisSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("ASTTST: other end", "only its presence is asked"),
        ("SPIRDIAG: other end", "only its presence is asked"),
        ("OTHERDIAG: other end", "only its presence is asked"),
        ("SPIRREG: other end", "only its presence is asked"),
        ("OTHERREG: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable Diagnosed_since_1_April_2023_in_2024 = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient            | born       | events                                                                                                  | AST011
        31 March           | 1980-01-01 | AST 2023-03-31, ASTTRT 2024-06-01                                                                       | excluded DIAG_DAT23
        1 April            | 1980-01-01 | AST 2023-04-01, ASTTRT 2024-06-01                                                                       | outstanding
        coded again        | 1980-01-01 | AST 2023-01-01, AST 2023-06-01, ASTTRT 2024-06-01                                                       | excluded DIAG_DAT23
        resolved and again | 1980-01-01 | AST 2000-01-01, ASTRES 2004-01-01, AST 2023-06-01, ASTTRT 2024-06-01                                    | outstanding
        again before       | 1980-01-01 | AST 2000-01-01, ASTRES 2004-01-01, AST 2005-01-01, AST 2023-06-01, ASTTRT 2024-06-01                    | excluded DIAG_DAT23
        again on the day   | 1980-01-01 | AST 2004-01-01, ASTRES 2004-01-01, AST 2023-06-01, ASTTRT 2024-06-01                                    | outstanding
        resolved twice     | 1980-01-01 | AST 2000-01-01, ASTRES 2001-01-01, AST 2002-01-01, ASTRES 2004-01-01, AST 2023-06-01, ASTTRT 2024-06-01 | outstanding
        """);

    public static readonly SpecTable Diagnosed_since_1_April_2025_in_2025 = SpecTable.Of("qof-england-2025-26", "2026-03-31", """
        patient            | born       | events                                                                                                  | AST012
        31 March           | 1980-01-01 | AST 2025-03-31, ASTTRT 2025-06-01                                                                       | excluded DIAG_DAT25
        1 April            | 1980-01-01 | AST 2025-04-01, ASTTRT 2025-06-01                                                                       | outstanding
        coded again        | 1980-01-01 | AST 2025-01-01, AST 2025-06-01, ASTTRT 2025-06-01                                                       | excluded DIAG_DAT25
        resolved and again | 1980-01-01 | AST 2000-01-01, ASTRES 2004-01-01, AST 2025-06-01, ASTTRT 2025-06-01                                    | outstanding
        again before       | 1980-01-01 | AST 2000-01-01, ASTRES 2004-01-01, AST 2005-01-01, AST 2025-06-01, ASTTRT 2025-06-01                    | excluded DIAG_DAT25
        again on the day   | 1980-01-01 | AST 2004-01-01, ASTRES 2004-01-01, AST 2025-06-01, ASTTRT 2025-06-01                                    | outstanding
        resolved twice     | 1980-01-01 | AST 2000-01-01, ASTRES 2001-01-01, AST 2002-01-01, ASTRES 2004-01-01, AST 2025-06-01, ASTTRT 2025-06-01 | outstanding
        """);

    public static readonly SpecTable Diagnosed_since_1_April_2025_in_2026 = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient            | born       | events                                                                                                  | AST014
        31 March           | 1980-01-01 | AST 2025-03-31, ASTTRT 2026-06-01                                                                       | excluded DIAG_DAT25
        1 April            | 1980-01-01 | AST 2025-04-01, ASTTRT 2026-06-01                                                                       | outstanding
        coded again        | 1980-01-01 | AST 2025-01-01, AST 2025-06-01, ASTTRT 2026-06-01                                                       | excluded DIAG_DAT25
        resolved and again | 1980-01-01 | AST 2000-01-01, ASTRES 2004-01-01, AST 2025-06-01, ASTTRT 2026-06-01                                    | outstanding
        again before       | 1980-01-01 | AST 2000-01-01, ASTRES 2004-01-01, AST 2005-01-01, AST 2025-06-01, ASTTRT 2026-06-01                    | excluded DIAG_DAT25
        again on the day   | 1980-01-01 | AST 2004-01-01, ASTRES 2004-01-01, AST 2025-06-01, ASTTRT 2026-06-01                                    | outstanding
        resolved twice     | 1980-01-01 | AST 2000-01-01, ASTRES 2001-01-01, AST 2002-01-01, ASTRES 2004-01-01, AST 2025-06-01, ASTTRT 2026-06-01 | outstanding
        """);

    public static readonly SpecTable Spirometry_and_another_test_from_93_days_before_to_186_after_the_diagnosis = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                  | born       | events                                                                 | AST011
        none                     | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01                                      | outstanding
        spirometry alone         | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, ASTSPIR 2024-06-10                  | outstanding
        FeNO alone               | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, FENO 2024-06-10                     | outstanding
        peak flow alone          | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, PEFR 2024-06-10                     | outstanding
        FeNO and peak flow       | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, FENO 2024-06-10, PEFR 2024-06-10    | outstanding
        spirometry and FeNO      | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, ASTSPIR 2024-06-10, FENO 2024-06-10 | achieved
        spirometry and peak flow | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, ASTSPIR 2024-06-10, PEFR 2024-06-10 | achieved
        ASTSPIR day -94          | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, ASTSPIR 2024-03-08, FENO 2024-06-10 | outstanding
        ASTSPIR day -93          | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, ASTSPIR 2024-03-09, FENO 2024-06-10 | achieved
        ASTSPIR day 186          | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, ASTSPIR 2024-12-13, FENO 2024-06-10 | achieved
        ASTSPIR day 187          | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, ASTSPIR 2024-12-14, FENO 2024-06-10 | outstanding
        FENO day -94             | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, FENO 2024-03-08, ASTSPIR 2024-06-10 | outstanding
        FENO day -93             | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, FENO 2024-03-09, ASTSPIR 2024-06-10 | achieved
        FENO day 186             | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, FENO 2024-12-13, ASTSPIR 2024-06-10 | achieved
        FENO day 187             | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, FENO 2024-12-14, ASTSPIR 2024-06-10 | outstanding
        PEFR day -94             | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, PEFR 2024-03-08, ASTSPIR 2024-06-10 | outstanding
        PEFR day -93             | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, PEFR 2024-03-09, ASTSPIR 2024-06-10 | achieved
        PEFR day 186             | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, PEFR 2024-12-13, ASTSPIR 2024-06-10 | achieved
        PEFR day 187             | 1980-01-01 | AST 2024-06-10, ASTTRT 2024-06-01, PEFR 2024-12-14, ASTSPIR 2024-06-10 | outstanding
        """);

    public static readonly SpecTable Not_yet_asked_in_the_6_months_after_the_diagnosis = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient             | born       | events                                                                 | AST011
        30 September        | 1980-01-01 | AST 2024-09-30, ASTTRT 2024-06-01                                      | outstanding
        1 October           | 1980-01-01 | AST 2024-10-01, ASTTRT 2024-06-01                                      | excluded DIAGASTTST
        1 October, one test | 1980-01-01 | AST 2024-10-01, ASTTRT 2024-06-01, FENO 2024-10-01                     | excluded DIAGASTTST
        1 October, tested   | 1980-01-01 | AST 2024-10-01, ASTTRT 2024-06-01, FENO 2024-10-01, ASTSPIR 2024-11-01 | achieved
        unsuitable as well  | 1980-01-01 | AST 2024-10-01, ASTTRT 2024-06-01, ASTPCAPU 2024-11-01                 | excluded DIAGASTTST
        """);

    public static readonly SpecTable Or_round_a_registration_in_the_year = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                    | born       | registered | events                                                                 | AST011
        none                       | 1980-01-01 | 2024-06-10 | AST 2023-06-01, ASTTRT 2024-06-01                                      | outstanding
        spirometry alone           | 1980-01-01 | 2024-06-10 | AST 2023-06-01, ASTTRT 2024-06-01, ASTSPIR 2024-06-10                  | outstanding
        FeNO alone                 | 1980-01-01 | 2024-06-10 | AST 2023-06-01, ASTTRT 2024-06-01, FENO 2024-06-10                     | outstanding
        ASTSPIR day -94            | 1980-01-01 | 2024-06-10 | AST 2023-06-01, ASTTRT 2024-06-01, ASTSPIR 2024-03-08, FENO 2024-06-10 | outstanding
        ASTSPIR day -93            | 1980-01-01 | 2024-06-10 | AST 2023-06-01, ASTTRT 2024-06-01, ASTSPIR 2024-03-09, FENO 2024-06-10 | achieved
        ASTSPIR day 186            | 1980-01-01 | 2024-06-10 | AST 2023-06-01, ASTTRT 2024-06-01, ASTSPIR 2024-12-13, FENO 2024-06-10 | achieved
        ASTSPIR day 187            | 1980-01-01 | 2024-06-10 | AST 2023-06-01, ASTTRT 2024-06-01, ASTSPIR 2024-12-14, FENO 2024-06-10 | outstanding
        FENO day -94               | 1980-01-01 | 2024-06-10 | AST 2023-06-01, ASTTRT 2024-06-01, FENO 2024-03-08, ASTSPIR 2024-06-10 | outstanding
        FENO day -93               | 1980-01-01 | 2024-06-10 | AST 2023-06-01, ASTTRT 2024-06-01, FENO 2024-03-09, ASTSPIR 2024-06-10 | achieved
        FENO day 186               | 1980-01-01 | 2024-06-10 | AST 2023-06-01, ASTTRT 2024-06-01, FENO 2024-12-13, ASTSPIR 2024-06-10 | achieved
        FENO day 187               | 1980-01-01 | 2024-06-10 | AST 2023-06-01, ASTTRT 2024-06-01, FENO 2024-12-14, ASTSPIR 2024-06-10 | outstanding
        PEFR day -94               | 1980-01-01 | 2024-06-10 | AST 2023-06-01, ASTTRT 2024-06-01, PEFR 2024-03-08, ASTSPIR 2024-06-10 | outstanding
        PEFR day -93               | 1980-01-01 | 2024-06-10 | AST 2023-06-01, ASTTRT 2024-06-01, PEFR 2024-03-09, ASTSPIR 2024-06-10 | achieved
        PEFR day 186               | 1980-01-01 | 2024-06-10 | AST 2023-06-01, ASTTRT 2024-06-01, PEFR 2024-12-13, ASTSPIR 2024-06-10 | achieved
        PEFR day 187               | 1980-01-01 | 2024-06-10 | AST 2023-06-01, ASTTRT 2024-06-01, PEFR 2024-12-14, ASTSPIR 2024-06-10 | outstanding
        registered 31 March        | 1980-01-01 | 2024-03-31 | AST 2023-06-01, ASTTRT 2024-06-01, ASTSPIR 2024-05-01, FENO 2024-05-01 | outstanding
        registered 1 April         | 1980-01-01 | 2024-04-01 | AST 2023-06-01, ASTTRT 2024-06-01, ASTSPIR 2024-05-01, FENO 2024-05-01 | achieved
        one test at each           | 1980-01-01 | 2024-06-10 | AST 2023-06-01, ASTTRT 2024-06-01, ASTSPIR 2023-06-10, FENO 2024-06-10 | outstanding
        registered 30 September    | 1980-01-01 | 2024-09-30 | AST 2023-06-01, ASTTRT 2024-06-01                                      | outstanding
        registered 1 October       | 1980-01-01 | 2024-10-01 | AST 2023-06-01, ASTTRT 2024-06-01                                      | excluded REGASTTST
        1 October, tested then     | 1980-01-01 | 2024-10-01 | AST 2023-06-01, ASTTRT 2024-06-01, ASTSPIR 2024-11-01, FENO 2024-11-01 | achieved
        1 October, tested long ago | 1980-01-01 | 2024-10-01 | AST 2023-06-01, ASTTRT 2024-06-01, ASTSPIR 2023-06-10, FENO 2023-06-10 | achieved
        before 2023                | 1980-01-01 | 2024-10-01 | AST 2023-03-01, ASTTRT 2024-06-01                                      | excluded DIAG_DAT23
        both new                   | 1980-01-01 | 2024-10-01 | AST 2024-10-05, ASTTRT 2024-06-01                                      | excluded DIAGASTTST
        unsuitable as well         | 1980-01-01 | 2024-10-01 | AST 2023-06-01, ASTTRT 2024-06-01, ASTPCAPU 2024-11-01                 | excluded REGASTTST
        """);

    public static readonly SpecTable[] One_test_in_3_months_round_the_diagnosis = OneTest("""
        patient                 | born       | events                                                 | AST012
        none                    | 1980-01-01 | AST 2025-06-10, ASTTRT 2025-06-01                      | outstanding
        ASTSPIR 3 months before | 1980-01-01 | AST 2025-06-10, ASTTRT 2025-06-01, ASTSPIR 2025-03-10  | achieved
        ASTSPIR a day earlier   | 1980-01-01 | AST 2025-06-10, ASTTRT 2025-06-01, ASTSPIR 2025-03-09  | outstanding
        ASTSPIR 3 months after  | 1980-01-01 | AST 2025-06-10, ASTTRT 2025-06-01, ASTSPIR 2025-09-10  | achieved
        ASTSPIR a day later     | 1980-01-01 | AST 2025-06-10, ASTTRT 2025-06-01, ASTSPIR 2025-09-11  | outstanding
        FENO 3 months before    | 1980-01-01 | AST 2025-06-10, ASTTRT 2025-06-01, FENO 2025-03-10     | achieved
        FENO a day earlier      | 1980-01-01 | AST 2025-06-10, ASTTRT 2025-06-01, FENO 2025-03-09     | outstanding
        FENO 3 months after     | 1980-01-01 | AST 2025-06-10, ASTTRT 2025-06-01, FENO 2025-09-10     | achieved
        FENO a day later        | 1980-01-01 | AST 2025-06-10, ASTTRT 2025-06-01, FENO 2025-09-11     | outstanding
        PEFR 3 months before    | 1980-01-01 | AST 2025-06-10, ASTTRT 2025-06-01, PEFR 2025-03-10     | achieved
        PEFR a day earlier      | 1980-01-01 | AST 2025-06-10, ASTTRT 2025-06-01, PEFR 2025-03-09     | outstanding
        PEFR 3 months after     | 1980-01-01 | AST 2025-06-10, ASTTRT 2025-06-01, PEFR 2025-09-10     | achieved
        PEFR a day later        | 1980-01-01 | AST 2025-06-10, ASTTRT 2025-06-01, PEFR 2025-09-11     | outstanding
        31 December             | 1980-01-01 | AST 2025-12-31, ASTTRT 2025-06-01                      | outstanding
        1 January               | 1980-01-01 | AST 2026-01-01, ASTTRT 2025-06-01                      | excluded DIAGASTTST
        1 January, tested       | 1980-01-01 | AST 2026-01-01, ASTTRT 2025-06-01, PEFR 2026-01-01     | achieved
        1 January, unsuitable   | 1980-01-01 | AST 2026-01-01, ASTTRT 2025-06-01, ASTPCAPU 2026-01-02 | excluded DIAGASTTST
        """);

    public static readonly SpecTable[] Newly_registered = OneTest("""
        patient             | born       | registered | events                                                  | AST012
        31 December         | 1980-01-01 | 2025-12-31 | AST 2025-06-10, ASTTRT 2025-06-01                       | outstanding
        1 January           | 1980-01-01 | 2026-01-01 | AST 2025-06-10, ASTTRT 2025-06-01                       | adjusted REG1_DAT3
        1 January, tested   | 1980-01-01 | 2026-01-01 | AST 2025-06-10, ASTTRT 2025-06-01, PEFR 2025-06-10      | achieved
        1 January, declined | 1980-01-01 | 2026-01-01 | AST 2025-06-10, ASTTRT 2025-06-01, ASTPCADEC 2025-06-10 | adjusted ASTPCADEC
        """);

    /// <summary>AST012, and AST014, its number a year later.</summary>
    private static SpecTable[] OneTest(string table) =>
    [
        SpecTable.Of("qof-england-2025-26", "2026-03-31", table),
        SpecTable.Of("qof-england-2025-26", "2026-03-31", table.Replace("AST012", "AST014", StringComparison.Ordinal)).In("qof-england-2026-27", "2027-03-31"),
    ];
}
