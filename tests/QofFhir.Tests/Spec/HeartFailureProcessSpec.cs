namespace QofFhir.Tests.Spec;

/// <summary>HF007 (review of function and medicines), HF002 (confirmed diagnosis of the older rules) and the general adjustments of heart failure.</summary>
internal static class HeartFailureProcessSpec
{
    private const string Codes = """
        patient     | born       | events                                                                                            | HF003              | HF006              | HF007              | HF009              | HF002
        PU March    | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, HFPCAPU 2025-03-31                       | outstanding        | outstanding        | outstanding        | outstanding        | outstanding
        PU April    | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, HFPCAPU 2025-04-01                       | adjusted HFPCAPU   | adjusted HFPCAPU   | adjusted HFPCAPU   | adjusted HFPCAPU   | adjusted HFPCAPU
        PU twice    | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, HFPCAPU 2015-04-01, HFPCAPU 2026-03-31   | adjusted HFPCAPU   | adjusted HFPCAPU   | adjusted HFPCAPU   | adjusted HFPCAPU   | adjusted HFPCAPU
        DEC March   | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, HFPCADEC 2025-03-31                      | outstanding        | outstanding        | outstanding        | outstanding        | outstanding
        DEC April   | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, HFPCADEC 2025-04-01                      | adjusted HFPCADEC  | adjusted HFPCADEC  | adjusted HFPCADEC  | adjusted HFPCADEC  | adjusted HFPCADEC
        DEC twice   | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, HFPCADEC 2015-04-01, HFPCADEC 2026-03-31 | adjusted HFPCADEC  | adjusted HFPCADEC  | adjusted HFPCADEC  | adjusted HFPCADEC  | adjusted HFPCADEC
        new 31 Dec  | 1960-01-01 | HF 2025-12-31, HFLVSD 2025-12-31, REDEJCFRAC 2025-12-31                                           | outstanding        | outstanding        | outstanding        | outstanding        | outstanding
        new 1 Jan   | 1960-01-01 | HF 2026-01-01, HFLVSD 2026-01-01, REDEJCFRAC 2026-01-01                                           | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT
        coded again | 1960-01-01 | HF 2014-01-01, HF 2026-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01                            | outstanding        | outstanding        | outstanding        | outstanding        | outstanding
        """;

    private const string Order = """
        patient     | born       | registered | events                                                                                                                                                                                                                                         | HF003              | HF006              | HF007              | HF009              | HF002
        31 December | 1960-01-01 | 2025-12-31 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01                                                                                                                                                                                        | outstanding        | outstanding        | outstanding        | outstanding        | outstanding
        1 January   | 1960-01-01 | 2026-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01                                                                                                                                                                                        | adjusted REG1_DAT3 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | adjusted REG1_DAT3
        new as well | 1960-01-01 | 2026-01-01 | HF 2026-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01                                                                                                                                                                                        | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT
        invited     | 1960-01-01 | 2026-01-01 | HF 2026-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, HFINVITE 2026-01-05, HFINVITE 2026-02-05, HFINVITE 2026-03-05                                                                                                                         | adjusted HFINVITE  | adjusted HFINVITE  | adjusted HFINVITE  | adjusted HFINVITE  | adjusted HFINVITE
        DEC         | 1960-01-01 | 2026-01-01 | HF 2026-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, HFINVITE 2026-01-05, HFINVITE 2026-02-05, HFINVITE 2026-03-05, HFPCADEC 2026-02-01                                                                                                    | adjusted HFPCADEC  | adjusted HFPCADEC  | adjusted HFPCADEC  | adjusted HFPCADEC  | adjusted HFPCADEC
        declined    | 1960-01-01 | 2026-01-01 | HF 2026-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, HFPCADEC 2026-02-01, ACEDEC 2026-02-01, AIIDEC 2026-02-01, LBBDEC 2026-02-01, MEDRVWDEC 2026-02-01, ECDEC 2026-02-01                                                                  | adjusted ACEDEC    | adjusted LBBDEC    | adjusted MEDRVWDEC | adjusted ACEDEC    | adjusted ECDEC
        PU          | 1960-01-01 | 2026-01-01 | HF 2026-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, HFPCAPU 2026-02-01, ACEDEC 2026-02-01, AIIDEC 2026-02-01, LBBDEC 2026-02-01, MEDRVWDEC 2026-02-01, ECDEC 2026-02-01                                                                   | adjusted HFPCAPU   | adjusted HFPCAPU   | adjusted HFPCAPU   | adjusted HFPCAPU   | adjusted HFPCAPU
        X           | 1960-01-01 | 2026-01-01 | HF 2026-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, HFPCAPU 2026-02-01, XACE 1999-01-01, XAII 1999-01-01, XLBB 1999-01-01, ECPU 2026-02-01                                                                                                | adjusted XACE      | adjusted XLBB      | adjusted HFPCAPU   | adjusted XACE      | adjusted ECPU
        achieved    | 1960-01-01 | 2026-01-01 | HF 2026-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, HFPCAPU 2026-02-01, XACE 1999-01-01, XLBB 1999-01-01, ACE 2026-02-01, LBB 2026-02-01, MRADRUG 2026-02-01, SGLT2IDRUG 2026-02-01, HFRVW 2026-02-01, MEDRVW 2026-02-01, ECOG 2026-01-01 | achieved           | achieved           | achieved           | achieved           | achieved
        """;

    private const string Two = """
        patient           | born       | events                                                                                            | HF003             | HF006             | HF007             | HF009             | HF002
        one               | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, HFINVITE 2025-05-01                      | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        day 6             | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, HFINVITE 2025-05-01, HFINVITE 2025-05-07 | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        day 7             | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, HFINVITE 2025-05-01, HFINVITE 2025-05-08 | adjusted HFINVITE | adjusted HFINVITE | adjusted HFINVITE | adjusted HFINVITE | adjusted HFINVITE
        first on 31 March | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, HFINVITE 2025-03-31, HFINVITE 2025-04-07 | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        first on 1 April  | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, HFINVITE 2025-04-01, HFINVITE 2025-04-08 | adjusted HFINVITE | adjusted HFINVITE | adjusted HFINVITE | adjusted HFINVITE | adjusted HFINVITE
        """;

    private const string Three = """
        patient           | born       | events                                                                                          | HF003             | HF002
        two               | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, HFINVITE 2018-05-01, HFINVITE 2018-06-01                      | outstanding       | outstanding
        third on day 6    | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, HFINVITE 2018-05-01, HFINVITE 2018-05-08, HFINVITE 2018-05-14 | outstanding       | outstanding
        third on day 7    | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, HFINVITE 2018-05-01, HFINVITE 2018-05-08, HFINVITE 2018-05-15 | adjusted HFINVITE | adjusted HFINVITE
        second on day 6   | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, HFINVITE 2018-05-01, HFINVITE 2018-05-07, HFINVITE 2018-05-14 | outstanding       | outstanding
        first on 31 March | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, HFINVITE 2018-03-31, HFINVITE 2018-04-07, HFINVITE 2018-04-14 | outstanding       | outstanding
        first on 1 April  | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, HFINVITE 2018-04-01, HFINVITE 2018-04-08, HFINVITE 2018-04-15 | adjusted HFINVITE | adjusted HFINVITE
        """;

    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("HFINVITE3: other end", "only its presence is asked"),
        ("ECAROUND: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable[] HF007_review_and_medicines_in_twelve_months = HeartPressureSpec.FromRules49("""
        patient          | born       | events                                                                                  | HF007
        both in April    | 1960-01-01 | HF 2014-01-01, HFRVW 2025-04-01, MEDRVW 2025-04-01                                      | achieved
        review in March  | 1960-01-01 | HF 2014-01-01, HFRVW 2025-03-31, MEDRVW 2025-04-01                                      | outstanding
        drugs in March   | 1960-01-01 | HF 2014-01-01, HFRVW 2025-04-01, MEDRVW 2025-03-31                                      | outstanding
        of heart failure | 1960-01-01 | HF 2014-01-01, HFRVW 2025-04-01, HFMEDRVW 2025-04-01                                    | achieved
        review only      | 1960-01-01 | HF 2014-01-01, HFRVW 2025-04-01                                                         | outstanding
        drugs only       | 1960-01-01 | HF 2014-01-01, MEDRVW 2025-04-01                                                        | outstanding
        old and new      | 1960-01-01 | HF 2014-01-01, HFRVW 2015-04-01, HFRVW 2026-03-31, MEDRVW 2015-04-01, MEDRVW 2026-03-31 | achieved
        declined, March  | 1960-01-01 | HF 2014-01-01, MEDRVWDEC 2025-03-31                                                     | outstanding
        declined, April  | 1960-01-01 | HF 2014-01-01, MEDRVWDEC 2025-04-01                                                     | adjusted MEDRVWDEC
        declined, twice  | 1960-01-01 | HF 2014-01-01, MEDRVWDEC 2015-04-01, MEDRVWDEC 2026-03-31                               | adjusted MEDRVWDEC
        """);

    public static readonly SpecTable[] HF002_confirmed_from_3_months_before_to_12_months_after = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient            | born       | events                                                | HF002
        not confirmed      | 1960-01-01 | HF 2014-06-01                                         | outstanding
        too early          | 1960-01-01 | HF 2014-06-01, ECOG 2014-02-28                        | outstanding
        3 months before    | 1960-01-01 | HF 2014-06-01, ECOG 2014-03-01                        | achieved
        12 months after    | 1960-01-01 | HF 2014-06-01, ECOG 2015-06-01                        | achieved
        too late           | 1960-01-01 | HF 2014-06-01, ECOG 2015-06-02                        | outstanding
        of a later code    | 1960-01-01 | HF 2014-06-01, HF 2017-06-01, ECOG 2017-06-01         | outstanding
        unsuitable, March  | 1960-01-01 | HF 2014-06-01, ECPU 2018-03-31                        | outstanding
        unsuitable, April  | 1960-01-01 | HF 2014-06-01, ECPU 2018-04-01                        | adjusted ECPU
        unsuitable, twice  | 1960-01-01 | HF 2014-06-01, ECPU 2015-04-01, ECPU 2019-03-31       | adjusted ECPU
        unavailable, March | 1960-01-01 | HF 2014-06-01, ECPCASU 2018-03-31                     | outstanding
        unavailable, April | 1960-01-01 | HF 2014-06-01, ECPCASU 2018-04-01                     | adjusted ECPCASU
        unavailable, twice | 1960-01-01 | HF 2014-06-01, ECPCASU 2015-04-01, ECPCASU 2019-03-31 | adjusted ECPCASU
        declined, March    | 1960-01-01 | HF 2014-06-01, ECDEC 2018-03-31                       | outstanding
        declined, April    | 1960-01-01 | HF 2014-06-01, ECDEC 2018-04-01                       | adjusted ECDEC
        declined, twice    | 1960-01-01 | HF 2014-06-01, ECDEC 2015-04-01, ECDEC 2019-03-31     | adjusted ECDEC
        """).AlsoIn("2019-20");

    public static readonly SpecTable[] HF002_asks_for_diagnoses_since_April_2006 =
        [Since2006("qof-england-2018-19", "2019-03-31"), Since2006("qof-england-2019-20", "2020-03-31")];

    public static readonly SpecTable[] Codes_count_for_twelve_months = HeartFailureDrugSpec.InAllYears(Codes);

    public static readonly SpecTable[] The_upper_row_decides = HeartFailureDrugSpec.InAllYears(Order);

    public static readonly SpecTable[] From_2019_20_two_invitations_seven_days_apart =
        [.. HeartFailureDrugSpec.InAllYears(Two).Where(t => t.Framework != "qof-england-2018-19")];

    public static readonly SpecTable In_2018_19_three_each_seven_days_apart = SpecTable.Of("qof-england-2018-19", "2019-03-31", Three);

    public static readonly SpecTable[] HF004_has_the_same_codes = HeartFailureDrugSpec.InAllYears(OnAceInhibitor(Codes));

    public static readonly SpecTable[] HF004_has_the_same_order = HeartFailureDrugSpec.InAllYears(OnAceInhibitor(Order));

    public static readonly SpecTable[] HF004_has_the_same_two_invitations =
        [.. HeartFailureDrugSpec.InAllYears(OnAceInhibitor(Two)).Where(t => t.Framework != "qof-england-2018-19")];

    public static readonly SpecTable HF004_has_the_same_three_invitations =
        SpecTable.Of("qof-england-2018-19", "2019-03-31", Three.Replace("HF 2014", "ACE 2019-02-01, HF 2014", StringComparison.Ordinal).Replace("HF003", "HF004", StringComparison.Ordinal));

    /// <summary>The same patients on an ACE inhibitor, for HF004, which has the rows of HF006.</summary>
    private static string OnAceInhibitor(string table) => table.Replace("HF 20", "ACE 2026-02-01, HF 20", StringComparison.Ordinal)
        .Replace("HF003", "unused", StringComparison.Ordinal).Replace("HF006", "HF004", StringComparison.Ordinal)
        .Replace("HF007", "other", StringComparison.Ordinal).Replace("HF002", "older", StringComparison.Ordinal);

    private static SpecTable Since2006(string framework, string achievementDate) => SpecTable.Of(framework, achievementDate, """
        patient       | born       | events                         | HF002
        31 March 2006 | 1960-01-01 | HF 2006-03-31, ECOG 2006-03-31 | excluded DIAG_DAT06
        1 April 2006  | 1960-01-01 | HF 2006-04-01, ECOG 2006-04-01 | achieved
        coded again   | 1960-01-01 | HF 2006-03-31, HF 2010-01-01   | excluded DIAG_DAT06
        not ill       | 1960-01-01 | ECOG 2006-04-01                | -
        """);
}
