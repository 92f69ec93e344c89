namespace QofFhir.Tests.Spec;

/// <summary>BP002: any record of blood pressure in five years from 45 years of age, the same in both years.</summary>
internal static class PressureRecordedSpec
{
    public static readonly SpecTable[] Any_record_in_five_years_is_enough = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient          | born       | events                               | BP002
        nothing          | 1960-01-01 |                                      | outstanding
        30 March         | 1960-01-01 | BP 120/70 2022-03-30                 | outstanding
        31 March         | 1960-01-01 | BP 120/70 2022-03-31                 | outstanding
        1 April          | 1960-01-01 | BP 120/70 2022-04-01                 | achieved
        last day         | 1960-01-01 | BP 120/70 2027-03-31                 | achieved
        day after        | 1960-01-01 | BP 120/70 2027-04-01                 | outstanding
        high is recorded | 1960-01-01 | BP 190/110 2026-05-01                | achieved
        no value         | 1960-01-01 | BP 2026-05-01                        | achieved
        half             | 1960-01-01 | BP 120/- 2026-05-01                  | achieved
        old and new      | 1960-01-01 | BP 120/70 2001-05-01, BP 2026-05-01  | achieved
        new without both | 1960-01-01 | BP 120/70 2022-03-31, BP 2022-04-01  | achieved
        """).AlsoIn("2018-19", "2019-20", "2024-25", "2025-26");

    public static readonly SpecTable Clinic_and_home_readings_are_records_too = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient | born       | events                      | BP002
        clinic  | 1960-01-01 | CLINBP 120/70 2026-05-01    | achieved
        home    | 1960-01-01 | HOMEAMBBP 120/70 2026-05-01 | achieved
        """);

    public static readonly SpecTable[] From_45_years_of_age = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient      | born       | events               | BP002
        45 yesterday | 1982-03-30 |                      | outstanding
        45 today     | 1982-03-31 |                      | outstanding
        45 tomorrow  | 1982-04-01 |                      | excluded PAT_AGEU45
        44, recorded | 1982-04-01 | BP 120/70 2026-05-01 | excluded PAT_AGEU45
        44, declined | 1982-04-01 | BPDEC 2026-05-01     | excluded PAT_AGEU45
        44           | 1983-03-31 |                      | excluded PAT_AGEU45
        90           | 1937-03-31 | BP 120/70 2026-05-01 | achieved
        """).AlsoIn("2018-19", "2019-20", "2024-25", "2025-26");

    public static readonly SpecTable[] A_decline_lasts_five_years = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient           | born       | events                                 | BP002
        31 March          | 1960-01-01 | BPDEC 2022-03-31                       | outstanding
        1 April           | 1960-01-01 | BPDEC 2022-04-01                       | adjusted BPDEC1
        last day          | 1960-01-01 | BPDEC 2027-03-31                       | adjusted BPDEC1
        day after         | 1960-01-01 | BPDEC 2027-04-01                       | outstanding
        old and new       | 1960-01-01 | BPDEC 2001-04-01, BPDEC 2026-05-01     | adjusted BPDEC1
        recorded as well  | 1960-01-01 | BPDEC 2026-05-01, BP 120/70 2022-04-01 | achieved
        recorded long ago | 1960-01-01 | BPDEC 2026-05-01, BP 120/70 2022-03-31 | adjusted BPDEC1
        """).AlsoIn("2018-19", "2019-20", "2024-25", "2025-26");

    public static readonly SpecTable Only_the_decline_of_blood_pressure_itself_counts = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient         | born       | events               | BP002
        home declined   | 1960-01-01 | HOMEBPDEC 2026-05-01 | outstanding
        ABPM declined   | 1960-01-01 | ABPMDEC 2026-05-01   | outstanding
        maximum therapy | 1960-01-01 | HTMAX 2026-05-01     | outstanding
        """);

    public static readonly SpecTable[] New_at_the_practice_in_the_last_three_months = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient          | born       | registered | events               | BP002
        31 December      | 1960-01-01 | 2026-12-31 |                      | outstanding
        1 January        | 1960-01-01 | 2027-01-01 |                      | adjusted REG1_DAT3
        last day         | 1960-01-01 | 2027-03-31 |                      | adjusted REG1_DAT3
        declined as well | 1960-01-01 | 2027-01-01 | BPDEC 2026-05-01     | adjusted BPDEC1
        recorded as well | 1960-01-01 | 2027-01-01 | BP 120/70 2026-05-01 | achieved
        44               | 1982-04-01 | 2027-01-01 |                      | excluded PAT_AGEU45
        """).AlsoIn("2018-19", "2019-20", "2024-25", "2025-26");
}
