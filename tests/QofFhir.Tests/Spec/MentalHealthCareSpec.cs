namespace QofFhir.Tests.Spec;

/// <summary>MH002, MH003, MH006, MH007, MH011, MH012 and MH021: who is asked for, and what counts.</summary>
internal static class MentalHealthCareSpec
{
    public static readonly SpecTable[] What_is_recorded_in_the_twelve_months_to_the_year_end = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient              | born       | events                                                        | MH002       | MH003       | MH006       | MH007       | MH011       | MH012       | MH021
        not ill              | 1960-01-01 |                                                               | -           | -           | -           | -           | -           | -           | -
        nothing              | 1960-01-01 | MH 2010-01-01                                                 | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        plan 31 March        | 1960-01-01 | MH 2010-01-01, MHP 2024-03-31                                 | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        plan 1 April         | 1960-01-01 | MH 2010-01-01, MHP 2024-04-01                                 | achieved    | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        plan last day        | 1960-01-01 | MH 2010-01-01, MHP 2025-03-31                                 | achieved    | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        plan day after       | 1960-01-01 | MH 2010-01-01, MHP 2025-04-01                                 | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        plan old and new     | 1960-01-01 | MH 2010-01-01, MHP 2020-05-01, MHP 2024-05-01                 | achieved    | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        pressure 31 March    | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-03-31                           | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        pressure 1 April     | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-04-01                           | outstanding | achieved    | outstanding | outstanding | outstanding | outstanding | outstanding
        pressure last day    | 1960-01-01 | MH 2010-01-01, BP 120/70 2025-03-31                           | outstanding | achieved    | outstanding | outstanding | outstanding | outstanding | outstanding
        pressure day after   | 1960-01-01 | MH 2010-01-01, BP 120/70 2025-04-01                           | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        pressure old and new | 1960-01-01 | MH 2010-01-01, BP 120/70 2020-05-01, BP 120/70 2024-05-01     | outstanding | achieved    | outstanding | outstanding | outstanding | outstanding | outstanding
        BMI 31 March         | 1960-01-01 | MH 2010-01-01, BMI 24 2024-03-31                              | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        BMI 1 April          | 1960-01-01 | MH 2010-01-01, BMI 24 2024-04-01                              | outstanding | outstanding | achieved    | outstanding | outstanding | outstanding | outstanding
        BMI last day         | 1960-01-01 | MH 2010-01-01, BMI 24 2025-03-31                              | outstanding | outstanding | achieved    | outstanding | outstanding | outstanding | outstanding
        BMI day after        | 1960-01-01 | MH 2010-01-01, BMI 24 2025-04-01                              | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        BMI old and new      | 1960-01-01 | MH 2010-01-01, BMI 24 2020-05-01, BMI 24 2024-05-01           | outstanding | outstanding | achieved    | outstanding | outstanding | outstanding | outstanding
        alcohol 31 March     | 1960-01-01 | MH 2010-01-01, ALC 2024-03-31                                 | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        alcohol 1 April      | 1960-01-01 | MH 2010-01-01, ALC 2024-04-01                                 | outstanding | outstanding | outstanding | achieved    | outstanding | outstanding | outstanding
        alcohol last day     | 1960-01-01 | MH 2010-01-01, ALC 2025-03-31                                 | outstanding | outstanding | outstanding | achieved    | outstanding | outstanding | outstanding
        alcohol day after    | 1960-01-01 | MH 2010-01-01, ALC 2025-04-01                                 | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        alcohol old and new  | 1960-01-01 | MH 2010-01-01, ALC 2020-05-01, ALC 2024-05-01                 | outstanding | outstanding | outstanding | achieved    | outstanding | outstanding | outstanding
        glucose 31 March     | 1960-01-01 | MH 2010-01-01, GLUC 5 2024-03-31                              | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        glucose 1 April      | 1960-01-01 | MH 2010-01-01, GLUC 5 2024-04-01                              | outstanding | outstanding | outstanding | outstanding | outstanding | achieved    | outstanding
        glucose last day     | 1960-01-01 | MH 2010-01-01, GLUC 5 2025-03-31                              | outstanding | outstanding | outstanding | outstanding | outstanding | achieved    | outstanding
        glucose day after    | 1960-01-01 | MH 2010-01-01, GLUC 5 2025-04-01                              | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        glucose old and new  | 1960-01-01 | MH 2010-01-01, GLUC 5 2020-05-01, GLUC 5 2024-05-01           | outstanding | outstanding | outstanding | outstanding | outstanding | achieved    | outstanding
        HbA1c 31 March       | 1960-01-01 | MH 2010-01-01, IFCCHBAM 40 2024-03-31                         | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        HbA1c 1 April        | 1960-01-01 | MH 2010-01-01, IFCCHBAM 40 2024-04-01                         | outstanding | outstanding | outstanding | outstanding | outstanding | achieved    | outstanding
        HbA1c last day       | 1960-01-01 | MH 2010-01-01, IFCCHBAM 40 2025-03-31                         | outstanding | outstanding | outstanding | outstanding | outstanding | achieved    | outstanding
        HbA1c day after      | 1960-01-01 | MH 2010-01-01, IFCCHBAM 40 2025-04-01                         | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding | outstanding
        HbA1c old and new    | 1960-01-01 | MH 2010-01-01, IFCCHBAM 40 2020-05-01, IFCCHBAM 40 2024-05-01 | outstanding | outstanding | outstanding | outstanding | outstanding | achieved    | outstanding
        pressure, no value   | 1960-01-01 | MH 2010-01-01, BP 2024-05-01                                  | outstanding | achieved    | outstanding | outstanding | outstanding | outstanding | outstanding
        pressure, half       | 1960-01-01 | MH 2010-01-01, BP 120/- 2024-05-01                            | outstanding | achieved    | outstanding | outstanding | outstanding | outstanding | outstanding
        BMI, no value        | 1960-01-01 | MH 2010-01-01, BMI 2024-05-01                                 | outstanding | outstanding | achieved    | outstanding | outstanding | outstanding | outstanding
        glucose, no value    | 1960-01-01 | MH 2010-01-01, GLUC 2024-05-01                                | outstanding | outstanding | outstanding | outstanding | outstanding | achieved    | outstanding
        """).AlsoIn("2018-19", "2019-20", "2025-26", "2026-27");

    public static readonly SpecTable[] A_plan_is_as_new_as_the_latest_diagnosis = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                  | born       | events                                                       | MH002
        coded again a day later  | 1960-01-01 | MH 2010-01-01, MHP 2024-05-01, MH 2024-05-02                 | outstanding
        coded on the day         | 1960-01-01 | MH 2010-01-01, MHP 2024-05-01, MH 2024-05-01                 | achieved
        coded a day before       | 1960-01-01 | MH 2010-01-01, MHP 2024-05-01, MH 2024-04-30                 | achieved
        planned again            | 1960-01-01 | MH 2010-01-01, MHP 2024-05-01, MH 2024-06-01, MHP 2024-07-01 | achieved
        first diagnosis after it | 1960-01-01 | MHP 2024-05-01, MH 2024-06-01                                | outstanding
        """).AlsoIn("2018-19", "2019-20", "2025-26", "2026-27");

    public static readonly SpecTable[] In_remission_until_coded_again = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient               | born       | events                                         | MH002              | MH003              | MH006              | MH007              | MH011              | MH012              | MH021
        in remission          | 1960-01-01 | MH 2010-01-01, MHREM 2015-01-01                | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT
        coded the same day    | 1960-01-01 | MH 2010-01-01, MHREM 2015-01-01, MH 2015-01-01 | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT
        ill a day later       | 1960-01-01 | MH 2010-01-01, MHREM 2015-01-01, MH 2015-01-02 | outstanding        | outstanding        | outstanding        | outstanding        | outstanding        | outstanding        | outstanding
        coded a day before    | 1960-01-01 | MH 2010-01-01, MHREM 2015-01-02, MH 2015-01-01 | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT
        ill and well again    | 1960-01-01 | MH 2010-01-01, MHREM 2012-01-01, MH 2014-01-01, MHREM 2016-01-01 | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT
        nothing but remission | 1960-01-01 | MHREM 2015-01-01                               | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT
        on the last day       | 1960-01-01 | MH 2010-01-01, MHREM 2025-03-31                | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT
        after the year        | 1960-01-01 | MH 2010-01-01, MHREM 2025-04-01                | outstanding        | outstanding        | outstanding        | outstanding        | outstanding        | outstanding        | outstanding
        all done              | 1960-01-01 | MH 2010-01-01, MHREM 2024-06-01, MHP 2024-07-01, BP 120/70 2024-07-01, BMI 2024-07-01, ALC 2024-07-01, CHOL2 2024-07-01, GLUC 2024-07-01, SMOK 2024-07-01 | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT | excluded MHREM_DAT
        """).AlsoIn("2018-19", "2019-20", "2025-26", "2026-27");
}
