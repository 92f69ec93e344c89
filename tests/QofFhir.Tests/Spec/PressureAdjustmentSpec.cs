namespace QofFhir.Tests.Spec;

/// <summary>The adjustments of DM036, HYP010 and HYP011 in 2026/27.</summary>
internal static class PressureAdjustmentSpec
{
    private const string BeforeTheYear = "a reading before the year lies before the year's first invitation, so the other half of the or holds for it";

    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("* *BPINV*: *_IN_YEAR: Greater as AtLeast", BeforeTheYear),
        ("* *BPINV*: *_IN_YEAR: -12 Month by -1", BeforeTheYear),
        ("* *BPINV*: *_IN_YEAR: PPSD for PPED", BeforeTheYear),
    ];

    public static readonly SpecTable[] Adjustments_of_one_area_do_not_touch_the_other = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient      | born       | events                                               | DM036               | HYP010              | HYP011
        HTMAX        | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HTMAX 2026-04-01      | adjusted HTMAX      | adjusted HTMAX      | excluded PAT_AGEU80
        DMPCAPU      | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMPCAPU 2026-04-01    | adjusted DMPCAPU    | outstanding         | excluded PAT_AGEU80
        HYPPCAPU     | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HYPPCAPU 2026-04-01   | outstanding         | adjusted HYPPCAPU   | excluded PAT_AGEU80
        BPDEC        | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BPDEC 2026-04-01      | adjusted BPORHBPDEC | adjusted BPORHBPDEC | excluded PAT_AGEU80
        HOMEBPDEC    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HOMEBPDEC 2026-04-01  | adjusted BPORHBPDEC | adjusted BPORHBPDEC | excluded PAT_AGEU80
        ABPMDEC      | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, ABPMDEC 2026-04-01    | adjusted BPORHBPDEC | adjusted BPORHBPDEC | excluded PAT_AGEU80
        DMPCADEC     | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMPCADEC 2026-04-01   | adjusted DMPCADEC   | outstanding         | excluded PAT_AGEU80
        HYPPCADEC    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HYPPCADEC 2026-04-01  | outstanding         | adjusted HYPPCADEC  | excluded PAT_AGEU80
        DMINVITE     | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMINVITE 2026-05-01, DMINVITE 2026-05-08   | adjusted DMBPINVITE | outstanding       | excluded PAT_AGEU80
        HYPINVITE    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HYPINVITE 2026-05-01, HYPINVITE 2026-05-08 | outstanding         | adjusted HYPBPINV | excluded PAT_AGEU80
        new diabetes | 1960-01-01 | DM 2026-07-01, HYP 2010-01-01                        | adjusted DIAG1_DT9M | outstanding         | excluded PAT_AGEU80
        new pressure | 1960-01-01 | DM 2010-01-01, HYP 2026-07-01                        | outstanding         | adjusted DIAG1_DT9M | excluded PAT_AGEU80
        DMMAX        | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMMAX 2026-05-01, BLDTESTDEC 2026-05-01 | outstanding | outstanding   | excluded PAT_AGEU80
        """).AlsoIn("2025-26");

    public static readonly SpecTable[] An_adjustment_lasts_for_the_year = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient            | born       | events                                                                  | DM036               | HYP010              | HYP011
        HTMAX 31 March     | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HTMAX 2026-03-31                         | outstanding         | outstanding         | excluded PAT_AGEU80
        HTMAX old and new  | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HTMAX 2020-04-01, HTMAX 2027-03-31       | adjusted HTMAX      | adjusted HTMAX      | excluded PAT_AGEU80
        HTMAX day after    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HTMAX 2027-04-01                         | outstanding         | outstanding         | excluded PAT_AGEU80
        PU 31 March        | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMPCAPU 2026-03-31, HYPPCAPU 2026-03-31  | outstanding         | outstanding         | excluded PAT_AGEU80
        PU old and new     | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMPCAPU 2020-03-31, HYPPCAPU 2020-03-31, DMPCAPU 2027-03-31, HYPPCAPU 2027-03-31 | adjusted DMPCAPU | adjusted HYPPCAPU | excluded PAT_AGEU80
        declines 31 March  | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BPDEC 2026-03-31, HOMEBPDEC 2026-03-31, ABPMDEC 2026-03-31 | outstanding | outstanding | excluded PAT_AGEU80
        BPDEC old and new  | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BPDEC 2020-03-31, BPDEC 2027-03-31       | adjusted BPORHBPDEC | adjusted BPORHBPDEC | excluded PAT_AGEU80
        BPDEC then home    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BPDEC 2020-03-31, HOMEBPDEC 2027-03-31   | adjusted BPORHBPDEC | adjusted BPORHBPDEC | excluded PAT_AGEU80
        DEC 31 March       | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMPCADEC 2026-03-31, HYPPCADEC 2026-03-31 | outstanding        | outstanding         | excluded PAT_AGEU80
        DEC old and new    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMPCADEC 2020-03-31, HYPPCADEC 2020-03-31, DMPCADEC 2027-03-31, HYPPCADEC 2027-03-31 | adjusted DMPCADEC | adjusted HYPPCADEC | excluded PAT_AGEU80
        new 30 June        | 1960-01-01 | DM 2026-06-30, HYP 2026-06-30                                           | outstanding         | outstanding         | excluded PAT_AGEU80
        new 1 July         | 1960-01-01 | DM 2026-07-01, HYP 2026-07-01                                           | adjusted DIAG1_DT9M | adjusted DIAG1_DT9M | excluded PAT_AGEU80
        coded again        | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DM 2026-09-01, HYP 2026-09-01            | outstanding         | outstanding         | excluded PAT_AGEU80
        """).AlsoIn("2025-26");

    public static readonly SpecTable[] The_same_over_80 = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient            | born       | events                                                   | HYP010              | HYP011
        HTMAX 31 March     | 1940-01-01 | HYP 2010-01-01, HTMAX 2026-03-31                         | excluded PAT_AGEO79 | outstanding
        HTMAX 1 April      | 1940-01-01 | HYP 2010-01-01, HTMAX 2026-04-01                         | excluded PAT_AGEO79 | adjusted HTMAX
        PU 31 March        | 1940-01-01 | HYP 2010-01-01, HYPPCAPU 2026-03-31                      | excluded PAT_AGEO79 | outstanding
        PU 1 April         | 1940-01-01 | HYP 2010-01-01, HYPPCAPU 2026-04-01                      | excluded PAT_AGEO79 | adjusted HYPPCAPU
        BPDEC 31 March     | 1940-01-01 | HYP 2010-01-01, BPDEC 2026-03-31                         | excluded PAT_AGEO79 | outstanding
        BPDEC 1 April      | 1940-01-01 | HYP 2010-01-01, BPDEC 2026-04-01                         | excluded PAT_AGEO79 | adjusted BPORHBPDEC
        DEC 31 March       | 1940-01-01 | HYP 2010-01-01, HYPPCADEC 2026-03-31                     | excluded PAT_AGEO79 | outstanding
        DEC 1 April        | 1940-01-01 | HYP 2010-01-01, HYPPCADEC 2026-04-01                     | excluded PAT_AGEO79 | adjusted HYPPCADEC
        day 6              | 1940-01-01 | HYP 2010-01-01, HYPINVITE 2026-05-01, HYPINVITE 2026-05-07 | excluded PAT_AGEO79 | outstanding
        day 7              | 1940-01-01 | HYP 2010-01-01, HYPINVITE 2026-05-01, HYPINVITE 2026-05-08 | excluded PAT_AGEO79 | adjusted HYPBPINV
        high, invited then | 1940-01-01 | HYP 2010-01-01, CLINBP 160/95 2026-05-01, HYPINVITE 2026-05-02, HYPINVITE 2026-05-09 | excluded PAT_AGEO79 | adjusted HYPBPINV
        high, same day     | 1940-01-01 | HYP 2010-01-01, CLINBP 160/95 2026-05-01, HYPINVITE 2026-05-01, HYPINVITE 2026-05-09 | excluded PAT_AGEO79 | outstanding
        old reading        | 1940-01-01 | HYP 2010-01-01, CLINBP 120/70 2026-03-31, HYPINVITE 2026-05-01, HYPINVITE 2026-05-09 | excluded PAT_AGEO79 | adjusted HYPBPINV
        new 30 June        | 1940-01-01 | HYP 2026-06-30                                           | excluded PAT_AGEO79 | outstanding
        new 1 July         | 1940-01-01 | HYP 2026-07-01                                           | excluded PAT_AGEO79 | adjusted DIAG1_DT9M
        achieved with PCAs | 1940-01-01 | HYP 2026-07-01, CLINBP 150/90 2026-05-01, HTMAX 2026-05-01, HYPPCAPU 2026-05-01, BPDEC 2026-05-01, HYPPCADEC 2026-05-01, HYPINVITE 2026-05-02, HYPINVITE 2026-05-20 | excluded PAT_AGEO79 | achieved
        high in April      | 1940-01-01 | HYP 2010-01-01, CLINBP 160/95 2026-04-20, HYPINVITE 2026-04-10, HYPINVITE 2026-05-01 | excluded PAT_AGEO79 | outstanding
        """).AlsoIn("2025-26");

    public static readonly SpecTable[] Two_invitations_seven_days_apart = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient             | born       | events                                                                                                                            | DM036               | HYP010            | HYP011
        same day            | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMINVITE 2026-05-01, DMINVITE 2026-05-01, HYPINVITE 2026-05-01, HYPINVITE 2026-05-01                | outstanding         | outstanding       | excluded PAT_AGEU80
        day 6               | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMINVITE 2026-05-01, DMINVITE 2026-05-07, HYPINVITE 2026-05-01, HYPINVITE 2026-05-07                | outstanding         | outstanding       | excluded PAT_AGEU80
        day 7               | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMINVITE 2026-05-01, DMINVITE 2026-05-08, HYPINVITE 2026-05-01, HYPINVITE 2026-05-08                | adjusted DMBPINVITE | adjusted HYPBPINV | excluded PAT_AGEU80
        day 8               | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMINVITE 2026-05-01, DMINVITE 2026-05-09, HYPINVITE 2026-05-01, HYPINVITE 2026-05-09                | adjusted DMBPINVITE | adjusted HYPBPINV | excluded PAT_AGEU80
        first before April  | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMINVITE 2026-03-31, DMINVITE 2026-04-07, HYPINVITE 2026-03-31, HYPINVITE 2026-04-07                | outstanding         | outstanding       | excluded PAT_AGEU80
        first on 1 April    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMINVITE 2026-04-01, DMINVITE 2026-04-08, HYPINVITE 2026-04-01, HYPINVITE 2026-04-08                | adjusted DMBPINVITE | adjusted HYPBPINV | excluded PAT_AGEU80
        reading last year   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2026-03-31, DMINVITE 2026-04-01, DMINVITE 2026-04-08, HYPINVITE 2026-04-01, HYPINVITE 2026-04-08 | adjusted DMBPINVITE | adjusted HYPBPINV | excluded PAT_AGEU80
        high after invite   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 150/95 2026-05-10, DMINVITE 2026-05-01, DMINVITE 2026-06-01, HYPINVITE 2026-05-01, HYPINVITE 2026-06-01 | outstanding | outstanding | excluded PAT_AGEU80
        high on that day    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 150/95 2026-05-01, DMINVITE 2026-05-01, DMINVITE 2026-06-01, HYPINVITE 2026-05-01, HYPINVITE 2026-06-01 | outstanding | outstanding | excluded PAT_AGEU80
        high before invite  | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 150/95 2026-04-30, DMINVITE 2026-05-01, DMINVITE 2026-06-01, HYPINVITE 2026-05-01, HYPINVITE 2026-06-01 | adjusted DMBPINVITE | adjusted HYPBPINV | excluded PAT_AGEU80
        home high before    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HOMEAMBBP 138/84 2026-04-30, DMINVITE 2026-05-01, DMINVITE 2026-06-01, HYPINVITE 2026-05-01, HYPINVITE 2026-06-01 | adjusted DMBPINVITE | adjusted HYPBPINV | excluded PAT_AGEU80
        half a reading      | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 150/- 2026-05-10, DMINVITE 2026-05-01, DMINVITE 2026-06-01, HYPINVITE 2026-05-01, HYPINVITE 2026-06-01 | adjusted DMBPINVITE | adjusted HYPBPINV | excluded PAT_AGEU80
        high in April       | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 150/95 2026-04-20, DMINVITE 2026-04-10, DMINVITE 2026-05-01, HYPINVITE 2026-04-10, HYPINVITE 2026-05-01 | outstanding | outstanding | excluded PAT_AGEU80
        """).AlsoIn("2025-26");

    public static readonly SpecTable[] New_at_the_practice_in_the_last_nine_months = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient  | born       | registered | events                        | DM036              | HYP010              | HYP011
        30 June  | 1960-01-01 | 2026-06-30 | DM 2010-01-01, HYP 2010-01-01 | outstanding        | outstanding         | excluded PAT_AGEU80
        1 July   | 1960-01-01 | 2026-07-01 | DM 2010-01-01, HYP 2010-01-01 | adjusted REG1_DAT9 | adjusted REG1_DAT9  | excluded PAT_AGEU80
        80, June | 1940-01-01 | 2026-06-30 | HYP 2010-01-01                | -                  | excluded PAT_AGEO79 | outstanding
        80, July | 1940-01-01 | 2026-07-01 | HYP 2010-01-01                | -                  | excluded PAT_AGEO79 | adjusted REG1_DAT9
        """).AlsoIn("2025-26");

    public static readonly SpecTable[] The_upper_row_decides = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient     | born       | registered | events                                                                                                                                          | DM036               | HYP010              | HYP011
        achieved    | 1960-01-01 | 2026-09-01 | DM 2026-09-01, HYP 2026-09-01, CLINBP 120/70 2026-05-01, HTMAX 2026-05-01, DMPCAPU 2026-05-01, HYPPCAPU 2026-05-01, BPDEC 2026-05-01, DMPCADEC 2026-05-01, HYPPCADEC 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-20, HYPINVITE 2026-05-02, HYPINVITE 2026-05-20 | achieved | achieved | excluded PAT_AGEU80
        HTMAX       | 1960-01-01 | 2026-09-01 | DM 2026-09-01, HYP 2026-09-01, HTMAX 2026-05-01, DMPCAPU 2026-05-01, HYPPCAPU 2026-05-01, BPDEC 2026-05-01, DMPCADEC 2026-05-01, HYPPCADEC 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-20, HYPINVITE 2026-05-02, HYPINVITE 2026-05-20 | adjusted HTMAX | adjusted HTMAX | excluded PAT_AGEU80
        PU          | 1960-01-01 | 2026-09-01 | DM 2026-09-01, HYP 2026-09-01, DMPCAPU 2026-05-01, HYPPCAPU 2026-05-01, BPDEC 2026-05-01, DMPCADEC 2026-05-01, HYPPCADEC 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-20, HYPINVITE 2026-05-02, HYPINVITE 2026-05-20 | adjusted DMPCAPU | adjusted HYPPCAPU | excluded PAT_AGEU80
        BPDEC       | 1960-01-01 | 2026-09-01 | DM 2026-09-01, HYP 2026-09-01, BPDEC 2026-05-01, DMPCADEC 2026-05-01, HYPPCADEC 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-20, HYPINVITE 2026-05-02, HYPINVITE 2026-05-20 | adjusted BPORHBPDEC | adjusted BPORHBPDEC | excluded PAT_AGEU80
        DEC         | 1960-01-01 | 2026-09-01 | DM 2026-09-01, HYP 2026-09-01, DMPCADEC 2026-05-01, HYPPCADEC 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-20, HYPINVITE 2026-05-02, HYPINVITE 2026-05-20 | adjusted DMPCADEC | adjusted HYPPCADEC | excluded PAT_AGEU80
        invited     | 1960-01-01 | 2026-09-01 | DM 2026-09-01, HYP 2026-09-01, DMINVITE 2026-05-02, DMINVITE 2026-05-20, HYPINVITE 2026-05-02, HYPINVITE 2026-05-20                              | adjusted DMBPINVITE | adjusted HYPBPINV   | excluded PAT_AGEU80
        new         | 1960-01-01 | 2026-09-01 | DM 2026-09-01, HYP 2026-09-01                                                                                                                   | adjusted DIAG1_DT9M | adjusted DIAG1_DT9M | excluded PAT_AGEU80
        registered  | 1960-01-01 | 2026-09-01 | DM 2010-01-01, HYP 2010-01-01                                                                                                                   | adjusted REG1_DAT9  | adjusted REG1_DAT9  | excluded PAT_AGEU80
        80: HTMAX   | 1940-01-01 | 2026-09-01 | HYP 2026-09-01, HTMAX 2026-05-01, HYPPCAPU 2026-05-01, BPDEC 2026-05-01, HYPPCADEC 2026-05-01, HYPINVITE 2026-05-02, HYPINVITE 2026-05-20 | - | excluded PAT_AGEO79 | adjusted HTMAX
        80: PU      | 1940-01-01 | 2026-09-01 | HYP 2026-09-01, HYPPCAPU 2026-05-01, BPDEC 2026-05-01, HYPPCADEC 2026-05-01, HYPINVITE 2026-05-02, HYPINVITE 2026-05-20 | - | excluded PAT_AGEO79 | adjusted HYPPCAPU
        80: BPDEC   | 1940-01-01 | 2026-09-01 | HYP 2026-09-01, BPDEC 2026-05-01, HYPPCADEC 2026-05-01, HYPINVITE 2026-05-02, HYPINVITE 2026-05-20                      | -                   | excluded PAT_AGEO79 | adjusted BPORHBPDEC
        80: DEC     | 1940-01-01 | 2026-09-01 | HYP 2026-09-01, HYPPCADEC 2026-05-01, HYPINVITE 2026-05-02, HYPINVITE 2026-05-20                                        | -                   | excluded PAT_AGEO79 | adjusted HYPPCADEC
        80: invited | 1940-01-01 | 2026-09-01 | HYP 2026-09-01, HYPINVITE 2026-05-02, HYPINVITE 2026-05-20                                                              | -                   | excluded PAT_AGEO79 | adjusted HYPBPINV
        80: new     | 1940-01-01 | 2026-09-01 | HYP 2026-09-01                                                                                                          | -                   | excluded PAT_AGEO79 | adjusted DIAG1_DT9M
        """).AlsoIn("2025-26");
}
