namespace QofFhir.Tests.Spec;

/// <summary>VI001, VI002 and VI003: who is asked for, and the doses that count.</summary>
internal static class ChildVaccineSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("VICC002_REG row 1: part 1: AtMost as Less", "nobody reaches 18 months on 31 March: there is no 31 September"),
    ];

    public static readonly SpecTable[] Who_reached_8_months_18_months_or_5_years_this_year = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                    | born       | events | VI001       | VI002       | VI003
        8 months on 31 March 2024  | 2023-07-31 |        | -           | outstanding | -
        8 months on 1 April 2024   | 2023-08-01 |        | outstanding | outstanding | -
        8 months on 31 March 2025  | 2024-07-31 |        | outstanding | -           | -
        8 months on 1 April 2025   | 2024-08-01 |        | -           | -           | -
        18 months on 30 March 2024 | 2022-09-30 |        | -           | -           | -
        18 months on 1 April 2024  | 2022-10-01 |        | -           | outstanding | -
        18 months on 30 March 2025 | 2023-09-30 |        | outstanding | outstanding | -
        18 months on 1 April 2025  | 2023-10-01 |        | outstanding | -           | -
        5 years on 31 March 2024   | 2019-03-31 |        | -           | -           | -
        5 years on 1 April 2024    | 2019-04-01 |        | -           | -           | outstanding
        5 years on 31 March 2025   | 2020-03-31 |        | -           | -           | outstanding
        5 years on 1 April 2025    | 2020-04-01 |        | -           | -           | -
        """).AlsoIn("2025-26", "2026-27");

    public static readonly SpecTable[] Three_doses_before_8_months = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient              | born       | events                                                         | VI001
        none                 | 2024-06-01 |                                                                | outstanding
        two                  | 2024-06-01 | 6IN1VAC 2024-08-01, 6IN1VAC 2024-09-01                         | outstanding
        three                | 2024-06-01 | 6IN1VAC 2024-08-01, 6IN1VAC 2024-09-01, 6IN1VAC 2024-10-01     | achieved
        four                 | 2024-06-01 | 6IN1VAC 2024-08-01, 6IN1VAC 2024-09-01, 6IN1VAC 2024-10-01, 6IN1VAC 2024-11-01 | achieved
        third the day before | 2024-06-01 | 6IN1VAC 2024-08-01, 6IN1VAC 2024-09-01, 6IN1VAC 2025-01-31     | achieved
        third on the day     | 2024-06-01 | 6IN1VAC 2024-08-01, 6IN1VAC 2024-09-01, 6IN1VAC 2025-02-01     | outstanding
        vaccine and product on a day | 2024-06-01 | 6IN1VAC 2024-08-01, 6IN1VAC 2024-09-01, 6IN1VACDRUG 2024-08-01, 6IN1VACDRUG 2024-09-01 | outstanding
        two and a third a day later | 2024-06-01 | 6IN1VAC 2024-08-01, 6IN1VAC 2024-09-01, 6IN1VAC 2024-09-02     | achieved
        third 4IN1VAC        | 2024-06-01 | 6IN1VAC 2024-08-01, 6IN1VAC 2024-09-01, 4IN1VAC 2024-10-01     | achieved
        third 4IN1VACDRUG    | 2024-06-01 | 6IN1VAC 2024-08-01, 6IN1VAC 2024-09-01, 4IN1VACDRUG 2024-10-01 | achieved
        third 5IN1VAC        | 2024-06-01 | 6IN1VAC 2024-08-01, 6IN1VAC 2024-09-01, 5IN1VAC 2024-10-01     | achieved
        third 5IN1VACDRUG    | 2024-06-01 | 6IN1VAC 2024-08-01, 6IN1VAC 2024-09-01, 5IN1VACDRUG 2024-10-01 | achieved
        third 6IN1VAC        | 2024-06-01 | 5IN1VAC 2024-08-01, 4IN1VAC 2024-09-01, 6IN1VAC 2024-10-01     | achieved
        third 6IN1VACDRUG    | 2024-06-01 | 5IN1VAC 2024-08-01, 4IN1VAC 2024-09-01, 6IN1VACDRUG 2024-10-01 | achieved
        """).AlsoIn("2025-26", "2026-27");

    public static readonly SpecTable[] MMR_from_the_first_birthday_to_18_months = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                  | born       | events                                 | VI002
        none                     | 2023-06-15 |                                        | outstanding
        the day before 12 months | 2023-06-15 | MMRVAC1 2024-06-14                     | outstanding
        on the first birthday    | 2023-06-15 | MMRVAC1 2024-06-15                     | achieved
        on the day of 18 months  | 2023-06-15 | MMRVAC1 2024-12-15                     | achieved
        a day later              | 2023-06-15 | MMRVAC1 2024-12-16                     | outstanding
        too early, then in time  | 2023-06-15 | MMRVAC1 2024-06-01, MMRVAC1 2024-07-01 | achieved
        in time and later        | 2023-06-15 | MMRVAC1 2024-07-01, MMRVAC2 2025-01-10 | achieved
        second dose coded        | 2023-06-15 | MMRVAC2 2024-08-01                     | achieved
        elsewhere                | 2023-06-15 | MMROHPVAC 2024-08-01                   | achieved
        product                  | 2023-06-15 | MMRVACDRUG 2024-08-01                  | achieved
        another vaccine          | 2023-06-15 | 6IN1VAC 2024-08-01                     | outstanding
        """).AlsoIn("2025-26", "2026-27");

    public static readonly SpecTable[] Two_MMR_and_the_booster_before_the_fifth_birthday = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                    | born       | events                                         | VI003
        none                       | 2019-06-15 |                                                | outstanding
        all in time                | 2019-06-15 | MMRVAC1 2020-06-15, MMRVAC2 2024-06-14, DTAPIPVVACBOOST 2024-06-14 | achieved
        first MMR a day early      | 2019-06-15 | MMRVAC1 2020-06-14, MMRVAC2 2024-06-14, DTAPIPVVACBOOST 2024-06-14 | outstanding
        second MMR on the birthday | 2019-06-15 | MMRVAC1 2020-06-15, MMRVAC2 2024-06-15, DTAPIPVVACBOOST 2024-06-14 | outstanding
        booster on the birthday    | 2019-06-15 | MMRVAC1 2020-06-15, MMRVAC2 2024-06-14, DTAPIPVVACBOOST 2024-06-15 | outstanding
        no booster                 | 2019-06-15 | MMRVAC1 2020-06-15, MMRVAC2 2024-06-14         | outstanding
        one MMR                    | 2019-06-15 | MMRVAC1 2020-06-15, DTAPIPVVACBOOST 2024-06-14 | outstanding
        one MMR, coded twice       | 2019-06-15 | MMRVAC1 2020-06-15, MMRVACDRUG 2020-06-15, DTAPIPVVACBOOST 2024-06-14 | outstanding
        three MMR                  | 2019-06-15 | MMRVAC1 2020-06-15, MMRVAC2 2024-06-14, MMRVAC2 2022-01-01, DTAPIPVVACBOOST 2024-06-14 | achieved
        elsewhere                  | 2019-06-15 | MMRVAC1 2020-06-15, MMROHPVAC 2023-06-14, DTAPIPVVACBOOST 2024-06-14 | achieved
        product                    | 2019-06-15 | MMRVAC1 2020-06-15, MMRVACDRUG 2023-06-14, DTAPIPVVACBOOST 2024-06-14 | achieved
        first codes only           | 2019-06-15 | MMRVAC1 2020-06-15, MMRVAC1 2023-06-14, DTAPIPVVACBOOST 2024-06-14 | achieved
        second codes only          | 2019-06-15 | MMRVAC2 2020-06-15, MMRVAC2 2023-06-14, DTAPIPVVACBOOST 2024-06-14 | achieved
        booster twice              | 2019-06-15 | MMRVAC1 2020-06-15, MMRVAC2 2024-06-14, DTAPIPVVACBOOST 2023-06-14, DTAPIPVVACBOOST 2024-08-01 | achieved
        """).AlsoIn("2025-26", "2026-27");
}
