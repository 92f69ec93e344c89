namespace QofFhir.Tests.Spec;

/// <summary>VI004: shingles vaccine at 70 to 79, for who reached 80 this year.</summary>
internal static class ShinglesSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("SHONE: other end", "only its presence is asked"),
        ("SHEITHER: other end", "only its presence is asked"),
        ("SHCON: other end", "only its presence is asked"),
        ("SHDEC: other end", "only its presence is asked"),
        ("SHDEC2: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable[] Who_reached_80_this_year_or_81_and_waits_for_a_second_dose = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                    | born       | events                                                        | VI004
        79                         | 1945-04-01 |                                                               | -
        80 on 31 March             | 1945-03-31 |                                                               | outstanding
        80 on 1 April              | 1944-04-01 |                                                               | outstanding
        80 a day before April      | 1944-03-31 |                                                               | excluded SHV2AGE
        81 on 1 April              | 1943-04-01 |                                                               | excluded SHV2AGE
        81 a day before April      | 1943-03-31 |                                                               | -
        81, waits                  | 1944-03-01 | SHVACGP1 2024-01-10                                           | outstanding
        81 on 31 March, waits      | 1944-03-31 | SHVACGP1 2024-01-10                                           | outstanding
        81 on 1 April, waits       | 1943-04-01 | SHVACGP1 2023-01-10                                           | outstanding
        81, second dose on 31 March | 1944-03-01 | SHVACGP1 2024-01-10, SHVACGP2 2024-03-31                      | excluded SHV2AGE
        81, second dose on 1 April | 1944-03-01 | SHVACGP1 2024-01-10, SHVACGP2 2024-04-01                      | achieved
        81, second dose at 80      | 1944-03-01 | SHVACGP1 2024-01-10, SHVACGP2 2025-02-28                      | achieved
        81, second dose on the birthday | 1944-03-01 | SHVACGP1 2024-01-10, SHVACGP2 2025-03-01                      | outstanding
        81, second dose before and since | 1944-03-01 | SHVACGP1 2024-01-10, SHVACGP2 2024-03-15, SHVACGP2 2024-06-01 | excluded SHV2AGE
        81, older vaccine          | 1944-03-01 | SHVACGP 2016-01-10                                            | excluded SHV2AGE
        81, older vaccine and a first dose | 1944-03-01 | SHVACGP 2016-01-10, SHVACGP1 2024-01-10                       | excluded SHV2AGE
        81, declined               | 1944-03-01 | SHVACGP1 2024-01-10, SHDEC 2024-01-11                         | adjusted SHDECV2
        81, contraindicated        | 1944-03-01 | SHVACGP1 2024-01-10, SHCON 2024-01-11                         | adjusted SHCON
        81, declined both          | 1944-03-01 | SHDEC 2023-01-11                                              | excluded SHV2AGE
        """).AlsoIn("2025-26", "2026-27");

    public static readonly SpecTable[] One_dose_of_the_older_vaccine_or_two_of_the_newer = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                 | born       | events                                                        | VI004
        none                    | 1944-06-15 |                                                               | outstanding
        older a day before 70   | 1944-06-15 | SHVACGP 2014-06-14                                            | outstanding
        older at 70             | 1944-06-15 | SHVACGP 2014-06-15                                            | achieved
        older, last day of 79   | 1944-06-15 | SHVACGP 2024-06-14                                            | achieved
        older at 80             | 1944-06-15 | SHVACGP 2024-06-15                                            | outstanding
        older elsewhere         | 1944-06-15 | SHVACOHP 2016-01-01                                           | achieved
        older twice             | 1944-06-15 | SHVACGP 2012-01-01, SHVACGP 2016-01-01                        | achieved
        older at 79 and 80      | 1944-06-15 | SHVACGP 2024-06-14, SHVACGP 2024-07-14                        | achieved
        both doses at 79        | 1944-06-15 | SHVACGP1 2024-01-01, SHVACGP2 2024-06-01                      | achieved
        second at 80            | 1944-06-15 | SHVACGP1 2024-06-14, SHVACGP2 2025-03-31                      | achieved
        second a day later      | 1944-06-15 | SHVACGP1 2024-01-01, SHVACGP2 2024-01-02                      | achieved
        second on the day       | 1944-06-15 | SHVACGP1 2024-01-01, SHVACGP2 2024-01-01                      | adjusted SHNOV2O80
        second before the first | 1944-06-15 | SHVACGP1 2024-01-01, SHVACGP2 2023-01-01                      | adjusted SHNOV2O80
        first at 80             | 1944-06-15 | SHVACGP1 2024-06-15, SHVACGP2 2024-09-01                      | outstanding
        first a day before 70   | 1944-06-15 | SHVACGP1 2014-06-14, SHVACGP2 2016-01-01                      | outstanding
        first at 70             | 1944-06-15 | SHVACGP1 2014-06-15, SHVACGP2 2016-01-01                      | achieved
        second only             | 1944-06-15 | SHVACGP2 2020-01-01                                           | outstanding
        second twice            | 1944-06-15 | SHVACGP1 2020-01-01, SHVACGP2 2020-03-01, SHVACGP2 2020-09-01 | achieved
        first twice             | 1944-06-15 | SHVACGP1 2020-01-01, SHVACGP2 2020-03-01, SHVACGP1 2020-09-01 | achieved
        """).AlsoIn("2025-26", "2026-27");

    public static readonly SpecTable[] Contraindicated_declined_or_between_two_doses = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                   | born       | events                                                     | VI004
        contraindicated long ago  | 1944-06-15 | SHCON 1999-01-01                                           | adjusted SHCON
        contraindicated on the last day | 1944-06-15 | SHCON 2025-03-31                                           | adjusted SHCON
        contraindicated a day later | 1944-06-15 | SHCON 2025-04-01                                           | outstanding
        contraindicated and again | 1944-06-15 | SHCON 1999-01-01, SHCON 2025-04-01                         | adjusted SHCON
        contraindicated, vaccinated | 1944-06-15 | SHCON 1999-01-01, SHVACGP 2020-01-01                       | achieved
        declined a day before 70  | 1944-06-15 | SHDEC 2014-06-14                                           | outstanding
        declined at 70            | 1944-06-15 | SHDEC 2014-06-15                                           | adjusted SHDECU80
        declined, last day of 79  | 1944-06-15 | SHDEC 2024-06-14                                           | adjusted SHDECU80
        declined at 80            | 1944-06-15 | SHDEC 2024-06-15                                           | outstanding
        declined, older at 80     | 1944-06-15 | SHDEC 2020-01-01, SHVACGP 2024-07-01                       | adjusted SHDECU80
        declined, second only     | 1944-06-15 | SHDEC 2020-01-01, SHVACGP2 2021-01-01                      | outstanding
        declined, second only at 80 | 1944-06-15 | SHDEC 2020-01-01, SHVACGP2 2024-06-15                      | adjusted SHDECU80
        declined, second only before 70 | 1944-06-15 | SHDEC 2020-01-01, SHVACGP2 2014-06-14                      | adjusted SHDECU80
        declined, second only at 70 | 1944-06-15 | SHDEC 2020-01-01, SHVACGP2 2014-06-15                      | outstanding
        declined, second on the last day of 79 | 1944-06-15 | SHDEC 2020-01-01, SHVACGP2 2024-06-14                      | outstanding
        declined, second only twice | 1944-06-15 | SHDEC 2020-01-01, SHVACGP2 2021-01-01, SHVACGP2 2024-07-01 | outstanding
        declined at 69 and 71     | 1944-06-15 | SHDEC 2014-01-01, SHDEC 2015-08-01                         | adjusted SHDECU80
        declined, contraindicated | 1944-06-15 | SHDEC 2020-01-01, SHCON 2020-01-01                         | adjusted SHCON
        declined, vaccinated      | 1944-06-15 | SHDEC 2020-01-01, SHVACGP 2021-01-01                       | achieved
        between doses             | 1944-06-15 | SHVACGP1 2020-01-01                                        | adjusted SHNOV2O80
        declined before the first | 1944-06-15 | SHDEC 2019-12-31, SHVACGP1 2020-01-01                      | adjusted SHNOV2O80
        declined on the day of the first | 1944-06-15 | SHDEC 2020-01-01, SHVACGP1 2020-01-01                      | adjusted SHNOV2O80
        declined a day later      | 1944-06-15 | SHDEC 2020-01-02, SHVACGP1 2020-01-01                      | adjusted SHDECV2
        declined at 80 after the first | 1944-06-15 | SHDEC 2025-03-31, SHVACGP1 2020-01-01                      | adjusted SHDECV2
        declined after the year   | 1944-06-15 | SHDEC 2025-04-01, SHVACGP1 2020-01-01                      | adjusted SHNOV2O80
        declined before and after | 1944-06-15 | SHDEC 2019-01-01, SHVACGP1 2020-01-01, SHDEC 2021-01-01    | adjusted SHDECV2
        declined, then both doses | 1944-06-15 | SHVACGP1 2020-01-01, SHDEC 2021-01-01, SHVACGP2 2021-06-01 | achieved
        80 on 1 April, between doses | 1944-04-01 | SHVACGP1 2020-01-01                                        | adjusted SHNOV2O80
        80 on 31 March, between doses | 1945-03-31 | SHVACGP1 2020-01-01                                        | adjusted SHNOV2O80
        """).AlsoIn("2025-26", "2026-27");
}
