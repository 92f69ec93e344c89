namespace QofFhir.Tests.Spec;

/// <summary>SMOK002: a status in the year, never a smoker after 25, or an ex-smoker three years running; the same as an element of MH021.</summary>
internal static class SmokingStatusSpec
{
    public static readonly SpecTable[] A_status_in_the_year_or_for_good = Statuses("BP", "achieved");

    public static readonly SpecTable[] A_status_beside_a_pressure_declined = Statuses("BPDEC", "adjusted PHCSMIPCA");

    public static readonly SpecTable What_is_for_good_never_lapses = SpecTable.Of("qof-england-2026-27", "2026-10-01", """
        patient            | born       | events                          | SMOK002     | SMOK002 due
        this summer        | 1960-01-01 | MH 2010-01-01, SMOK 2026-06-10  | achieved    | until 2027-06-10
        last winter        | 1960-01-01 | MH 2010-01-01, SMOK 2026-01-10  | outstanding | until 2027-01-10
        never at 26        | 1960-01-01 | MH 2010-01-01, NSMOK 1990-01-01 | achieved    | for good
        ex for three years | 1960-01-01 | MH 2010-01-01, EXSMOK 2010-05-01, EXSMOK 2011-05-01, EXSMOK 2012-05-01 | achieved    | for good
        no status          | 1960-01-01 | MH 2010-01-01                   | outstanding | due
        """);

    // Every patient has the other five elements of MH021, or four and a reason for the fifth.
    private static SpecTable[] Statuses(string pressure, string six)
    {
        var rest = $"{pressure} 2024-05-01, BMI 2024-05-01, ALC 2024-05-01, CHOL2 2024-05-01, GLUC 2024-05-01";
        return SpecTable.Of("qof-england-2024-25", "2025-03-31", $$"""
            patient                 | born       | events                                                        | SMOK002     | MH021
            none                    | 1960-01-01 | MH 2010-01-01, {{rest}}                                       | outstanding | outstanding
            31 March                | 1960-01-01 | MH 2010-01-01, SMOK 2024-03-31, {{rest}}                      | outstanding | outstanding
            1 April                 | 1960-01-01 | MH 2010-01-01, SMOK 2024-04-01, {{rest}}                      | achieved    | {{six}}
            last day                | 1960-01-01 | MH 2010-01-01, SMOK 2025-03-31, {{rest}}                      | achieved    | {{six}}
            day after               | 1960-01-01 | MH 2010-01-01, SMOK 2025-04-01, {{rest}}                      | outstanding | outstanding
            old and new             | 1960-01-01 | MH 2010-01-01, SMOK 2015-05-01, SMOK 2024-05-01, {{rest}}     | achieved    | {{six}}
            smoker of last year     | 1960-01-01 | MH 2010-01-01, LSMOK 2023-05-01, {{rest}}                     | outstanding | outstanding
            never at 25             | 1960-01-01 | MH 2010-01-01, NSMOK 1985-01-01, {{rest}}                     | outstanding | outstanding
            never, last day of 25   | 1960-01-01 | MH 2010-01-01, NSMOK 1985-12-31, {{rest}}                     | outstanding | outstanding
            never at 26             | 1960-01-01 | MH 2010-01-01, NSMOK 1986-01-01, {{rest}}                     | achieved    | {{six}}
            never at 20 and 30      | 1960-01-01 | MH 2010-01-01, NSMOK 1980-06-01, NSMOK 1990-06-01, {{rest}}   | achieved    | {{six}}
            never, asked again      | 1960-01-01 | MH 2010-01-01, NSMOK 1990-06-01, SMOK 2010-06-01, {{rest}}    | outstanding | outstanding
            never at 27             | 1960-01-01 | MH 2010-01-01, NSMOK 1987-01-01, {{rest}}                     | achieved    | {{six}}
            ex for three years      | 1960-01-01 | MH 2010-01-01, EXSMOK 2010-05-01, EXSMOK 2011-05-01, EXSMOK 2012-05-01, {{rest}} | achieved    | {{six}}
            ex for two years        | 1960-01-01 | MH 2010-01-01, EXSMOK 2010-05-01, EXSMOK 2011-05-01, {{rest}} | outstanding | outstanding
            ex for four years       | 1960-01-01 | MH 2010-01-01, EXSMOK 2010-05-01, EXSMOK 2011-05-01, EXSMOK 2012-05-01, EXSMOK 2013-05-01, {{rest}} | achieved    | {{six}}
            ex with a gap           | 1960-01-01 | MH 2010-01-01, EXSMOK 2010-05-01, EXSMOK 2011-05-01, EXSMOK 2013-05-01, {{rest}} | outstanding | outstanding
            years begin on 1 April  | 1960-01-01 | MH 2010-01-01, EXSMOK 2010-03-31, EXSMOK 2010-04-01, EXSMOK 2011-04-01, {{rest}} | achieved    | {{six}}
            years end on 31 March   | 1960-01-01 | MH 2010-01-01, EXSMOK 2010-04-01, EXSMOK 2011-03-31, EXSMOK 2012-04-01, {{rest}} | outstanding | outstanding
            smoker again            | 1960-01-01 | MH 2010-01-01, EXSMOK 2010-05-01, EXSMOK 2011-05-01, EXSMOK 2012-05-01, LSMOK 2013-05-01, EXSMOK 2014-05-01, {{rest}} | outstanding | outstanding
            smoker before           | 1960-01-01 | MH 2010-01-01, LSMOK 2009-05-01, EXSMOK 2010-05-01, EXSMOK 2011-05-01, EXSMOK 2012-05-01, {{rest}} | achieved    | {{six}}
            smoker on the first day | 1960-01-01 | MH 2010-01-01, LSMOK 2010-05-01, EXSMOK 2010-05-01, EXSMOK 2011-05-01, EXSMOK 2012-05-01, {{rest}} | outstanding | outstanding
            ex, asked again         | 1960-01-01 | MH 2010-01-01, EXSMOK 2010-05-01, EXSMOK 2011-05-01, EXSMOK 2012-05-01, SMOK 2014-05-01, {{rest}} | outstanding | outstanding
            """).AlsoIn("2018-19", "2019-20", "2025-26", "2026-27");
    }
}
