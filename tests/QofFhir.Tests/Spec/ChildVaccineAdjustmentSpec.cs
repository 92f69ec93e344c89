namespace QofFhir.Tests.Spec;

/// <summary>VI001, VI002 and VI003: contraindications, and registrations too late for the course.</summary>
internal static class ChildVaccineAdjustmentSpec
{
    public static readonly SpecTable[] A_contraindication_before_8_months = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient          | born       | events                               | VI001
        the day before   | 2024-06-01 | DTPCON 2025-01-31                    | adjusted DTPCON
        on the day       | 2024-06-01 | DTPCON 2025-02-01                    | outstanding
        before and after | 2024-06-01 | DTPCON 2024-08-01, DTPCON 2025-03-01 | adjusted DTPCON
        and three doses  | 2024-06-01 | DTPCON 2024-12-01, 6IN1VAC 2024-08-01, 6IN1VAC 2024-09-01, 6IN1VAC 2024-10-01 | achieved
        of MMR           | 2024-06-01 | MMRCON 2024-12-01                    | outstanding
        """).AlsoIn("2025-26", "2026-27");

    public static readonly SpecTable[] A_contraindication_up_to_18_months = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient          | born       | events                                | VI002
        on the day       | 2023-06-15 | MMRCON 2024-12-15                     | adjusted MMRCON
        a day later      | 2023-06-15 | MMRCON 2024-12-16                     | outstanding
        before 12 months | 2023-06-15 | MMRCON 2023-09-01                     | adjusted MMRCON
        before and after | 2023-06-15 | MMRCON 2024-08-01, MMRCON 2025-02-01  | adjusted MMRCON
        and a dose       | 2023-06-15 | MMRCON 2024-08-01, MMRVAC1 2024-07-01 | achieved
        """).AlsoIn("2025-26", "2026-27");

    public static readonly SpecTable[] A_contraindication_of_each_vaccine_that_is_missing = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                 | born       | events                                                        | VI003
        both                    | 2019-06-15 | MMRCON 2024-06-14, DTAPIPVCON 2024-06-14                      | adjusted MMRDTAPCON
        booster missing         | 2019-06-15 | MMRVAC1 2020-06-15, MMRVAC2 2024-06-14, DTAPIPVCON 2024-06-14 | adjusted MMRDTAPCON
        MMR missing             | 2019-06-15 | DTAPIPVVACBOOST 2024-06-14, MMRCON 2024-06-14                 | adjusted MMRDTAPCON
        MMR only                | 2019-06-15 | MMRCON 2024-06-14                                             | outstanding
        booster only            | 2019-06-15 | DTAPIPVCON 2024-06-14                                         | outstanding
        booster missing, other contraindication | 2019-06-15 | MMRVAC1 2020-06-15, MMRVAC2 2024-06-14, MMRCON 2024-06-14     | outstanding
        MMR missing, other contraindication | 2019-06-15 | DTAPIPVVACBOOST 2024-06-14, DTAPIPVCON 2024-06-14             | outstanding
        MMR on the birthday     | 2019-06-15 | MMRCON 2024-06-15, DTAPIPVCON 2024-06-14                      | outstanding
        booster on the birthday | 2019-06-15 | MMRCON 2024-06-14, DTAPIPVCON 2024-06-15                      | outstanding
        before and after        | 2019-06-15 | MMRCON 2020-06-14, MMRCON 2024-07-14, DTAPIPVCON 2020-06-14, DTAPIPVCON 2024-07-14 | adjusted MMRDTAPCON
        one MMR is not enough   | 2019-06-15 | MMRVAC1 2020-06-15, DTAPIPVCON 2024-06-14                     | outstanding
        a booster too late      | 2019-06-15 | DTAPIPVVACBOOST 2024-06-15, MMRCON 2024-06-14                 | outstanding
        a booster twice         | 2019-06-15 | DTAPIPVVACBOOST 2023-06-15, DTAPIPVVACBOOST 2024-08-15, MMRCON 2024-06-14 | adjusted MMRDTAPCON
        all the same            | 2019-06-15 | MMRVAC1 2020-06-15, MMRVAC2 2024-06-14, DTAPIPVVACBOOST 2024-06-14, MMRCON 2024-06-14, DTAPIPVCON 2024-06-14 | achieved
        """).AlsoIn("2025-26", "2026-27");

    public static readonly SpecTable[] Registered_too_late_for_three_doses = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient         | born       | registered | events                                                     | VI001
        at birth        | 2024-06-01 | 2024-06-01 |                                                            | outstanding
        57 days before  | 2024-06-01 | 2024-12-06 |                                                            | outstanding
        56 days before  | 2024-06-01 | 2024-12-07 |                                                            | adjusted PCADTP
        after 8 months  | 2024-06-01 | 2025-03-01 |                                                            | adjusted PCADTP
        contraindicated | 2024-06-01 | 2024-12-07 | DTPCON 2024-12-10                                          | adjusted DTPCON
        and three doses | 2024-06-01 | 2024-12-07 | 6IN1VAC 2024-08-01, 6IN1VAC 2024-09-01, 6IN1VAC 2024-10-01 | achieved
        """).AlsoIn("2025-26", "2026-27");

    public static readonly SpecTable[] Registered_too_late_for_one_MMR = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                 | born       | registered | events             | VI002
        at birth                | 2023-06-15 | 2023-06-15 |                    | outstanding
        on the day of 18 months | 2023-06-15 | 2024-12-15 |                    | outstanding
        a day later             | 2023-06-15 | 2024-12-16 |                    | adjusted PCAMMR1
        contraindicated         | 2023-06-15 | 2024-12-16 | MMRCON 2024-12-10  | adjusted MMRCON
        and a dose              | 2023-06-15 | 2024-12-16 | MMRVAC1 2024-07-01 | achieved
        """).AlsoIn("2025-26", "2026-27");

    public static readonly SpecTable[] Registered_too_late_for_two_MMR = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient            | born       | registered | events                                   | VI003
        at birth           | 2019-06-15 | 2019-06-15 |                                          | outstanding
        29 days before     | 2019-06-15 | 2024-05-17 |                                          | outstanding
        28 days before     | 2019-06-15 | 2024-05-18 |                                          | adjusted PCAMMRDTAP
        after the birthday | 2019-06-15 | 2024-08-01 |                                          | adjusted PCAMMRDTAP
        contraindicated    | 2019-06-15 | 2024-05-18 | MMRCON 2024-06-10, DTAPIPVCON 2024-06-10 | adjusted MMRDTAPCON
        and all doses      | 2019-06-15 | 2024-05-18 | MMRVAC1 2020-06-15, MMRVAC2 2024-06-14, DTAPIPVVACBOOST 2024-06-14 | achieved
        """).AlsoIn("2025-26", "2026-27");
}
