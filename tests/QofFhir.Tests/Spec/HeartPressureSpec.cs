namespace QofFhir.Tests.Spec;

/// <summary>Blood pressure in heart disease, stroke and hypertension from 2024/25 on: clinic 140/90 or 150/90, home and ambulatory 135/85 or 145/85.</summary>
internal static class HeartPressureSpec
{
    public static readonly SpecTable[] A_reading_at_its_target_is_on_target = FromRules49("""
        patient                | born       | events                                                                                                    | CHD015      | STIA014     | HYP008      | CD001
        none                   | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01                                                           | outstanding | outstanding | outstanding | outstanding
        not ill                | 1960-01-01 | CLINBP 120/70 2025-09-02                                                                                  | -           | -           | -           | -
        140/90                 | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 140/90 2025-09-02                                 | achieved    | achieved    | achieved    | achieved
        141/90                 | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 141/90 2025-09-02                                 | outstanding | outstanding | outstanding | outstanding
        140/91                 | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 140/91 2025-09-02                                 | outstanding | outstanding | outstanding | outstanding
        systolic only          | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 120/- 2025-09-02                                  | outstanding | outstanding | outstanding | outstanding
        home 135/85            | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, HOMEAMBBP 135/85 2025-09-02                              | achieved    | achieved    | achieved    | achieved
        home 136/85            | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, HOMEAMBBP 136/85 2025-09-02                              | outstanding | outstanding | outstanding | outstanding
        home 135/86            | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, HOMEAMBBP 135/86 2025-09-02                              | outstanding | outstanding | outstanding | outstanding
        clinic good, home high | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 140/90 2025-09-02, HOMEAMBBP 140/90 2025-09-02    | achieved    | achieved    | achieved    | achieved
        clinic high, home good | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 150/95 2025-09-02, HOMEAMBBP 135/85 2025-09-02    | achieved    | achieved    | achieved    | achieved
        home later and high    | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2025-09-02, HOMEAMBBP 140/90 2025-09-03    | outstanding | outstanding | outstanding | outstanding
        clinic later and high  | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, HOMEAMBBP 120/70 2025-09-02, CLINBP 150/95 2025-09-03    | outstanding | outstanding | outstanding | outstanding
        good, then high        | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2025-09-02, CLINBP 150/95 2025-09-03       | outstanding | outstanding | outstanding | outstanding
        home good, then high   | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, HOMEAMBBP 120/70 2025-09-02, HOMEAMBBP 150/95 2025-09-03 | outstanding | outstanding | outstanding | outstanding
        31 March               | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2025-03-31                                 | outstanding | outstanding | outstanding | outstanding
        1 April                | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2025-04-01                                 | achieved    | achieved    | achieved    | achieved
        home on the last day   | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, HOMEAMBBP 120/70 2026-03-31                              | achieved    | achieved    | achieved    | achieved
        """);

    public static readonly SpecTable[] From_80_years_on_the_systolic_target_is_ten_higher = FromRules49("""
        patient                | born       | events                                                                                                 | CHD016      | STIA015     | HYP009      | CD002
        none                   | 1940-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01                                                        | outstanding | outstanding | outstanding | outstanding
        150/90                 | 1940-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 150/90 2025-09-02                              | achieved    | achieved    | achieved    | achieved
        151/90                 | 1940-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 151/90 2025-09-02                              | outstanding | outstanding | outstanding | outstanding
        150/91                 | 1940-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 150/91 2025-09-02                              | outstanding | outstanding | outstanding | outstanding
        home 145/85            | 1940-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, HOMEAMBBP 145/85 2025-09-02                           | achieved    | achieved    | achieved    | achieved
        home 146/85            | 1940-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, HOMEAMBBP 146/85 2025-09-02                           | outstanding | outstanding | outstanding | outstanding
        home 145/86            | 1940-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, HOMEAMBBP 145/86 2025-09-02                           | outstanding | outstanding | outstanding | outstanding
        clinic high, home good | 1940-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 160/95 2025-09-02, HOMEAMBBP 145/85 2025-09-02 | achieved    | achieved    | achieved    | achieved
        home later and high    | 1940-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2025-09-02, HOMEAMBBP 150/90 2025-09-03 | outstanding | outstanding | outstanding | outstanding
        clinic later and high  | 1940-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, HOMEAMBBP 120/70 2025-09-02, CLINBP 160/95 2025-09-03 | outstanding | outstanding | outstanding | outstanding
        31 March               | 1940-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2025-03-31                              | outstanding | outstanding | outstanding | outstanding
        1 April                | 1940-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2025-04-01                              | achieved    | achieved    | achieved    | achieved
        """);

    public static readonly SpecTable[] Age_79_and_80_part_the_indicators = FromRules49("""
        patient     | born       | events                                                                    | CHD015              | CHD016              | STIA014             | STIA015             | HYP008              | HYP009              | CD001               | CD002
        80 today    | 1946-03-31 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2025-09-02 | excluded PAT_AGEO79 | achieved            | excluded PAT_AGEO79 | achieved            | excluded PAT_AGEO79 | achieved            | excluded PAT_AGEO79 | achieved
        80 tomorrow | 1946-04-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, CLINBP 120/70 2025-09-02 | achieved            | excluded PAT_AGEU80 | achieved            | excluded PAT_AGEU80 | achieved            | excluded PAT_AGEU80 | achieved            | excluded PAT_AGEU80
        old, none   | 1940-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01                           | excluded PAT_AGEO79 | outstanding         | excluded PAT_AGEO79 | outstanding         | excluded PAT_AGEO79 | outstanding         | excluded PAT_AGEO79 | outstanding
        young, none | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01                           | outstanding         | excluded PAT_AGEU80 | outstanding         | excluded PAT_AGEU80 | outstanding         | excluded PAT_AGEU80 | outstanding         | excluded PAT_AGEU80
        heart only  | 1960-01-01 | CHD 2010-01-01, CLINBP 120/70 2025-09-02                                  | achieved            | excluded PAT_AGEU80 | -                   | -                   | -                   | -                   | achieved            | excluded PAT_AGEU80
        stroke only | 1960-01-01 | STRK 2010-01-01, CLINBP 120/70 2025-09-02                                 | -                   | -                   | achieved            | excluded PAT_AGEU80 | -                   | -                   | achieved            | excluded PAT_AGEU80
        TIA only    | 1960-01-01 | TIA 2010-01-01, CLINBP 120/70 2025-09-02                                  | -                   | -                   | achieved            | excluded PAT_AGEU80 | -                   | -                   | achieved            | excluded PAT_AGEU80
        artery only | 1960-01-01 | PAD 2010-01-01, CLINBP 120/70 2025-09-02                                  | -                   | -                   | -                   | -                   | -                   | -                   | -                   | -
        """);

    public static readonly SpecTable[] Resolved_hypertension_leaves_the_day_after = FromRules49("""
        patient            | born       | events                                            | HYP008
        resolved before    | 1960-01-01 | HYP 2010-05-01, HYPRES 2010-04-30                 | outstanding
        resolved same day  | 1960-01-01 | HYP 2010-05-01, HYPRES 2010-05-01                 | outstanding
        resolved day after | 1960-01-01 | HYP 2010-05-01, HYPRES 2010-05-02                 | -
        diagnosed again    | 1960-01-01 | HYP 2010-05-01, HYPRES 2012-01-01, HYP 2013-01-01 | outstanding
        """);

    /// <summary>CD001 and CD002 leave out moderate and severe frailty, CHD015 to HYP009 do not.</summary>
    public static readonly SpecTable[] Frailty_takes_the_patient_out_from_2026_27_on = FromRules49("""
        patient          | born       | events                                                                                                          | CHD015              | STIA014             | HYP008      | CD001               | CD002
        mild             | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, MILDFRAIL 2020-01-01                                           | outstanding         | outstanding         | outstanding | outstanding         | excluded PAT_AGEU80
        moderate         | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, MODFRAIL 2020-01-01, CLINBP 120/70 2025-09-02                  | achieved            | achieved            | achieved    | excluded MDSEVFRAIL | excluded PAT_AGEU80
        severe           | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, SEVFRAIL 2020-01-01                                            | outstanding         | outstanding         | outstanding | excluded MDSEVFRAIL | excluded PAT_AGEU80
        mild on that day | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, MODFRAIL 2020-01-01, MILDFRAIL 2020-01-01                      | outstanding         | outstanding         | outstanding | excluded MDSEVFRAIL | excluded PAT_AGEU80
        mild later       | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, MODFRAIL 2020-01-01, MILDFRAIL 2020-01-02                      | outstanding         | outstanding         | outstanding | outstanding         | excluded PAT_AGEU80
        severe again     | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, HYP 2010-01-01, MODFRAIL 2015-01-01, MILDFRAIL 2018-01-01, SEVFRAIL 2020-01-01 | outstanding         | outstanding         | outstanding | excluded MDSEVFRAIL | excluded PAT_AGEU80
        80, severe       | 1940-01-01 | CHD 2010-01-01, STRK 2010-01-01, SEVFRAIL 2020-01-01                                                            | excluded PAT_AGEO79 | excluded PAT_AGEO79 | -           | excluded PAT_AGEO79 | excluded MDSEVFRAIL
        80, mild later   | 1940-01-01 | CHD 2010-01-01, STRK 2010-01-01, SEVFRAIL 2020-01-01, MILDFRAIL 2020-01-02                                      | excluded PAT_AGEO79 | excluded PAT_AGEO79 | -           | excluded PAT_AGEO79 | outstanding
        """);

    /// <summary>Drawn in 2025/26 and held in each year that lists the column.</summary>
    internal static SpecTable[] FromRules49(string table)
    {
        var drawn = SpecTable.Of("qof-england-2025-26", "2026-03-31", table);
        return [drawn.In("qof-england-2024-25", "2025-03-31"), drawn.In("qof-england-2025-26", "2026-03-31"), drawn.In("qof-england-2026-27", "2027-03-31")];
    }
}
