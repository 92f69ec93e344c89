namespace QofFhir.Tests.Spec;

/// <summary>OST004, and the populations of OST002 and OST005: QOF business rules, OSTEO1_REG and OSTEO2_REG.</summary>
internal static class OsteoporosisSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("DXA: other end", "only its presence is asked"),
        ("DXAT: other end", "only its presence is asked"),
        ("DXAT: highest for lowest", "only its presence is asked"),
        ("OSTEO: other end", "only its presence is asked, but by DIAG1_DAT of v40"),
        ("FF12: other end", "only its presence is asked"),
        ("FF14: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable A_fragility_fracture_and_osteoporosis = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient                  | born       | events                                                         | OST002      | OST004      | OST005
        75 yesterday             | 1944-03-30 | FF 2014-04-01, OSTEO 2014-05-01                                | -           | on-register | outstanding
        75 today                 | 1944-03-31 | FF 2014-04-01, OSTEO 2014-05-01                                | -           | on-register | outstanding
        75 tomorrow              | 1944-04-01 | FF 2014-04-01, OSTEO 2014-05-01                                | -           | -           | -
        75 tomorrow, scanned     | 1944-04-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | outstanding | on-register | -
        75 today, scanned        | 1944-03-31 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | -           | -           | -
        74                       | 1944-06-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | outstanding | on-register | -
        76                       | 1943-03-31 | FF 2014-04-01, OSTEO 2014-05-01                                | -           | on-register | outstanding
        50 yesterday             | 1969-03-30 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | outstanding | on-register | -
        50 today                 | 1969-03-31 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | outstanding | on-register | -
        50 tomorrow              | 1969-04-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | -           | -           | -
        51                       | 1968-03-31 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | outstanding | on-register | -
        60, nothing              | 1959-01-01 |                                                                | -           | -           | -
        60, fracture on 31 March | 1959-01-01 | FF 2012-03-31, OSTEO 2014-05-01, DXA 2014-05-01                | -           | -           | -
        60, fractures before and since | 1959-01-01 | FF 2010-01-01, FF 2015-01-01, OSTEO 2014-05-01, DXA 2014-05-01 | outstanding | on-register | -
        60, no fracture          | 1959-01-01 | OSTEO 2014-05-01, DXA 2014-05-01                               | -           | -           | -
        60, no osteoporosis      | 1959-01-01 | FF 2012-04-01, DXA 2014-05-01                                  | -           | -           | -
        60, no scan              | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01                                | -           | -           | -
        60, T -2.5               | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA2 -2.5 2014-05-01          | outstanding | on-register | -
        60, T -2.4               | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA2 -2.4 2014-05-01          | -           | -           | -
        60, T -2.6               | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA2 -2.6 2014-05-01          | outstanding | on-register | -
        60, T -3.6               | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA2 -3.6 2014-05-01          | outstanding | on-register | -
        60, T -1.5 and -2.5      | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA2 -1.5 2014-05-01, DXA2 -2.5 2016-05-01 | outstanding | on-register | -
        60, T and code           | 1959-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2010-05-01, DXA2 -1.0 2016-05-01 | outstanding | on-register | -
        80, fracture on 31 March | 1939-01-01 | FF 2014-03-31, OSTEO 2014-05-01                                | -           | -           | -
        80, fracture on 1 April  | 1939-01-01 | FF 2014-04-01, OSTEO 2014-05-01                                | -           | on-register | outstanding
        80, fractures before and since | 1939-01-01 | FF 2010-01-01, FF 2015-01-01, OSTEO 2014-05-01                 | -           | on-register | outstanding
        80, no osteoporosis      | 1939-01-01 | FF 2014-04-01                                                  | -           | -           | -
        80, no fracture          | 1939-01-01 | OSTEO 2014-05-01, DXA 2014-05-01                               | -           | -           | -
        80, on the last day      | 1939-01-01 | FF 2019-03-31, OSTEO 2019-03-31                                | -           | on-register | adjusted DIAG1_DAT
        80, after the year       | 1939-01-01 | FF 2019-04-01, OSTEO 2019-04-01                                | -           | -           | -
        """);

    public static readonly SpecTable The_same_register_a_year_later = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient                  | born       | events                                                         | OST004
        75 yesterday             | 1945-03-30 | FF 2014-04-01, OSTEO 2014-05-01                                | on-register
        75 today                 | 1945-03-31 | FF 2014-04-01, OSTEO 2014-05-01                                | on-register
        75 tomorrow              | 1945-04-01 | FF 2014-04-01, OSTEO 2014-05-01                                | -
        75 tomorrow, scanned     | 1945-04-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | on-register
        75 today, scanned        | 1945-03-31 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | -
        74                       | 1945-06-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | on-register
        76                       | 1944-03-31 | FF 2014-04-01, OSTEO 2014-05-01                                | on-register
        50 yesterday             | 1970-03-30 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | on-register
        50 today                 | 1970-03-31 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | on-register
        50 tomorrow              | 1970-04-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | -
        51                       | 1969-03-31 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | on-register
        60, nothing              | 1960-01-01 |                                                                | -
        60, fracture on 31 March | 1960-01-01 | FF 2012-03-31, OSTEO 2014-05-01, DXA 2014-05-01                | -
        60, fractures before and since | 1960-01-01 | FF 2010-01-01, FF 2015-01-01, OSTEO 2014-05-01, DXA 2014-05-01 | on-register
        60, no fracture          | 1960-01-01 | OSTEO 2014-05-01, DXA 2014-05-01                               | -
        60, no osteoporosis      | 1960-01-01 | FF 2012-04-01, DXA 2014-05-01                                  | -
        60, no scan              | 1960-01-01 | FF 2012-04-01, OSTEO 2014-05-01                                | -
        60, T -2.5               | 1960-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA2 -2.5 2014-05-01          | on-register
        60, T -2.4               | 1960-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA2 -2.4 2014-05-01          | -
        60, T -2.6               | 1960-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA2 -2.6 2014-05-01          | on-register
        60, T -3.6               | 1960-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA2 -3.6 2014-05-01          | on-register
        60, T -1.5 and -2.5      | 1960-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA2 -1.5 2014-05-01, DXA2 -2.5 2016-05-01 | on-register
        60, T and code           | 1960-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2010-05-01, DXA2 -1.0 2016-05-01 | on-register
        80, fracture on 31 March | 1940-01-01 | FF 2014-03-31, OSTEO 2014-05-01                                | -
        80, fracture on 1 April  | 1940-01-01 | FF 2014-04-01, OSTEO 2014-05-01                                | on-register
        80, fractures before and since | 1940-01-01 | FF 2010-01-01, FF 2015-01-01, OSTEO 2014-05-01                 | on-register
        80, no osteoporosis      | 1940-01-01 | FF 2014-04-01                                                  | -
        80, no fracture          | 1940-01-01 | OSTEO 2014-05-01, DXA 2014-05-01                               | -
        80, on the last day      | 1940-01-01 | FF 2020-03-31, OSTEO 2020-03-31                                | on-register
        80, after the year       | 1940-01-01 | FF 2020-04-01, OSTEO 2020-04-01                                | -
        """);

    public static readonly SpecTable The_same_register_in_2025 = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                  | born       | events                                                         | OST004
        75 yesterday             | 1950-03-30 | FF 2014-04-01, OSTEO 2014-05-01                                | on-register
        75 today                 | 1950-03-31 | FF 2014-04-01, OSTEO 2014-05-01                                | on-register
        75 tomorrow              | 1950-04-01 | FF 2014-04-01, OSTEO 2014-05-01                                | -
        75 tomorrow, scanned     | 1950-04-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | on-register
        75 today, scanned        | 1950-03-31 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | -
        74                       | 1950-06-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | on-register
        76                       | 1949-03-31 | FF 2014-04-01, OSTEO 2014-05-01                                | on-register
        50 yesterday             | 1975-03-30 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | on-register
        50 today                 | 1975-03-31 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | on-register
        50 tomorrow              | 1975-04-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | -
        51                       | 1974-03-31 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2014-05-01                | on-register
        60, nothing              | 1965-01-01 |                                                                | -
        60, fracture on 31 March | 1965-01-01 | FF 2012-03-31, OSTEO 2014-05-01, DXA 2014-05-01                | -
        60, fractures before and since | 1965-01-01 | FF 2010-01-01, FF 2015-01-01, OSTEO 2014-05-01, DXA 2014-05-01 | on-register
        60, no fracture          | 1965-01-01 | OSTEO 2014-05-01, DXA 2014-05-01                               | -
        60, no osteoporosis      | 1965-01-01 | FF 2012-04-01, DXA 2014-05-01                                  | -
        60, no scan              | 1965-01-01 | FF 2012-04-01, OSTEO 2014-05-01                                | -
        60, T -2.5               | 1965-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA2 -2.5 2014-05-01          | on-register
        60, T -2.4               | 1965-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA2 -2.4 2014-05-01          | -
        60, T -2.6               | 1965-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA2 -2.6 2014-05-01          | on-register
        60, T -3.6               | 1965-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA2 -3.6 2014-05-01          | on-register
        60, T -1.5 and -2.5      | 1965-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA2 -1.5 2014-05-01, DXA2 -2.5 2016-05-01 | on-register
        60, T and code           | 1965-01-01 | FF 2012-04-01, OSTEO 2014-05-01, DXA 2010-05-01, DXA2 -1.0 2016-05-01 | on-register
        80, fracture on 31 March | 1945-01-01 | FF 2014-03-31, OSTEO 2014-05-01                                | -
        80, fracture on 1 April  | 1945-01-01 | FF 2014-04-01, OSTEO 2014-05-01                                | on-register
        80, fractures before and since | 1945-01-01 | FF 2010-01-01, FF 2015-01-01, OSTEO 2014-05-01                 | on-register
        80, no osteoporosis      | 1945-01-01 | FF 2014-04-01                                                  | -
        80, no fracture          | 1945-01-01 | OSTEO 2014-05-01, DXA 2014-05-01                               | -
        80, on the last day      | 1945-01-01 | FF 2025-03-31, OSTEO 2025-03-31                                | on-register
        80, after the year       | 1945-01-01 | FF 2025-04-01, OSTEO 2025-04-01                                | -
        """);
}
