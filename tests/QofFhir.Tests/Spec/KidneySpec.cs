namespace QofFhir.Tests.Spec;

/// <summary>CKD005: stages 3a to 5, not better since, age 18 and over.</summary>
internal static class KidneySpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("CKD1AND2: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable[] A_stage_stands_until_a_later_better_one = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient              | born       | events                                               | CKD005
        nothing              | 1960-01-01 |                                                      | -
        stage 1 or 2         | 1960-01-01 | CKD1AND2 2012-05-01                                  | -
        only resolved        | 1960-01-01 | CKDRES 2012-05-01                                    | -
        stage 3              | 1960-01-01 | CKD 2012-05-01                                       | on-register
        on the last day      | 1960-01-01 | CKD 2020-03-31                                       | on-register
        after the last day   | 1960-01-01 | CKD 2020-04-01                                       | -
        better before        | 1960-01-01 | CKD 2012-05-01, CKD1AND2 2012-04-30                  | on-register
        better the same day  | 1960-01-01 | CKD 2012-05-01, CKD1AND2 2012-05-01                  | on-register
        better the day after | 1960-01-01 | CKD 2012-05-01, CKD1AND2 2012-05-02                  | -
        worse again          | 1960-01-01 | CKD 2012-05-01, CKD1AND2 2013-05-01, CKD 2014-05-01  | on-register
        resolved before      | 1960-01-01 | CKD 2012-05-01, CKDRES 2012-04-30                    | on-register
        resolved same day    | 1960-01-01 | CKD 2012-05-01, CKDRES 2012-05-01                    | on-register
        resolved day after   | 1960-01-01 | CKD 2012-05-01, CKDRES 2012-05-02                    | -
        resolved, ill again  | 1960-01-01 | CKD 2012-05-01, CKDRES 2013-05-01, CKD 2014-05-01    | on-register
        18 today             | 2002-03-31 | CKD 2012-05-01                                       | on-register
        18 tomorrow          | 2002-04-01 | CKD 2012-05-01                                       | -
        19                   | 2001-03-31 | CKD 2012-05-01                                       | on-register
        """).AlsoIn("2018-19", "2024-25");
}
