namespace QofFhir.Tests.Spec;

/// <summary>Invitations to the blood pressure targets of heart disease, stroke and hypertension: three in 2018/19, two in 2019/20.</summary>
internal static class HeartPressureInvitationSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("CHDINVITE3: other end", "only its presence is asked"),
        ("STIAINVITE3: other end", "only its presence is asked"),
        ("HYPINVITE3: other end", "only its presence is asked"),
    ];

    private const string Two = """
        patient           | born       | events                                                                                                                                          | CHD009            | STIA011
        one               | 1930-01-01 | CHD 2010-01-01, STRK 2010-01-01, CHDINVITE 2019-05-01, STIAINVITE 2019-05-01                                                                    | outstanding       | outstanding
        day 6             | 1930-01-01 | CHD 2010-01-01, STRK 2010-01-01, CHDINVITE 2019-05-01, CHDINVITE 2019-05-07, STIAINVITE 2019-05-01, STIAINVITE 2019-05-07                       | outstanding       | outstanding
        heart, day 7      | 1930-01-01 | CHD 2010-01-01, STRK 2010-01-01, CHDINVITE 2019-05-01, CHDINVITE 2019-05-08                                                                     | adjusted CHDBPINV | outstanding
        stroke, day 7     | 1930-01-01 | CHD 2010-01-01, STRK 2010-01-01, STIAINVITE 2019-05-01, STIAINVITE 2019-05-08                                                                   | outstanding       | adjusted STBPINVITE
        first on 31 March | 1930-01-01 | CHD 2010-01-01, STRK 2010-01-01, CHDINVITE 2019-03-31, CHDINVITE 2019-04-07, STIAINVITE 2019-03-31, STIAINVITE 2019-04-07                       | outstanding       | outstanding
        first on 1 April  | 1930-01-01 | CHD 2010-01-01, STRK 2010-01-01, CHDINVITE 2019-04-01, CHDINVITE 2019-04-08, STIAINVITE 2019-04-01, STIAINVITE 2019-04-08                       | adjusted CHDBPINV | adjusted STBPINVITE
        last year's value | 1930-01-01 | CHD 2010-01-01, STRK 2010-01-01, BP 120/70 2019-03-31, CHDINVITE 2019-04-01, CHDINVITE 2019-04-08, STIAINVITE 2019-04-01, STIAINVITE 2019-04-08 | adjusted CHDBPINV | adjusted STBPINVITE
        high after        | 1930-01-01 | CHD 2010-01-01, STRK 2010-01-01, BP 160/95 2019-05-10, CHDINVITE 2019-05-01, CHDINVITE 2019-06-01, STIAINVITE 2019-05-01, STIAINVITE 2019-06-01 | outstanding       | outstanding
        high that day     | 1930-01-01 | CHD 2010-01-01, STRK 2010-01-01, BP 160/95 2019-05-01, CHDINVITE 2019-05-01, CHDINVITE 2019-06-01, STIAINVITE 2019-05-01, STIAINVITE 2019-06-01 | outstanding       | outstanding
        high before       | 1930-01-01 | CHD 2010-01-01, STRK 2010-01-01, BP 160/95 2019-04-30, CHDINVITE 2019-05-01, CHDINVITE 2019-06-01, STIAINVITE 2019-05-01, STIAINVITE 2019-06-01 | adjusted CHDBPINV | adjusted STBPINVITE
        high in April     | 1930-01-01 | CHD 2010-01-01, STRK 2010-01-01, BP 160/95 2019-04-20, CHDINVITE 2019-04-10, CHDINVITE 2019-05-01, STIAINVITE 2019-04-10, STIAINVITE 2019-05-01 | outstanding       | outstanding
        """;

    public static readonly SpecTable In_2019_20_two_seven_days_apart = SpecTable.Of("qof-england-2019-20", "2020-03-31", Two);

    public static readonly SpecTable In_2019_20_two_to_79_years = SpecTable.Of("qof-england-2019-20", "2020-03-31",
        Two.Replace("1930-01-01", "1960-01-01", StringComparison.Ordinal).Replace("CHD009", "CHD008", StringComparison.Ordinal).Replace("STIA011", "STIA010", StringComparison.Ordinal));

    public static readonly SpecTable In_2018_19_three_each_seven_days_apart = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient           | born       | events                                                                                                                                                                                                                                                                         | CHD002            | STIA003             | HYP006
        two               | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CHDINVITE 2018-05-01, CHDINVITE 2018-06-01, STIAINVITE 2018-05-01, STIAINVITE 2018-06-01, HYPINVITE 2018-05-01, HYPINVITE 2018-06-01                                                                                          | outstanding       | outstanding         | outstanding
        third on day 6    | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CHDINVITE 2018-05-01, CHDINVITE 2018-05-08, CHDINVITE 2018-05-14, STIAINVITE 2018-05-01, STIAINVITE 2018-05-08, STIAINVITE 2018-05-14, HYPINVITE 2018-05-01, HYPINVITE 2018-05-08, HYPINVITE 2018-05-14                       | outstanding       | outstanding         | outstanding
        heart, day 7      | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CHDINVITE 2018-05-01, CHDINVITE 2018-05-08, CHDINVITE 2018-05-15                                                                                                                                                              | adjusted CHDBPINV | outstanding         | outstanding
        stroke, day 7     | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, STIAINVITE 2018-05-01, STIAINVITE 2018-05-08, STIAINVITE 2018-05-15                                                                                                                                                           | outstanding       | adjusted STBPINVITE | outstanding
        pressure, day 7   | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, HYPINVITE 2018-05-01, HYPINVITE 2018-05-08, HYPINVITE 2018-05-15                                                                                                                                                              | outstanding       | outstanding         | adjusted HYPBPINV
        second on day 6   | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CHDINVITE 2018-05-01, CHDINVITE 2018-05-07, CHDINVITE 2018-05-14, STIAINVITE 2018-05-01, STIAINVITE 2018-05-07, STIAINVITE 2018-05-14, HYPINVITE 2018-05-01, HYPINVITE 2018-05-07, HYPINVITE 2018-05-14                       | outstanding       | outstanding         | outstanding
        first on 31 March | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CHDINVITE 2018-03-31, CHDINVITE 2018-04-07, CHDINVITE 2018-04-14, STIAINVITE 2018-03-31, STIAINVITE 2018-04-07, STIAINVITE 2018-04-14, HYPINVITE 2018-03-31, HYPINVITE 2018-04-07, HYPINVITE 2018-04-14                       | outstanding       | outstanding         | outstanding
        first on 1 April  | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CHDINVITE 2018-04-01, CHDINVITE 2018-04-08, CHDINVITE 2018-04-15, STIAINVITE 2018-04-01, STIAINVITE 2018-04-08, STIAINVITE 2018-04-15, HYPINVITE 2018-04-01, HYPINVITE 2018-04-08, HYPINVITE 2018-04-15                       | adjusted CHDBPINV | adjusted STBPINVITE | adjusted HYPBPINV
        last year's value | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, BP 120/70 2018-03-31, CHDINVITE 2018-04-01, CHDINVITE 2018-04-08, CHDINVITE 2018-04-15, STIAINVITE 2018-04-01, STIAINVITE 2018-04-08, STIAINVITE 2018-04-15, HYPINVITE 2018-04-01, HYPINVITE 2018-04-08, HYPINVITE 2018-04-15 | adjusted CHDBPINV | adjusted STBPINVITE | adjusted HYPBPINV
        high after        | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, BP 160/95 2018-05-10, CHDINVITE 2018-05-01, CHDINVITE 2018-06-01, CHDINVITE 2018-07-01, STIAINVITE 2018-05-01, STIAINVITE 2018-06-01, STIAINVITE 2018-07-01, HYPINVITE 2018-05-01, HYPINVITE 2018-06-01, HYPINVITE 2018-07-01 | outstanding       | outstanding         | outstanding
        high that day     | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, BP 160/95 2018-05-01, CHDINVITE 2018-05-01, CHDINVITE 2018-06-01, CHDINVITE 2018-07-01, STIAINVITE 2018-05-01, STIAINVITE 2018-06-01, STIAINVITE 2018-07-01, HYPINVITE 2018-05-01, HYPINVITE 2018-06-01, HYPINVITE 2018-07-01 | outstanding       | outstanding         | outstanding
        high before       | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, BP 160/95 2018-04-30, CHDINVITE 2018-05-01, CHDINVITE 2018-06-01, CHDINVITE 2018-07-01, STIAINVITE 2018-05-01, STIAINVITE 2018-06-01, STIAINVITE 2018-07-01, HYPINVITE 2018-05-01, HYPINVITE 2018-06-01, HYPINVITE 2018-07-01 | adjusted CHDBPINV | adjusted STBPINVITE | adjusted HYPBPINV
        high in April     | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, BP 160/95 2018-04-20, CHDINVITE 2018-04-10, CHDINVITE 2018-05-01, CHDINVITE 2018-06-01, STIAINVITE 2018-04-10, STIAINVITE 2018-05-01, STIAINVITE 2018-06-01, HYPINVITE 2018-04-10, HYPINVITE 2018-05-01, HYPINVITE 2018-06-01 | outstanding       | outstanding         | outstanding
        """);
}
