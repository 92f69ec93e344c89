namespace QofFhir.Tests.Spec;

/// <summary>DM036, HYP010 and HYP011 of 2026/27: clinic 140/90 or 150/90, home and ambulatory 135/85 or 145/85.</summary>
internal static class PressureTargetSpec
{
    public static readonly SpecTable[] A_clinic_reading_at_the_target_is_on_target = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient        | born       | events                                               | DM036       | HYP010              | HYP011
        139/89         | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 139/89 2026-09-02 | achieved    | achieved            | excluded PAT_AGEU80
        140/90         | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 140/90 2026-09-02 | achieved    | achieved            | excluded PAT_AGEU80
        141/90         | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 141/90 2026-09-02 | outstanding | outstanding         | excluded PAT_AGEU80
        140/91         | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 140/91 2026-09-02 | outstanding | outstanding         | excluded PAT_AGEU80
        80 and 150/90  | 1940-01-01 | HYP 2010-01-01, CLINBP 150/90 2026-09-02             | -           | excluded PAT_AGEO79 | achieved
        80 and 149/89  | 1940-01-01 | HYP 2010-01-01, CLINBP 149/89 2026-09-02             | -           | excluded PAT_AGEO79 | achieved
        80 and 151/90  | 1940-01-01 | HYP 2010-01-01, CLINBP 151/90 2026-09-02             | -           | excluded PAT_AGEO79 | outstanding
        80 and 150/91  | 1940-01-01 | HYP 2010-01-01, CLINBP 150/91 2026-09-02             | -           | excluded PAT_AGEO79 | outstanding
        80 and none    | 1940-01-01 | HYP 2010-01-01                                       | -           | excluded PAT_AGEO79 | outstanding
        none           | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01                        | outstanding | outstanding         | excluded PAT_AGEU80
        not ill        | 1960-01-01 | CLINBP 120/70 2026-09-02                             | -           | -                   | -
        """).AlsoIn("2025-26");

    public static readonly SpecTable[] A_home_reading_has_the_lower_target = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient       | born       | events                                                     | DM036       | HYP010              | HYP011
        home 135/85   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HOMEAMBBP 135/85 2026-09-02 | achieved    | achieved            | excluded PAT_AGEU80
        home 134/84   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HOMEAMBBP 134/84 2026-09-02 | achieved    | achieved            | excluded PAT_AGEU80
        home 136/85   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HOMEAMBBP 136/85 2026-09-02 | outstanding | outstanding         | excluded PAT_AGEU80
        home 135/86   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HOMEAMBBP 135/86 2026-09-02 | outstanding | outstanding         | excluded PAT_AGEU80
        home 138/84   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HOMEAMBBP 138/84 2026-09-02 | outstanding | outstanding         | excluded PAT_AGEU80
        clinic 138/84 | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 138/84 2026-09-02    | achieved    | achieved            | excluded PAT_AGEU80
        80, 145/85    | 1940-01-01 | HYP 2010-01-01, HOMEAMBBP 145/85 2026-09-02                | -           | excluded PAT_AGEO79 | achieved
        80, 144/84    | 1940-01-01 | HYP 2010-01-01, HOMEAMBBP 144/84 2026-09-02                | -           | excluded PAT_AGEO79 | achieved
        80, 146/85    | 1940-01-01 | HYP 2010-01-01, HOMEAMBBP 146/85 2026-09-02                | -           | excluded PAT_AGEO79 | outstanding
        80, 145/86    | 1940-01-01 | HYP 2010-01-01, HOMEAMBBP 145/86 2026-09-02                | -           | excluded PAT_AGEO79 | outstanding
        """).AlsoIn("2025-26");

    public static readonly SpecTable[] The_latest_day_with_both_halves_decides = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient                  | born       | events                                                                                            | DM036       | HYP010      | HYP011
        good May, high June      | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 130/80 2026-05-01, CLINBP 150/95 2026-06-01                  | outstanding | outstanding | excluded PAT_AGEU80
        high May, good June      | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 150/95 2026-05-01, CLINBP 130/80 2026-06-01                  | achieved    | achieved    | excluded PAT_AGEU80
        systolic only in June    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 130/80 2026-05-01, CLINBP 150/- 2026-06-01                   | achieved    | achieved    | excluded PAT_AGEU80
        diastolic only in June   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 130/80 2026-05-01, CLINBP -/95 2026-06-01                    | achieved    | achieved    | excluded PAT_AGEU80
        no value in June         | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 130/80 2026-05-01, CLINBP 2026-06-01                         | achieved    | achieved    | excluded PAT_AGEU80
        two on one day           | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 150/80 2026-05-01, CLINBP 140/95 2026-05-01                  | achieved    | achieved    | excluded PAT_AGEU80
        two on one day, turned   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 140/95 2026-05-01, CLINBP 150/80 2026-05-01                  | achieved    | achieved    | excluded PAT_AGEU80
        clinic and home halves   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 150/95 2026-05-01, CLINBP 130/- 2026-06-01, HOMEAMBBP -/80 2026-06-01 | outstanding | outstanding | excluded PAT_AGEU80
        clinic and home halves 2 | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 130/80 2026-05-01, CLINBP 150/- 2026-06-01, HOMEAMBBP -/95 2026-06-01 | achieved | achieved | excluded PAT_AGEU80
        clinic high, home good   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 150/95 2026-05-01, HOMEAMBBP 130/80 2026-05-01               | achieved    | achieved    | excluded PAT_AGEU80
        clinic good, home high   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 138/84 2026-05-01, HOMEAMBBP 138/84 2026-05-01               | achieved    | achieved    | excluded PAT_AGEU80
        both high                | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 150/95 2026-05-01, HOMEAMBBP 150/95 2026-05-01               | outstanding | outstanding | excluded PAT_AGEU80
        home later and high      | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 130/80 2026-05-01, HOMEAMBBP 138/84 2026-05-02               | outstanding | outstanding | excluded PAT_AGEU80
        home later and good      | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 150/95 2026-05-01, HOMEAMBBP 130/80 2026-05-02               | achieved    | achieved    | excluded PAT_AGEU80
        clinic later and high    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HOMEAMBBP 130/80 2026-05-01, CLINBP 150/95 2026-05-02               | outstanding | outstanding | excluded PAT_AGEU80
        clinic later and good    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HOMEAMBBP 150/95 2026-05-01, CLINBP 138/88 2026-05-02               | achieved    | achieved    | excluded PAT_AGEU80
        over 80, home later      | 1940-01-01 | HYP 2010-01-01, CLINBP 130/80 2026-05-01, HOMEAMBBP 148/84 2026-05-02                              | -           | excluded PAT_AGEO79 | outstanding
        over 80, one day         | 1940-01-01 | HYP 2010-01-01, CLINBP 160/95 2026-05-01, HOMEAMBBP 145/85 2026-05-01                              | -           | excluded PAT_AGEO79 | achieved
        over 80, clinic later    | 1940-01-01 | HYP 2010-01-01, HOMEAMBBP 130/80 2026-05-01, CLINBP 160/95 2026-05-02                              | -           | excluded PAT_AGEO79 | outstanding
        below 140                | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP <140/90 2026-05-01                                           | achieved    | achieved    | excluded PAT_AGEU80
        home good, then high     | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HOMEAMBBP 130/80 2026-05-01, HOMEAMBBP 150/95 2026-06-01            | outstanding | outstanding | excluded PAT_AGEU80
        home high, then good     | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HOMEAMBBP 150/95 2026-05-01, HOMEAMBBP 130/80 2026-06-01            | achieved    | achieved    | excluded PAT_AGEU80
        """).AlsoIn("2025-26");

    public static readonly SpecTable[] The_reading_lies_in_the_twelve_months_to_the_year_end = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient       | born       | events                                                     | DM036       | HYP010              | HYP011
        31 March      | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2026-03-31    | outstanding | outstanding         | excluded PAT_AGEU80
        1 April       | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2026-04-01    | achieved    | achieved            | excluded PAT_AGEU80
        last day      | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2027-03-31    | achieved    | achieved            | excluded PAT_AGEU80
        day after     | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2027-04-01    | outstanding | outstanding         | excluded PAT_AGEU80
        home 31 March | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HOMEAMBBP 120/70 2026-03-31 | outstanding | outstanding         | excluded PAT_AGEU80
        home 1 April  | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HOMEAMBBP 120/70 2026-04-01 | achieved    | achieved            | excluded PAT_AGEU80
        80, 31 March  | 1940-01-01 | HYP 2010-01-01, CLINBP 120/70 2026-03-31                   | -           | excluded PAT_AGEO79 | outstanding
        80, 1 April   | 1940-01-01 | HYP 2010-01-01, CLINBP 120/70 2026-04-01                   | -           | excluded PAT_AGEO79 | achieved
        80, last day  | 1940-01-01 | HYP 2010-01-01, HOMEAMBBP 120/70 2027-03-31                | -           | excluded PAT_AGEO79 | achieved
        """).AlsoIn("2025-26");

    public static readonly SpecTable[] Age_79_and_80_part_the_indicators = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient      | born       | events                                                  | DM036               | HYP010              | HYP011
        80 yesterday | 1947-03-30 | DM 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2026-05-01 | excluded PAT_AGEO79 | excluded PAT_AGEO79 | achieved
        80 today     | 1947-03-31 | DM 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2026-05-01 | excluded PAT_AGEO79 | excluded PAT_AGEO79 | achieved
        80 tomorrow  | 1947-04-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2026-05-01 | achieved            | achieved            | excluded PAT_AGEU80
        79           | 1948-03-31 | DM 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2026-05-01 | achieved            | achieved            | excluded PAT_AGEU80
        old, frail   | 1940-01-01 | DM 2010-01-01, HYP 2010-01-01, MODFRAIL 2020-01-01      | excluded PAT_AGEO79 | excluded PAT_AGEO79 | excluded MDSEVFRAIL
        young, frail | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, MODFRAIL 2020-01-01      | excluded MDSEVFRAIL | excluded MDSEVFRAIL | excluded PAT_AGEU80
        child        | 2015-01-01 | DM 2020-01-01, HYP 2020-01-01, CLINBP 120/70 2026-05-01 | -                   | achieved            | excluded PAT_AGEU80
        """).AlsoIn("2025-26");

    public static readonly SpecTable A_run_in_the_middle_of_the_year_takes_the_age_of_its_day = SpecTable.Of("qof-england-2026-27", "2026-11-30", """
        patient            | born       | events                                                  | DM036    | HYP010              | HYP011
        80 before the run  | 1946-11-30 | DM 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2026-05-01 | excluded PAT_AGEO79 | excluded PAT_AGEO79 | achieved
        80 later this year | 1946-12-01 | DM 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2026-05-01 | achieved | achieved            | excluded PAT_AGEU80
        """);

    public static readonly SpecTable[] The_latest_frailty_code_takes_the_patient_out = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient          | born       | events                                                                                  | DM036               | HYP010              | HYP011
        mild             | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, MILDFRAIL 2020-01-01, CLINBP 120/70 2026-05-01           | achieved            | achieved            | excluded PAT_AGEU80
        moderate         | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, MODFRAIL 2020-01-01, CLINBP 120/70 2026-05-01            | excluded MDSEVFRAIL | excluded MDSEVFRAIL | excluded PAT_AGEU80
        severe           | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, SEVFRAIL 2020-01-01, CLINBP 120/70 2026-05-01            | excluded MDSEVFRAIL | excluded MDSEVFRAIL | excluded PAT_AGEU80
        mild same day    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, MILDFRAIL 2020-01-01, MODFRAIL 2020-01-01                | excluded MDSEVFRAIL | excluded MDSEVFRAIL | excluded PAT_AGEU80
        mild day later   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, MILDFRAIL 2020-01-02, MODFRAIL 2020-01-01                | outstanding         | outstanding         | excluded PAT_AGEU80
        80, mild later   | 1940-01-01 | HYP 2010-01-01, MILDFRAIL 2020-01-02, SEVFRAIL 2020-01-01                               | -                   | excluded PAT_AGEO79 | outstanding
        80, severe       | 1940-01-01 | HYP 2010-01-01, SEVFRAIL 2020-01-01, CLINBP 120/70 2026-05-01                           | -                   | excluded PAT_AGEO79 | excluded MDSEVFRAIL
        """).AlsoIn("2025-26");
}
