namespace QofFhir.Tests.Spec;

/// <summary>DM020 (58 mmol/mol, without moderate or severe frailty) and DM021 (75, with it): the same rows in both years.</summary>
internal static class Hba1cSpec
{
    public static readonly SpecTable[] The_last_HbA1c_decides = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient            | born       | events                                                                  | DM020       | DM021
        no test            | 1960-01-01 | DM 2010-01-01                                                           | outstanding | excluded MDSEVFRAIL
        no diabetes        | 1960-01-01 | IFCCHBAM 50 2026-05-01                                                  | -           | -
        57                 | 1960-01-01 | DM 2010-01-01, IFCCHBAM 57 2026-05-01                                   | achieved    | excluded MDSEVFRAIL
        58                 | 1960-01-01 | DM 2010-01-01, IFCCHBAM 58 2026-05-01                                   | achieved    | excluded MDSEVFRAIL
        58.01              | 1960-01-01 | DM 2010-01-01, IFCCHBAM 58.01 2026-05-01                                | outstanding | excluded MDSEVFRAIL
        59                 | 1960-01-01 | DM 2010-01-01, IFCCHBAM 59 2026-05-01                                   | outstanding | excluded MDSEVFRAIL
        frail 74           | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, IFCCHBAM 74 2026-05-01              | excluded MDSEVFRAIL | achieved
        frail 75           | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, IFCCHBAM 75 2026-05-01              | excluded MDSEVFRAIL | achieved
        frail 76           | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, IFCCHBAM 76 2026-05-01              | excluded MDSEVFRAIL | outstanding
        frail, no test     | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01                                      | excluded MDSEVFRAIL | outstanding
        good, then high    | 1960-01-01 | DM 2010-01-01, IFCCHBAM 50 2026-05-01, IFCCHBAM 70 2026-06-01           | outstanding | excluded MDSEVFRAIL
        high, then good    | 1960-01-01 | DM 2010-01-01, IFCCHBAM 70 2026-05-01, IFCCHBAM 50 2026-06-01           | achieved    | excluded MDSEVFRAIL
        lowest of the day  | 1960-01-01 | DM 2010-01-01, IFCCHBAM 60 2026-05-01, IFCCHBAM 55 2026-05-01           | achieved    | excluded MDSEVFRAIL
        other way round    | 1960-01-01 | DM 2010-01-01, IFCCHBAM 55 2026-05-01, IFCCHBAM 60 2026-05-01           | achieved    | excluded MDSEVFRAIL
        without value last | 1960-01-01 | DM 2010-01-01, IFCCHBAM 50 2026-05-01, IFCCHBAM 2026-06-01              | achieved    | excluded MDSEVFRAIL
        without value only | 1960-01-01 | DM 2010-01-01, IFCCHBAM 2026-06-01                                      | outstanding | excluded MDSEVFRAIL
        below 58           | 1960-01-01 | DM 2010-01-01, IFCCHBAM <58 2026-05-01                                  | achieved    | excluded MDSEVFRAIL
        below 59           | 1960-01-01 | DM 2010-01-01, IFCCHBAM <59 2026-05-01                                  | outstanding | excluded MDSEVFRAIL
        above 50           | 1960-01-01 | DM 2010-01-01, IFCCHBAM >50 2026-05-01                                  | outstanding | excluded MDSEVFRAIL
        """).AlsoIn("2019-20", "2024-25", "2025-26");

    public static readonly SpecTable[] The_test_lies_in_the_twelve_months_to_the_year_end = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient        | born       | events                                                     | DM020       | DM021
        30 March       | 1960-01-01 | DM 2010-01-01, IFCCHBAM 50 2026-03-30                      | outstanding | excluded MDSEVFRAIL
        31 March       | 1960-01-01 | DM 2010-01-01, IFCCHBAM 50 2026-03-31                      | outstanding | excluded MDSEVFRAIL
        1 April        | 1960-01-01 | DM 2010-01-01, IFCCHBAM 50 2026-04-01                      | achieved    | excluded MDSEVFRAIL
        last day       | 1960-01-01 | DM 2010-01-01, IFCCHBAM 50 2027-03-31                      | achieved    | excluded MDSEVFRAIL
        day after      | 1960-01-01 | DM 2010-01-01, IFCCHBAM 50 2027-04-01                      | outstanding | excluded MDSEVFRAIL
        frail 31 March | 1960-01-01 | DM 2010-01-01, SEVFRAIL 2020-01-01, IFCCHBAM 50 2026-03-31 | excluded MDSEVFRAIL | outstanding
        frail 1 April  | 1960-01-01 | DM 2010-01-01, SEVFRAIL 2020-01-01, IFCCHBAM 50 2026-04-01 | excluded MDSEVFRAIL | achieved
        frail day after | 1960-01-01 | DM 2010-01-01, SEVFRAIL 2020-01-01, IFCCHBAM 50 2027-04-01 | excluded MDSEVFRAIL | outstanding
        """).AlsoIn("2019-20", "2024-25", "2025-26");

    public static readonly SpecTable[] The_latest_frailty_code_chooses_the_indicator = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient           | born       | events                                                   | DM020               | DM021
        not frail         | 1960-01-01 | DM 2010-01-01                                            | outstanding         | excluded MDSEVFRAIL
        mild              | 1960-01-01 | DM 2010-01-01, MILDFRAIL 2020-01-01                      | outstanding         | excluded MDSEVFRAIL
        moderate          | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01                       | excluded MDSEVFRAIL | outstanding
        severe            | 1960-01-01 | DM 2010-01-01, SEVFRAIL 2020-01-01                       | excluded MDSEVFRAIL | outstanding
        both              | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, SEVFRAIL 2021-01-01  | excluded MDSEVFRAIL | outstanding
        mild before       | 1960-01-01 | DM 2010-01-01, MILDFRAIL 2019-12-31, MODFRAIL 2020-01-01 | excluded MDSEVFRAIL | outstanding
        mild the same day | 1960-01-01 | DM 2010-01-01, MILDFRAIL 2020-01-01, MODFRAIL 2020-01-01 | excluded MDSEVFRAIL | outstanding
        mild a day later  | 1960-01-01 | DM 2010-01-01, MILDFRAIL 2020-01-02, MODFRAIL 2020-01-01 | outstanding         | excluded MDSEVFRAIL
        mild with severe  | 1960-01-01 | DM 2010-01-01, MILDFRAIL 2020-01-01, SEVFRAIL 2020-01-01 | excluded MDSEVFRAIL | outstanding
        recovered         | 1960-01-01 | DM 2010-01-01, SEVFRAIL 2020-01-01, MILDFRAIL 2021-01-01 | outstanding         | excluded MDSEVFRAIL
        worse again       | 1960-01-01 | DM 2010-01-01, SEVFRAIL 2020-01-01, MILDFRAIL 2021-01-01, MODFRAIL 2022-01-01 | excluded MDSEVFRAIL | outstanding
        last day          | 1960-01-01 | DM 2010-01-01, MODFRAIL 2027-03-31                       | excluded MDSEVFRAIL | outstanding
        after the year    | 1960-01-01 | DM 2010-01-01, MODFRAIL 2027-04-01                       | outstanding         | excluded MDSEVFRAIL
        frail and all     | 1960-01-01 | DM 2026-09-01, MODFRAIL 2020-01-01, DMMAX 2026-06-01     | excluded MDSEVFRAIL | adjusted DMMAX
        """).AlsoIn("2019-20", "2024-25", "2025-26");

    public static readonly SpecTable[] Fructosamine_adjusts_only_without_an_HbA1c_in_the_year = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient             | born       | events                                                              | DM020            | DM021
        31 March            | 1960-01-01 | DM 2010-01-01, SERFRUC 2026-03-31                                   | outstanding      | excluded MDSEVFRAIL
        1 April             | 1960-01-01 | DM 2010-01-01, SERFRUC 2026-04-01                                   | adjusted IFCCHBA | excluded MDSEVFRAIL
        last day            | 1960-01-01 | DM 2010-01-01, SERFRUC 2027-03-31                                   | adjusted IFCCHBA | excluded MDSEVFRAIL
        day after           | 1960-01-01 | DM 2010-01-01, SERFRUC 2027-04-01                                   | outstanding      | excluded MDSEVFRAIL
        old and new         | 1960-01-01 | DM 2010-01-01, SERFRUC 2024-04-01, SERFRUC 2026-05-01               | adjusted IFCCHBA | excluded MDSEVFRAIL
        HbA1c before        | 1960-01-01 | DM 2010-01-01, SERFRUC 2026-05-01, IFCCHBAM 70 2026-03-31           | adjusted IFCCHBA | excluded MDSEVFRAIL
        HbA1c high          | 1960-01-01 | DM 2010-01-01, SERFRUC 2026-05-01, IFCCHBAM 70 2026-04-01           | outstanding      | excluded MDSEVFRAIL
        HbA1c good          | 1960-01-01 | DM 2010-01-01, SERFRUC 2026-05-01, IFCCHBAM 50 2026-04-01           | achieved         | excluded MDSEVFRAIL
        frail               | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, SERFRUC 2026-05-01              | excluded MDSEVFRAIL | adjusted IFCCHBA
        frail with HbA1c    | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, SERFRUC 2026-05-01, IFCCHBAM 80 2026-06-01 | excluded MDSEVFRAIL | outstanding
        frail on 31 March   | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, SERFRUC 2026-03-31              | excluded MDSEVFRAIL | outstanding
        frail on 1 April    | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, SERFRUC 2026-04-01              | excluded MDSEVFRAIL | adjusted IFCCHBA
        frail, HbA1c before | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, SERFRUC 2026-05-01, IFCCHBAM 80 2026-03-31 | excluded MDSEVFRAIL | adjusted IFCCHBA
        frail, HbA1c 1 April | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, SERFRUC 2026-05-01, IFCCHBAM 80 2026-04-01 | excluded MDSEVFRAIL | outstanding
        """).AlsoIn("2019-20", "2024-25", "2025-26");

    public static readonly SpecTable[] An_adjustment_lasts_for_the_year = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient             | born       | events                                                      | DM020               | DM021
        DMMAX 31 March      | 1960-01-01 | DM 2010-01-01, DMMAX 2026-03-31                             | outstanding         | excluded MDSEVFRAIL
        DMMAX 1 April       | 1960-01-01 | DM 2010-01-01, DMMAX 2026-04-01                             | adjusted DMMAX      | excluded MDSEVFRAIL
        DMMAX last day      | 1960-01-01 | DM 2010-01-01, DMMAX 2027-03-31                             | adjusted DMMAX      | excluded MDSEVFRAIL
        DMMAX day after     | 1960-01-01 | DM 2010-01-01, DMMAX 2027-04-01                             | outstanding         | excluded MDSEVFRAIL
        DMMAX old and new   | 1960-01-01 | DM 2010-01-01, DMMAX 2020-04-01, DMMAX 2026-05-01           | adjusted DMMAX      | excluded MDSEVFRAIL
        DMMAX, HbA1c high   | 1960-01-01 | DM 2010-01-01, DMMAX 2026-05-01, IFCCHBAM 90 2026-06-01     | adjusted DMMAX      | excluded MDSEVFRAIL
        PCAPU 31 March      | 1960-01-01 | DM 2010-01-01, DMPCAPU 2026-03-31                           | outstanding         | excluded MDSEVFRAIL
        PCAPU 1 April       | 1960-01-01 | DM 2010-01-01, DMPCAPU 2026-04-01                           | adjusted DMPCAPU    | excluded MDSEVFRAIL
        PCAPU last day      | 1960-01-01 | DM 2010-01-01, DMPCAPU 2027-03-31                           | adjusted DMPCAPU    | excluded MDSEVFRAIL
        PCAPU old and new   | 1960-01-01 | DM 2010-01-01, DMPCAPU 2020-04-01, DMPCAPU 2026-05-01       | adjusted DMPCAPU    | excluded MDSEVFRAIL
        BLDTEST 31 March    | 1960-01-01 | DM 2010-01-01, BLDTESTDEC 2026-03-31                        | outstanding         | excluded MDSEVFRAIL
        BLDTEST 1 April     | 1960-01-01 | DM 2010-01-01, BLDTESTDEC 2026-04-01                        | adjusted BLDTESTDEC | excluded MDSEVFRAIL
        BLDTEST last day    | 1960-01-01 | DM 2010-01-01, BLDTESTDEC 2027-03-31                        | adjusted BLDTESTDEC | excluded MDSEVFRAIL
        BLDTEST old and new | 1960-01-01 | DM 2010-01-01, BLDTESTDEC 2020-04-01, BLDTESTDEC 2026-05-01 | adjusted BLDTESTDEC | excluded MDSEVFRAIL
        PCADEC 31 March     | 1960-01-01 | DM 2010-01-01, DMPCADEC 2026-03-31                          | outstanding         | excluded MDSEVFRAIL
        PCADEC 1 April      | 1960-01-01 | DM 2010-01-01, DMPCADEC 2026-04-01                          | adjusted DMPCADEC   | excluded MDSEVFRAIL
        PCADEC last day     | 1960-01-01 | DM 2010-01-01, DMPCADEC 2027-03-31                          | adjusted DMPCADEC   | excluded MDSEVFRAIL
        PCADEC old and new  | 1960-01-01 | DM 2010-01-01, DMPCADEC 2020-04-01, DMPCADEC 2026-05-01     | adjusted DMPCADEC   | excluded MDSEVFRAIL
        BPDEC is no reason  | 1960-01-01 | DM 2010-01-01, BPDEC 2026-05-01, HTMAX 2026-05-01           | outstanding         | excluded MDSEVFRAIL
        """).AlsoIn("2019-20", "2024-25", "2025-26");

    public static readonly SpecTable[] The_same_adjustments_with_frailty = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient          | born       | events                                                     | DM020               | DM021
        DMMAX 31 March   | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, DMMAX 2026-03-31       | excluded MDSEVFRAIL | outstanding
        DMMAX 1 April    | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, DMMAX 2026-04-01       | excluded MDSEVFRAIL | adjusted DMMAX
        PCAPU 31 March   | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, DMPCAPU 2026-03-31     | excluded MDSEVFRAIL | outstanding
        PCAPU 1 April    | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, DMPCAPU 2026-04-01     | excluded MDSEVFRAIL | adjusted DMPCAPU
        BLDTEST 31 March | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, BLDTESTDEC 2026-03-31  | excluded MDSEVFRAIL | outstanding
        BLDTEST 1 April  | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, BLDTESTDEC 2026-04-01  | excluded MDSEVFRAIL | adjusted BLDTESTDEC
        PCADEC 31 March  | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, DMPCADEC 2026-03-31    | excluded MDSEVFRAIL | outstanding
        PCADEC 1 April   | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, DMPCADEC 2026-04-01    | excluded MDSEVFRAIL | adjusted DMPCADEC
        invited, no test | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, DMINVITE 2026-05-01, DMINVITE 2026-05-08 | excluded MDSEVFRAIL | adjusted DMIFINVITE
        invited, 75      | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, IFCCHBAM 75 2026-04-20, DMINVITE 2026-05-01, DMINVITE 2026-05-08 | excluded MDSEVFRAIL | achieved
        invited, 76      | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, IFCCHBAM 76 2026-04-20, DMINVITE 2026-05-01, DMINVITE 2026-05-08 | excluded MDSEVFRAIL | adjusted DMIFINVITE
        invited earlier  | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, IFCCHBAM 76 2026-05-01, DMINVITE 2026-05-01, DMINVITE 2026-05-08 | excluded MDSEVFRAIL | outstanding
        new on 30 June   | 1960-01-01 | DM 2026-06-30, MODFRAIL 2020-01-01                         | excluded MDSEVFRAIL | outstanding
        new on 1 July    | 1960-01-01 | DM 2026-07-01, MODFRAIL 2020-01-01                         | excluded MDSEVFRAIL | adjusted DIAG1_DT9M
        """).AlsoIn("2019-20", "2024-25", "2025-26");

    public static readonly SpecTable[] Two_invitations_seven_days_apart_without_a_test = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient              | born       | events                                                                       | DM020               | DM021
        one                  | 1960-01-01 | DM 2010-01-01, DMINVITE 2026-05-01                                           | outstanding         | excluded MDSEVFRAIL
        same day             | 1960-01-01 | DM 2010-01-01, DMINVITE 2026-05-01, DMINVITE 2026-05-01                      | outstanding         | excluded MDSEVFRAIL
        day 6                | 1960-01-01 | DM 2010-01-01, DMINVITE 2026-05-01, DMINVITE 2026-05-07                      | outstanding         | excluded MDSEVFRAIL
        day 7                | 1960-01-01 | DM 2010-01-01, DMINVITE 2026-05-01, DMINVITE 2026-05-08                      | adjusted DMIFINVITE | excluded MDSEVFRAIL
        day 8                | 1960-01-01 | DM 2010-01-01, DMINVITE 2026-05-01, DMINVITE 2026-05-09                      | adjusted DMIFINVITE | excluded MDSEVFRAIL
        months apart         | 1960-01-01 | DM 2010-01-01, DMINVITE 2026-05-01, DMINVITE 2027-03-31                      | adjusted DMIFINVITE | excluded MDSEVFRAIL
        three, third in time | 1960-01-01 | DM 2010-01-01, DMINVITE 2026-05-01, DMINVITE 2026-05-05, DMINVITE 2026-05-10 | adjusted DMIFINVITE | excluded MDSEVFRAIL
        first before April   | 1960-01-01 | DM 2010-01-01, DMINVITE 2026-03-31, DMINVITE 2026-04-07                      | outstanding         | excluded MDSEVFRAIL
        first on 1 April     | 1960-01-01 | DM 2010-01-01, DMINVITE 2026-04-01, DMINVITE 2026-04-08                      | adjusted DMIFINVITE | excluded MDSEVFRAIL
        last year's pair     | 1960-01-01 | DM 2010-01-01, DMINVITE 2025-05-01, DMINVITE 2025-06-01                      | outstanding         | excluded MDSEVFRAIL
        second after the end | 1960-01-01 | DM 2010-01-01, DMINVITE 2027-03-28, DMINVITE 2027-04-04                      | outstanding         | excluded MDSEVFRAIL
        test before April    | 1960-01-01 | DM 2010-01-01, IFCCHBAM 50 2026-03-31, DMINVITE 2026-05-01, DMINVITE 2026-05-08 | adjusted DMIFINVITE | excluded MDSEVFRAIL
        neither              | 1960-01-01 | DM 2010-01-01                                                                | outstanding         | excluded MDSEVFRAIL
        other invitations    | 1960-01-01 | DM 2010-01-01, HYPINVITE 2026-05-01, HYPINVITE 2026-05-08                    | outstanding         | excluded MDSEVFRAIL
        """).AlsoIn("2019-20", "2024-25", "2025-26");

    public static readonly SpecTable[] With_a_high_test_the_first_invitation_must_come_after_it = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient             | born       | events                                                                           | DM020               | DM021
        invited before      | 1960-01-01 | DM 2010-01-01, DMINVITE 2026-04-20, IFCCHBAM 70 2026-05-01, DMINVITE 2026-06-01  | outstanding         | excluded MDSEVFRAIL
        invited on the day  | 1960-01-01 | DM 2010-01-01, IFCCHBAM 70 2026-05-01, DMINVITE 2026-05-01, DMINVITE 2026-06-01  | outstanding         | excluded MDSEVFRAIL
        invited a day later | 1960-01-01 | DM 2010-01-01, IFCCHBAM 70 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-09  | adjusted DMIFINVITE | excluded MDSEVFRAIL
        59                  | 1960-01-01 | DM 2010-01-01, IFCCHBAM 59 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-09  | adjusted DMIFINVITE | excluded MDSEVFRAIL
        good                | 1960-01-01 | DM 2010-01-01, IFCCHBAM 58 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-09  | achieved            | excluded MDSEVFRAIL
        day 6               | 1960-01-01 | DM 2010-01-01, IFCCHBAM 70 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-08  | outstanding         | excluded MDSEVFRAIL
        uncertain above 50  | 1960-01-01 | DM 2010-01-01, IFCCHBAM >50 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-09 | outstanding         | excluded MDSEVFRAIL
        above 58            | 1960-01-01 | DM 2010-01-01, IFCCHBAM >58 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-09 | adjusted DMIFINVITE | excluded MDSEVFRAIL
        in April, invited before | 1960-01-01 | DM 2010-01-01, DMINVITE 2026-04-10, IFCCHBAM 70 2026-04-20, DMINVITE 2026-05-01 | outstanding | excluded MDSEVFRAIL
        above 57            | 1960-01-01 | DM 2010-01-01, IFCCHBAM >57 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-09 | outstanding         | excluded MDSEVFRAIL
        58 or more          | 1960-01-01 | DM 2010-01-01, IFCCHBAM >=58 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-09 | outstanding        | excluded MDSEVFRAIL
        59 or more          | 1960-01-01 | DM 2010-01-01, IFCCHBAM >=59 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-09 | adjusted DMIFINVITE | excluded MDSEVFRAIL
        58 or less          | 1960-01-01 | DM 2010-01-01, IFCCHBAM <=58 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-09 | achieved           | excluded MDSEVFRAIL
        59 or less          | 1960-01-01 | DM 2010-01-01, IFCCHBAM <=59 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-09 | outstanding        | excluded MDSEVFRAIL
        frail, in April     | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, DMINVITE 2026-04-10, IFCCHBAM 90 2026-04-20, DMINVITE 2026-05-01 | excluded MDSEVFRAIL | outstanding
        frail, above 50     | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, IFCCHBAM >50 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-09 | excluded MDSEVFRAIL | outstanding
        frail, above 74     | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, IFCCHBAM >74 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-09 | excluded MDSEVFRAIL | outstanding
        frail, 75 or more   | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, IFCCHBAM >=75 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-09 | excluded MDSEVFRAIL | outstanding
        frail, above 75     | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, IFCCHBAM >75 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-09 | excluded MDSEVFRAIL | adjusted DMIFINVITE
        frail, 31 March     | 1960-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, IFCCHBAM 50 2026-03-31, DMINVITE 2026-05-02, DMINVITE 2026-05-09 | excluded MDSEVFRAIL | adjusted DMIFINVITE
        """).AlsoIn("2019-20", "2024-25", "2025-26");

    public static readonly SpecTable[] New_on_the_register_in_the_last_nine_months = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient           | born       | events                                            | DM020               | DM021
        29 June           | 1960-01-01 | DM 2026-06-29                                     | outstanding         | excluded MDSEVFRAIL
        30 June           | 1960-01-01 | DM 2026-06-30                                     | outstanding         | excluded MDSEVFRAIL
        1 July            | 1960-01-01 | DM 2026-07-01                                     | adjusted DIAG1_DT9M | excluded MDSEVFRAIL
        last day          | 1960-01-01 | DM 2027-03-31                                     | adjusted DIAG1_DT9M | excluded MDSEVFRAIL
        coded again       | 1960-01-01 | DM 2010-01-01, DM 2026-09-01                      | outstanding         | excluded MDSEVFRAIL
        diagnosed again   | 1960-01-01 | DM 2010-01-01, DMRES 2015-01-01, DM 2026-09-01    | outstanding         | excluded MDSEVFRAIL
        high test as well | 1960-01-01 | DM 2026-07-01, IFCCHBAM 70 2026-09-01             | adjusted DIAG1_DT9M | excluded MDSEVFRAIL
        good test as well | 1960-01-01 | DM 2026-07-01, IFCCHBAM 50 2026-09-01             | achieved            | excluded MDSEVFRAIL
        """).AlsoIn("2019-20", "2024-25", "2025-26");

    public static readonly SpecTable[] New_at_the_practice_in_the_last_nine_months = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient        | born       | registered | events                              | DM020               | DM021
        30 June        | 1960-01-01 | 2026-06-30 | DM 2010-01-01                       | outstanding         | excluded MDSEVFRAIL
        1 July         | 1960-01-01 | 2026-07-01 | DM 2010-01-01                       | adjusted REG1_DAT9  | excluded MDSEVFRAIL
        last day       | 1960-01-01 | 2027-03-31 | DM 2010-01-01                       | adjusted REG1_DAT9  | excluded MDSEVFRAIL
        new diagnosis  | 1960-01-01 | 2026-07-01 | DM 2026-07-01                       | adjusted DIAG1_DT9M | excluded MDSEVFRAIL
        frail 30 June  | 1960-01-01 | 2026-06-30 | DM 2010-01-01, MODFRAIL 2020-01-01  | excluded MDSEVFRAIL | outstanding
        frail 1 July   | 1960-01-01 | 2026-07-01 | DM 2010-01-01, MODFRAIL 2020-01-01  | excluded MDSEVFRAIL | adjusted REG1_DAT9
        """).AlsoIn("2019-20", "2024-25", "2025-26");

    public static readonly SpecTable[] The_upper_row_decides = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient                | born       | registered | events                                                                                                     | DM020               | DM021
        frail and achieved     | 1960-01-01 | 2001-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01, IFCCHBAM 50 2026-05-01                                                 | excluded MDSEVFRAIL | achieved
        achieved with all PCAs | 1960-01-01 | 2026-09-01 | DM 2026-09-01, IFCCHBAM 50 2026-05-01, SERFRUC 2026-05-01, DMMAX 2026-05-01, DMPCAPU 2026-05-01, BLDTESTDEC 2026-05-01, DMPCADEC 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-20 | achieved | excluded MDSEVFRAIL
        all PCAs               | 1960-01-01 | 2026-09-01 | DM 2026-09-01, SERFRUC 2026-05-01, DMMAX 2026-05-01, DMPCAPU 2026-05-01, BLDTESTDEC 2026-05-01, DMPCADEC 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-20 | adjusted IFCCHBA | excluded MDSEVFRAIL
        without fructosamine   | 1960-01-01 | 2026-09-01 | DM 2026-09-01, DMMAX 2026-05-01, DMPCAPU 2026-05-01, BLDTESTDEC 2026-05-01, DMPCADEC 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-20 | adjusted DMMAX | excluded MDSEVFRAIL
        without DMMAX          | 1960-01-01 | 2026-09-01 | DM 2026-09-01, DMPCAPU 2026-05-01, BLDTESTDEC 2026-05-01, DMPCADEC 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-20 | adjusted DMPCAPU | excluded MDSEVFRAIL
        without DMPCAPU        | 1960-01-01 | 2026-09-01 | DM 2026-09-01, BLDTESTDEC 2026-05-01, DMPCADEC 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-20          | adjusted BLDTESTDEC | excluded MDSEVFRAIL
        without BLDTESTDEC     | 1960-01-01 | 2026-09-01 | DM 2026-09-01, DMPCADEC 2026-05-01, DMINVITE 2026-05-02, DMINVITE 2026-05-20                                 | adjusted DMPCADEC   | excluded MDSEVFRAIL
        without DMPCADEC       | 1960-01-01 | 2026-09-01 | DM 2026-09-01, DMINVITE 2026-05-02, DMINVITE 2026-05-20                                                      | adjusted DMIFINVITE | excluded MDSEVFRAIL
        without invitations    | 1960-01-01 | 2026-09-01 | DM 2026-09-01                                                                                              | adjusted DIAG1_DT9M | excluded MDSEVFRAIL
        without new diagnosis  | 1960-01-01 | 2026-09-01 | DM 2010-01-01                                                                                              | adjusted REG1_DAT9  | excluded MDSEVFRAIL
        nothing                | 1960-01-01 | 2001-01-01 | DM 2010-01-01                                                                                              | outstanding         | excluded MDSEVFRAIL
        """).AlsoIn("2019-20", "2024-25", "2025-26");
}
