namespace QofFhir.Tests.Spec;

/// <summary>HF003 (ACE inhibitor or ARB), HF004 and HF006 (beta-blocker) and HF009 (all four groups of drugs).</summary>
internal static class HeartFailureDrugSpec
{
    private const string Drugs = """
        patient         | born       | events                                                                                                                                                                                                                  | HF003       | HF004              | HF006       | HF009
        none            | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01                                                                                                                                                                 | outstanding | excluded ACEARBEXC | outstanding | outstanding
        ACE, October    | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2025-10-01                                                                                                                                                 | achieved    | outstanding        | outstanding | outstanding
        ACE, September  | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2025-09-30                                                                                                                                                 | outstanding | excluded ACEARBEXC | outstanding | outstanding
        ACE, twice      | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2015-10-01, ACE 2026-03-31                                                                                                                                 | achieved    | outstanding        | outstanding | outstanding
        ARB, October    | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, AII 2025-10-01                                                                                                                                                 | achieved    | outstanding        | outstanding | outstanding
        beta, October   | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, LBB 2025-10-01                                                                                                                                                 | outstanding | excluded ACEARBEXC | achieved    | outstanding
        both, October   | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2025-10-01, LBB 2025-10-01                                                                                                                                 | achieved    | achieved           | achieved    | outstanding
        beta, September | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2025-10-01, LBB 2025-09-30                                                                                                                                 | achieved    | outstanding        | outstanding | outstanding
        beta, twice     | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2025-10-01, LBB 2015-10-01, LBB 2026-03-31                                                                                                                 | achieved    | achieved           | achieved    | outstanding
        four            | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2025-10-01, LBB 2025-10-01, MRADRUG 2025-10-01, SGLT2IDRUG 2025-10-01                                                                                      | achieved    | achieved           | achieved    | achieved
        four with ARB   | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, AII 2025-10-01, LBB 2025-10-01, MRADRUG 2025-10-01, SGLT2IDRUG 2025-10-01                                                                                      | achieved    | achieved           | achieved    | achieved
        four with ARNI  | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ARNIDRUG 2025-10-01, LBB 2025-10-01, MRADRUG 2025-10-01, SGLT2IDRUG 2025-10-01                                                                                 | outstanding | excluded ACEARBEXC | achieved    | achieved
        ARNI of old     | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ARNIDRUG 2025-09-30, LBB 2025-10-01, MRADRUG 2025-10-01, SGLT2IDRUG 2025-10-01                                                                                 | outstanding | excluded ACEARBEXC | achieved    | outstanding
        beta of old     | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2025-10-01, LBB 2025-09-30, MRADRUG 2025-10-01, SGLT2IDRUG 2025-10-01                                                                                      | achieved    | outstanding        | outstanding | outstanding
        MRA of old      | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2025-10-01, LBB 2025-10-01, MRADRUG 2025-09-30, SGLT2IDRUG 2025-10-01                                                                                      | achieved    | achieved           | achieved    | outstanding
        SGLT2 of old    | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2025-10-01, LBB 2025-10-01, MRADRUG 2025-10-01, SGLT2IDRUG 2025-09-30                                                                                      | achieved    | achieved           | achieved    | outstanding
        four, all twice | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ARNIDRUG 2015-10-01, ARNIDRUG 2026-03-31, LBB 2015-10-01, LBB 2026-03-31, MRADRUG 2015-10-01, MRADRUG 2026-03-31, SGLT2IDRUG 2015-10-01, SGLT2IDRUG 2026-03-31 | outstanding | excluded ACEARBEXC | achieved    | achieved
        """;

    private const string AceAndArb = """
        patient         | born       | events                                                                                                                              | HF003               | HF009
        ACE persisting  | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, XACE 1999-01-01                                                            | outstanding         | outstanding
        both persisting | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, XACE 1999-01-01, XAII 1999-01-01                                           | adjusted XACE       | adjusted XACE
        both expiring   | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, TXACE 2025-04-01, TXAII 2025-04-01                                         | adjusted XACE       | adjusted XACE
        expiring twice  | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, TXACE 2015-04-01, TXACE 2026-03-31, TXAII 2015-04-01, TXAII 2026-03-31     | adjusted XACE       | adjusted XACE
        ACE in March    | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, TXACE 2025-03-31, XAII 1999-01-01                                          | outstanding         | outstanding
        ARB in March    | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, XACE 1999-01-01, TXAII 2025-03-31                                          | outstanding         | outstanding
        both declined   | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACEDEC 2025-04-01, AIIDEC 2025-04-01                                       | adjusted ACEDEC     | adjusted ACEDEC
        declined twice  | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACEDEC 2015-04-01, ACEDEC 2026-03-31, AIIDEC 2015-04-01, AIIDEC 2026-03-31 | adjusted ACEDEC     | adjusted ACEDEC
        ACEDEC in March | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACEDEC 2025-03-31, AIIDEC 2025-04-01                                       | outstanding         | outstanding
        AIIDEC in March | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACEDEC 2025-04-01, AIIDEC 2025-03-31                                       | outstanding         | outstanding
        XACE, AIIDEC    | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, XACE 1999-01-01, AIIDEC 2025-04-01                                         | adjusted XACEARBDEC | adjusted XACEARBDEC
        XACE, March     | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, XACE 1999-01-01, AIIDEC 2025-03-31                                         | outstanding         | outstanding
        TXACE, AIIDEC   | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, TXACE 2025-04-01, AIIDEC 2025-04-01                                        | adjusted XACEARBDEC | adjusted XACEARBDEC
        March, AIIDEC   | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, TXACE 2025-03-31, AIIDEC 2025-04-01                                        | outstanding         | outstanding
        XAII, ACEDEC    | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, XAII 1999-01-01, ACEDEC 2025-04-01                                         | adjusted XACEARBDEC | adjusted XACEARBDEC
        XAII, March     | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, XAII 1999-01-01, ACEDEC 2025-03-31                                         | outstanding         | outstanding
        TXAII, ACEDEC   | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, TXAII 2025-04-01, ACEDEC 2025-04-01                                        | adjusted XACEARBDEC | adjusted XACEARBDEC
        March, ACEDEC   | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, TXAII 2025-03-31, ACEDEC 2025-04-01                                        | outstanding         | outstanding
        """;

    private const string Beta = """
        patient          | born       | events                                                                                                        | HF004           | HF006           | HF009
        persisting       | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2026-03-01, XLBB 1999-01-01                      | adjusted XLBB   | adjusted XLBB   | adjusted XLBB
        expiring, March  | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2026-03-01, TXLBB 2025-03-31                     | outstanding     | outstanding     | outstanding
        expiring, April  | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2026-03-01, TXLBB 2025-04-01                     | adjusted TXLBB  | adjusted TXLBB  | adjusted TXLBB
        expiring, twice  | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2026-03-01, TXLBB 2015-04-01, TXLBB 2026-03-31   | adjusted TXLBB  | adjusted TXLBB  | adjusted TXLBB
        unlicensed early | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2026-03-01, ULBB 2013-06-30                      | outstanding     | outstanding     | outstanding
        6 months before  | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2026-03-01, ULBB 2013-07-01                      | adjusted ULBB   | adjusted ULBB   | outstanding
        6 months after   | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2026-03-01, ULBB 2014-07-01                      | adjusted ULBB   | adjusted ULBB   | outstanding
        unlicensed late  | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2026-03-01, ULBB 2014-07-02                      | outstanding     | outstanding     | outstanding
        unlicensed, new  | 1960-01-01 | HF 2014-01-01, HF 2020-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2026-03-01, ULBB 2020-01-01       | outstanding     | outstanding     | outstanding
        declined, March  | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2026-03-01, LBBDEC 2025-03-31                    | outstanding     | outstanding     | outstanding
        declined, April  | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2026-03-01, LBBDEC 2025-04-01                    | adjusted LBBDEC | adjusted LBBDEC | adjusted LBBDEC
        declined, twice  | 1960-01-01 | HF 2014-01-01, HFLVSD 2014-01-01, REDEJCFRAC 2014-01-01, ACE 2026-03-01, LBBDEC 2015-04-01, LBBDEC 2026-03-31 | adjusted LBBDEC | adjusted LBBDEC | adjusted LBBDEC
        """;

    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("XACE: other end", "only its presence is asked"),
        ("XAII: other end", "only its presence is asked"),
        ("XLBB: other end", "only its presence is asked"),
        ("ULBB: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable[] Issued_in_six_months = InAllYears(Drugs);

    public static readonly SpecTable[] ACE_inhibitor_and_ARB_contraindicated_or_declined = InAllYears(AceAndArb);

    public static readonly SpecTable[] Beta_blocker_contraindicated_or_declined = InAllYears(Beta);

    /// <summary>Drawn in 2025/26 and held in each year that lists the column.</summary>
    internal static SpecTable[] InAllYears(string table)
    {
        var drawn = SpecTable.Of("qof-england-2025-26", "2026-03-31", table);
        return [drawn.In("qof-england-2018-19", "2019-03-31"), drawn.In("qof-england-2019-20", "2020-03-31"), .. HeartPressureSpec.FromRules49(table)];
    }
}
