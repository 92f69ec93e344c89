namespace QofFhir.Tests.Spec;

/// <summary>CHD007 and STIA009 (flu vaccine of the season), STIA008 (referral round the last stroke or the first TIA).</summary>
internal static class FluAndReferralSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("XFLU: other end", "only its presence is asked"),
        ("STIAREF: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable[] The_vaccine_counts_from_1_August = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient         | born       | events                                                                      | CHD007          | STIA009
        none            | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01                                             | outstanding     | outstanding
        not ill         | 1960-01-01 | FLUVAC 2018-10-01                                                           | -               | -
        31 July         | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, FLUVAC 2018-07-31                          | outstanding     | outstanding
        1 August        | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, FLUVAC 2018-08-01                          | achieved        | achieved
        product         | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, FLUVACDRUG 2018-08-01                      | achieved        | achieved
        last day        | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, FLUVAC 2019-03-31                          | achieved        | achieved
        last season     | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, FLUVAC 2017-10-01                          | outstanding     | outstanding
        both seasons    | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, FLUVAC 2017-10-01, FLUVAC 2018-10-01       | achieved        | achieved
        TIA             | 1960-01-01 | TIA 2010-01-01, FLUVAC 2018-10-01                                           | -               | achieved
        allergic        | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, XFLU 1999-01-01                            | adjusted XFLU   | adjusted XFLU
        expiring, March | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, FLUEXPCON 2018-03-31                       | outstanding     | outstanding
        expiring, April | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, FLUEXPCON 2018-04-01                       | adjusted XFLU   | adjusted XFLU
        expiring, twice | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, FLUEXPCON 2012-04-01, FLUEXPCON 2019-03-31 | adjusted XFLU   | adjusted XFLU
        declined, March | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, FLUDEC 2018-03-31                          | outstanding     | outstanding
        declined, April | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, FLUDEC 2018-04-01                          | adjusted FLUDEC | adjusted FLUDEC
        declined, twice | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, FLUDEC 2012-04-01, FLUDEC 2019-03-31       | adjusted FLUDEC | adjusted FLUDEC
        """).AlsoIn("2019-20");

    public static readonly SpecTable In_summer_the_last_season_still_counts_clinically = SpecTable.Of("qof-england-2019-20", "2019-06-30", """
        patient     | born       | events                            | CHD007      | CHD007 due
        last season | 1960-01-01 | CHD 2010-01-01, FLUVAC 2018-10-01 | outstanding | until 2019-08-01
        none        | 1960-01-01 | CHD 2010-01-01                    | outstanding | due
        """);

    public static readonly SpecTable The_last_stroke_or_the_first_TIA_since_April_2014 = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient           | born       | events                                               | STIA008
        none              | 1960-01-01 | STRK 2018-06-01                                      | outstanding
        31 March 2014     | 1960-01-01 | STRK 2014-03-31, STIAREF 2014-03-31                  | excluded DIAG_DAT14
        1 April 2014      | 1960-01-01 | STRK 2014-04-01, STIAREF 2014-04-01                  | achieved
        TIA, March        | 1960-01-01 | TIA 2014-03-31, STIAREF 2014-03-31                   | excluded DIAG_DAT14
        TIA, April        | 1960-01-01 | TIA 2014-04-01, STIAREF 2014-04-01                   | achieved
        too early         | 1960-01-01 | STRK 2018-06-01, STIAREF 2018-02-28                  | outstanding
        3 months before   | 1960-01-01 | STRK 2018-06-01, STIAREF 2018-03-01                  | achieved
        1 month after     | 1960-01-01 | STRK 2018-06-01, STIAREF 2018-07-01                  | achieved
        too late          | 1960-01-01 | STRK 2018-06-01, STIAREF 2018-07-02                  | outstanding
        second stroke     | 1960-01-01 | STRK 2010-01-01, STRK 2018-06-01, STIAREF 2018-06-02 | achieved
        referred to first | 1960-01-01 | STRK 2015-01-01, STRK 2018-06-01, STIAREF 2015-01-02 | outstanding
        second TIA        | 1960-01-01 | TIA 2010-01-01, TIA 2018-06-01, STIAREF 2018-06-02   | excluded DIAG_DAT14
        TIA, then stroke  | 1960-01-01 | TIA 2010-01-01, STRK 2018-06-01, STIAREF 2018-06-02  | achieved
        stroke, then TIA  | 1960-01-01 | STRK 2010-01-01, TIA 2018-06-01, STIAREF 2018-06-02  | achieved
        not ill           | 1960-01-01 | STIAREF 2018-06-02                                   | -
        """);
}
