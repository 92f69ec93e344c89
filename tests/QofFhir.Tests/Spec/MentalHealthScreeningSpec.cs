namespace QofFhir.Tests.Spec;

/// <summary>MH008 of 2018/19: cervical screening of women with a serious mental illness.</summary>
internal static class MentalHealthScreeningSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("NOCX: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable Women_of_25_to_64_with_a_cervix = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient           | born       | sex    | events                                           | MH008
        woman             | 1970-06-01 | female | MH 2010-01-01                                    | outstanding
        man               | 1970-06-01 | male   | MH 2010-01-01                                    | excluded PAT_SEX
        sex not known     | 1970-06-01 |        | MH 2010-01-01                                    | excluded PAT_SEX
        man, tested       | 1970-06-01 | male   | MH 2010-01-01, SMEAR 2018-01-01                  | excluded PAT_SEX
        25 today          | 1994-03-31 | female | MH 2010-01-01                                    | outstanding
        25 tomorrow       | 1994-04-01 | female | MH 2010-01-01                                    | excluded P_AGE25_64
        26                | 1993-03-31 | female | MH 2010-01-01                                    | outstanding
        64                | 1954-04-01 | female | MH 2010-01-01                                    | outstanding
        65 today          | 1954-03-31 | female | MH 2010-01-01                                    | excluded P_AGE25_64
        63                | 1955-04-01 | female | MH 2010-01-01                                    | outstanding
        66                | 1953-01-01 | female | MH 2010-01-01, SMEAR 2018-01-01                  | excluded P_AGE25_64
        no cervix         | 1970-06-01 | female | MH 2010-01-01, NOCX 1990-01-01                   | excluded NOCX
        no cervix, tested | 1970-06-01 | female | MH 2010-01-01, NOCX 2018-01-01, SMEAR 2017-01-01 | excluded NOCX
        in remission      | 1970-06-01 | female | MH 2010-01-01, MHREM 2015-01-01                  | excluded MHREM_DAT
        ill again         | 1970-06-01 | female | MH 2010-01-01, MHREM 2015-01-01, MH 2015-01-02   | outstanding
        man in remission  | 1970-06-01 | male   | MH 2010-01-01, MHREM 2015-01-01                  | excluded MHREM_DAT
        not ill           | 1970-06-01 | female | SMEAR 2018-01-01                                 | -
        """);

    public static readonly SpecTable Screened_in_five_years_or_adjusted = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient               | born       | sex    | events                                                  | MH008
        smear 31 March 2014   | 1970-06-01 | female | MH 2010-01-01, SMEAR 2014-03-31                         | outstanding
        smear 1 April 2014    | 1970-06-01 | female | MH 2010-01-01, SMEAR 2014-04-01                         | achieved
        smear last day        | 1970-06-01 | female | MH 2010-01-01, SMEAR 2019-03-31                         | achieved
        smear day after       | 1970-06-01 | female | MH 2010-01-01, SMEAR 2019-04-01                         | outstanding
        smear old and new     | 1970-06-01 | female | MH 2010-01-01, SMEAR 2001-01-01, SMEAR 2016-01-01       | achieved
        cspu 31 March 2014    | 1970-06-01 | female | MH 2010-01-01, CSPU 2014-03-31                          | outstanding
        cspu 1 April 2014     | 1970-06-01 | female | MH 2010-01-01, CSPU 2014-04-01                          | adjusted CSPU
        cspu last day         | 1970-06-01 | female | MH 2010-01-01, CSPU 2019-03-31                          | adjusted CSPU
        cspu day after        | 1970-06-01 | female | MH 2010-01-01, CSPU 2019-04-01                          | outstanding
        cspu old and new      | 1970-06-01 | female | MH 2010-01-01, CSPU 2001-01-01, CSPU 2016-01-01         | adjusted CSPU
        csdec 31 March 2014   | 1970-06-01 | female | MH 2010-01-01, CSDEC 2014-03-31                         | outstanding
        csdec 1 April 2014    | 1970-06-01 | female | MH 2010-01-01, CSDEC 2014-04-01                         | adjusted CSDEC
        csdec last day        | 1970-06-01 | female | MH 2010-01-01, CSDEC 2019-03-31                         | adjusted CSDEC
        csdec day after       | 1970-06-01 | female | MH 2010-01-01, CSDEC 2019-04-01                         | outstanding
        csdec old and new     | 1970-06-01 | female | MH 2010-01-01, CSDEC 2001-01-01, CSDEC 2016-01-01       | adjusted CSDEC
        mhpcapu 31 March      | 1970-06-01 | female | MH 2010-01-01, MHPCAPU 2018-03-31                       | outstanding
        mhpcapu 1 April       | 1970-06-01 | female | MH 2010-01-01, MHPCAPU 2018-04-01                       | adjusted MHPCAPU
        mhpcapu last day      | 1970-06-01 | female | MH 2010-01-01, MHPCAPU 2019-03-31                       | adjusted MHPCAPU
        mhpcapu old and new   | 1970-06-01 | female | MH 2010-01-01, MHPCAPU 2001-01-01, MHPCAPU 2018-10-01   | adjusted MHPCAPU
        mhpcadec 31 March     | 1970-06-01 | female | MH 2010-01-01, MHPCADEC 2018-03-31                      | outstanding
        mhpcadec 1 April      | 1970-06-01 | female | MH 2010-01-01, MHPCADEC 2018-04-01                      | adjusted MHPCADEC
        mhpcadec last day     | 1970-06-01 | female | MH 2010-01-01, MHPCADEC 2019-03-31                      | adjusted MHPCADEC
        mhpcadec old and new  | 1970-06-01 | female | MH 2010-01-01, MHPCADEC 2001-01-01, MHPCADEC 2018-10-01 | adjusted MHPCADEC
        diagnosed 31 December | 1970-06-01 | female | MH 2018-12-31                                           | outstanding
        diagnosed 1 January   | 1970-06-01 | female | MH 2019-01-01                                           | adjusted DIAG1_DAT
        """);

    public static readonly SpecTable The_upper_row_decides = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient     | born       | sex    | registered | events        | MH008
        31 December | 1970-06-01 | female | 2018-12-31 | MH 2010-01-01 | outstanding
        1 January   | 1970-06-01 | female | 2019-01-01 | MH 2010-01-01 | adjusted REG1_DAT3
        achieved    | 1970-06-01 | female | 2019-02-01 | MH 2019-02-01, SMEAR 2018-01-01, CSPU 2016-01-01, MHPCAPU 2018-10-01, CSDEC 2016-01-01, MHPCADEC 2018-10-01, MHINVITE 2018-05-01, MHINVITE 2018-05-08, MHINVITE 2018-05-15 | achieved
        CSPU        | 1970-06-01 | female | 2019-02-01 | MH 2019-02-01, CSPU 2016-01-01, MHPCAPU 2018-10-01, CSDEC 2016-01-01, MHPCADEC 2018-10-01, MHINVITE 2018-05-01, MHINVITE 2018-05-08, MHINVITE 2018-05-15 | adjusted CSPU
        MHPCAPU     | 1970-06-01 | female | 2019-02-01 | MH 2019-02-01, MHPCAPU 2018-10-01, CSDEC 2016-01-01, MHPCADEC 2018-10-01, MHINVITE 2018-05-01, MHINVITE 2018-05-08, MHINVITE 2018-05-15 | adjusted MHPCAPU
        CSDEC       | 1970-06-01 | female | 2019-02-01 | MH 2019-02-01, CSDEC 2016-01-01, MHPCADEC 2018-10-01, MHINVITE 2018-05-01, MHINVITE 2018-05-08, MHINVITE 2018-05-15 | adjusted CSDEC
        MHPCADEC    | 1970-06-01 | female | 2019-02-01 | MH 2019-02-01, MHPCADEC 2018-10-01, MHINVITE 2018-05-01, MHINVITE 2018-05-08, MHINVITE 2018-05-15 | adjusted MHPCADEC
        MHINVITE    | 1970-06-01 | female | 2019-02-01 | MH 2019-02-01, MHINVITE 2018-05-01, MHINVITE 2018-05-08, MHINVITE 2018-05-15 | adjusted MHINVITE
        diagnosed   | 1970-06-01 | female | 2019-02-01 | MH 2019-02-01 | adjusted DIAG1_DAT
        """);
}
