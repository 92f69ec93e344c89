namespace QofFhir.Tests.Spec;

/// <summary>OST002 and OST005 of 2018/19: a bone-sparing drug, and the exceptions of that year.</summary>
internal static class BoneSparingSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("XBONESPAR: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable A_bone_sparing_drug_in_six_months = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient          | born       | events                                                   | OST002      | OST005
        60: nothing      | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01          | outstanding | -
        80: nothing      | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01                          | -           | outstanding
        60: 30 September | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, BONESPARDRUG 2018-09-30 | outstanding | -
        80: 30 September | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, BONESPARDRUG 2018-09-30 | -           | outstanding
        60: 1 October    | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, BONESPARDRUG 2018-10-01 | achieved    | -
        80: 1 October    | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, BONESPARDRUG 2018-10-01 | -           | achieved
        60: last day     | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, BONESPARDRUG 2019-03-31 | achieved    | -
        80: last day     | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, BONESPARDRUG 2019-03-31 | -           | achieved
        60: old and new  | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, BONESPARDRUG 2010-10-01, BONESPARDRUG 2018-12-01 | achieved    | -
        80: old and new  | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, BONESPARDRUG 2010-10-01, BONESPARDRUG 2018-12-01 | -           | achieved
        """);

    public static readonly SpecTable Adjustments = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient                    | born       | events                                                 | OST002              | OST005
        60: contraindicated for good | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, XBONESPAR 1999-01-01 | adjusted XBONESPAR  | -
        80: contraindicated for good | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, XBONESPAR 1999-01-01  | -                   | adjusted XBONESPAR
        60: TXBONESPAR 31 March    | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, TXBONESPAR 2018-03-31 | outstanding         | -
        80: TXBONESPAR 31 March    | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, TXBONESPAR 2018-03-31 | -                   | outstanding
        60: TXBONESPAR 1 April     | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, TXBONESPAR 2018-04-01 | adjusted TXBONESPAR | -
        80: TXBONESPAR 1 April     | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, TXBONESPAR 2018-04-01 | -                   | adjusted TXBONESPAR
        60: TXBONESPAR last day    | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, TXBONESPAR 2019-03-31 | adjusted TXBONESPAR | -
        80: TXBONESPAR last day    | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, TXBONESPAR 2019-03-31 | -                   | adjusted TXBONESPAR
        60: TXBONESPAR old and new | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, TXBONESPAR 2010-05-01, TXBONESPAR 2018-05-01 | adjusted TXBONESPAR | -
        80: TXBONESPAR old and new | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, TXBONESPAR 2010-05-01, TXBONESPAR 2018-05-01 | -                   | adjusted TXBONESPAR
        60: OSTPCAPU 31 March      | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, OSTPCAPU 2018-03-31 | outstanding         | -
        80: OSTPCAPU 31 March      | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, OSTPCAPU 2018-03-31   | -                   | outstanding
        60: OSTPCAPU 1 April       | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, OSTPCAPU 2018-04-01 | adjusted OSTPCAPU   | -
        80: OSTPCAPU 1 April       | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, OSTPCAPU 2018-04-01   | -                   | adjusted OSTPCAPU
        60: OSTPCAPU last day      | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, OSTPCAPU 2019-03-31 | adjusted OSTPCAPU   | -
        80: OSTPCAPU last day      | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, OSTPCAPU 2019-03-31   | -                   | adjusted OSTPCAPU
        60: OSTPCAPU old and new   | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, OSTPCAPU 2010-05-01, OSTPCAPU 2018-05-01 | adjusted OSTPCAPU   | -
        80: OSTPCAPU old and new   | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, OSTPCAPU 2010-05-01, OSTPCAPU 2018-05-01 | -                   | adjusted OSTPCAPU
        60: OSTPCADEC 31 March     | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, OSTPCADEC 2018-03-31 | outstanding         | -
        80: OSTPCADEC 31 March     | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, OSTPCADEC 2018-03-31  | -                   | outstanding
        60: OSTPCADEC 1 April      | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, OSTPCADEC 2018-04-01 | adjusted OSTPCADEC  | -
        80: OSTPCADEC 1 April      | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, OSTPCADEC 2018-04-01  | -                   | adjusted OSTPCADEC
        60: OSTPCADEC last day     | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, OSTPCADEC 2019-03-31 | adjusted OSTPCADEC  | -
        80: OSTPCADEC last day     | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, OSTPCADEC 2019-03-31  | -                   | adjusted OSTPCADEC
        60: OSTPCADEC old and new  | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, OSTPCADEC 2010-05-01, OSTPCADEC 2018-05-01 | adjusted OSTPCADEC  | -
        80: OSTPCADEC old and new  | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, OSTPCADEC 2010-05-01, OSTPCADEC 2018-05-01 | -                   | adjusted OSTPCADEC
        60: two invitations        | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08 | outstanding         | -
        80: two invitations        | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08 | -                   | outstanding
        60: three                  | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08, OSTINVITE 2018-05-15 | adjusted OSTINVITE  | -
        80: three                  | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08, OSTINVITE 2018-05-15 | -                   | adjusted OSTINVITE
        60: third on day 6         | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08, OSTINVITE 2018-05-14 | outstanding         | -
        80: third on day 6         | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08, OSTINVITE 2018-05-14 | -                   | outstanding
        60: second on day 6        | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-07, OSTINVITE 2018-05-14 | outstanding         | -
        80: second on day 6        | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-07, OSTINVITE 2018-05-14 | -                   | outstanding
        60: first before April     | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, OSTINVITE 2018-03-31, OSTINVITE 2018-04-07, OSTINVITE 2018-04-14 | outstanding         | -
        80: first before April     | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, OSTINVITE 2018-03-31, OSTINVITE 2018-04-07, OSTINVITE 2018-04-14 | -                   | outstanding
        60: first on 1 April       | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, OSTINVITE 2018-04-01, OSTINVITE 2018-04-08, OSTINVITE 2018-04-15 | adjusted OSTINVITE  | -
        80: first on 1 April       | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, OSTINVITE 2018-04-01, OSTINVITE 2018-04-08, OSTINVITE 2018-04-15 | -                   | adjusted OSTINVITE
        60: fourth in time         | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-07, OSTINVITE 2018-05-14, OSTINVITE 2018-05-21 | adjusted OSTINVITE  | -
        80: fourth in time         | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-07, OSTINVITE 2018-05-14, OSTINVITE 2018-05-21 | -                   | adjusted OSTINVITE
        60: osteoporosis since 31 December | 1959-01-01 | FF 2012-04-01, OSTEO 2018-12-31, DXA 2014-05-01        | outstanding         | -
        80: osteoporosis since 31 December | 1939-01-01 | FF 2014-04-01, OSTEO 2018-12-31                        | -                   | outstanding
        60: osteoporosis since 1 January | 1959-01-01 | FF 2012-04-01, OSTEO 2019-01-01, DXA 2014-05-01        | adjusted DIAG1_DAT  | -
        80: osteoporosis since 1 January | 1939-01-01 | FF 2014-04-01, OSTEO 2019-01-01                        | -                   | adjusted DIAG1_DAT
        60: coded again            | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01, OSTEO 2019-02-01 | outstanding         | -
        80: coded again            | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01, OSTEO 2019-02-01      | -                   | outstanding
        """);

    public static readonly SpecTable The_upper_row_decides = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient         | born       | registered | events                                          | OST002              | OST005
        60: 31 December | 1959-01-01 | 2018-12-31 | FF 2012-04-01, DXA 2014-05-01, OSTEO 2014-05-01 | outstanding         | -
        60: 1 January   | 1959-01-01 | 2019-01-01 | FF 2012-04-01, DXA 2014-05-01, OSTEO 2014-05-01 | adjusted REG1_DAT3  | -
        60: achieved    | 1959-01-01 | 2019-02-01 | FF 2012-04-01, DXA 2014-05-01, OSTEO 2019-02-01, BONESPARDRUG 2019-02-01, XBONESPAR 2010-01-01, TXBONESPAR 2018-05-01, OSTPCAPU 2018-05-01, OSTPCADEC 2018-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08, OSTINVITE 2018-05-15 | achieved            | -
        60: XBONESPAR   | 1959-01-01 | 2019-02-01 | FF 2012-04-01, DXA 2014-05-01, OSTEO 2019-02-01, XBONESPAR 2010-01-01, TXBONESPAR 2018-05-01, OSTPCAPU 2018-05-01, OSTPCADEC 2018-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08, OSTINVITE 2018-05-15 | adjusted XBONESPAR  | -
        60: TXBONESPAR  | 1959-01-01 | 2019-02-01 | FF 2012-04-01, DXA 2014-05-01, OSTEO 2019-02-01, TXBONESPAR 2018-05-01, OSTPCAPU 2018-05-01, OSTPCADEC 2018-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08, OSTINVITE 2018-05-15 | adjusted TXBONESPAR | -
        60: OSTPCAPU    | 1959-01-01 | 2019-02-01 | FF 2012-04-01, DXA 2014-05-01, OSTEO 2019-02-01, OSTPCAPU 2018-05-01, OSTPCADEC 2018-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08, OSTINVITE 2018-05-15 | adjusted OSTPCAPU   | -
        60: OSTPCADEC   | 1959-01-01 | 2019-02-01 | FF 2012-04-01, DXA 2014-05-01, OSTEO 2019-02-01, OSTPCADEC 2018-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08, OSTINVITE 2018-05-15 | adjusted OSTPCADEC  | -
        60: OSTINVITE   | 1959-01-01 | 2019-02-01 | FF 2012-04-01, DXA 2014-05-01, OSTEO 2019-02-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08, OSTINVITE 2018-05-15 | adjusted OSTINVITE  | -
        60: diagnosed   | 1959-01-01 | 2019-02-01 | FF 2012-04-01, DXA 2014-05-01, OSTEO 2019-02-01 | adjusted DIAG1_DAT  | -
        80: 31 December | 1939-01-01 | 2018-12-31 | FF 2014-04-01, OSTEO 2014-05-01                 | -                   | outstanding
        80: 1 January   | 1939-01-01 | 2019-01-01 | FF 2014-04-01, OSTEO 2014-05-01                 | -                   | adjusted REG1_DAT3
        80: achieved    | 1939-01-01 | 2019-02-01 | FF 2014-04-01, OSTEO 2019-02-01, BONESPARDRUG 2019-02-01, XBONESPAR 2010-01-01, TXBONESPAR 2018-05-01, OSTPCAPU 2018-05-01, OSTPCADEC 2018-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08, OSTINVITE 2018-05-15 | -                   | achieved
        80: XBONESPAR   | 1939-01-01 | 2019-02-01 | FF 2014-04-01, OSTEO 2019-02-01, XBONESPAR 2010-01-01, TXBONESPAR 2018-05-01, OSTPCAPU 2018-05-01, OSTPCADEC 2018-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08, OSTINVITE 2018-05-15 | -                   | adjusted XBONESPAR
        80: TXBONESPAR  | 1939-01-01 | 2019-02-01 | FF 2014-04-01, OSTEO 2019-02-01, TXBONESPAR 2018-05-01, OSTPCAPU 2018-05-01, OSTPCADEC 2018-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08, OSTINVITE 2018-05-15 | -                   | adjusted TXBONESPAR
        80: OSTPCAPU    | 1939-01-01 | 2019-02-01 | FF 2014-04-01, OSTEO 2019-02-01, OSTPCAPU 2018-05-01, OSTPCADEC 2018-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08, OSTINVITE 2018-05-15 | -                   | adjusted OSTPCAPU
        80: OSTPCADEC   | 1939-01-01 | 2019-02-01 | FF 2014-04-01, OSTEO 2019-02-01, OSTPCADEC 2018-05-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08, OSTINVITE 2018-05-15 | -                   | adjusted OSTPCADEC
        80: OSTINVITE   | 1939-01-01 | 2019-02-01 | FF 2014-04-01, OSTEO 2019-02-01, OSTINVITE 2018-05-01, OSTINVITE 2018-05-08, OSTINVITE 2018-05-15 | -                   | adjusted OSTINVITE
        80: diagnosed   | 1939-01-01 | 2019-02-01 | FF 2014-04-01, OSTEO 2019-02-01                 | -                   | adjusted DIAG1_DAT
        """);
}
