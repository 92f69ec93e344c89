namespace QofFhir.Tests.Spec;

/// <summary>COPD008 and COPD014: QOF business rules, COPD.</summary>
internal static class LungRehabilitationSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("PULRHBATT: other end", "only its presence is asked"),
        ("PULRHBREF: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable[] A_score_of_3_or_more_in_the_year = BothYears("""
        patient          | born       | events                                | COPD014
        none             | 1950-01-01 | COPD 2014-01-01                       | excluded MRC1
        31 March         | 1950-01-01 | COPD 2014-01-01, MRC1 2024-03-31      | excluded MRC1
        1 April          | 1950-01-01 | COPD 2014-01-01, MRC1 2024-04-01      | outstanding
        last day         | 1950-01-01 | COPD 2014-01-01, MRC1 2025-03-31      | outstanding
        day after        | 1950-01-01 | COPD 2014-01-01, MRC1 2025-04-01      | excluded MRC1
        referred without | 1950-01-01 | COPD 2014-01-01, PULRHBREF 2024-06-01 | excluded MRC1
        """);

    public static readonly SpecTable[] The_referral_follows_the_first_score_of_the_year = BothYears("""
        patient                               | born       | events                                                                  | COPD014
        day before                            | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBREF 2024-05-31                  | outstanding
        same day                              | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBREF 2024-06-01                  | achieved
        day after                             | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBREF 2024-06-02                  | achieved
        last day                              | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBREF 2025-03-31                  | achieved
        after the year                        | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBREF 2025-04-01                  | outstanding
        between two scores                    | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBREF 2024-07-01, MRC1 2024-09-01 | achieved
        between a score of last year and this | 1950-01-01 | COPD 2014-01-01, MRC1 2024-03-01, PULRHBREF 2024-03-15, MRC1 2024-06-01 | outstanding
        """);

    public static readonly SpecTable[] Attendance_before_that_score_excludes = BothYears("""
        patient                     | born       | events                                                                       | COPD014
        years ago                   | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBATT 2020-01-01                       | excluded PULRHBATT
        on the day of the diagnosis | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBATT 2014-01-01                       | excluded PULRHBATT
        before the diagnosis        | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBATT 2013-12-31                       | outstanding
        day before the score        | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBATT 2024-05-31                       | excluded PULRHBATT
        on the day of the score     | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBATT 2024-06-01                       | outstanding
        between two scores          | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBATT 2024-07-01, MRC1 2024-09-01      | outstanding
        attended and referred       | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBATT 2020-01-01, PULRHBREF 2024-06-10 | excluded PULRHBATT
        first diagnosis counts      | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBATT 2016-01-01, COPD 2018-01-01      | excluded PULRHBATT
        """);

    public static readonly SpecTable[] An_adjustment_lasts_for_the_year = BothYears("""
        patient                | born       | events                                                                         | COPD014
        PULRHBPU 31 March      | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBPU 2024-03-31                          | outstanding
        PULRHBPU 1 April       | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBPU 2024-04-01                          | adjusted PULRHBPU
        PULRHBPU last day      | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBPU 2025-03-31                          | adjusted PULRHBPU
        PULRHBPU old and new   | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBPU 2018-06-01, PULRHBPU 2024-06-01     | adjusted PULRHBPU
        PULRHBSU 31 March      | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBSU 2024-03-31                          | outstanding
        PULRHBSU 1 April       | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBSU 2024-04-01                          | adjusted PULRHBSU
        PULRHBSU last day      | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBSU 2025-03-31                          | adjusted PULRHBSU
        PULRHBSU old and new   | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBSU 2018-06-01, PULRHBSU 2024-06-01     | adjusted PULRHBSU
        COPDPCASU 31 March     | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDPCASU 2024-03-31                         | outstanding
        COPDPCASU 1 April      | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDPCASU 2024-04-01                         | adjusted PULRHBSU
        COPDPCASU last day     | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDPCASU 2025-03-31                         | adjusted PULRHBSU
        COPDPCASU old and new  | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDPCASU 2018-06-01, COPDPCASU 2024-06-01   | adjusted PULRHBSU
        COPDPCAPU 31 March     | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDPCAPU 2024-03-31                         | outstanding
        COPDPCAPU 1 April      | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDPCAPU 2024-04-01                         | adjusted COPDPCAPU
        COPDPCAPU last day     | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDPCAPU 2025-03-31                         | adjusted COPDPCAPU
        COPDPCAPU old and new  | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDPCAPU 2018-06-01, COPDPCAPU 2024-06-01   | adjusted COPDPCAPU
        PULRHBDEC 31 March     | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBDEC 2024-03-31                         | outstanding
        PULRHBDEC 1 April      | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBDEC 2024-04-01                         | adjusted PULRHBDEC
        PULRHBDEC last day     | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBDEC 2025-03-31                         | adjusted PULRHBDEC
        PULRHBDEC old and new  | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, PULRHBDEC 2018-06-01, PULRHBDEC 2024-06-01   | adjusted PULRHBDEC
        COPDPCADEC 31 March    | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDPCADEC 2024-03-31                        | outstanding
        COPDPCADEC 1 April     | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDPCADEC 2024-04-01                        | adjusted COPDPCADEC
        COPDPCADEC last day    | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDPCADEC 2025-03-31                        | adjusted COPDPCADEC
        COPDPCADEC old and new | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDPCADEC 2018-06-01, COPDPCADEC 2024-06-01 | adjusted COPDPCADEC
        """);

    public static readonly SpecTable[] Two_invitations_seven_days_apart = BothYears("""
        patient                | born       | events                                                                                                | COPD014
        no invitation          | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01                                                                      | outstanding
        one                    | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDINVITE 2024-05-01                                               | outstanding
        same day               | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDINVITE 2024-05-01, COPDINVITE 2024-05-01                        | outstanding
        day 6                  | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDINVITE 2024-05-01, COPDINVITE 2024-05-07                        | outstanding
        day 7                  | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDINVITE 2024-05-01, COPDINVITE 2024-05-08                        | adjusted COPDINVITE
        first before April     | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDINVITE 2024-03-31, COPDINVITE 2024-04-07                        | outstanding
        first on 1 April       | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDINVITE 2024-04-01, COPDINVITE 2024-04-08                        | adjusted COPDINVITE
        third makes the pair   | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDINVITE 2024-05-01, COPDINVITE 2024-05-04, COPDINVITE 2024-05-08 | adjusted COPDINVITE
        second on the last day | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDINVITE 2025-03-24, COPDINVITE 2025-03-31                        | adjusted COPDINVITE
        second after the year  | 1950-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPDINVITE 2025-03-25, COPDINVITE 2025-04-01                        | outstanding
        """);

    public static readonly SpecTable[] The_upper_row_decides = BothYears("""
        patient                | born       | registered | events                                                                                                                                                                                                                                    | COPD014
        attended               | 1950-01-01 | 2025-01-01 | COPD 2025-01-15, MRC1 2025-02-01, PULRHBATT 2025-01-20, PULRHBPU 2024-05-01, PULRHBSU 2024-05-01, COPDPCAPU 2024-05-01, PULRHBDEC 2024-05-01, COPDPCADEC 2024-05-01, COPDINVITE 2024-05-01, COPDINVITE 2024-05-08, FEV1FVC 0.6 2025-01-15 | excluded PULRHBATT
        referred               | 1950-01-01 | 2025-01-01 | COPD 2025-01-15, MRC1 2025-02-01, PULRHBREF 2025-02-10, PULRHBPU 2024-05-01, PULRHBSU 2024-05-01, COPDPCAPU 2024-05-01, PULRHBDEC 2024-05-01, COPDPCADEC 2024-05-01, COPDINVITE 2024-05-01, COPDINVITE 2024-05-08, FEV1FVC 0.6 2025-01-15 | achieved
        from PULRHBPU down     | 1950-01-01 | 2025-01-01 | COPD 2025-01-15, MRC1 2025-02-01, PULRHBPU 2024-05-01, PULRHBSU 2024-05-01, COPDPCAPU 2024-05-01, PULRHBDEC 2024-05-01, COPDPCADEC 2024-05-01, COPDINVITE 2024-05-01, COPDINVITE 2024-05-08, FEV1FVC 0.6 2025-01-15                       | adjusted PULRHBPU
        from PULRHBSU down     | 1950-01-01 | 2025-01-01 | COPD 2025-01-15, MRC1 2025-02-01, PULRHBSU 2024-05-01, COPDPCAPU 2024-05-01, PULRHBDEC 2024-05-01, COPDPCADEC 2024-05-01, COPDINVITE 2024-05-01, COPDINVITE 2024-05-08, FEV1FVC 0.6 2025-01-15                                            | adjusted PULRHBSU
        from COPDPCAPU down    | 1950-01-01 | 2025-01-01 | COPD 2025-01-15, MRC1 2025-02-01, COPDPCAPU 2024-05-01, PULRHBDEC 2024-05-01, COPDPCADEC 2024-05-01, COPDINVITE 2024-05-01, COPDINVITE 2024-05-08, FEV1FVC 0.6 2025-01-15                                                                 | adjusted COPDPCAPU
        from PULRHBDEC down    | 1950-01-01 | 2025-01-01 | COPD 2025-01-15, MRC1 2025-02-01, PULRHBDEC 2024-05-01, COPDPCADEC 2024-05-01, COPDINVITE 2024-05-01, COPDINVITE 2024-05-08, FEV1FVC 0.6 2025-01-15                                                                                       | adjusted PULRHBDEC
        from COPDPCADEC down   | 1950-01-01 | 2025-01-01 | COPD 2025-01-15, MRC1 2025-02-01, COPDPCADEC 2024-05-01, COPDINVITE 2024-05-01, COPDINVITE 2024-05-08, FEV1FVC 0.6 2025-01-15                                                                                                             | adjusted COPDPCADEC
        from COPDINVITE down   | 1950-01-01 | 2025-01-01 | COPD 2025-01-15, MRC1 2025-02-01, COPDINVITE 2024-05-01, COPDINVITE 2024-05-08, FEV1FVC 0.6 2025-01-15                                                                                                                                    | adjusted COPDINVITE
        new 31 December        | 1950-01-01 | 2001-01-01 | COPD 2024-12-31, MRC1 2025-02-01, FEV1FVC 0.6 2024-12-31                                                                                                                                                                                  | outstanding
        new 1 January          | 1950-01-01 | 2001-01-01 | COPD 2025-01-01, MRC1 2025-02-01, FEV1FVC 0.6 2025-01-01                                                                                                                                                                                  | adjusted DIAG1_DAT
        both new               | 1950-01-01 | 2025-01-01 | COPD 2025-01-15, MRC1 2025-02-01, FEV1FVC 0.6 2025-01-15                                                                                                                                                                                  | adjusted DIAG1_DAT
        coded again            | 1950-01-01 | 2001-01-01 | COPD 2014-01-01, MRC1 2024-06-01, COPD 2025-02-01, FEV1FVC 0.6 2025-02-01                                                                                                                                                                 | outstanding
        registered 31 December | 1950-01-01 | 2024-12-31 | COPD 2014-01-01, MRC1 2024-06-01                                                                                                                                                                                                          | outstanding
        registered 1 January   | 1950-01-01 | 2025-01-01 | COPD 2014-01-01, MRC1 2024-06-01                                                                                                                                                                                                          | adjusted REG1_DAT3
        """);

    /// <summary>COPD014 of 2024/25, and COPD008 of 2019/20, which asks an offer in place of the referral.</summary>
    private static SpecTable[] BothYears(string table) =>
    [
        SpecTable.Of("qof-england-2024-25", "2025-03-31", table),
        SpecTable.Of("qof-england-2024-25", "2025-03-31", table.Replace("COPD014", "COPD008", StringComparison.Ordinal).Replace("PULRHBREF", "PULRHBOFF", StringComparison.Ordinal))
            .In("qof-england-2019-20", "2020-03-31"),
    ];
}
