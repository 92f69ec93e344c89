namespace QofFhir.Tests.Spec;

/// <summary>CVDPP001: a statin after new hypertension with a cardiovascular risk of 20% or more, in 2018/19 and 2019/20.</summary>
internal static class PreventionSpec
{
    public static readonly SpecTable[] New_hypertension_at_30_to_74_years_with_a_risk_of_20 = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient            | born       | events                                                       | CVDPP001
        at risk            | 1960-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01                        | outstanding
        by QRISK           | 1960-01-01 | HYP 2018-06-01, QRISKSCORE 20 2018-06-01                     | outstanding
        less risk          | 1960-01-01 | HYP 2018-06-01, CVDASS2 19.9 2018-06-01                      | -
        not scored         | 1960-01-01 | HYP 2018-06-01                                               | -
        scored in March    | 1960-01-01 | HYP 2018-06-01, CVDASS2 20 2018-03-31                        | -
        scored in April    | 1960-01-01 | HYP 2018-06-01, CVDASS2 20 2018-04-01                        | outstanding
        25, then 10        | 1960-01-01 | HYP 2018-06-01, CVDASS2 25 2018-06-01, CVDASS2 10 2018-07-01 | -
        10, then 25        | 1960-01-01 | HYP 2018-06-01, CVDASS2 10 2018-06-01, CVDASS2 25 2018-07-01 | outstanding
        10 and 25 on a day | 1960-01-01 | HYP 2018-06-01, CVDASS2 10 2018-06-01, CVDASS2 25 2018-06-01 | outstanding
        not hypertensive   | 1960-01-01 | CVDASS2 20 2018-06-01                                        | -
        31 March           | 1960-01-01 | HYP 2018-03-31, CVDASS2 20 2018-06-01                        | -
        1 April            | 1960-01-01 | HYP 2018-04-01, CVDASS2 20 2018-06-01                        | outstanding
        coded again        | 1960-01-01 | HYP 2010-01-01, HYP 2018-06-01, CVDASS2 20 2018-06-01        | -
        resolved           | 1960-01-01 | HYP 2018-06-01, HYPRES 2018-07-01, CVDASS2 20 2018-06-01     | -
        30 today           | 1989-03-31 | HYP 2018-06-01, CVDASS2 20 2018-06-01                        | outstanding
        30 tomorrow        | 1989-04-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01                        | -
        75 today           | 1944-03-31 | HYP 2018-06-01, CVDASS2 20 2018-06-01                        | -
        75 tomorrow        | 1944-04-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01                        | outstanding
        heart disease      | 1960-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, CHD 2010-01-01        | -
        stroke             | 1960-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, STRK 2010-01-01       | -
        TIA                | 1960-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, TIA 2010-01-01        | -
        diabetes           | 1960-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, DM 2010-01-01         | -
        """).AlsoIn("2019-20");

    public static readonly SpecTable[] On_a_statin_or_why_not = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient         | born       | registered | events                                                                            | CVDPP001
        September       | 1960-01-01 | 2001-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, STAT 2018-09-30                            | outstanding
        October         | 1960-01-01 | 2001-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, STAT 2018-10-01                            | achieved
        twice           | 1960-01-01 | 2001-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, STAT 2015-10-01, STAT 2019-03-31           | achieved
        maximum, March  | 1960-01-01 | 2001-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, CHOLMAX 2018-03-31                         | outstanding
        maximum, April  | 1960-01-01 | 2001-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, CHOLMAX 2018-04-01                         | adjusted CHOLMAX
        maximum, twice  | 1960-01-01 | 2001-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, CHOLMAX 2015-04-01, CHOLMAX 2019-03-31     | adjusted CHOLMAX
        persisting      | 1960-01-01 | 2001-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, XSTAT 1999-01-01                           | adjusted XSTAT
        expiring, March | 1960-01-01 | 2001-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, TXSTAT 2018-03-31                          | outstanding
        expiring, April | 1960-01-01 | 2001-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, TXSTAT 2018-04-01                          | adjusted TXSTAT
        expiring, twice | 1960-01-01 | 2001-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, TXSTAT 2015-04-01, TXSTAT 2019-03-31       | adjusted TXSTAT
        excepted, March | 1960-01-01 | 2001-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, CVDEXC 2018-03-31                          | outstanding
        excepted, April | 1960-01-01 | 2001-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, CVDEXC 2018-04-01                          | adjusted CVDEXC
        excepted, twice | 1960-01-01 | 2001-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, CVDEXC 2015-04-01, CVDEXC 2019-03-31       | adjusted CVDEXC
        declined, March | 1960-01-01 | 2001-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, STATINDEC 2018-03-31                       | outstanding
        declined, April | 1960-01-01 | 2001-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, STATINDEC 2018-04-01                       | adjusted STATINDEC
        declined, twice | 1960-01-01 | 2001-01-01 | HYP 2018-06-01, CVDASS2 20 2018-06-01, STATINDEC 2015-04-01, STATINDEC 2019-03-31 | adjusted STATINDEC
        31 December     | 1960-01-01 | 2018-12-31 | HYP 2018-12-31, CVDASS2 20 2019-01-10                                             | outstanding
        1 January       | 1960-01-01 | 2019-01-01 | HYP 2018-12-31, CVDASS2 20 2019-01-10                                             | adjusted REG1_DAT3
        new             | 1960-01-01 | 2019-01-01 | HYP 2019-01-01, CVDASS2 20 2019-01-10                                             | adjusted DIAG1_DAT
        new, declined   | 1960-01-01 | 2019-01-01 | HYP 2019-01-01, CVDASS2 20 2019-01-10, STATINDEC 2019-01-10                       | adjusted STATINDEC
        new, excepted   | 1960-01-01 | 2019-01-01 | HYP 2019-01-01, CVDASS2 20 2019-01-10, STATINDEC 2019-01-10, CVDEXC 2019-01-10    | adjusted CVDEXC
        new, allergic   | 1960-01-01 | 2019-01-01 | HYP 2019-01-01, CVDASS2 20 2019-01-10, XSTAT 2019-01-10, CVDEXC 2019-01-10        | adjusted XSTAT
        new, on it      | 1960-01-01 | 2019-01-01 | HYP 2019-01-01, CVDASS2 20 2019-01-10, XSTAT 2019-01-10, STAT 2019-01-10          | achieved
        """).AlsoIn("2019-20");
}
