namespace QofFhir.Tests.Spec;

/// <summary>DM017 and HYP001: QOF business rules, DM_REG and HYP_REG.</summary>
internal static class RegisterSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("*RES: other end", "only its presence is asked"),
        ("*INVITE2: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable[] A_diagnosis_stands_until_a_later_resolution = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient               | born       | events                                               | DM017       | HYP001
        nothing               | 1960-01-01 |                                                      | -           | -
        diabetes              | 1960-01-01 | DM 2010-05-01                                        | on-register | -
        hypertension          | 1960-01-01 | HYP 2010-05-01                                       | -           | on-register
        on the last day       | 1960-01-01 | DM 2020-03-31, HYP 2020-03-31                        | on-register | on-register
        after the last day    | 1960-01-01 | DM 2020-04-01, HYP 2020-04-01                        | -           | -
        resolved day before   | 1960-01-01 | DM 2010-05-01, DMRES 2010-04-30                      | on-register | -
        resolved same day     | 1960-01-01 | DM 2010-05-01, DMRES 2010-05-01                      | on-register | -
        resolved day after    | 1960-01-01 | DM 2010-05-01, DMRES 2010-05-02                      | -           | -
        resolved last day     | 1960-01-01 | DM 2010-05-01, DMRES 2020-03-31                      | -           | -
        resolved next day     | 1960-01-01 | DM 2010-05-01, DMRES 2020-04-01                      | on-register | -
        diagnosed again       | 1960-01-01 | DM 2010-05-01, DMRES 2012-01-01, DM 2013-01-01       | on-register | -
        again, same day       | 1960-01-01 | DM 2010-05-01, DMRES 2012-01-01, DM 2012-01-01       | on-register | -
        resolved again        | 1960-01-01 | DM 2010-05-01, DMRES 2012-01-01, DM 2013-01-01, DMRES 2014-01-01 | - | -
        only resolved         | 1960-01-01 | DMRES 2012-01-01, HYPRES 2012-01-01                  | -           | -
        HYP resolved before   | 1960-01-01 | HYP 2010-05-01, HYPRES 2010-04-30                    | -           | on-register
        HYP resolved same day | 1960-01-01 | HYP 2010-05-01, HYPRES 2010-05-01                    | -           | on-register
        HYP resolved after    | 1960-01-01 | HYP 2010-05-01, HYPRES 2010-05-02                    | -           | -
        HYP diagnosed again   | 1960-01-01 | HYP 2010-05-01, HYPRES 2012-01-01, HYP 2013-01-01    | -           | on-register
        """).AlsoIn("2018-19", "2024-25");

    public static readonly SpecTable[] Diabetes_counts_from_17_years_and_hypertension_from_birth = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient       | born       | events                        | DM017       | HYP001
        17 yesterday  | 2003-03-30 | DM 2010-05-01, HYP 2010-05-01 | on-register | on-register
        17 today      | 2003-03-31 | DM 2010-05-01, HYP 2010-05-01 | on-register | on-register
        17 tomorrow   | 2003-04-01 | DM 2010-05-01, HYP 2010-05-01 | -           | on-register
        newborn       | 2020-03-31 | DM 2020-03-31, HYP 2020-03-31 | -           | on-register
        18            | 2002-03-31 | DM 2010-05-01, HYP 2010-05-01 | on-register | on-register
        """).AlsoIn("2018-19", "2024-25");

    public static readonly SpecTable Born_on_29_February_not_yet_17_on_the_28th = SpecTable.Of("qof-england-2019-20", "2021-02-28", """
        patient | born       | events        | DM017
        leap    | 2004-02-29 | DM 2010-05-01 | -
        day 28  | 2004-02-28 | DM 2010-05-01 | on-register
        """);

    public static readonly SpecTable Born_on_29_February_17_on_1_March = SpecTable.Of("qof-england-2019-20", "2021-03-01", """
        patient | born       | events        | DM017
        leap    | 2004-02-29 | DM 2010-05-01 | on-register
        day 1   | 2004-03-01 | DM 2010-05-01 | on-register
        day 2   | 2004-03-02 | DM 2010-05-01 | -
        """);

    public static readonly SpecTable[] Only_who_is_on_the_list_counts = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient           | born       | registered | left       | died       | events                        | DM017       | HYP001      | BP002
        registered        | 1960-01-01 | 2001-01-01 |            |            | DM 2010-05-01, HYP 2010-05-01 | on-register | on-register | outstanding
        on the last day   | 1960-01-01 | 2020-03-31 |            |            | DM 2010-05-01, HYP 2010-05-01 | on-register | on-register | adjusted REG1_DAT3
        the day after     | 1960-01-01 | 2020-04-01 |            |            | DM 2010-05-01, HYP 2010-05-01 | -           | -           | -
        left on the day   | 1960-01-01 | 2001-01-01 | 2020-03-31 |            | DM 2010-05-01, HYP 2010-05-01 | -           | -           | -
        left a day later  | 1960-01-01 | 2001-01-01 | 2020-04-01 |            | DM 2010-05-01, HYP 2010-05-01 | on-register | on-register | outstanding
        died on the day   | 1960-01-01 | 2001-01-01 |            | 2020-03-31 | DM 2010-05-01, HYP 2010-05-01 | -           | -           | -
        died a day later  | 1960-01-01 | 2001-01-01 |            | 2020-04-01 | DM 2010-05-01, HYP 2010-05-01 | on-register | on-register | outstanding
        never registered  | 1960-01-01 |            |            |            | DM 2010-05-01, HYP 2010-05-01 | -           | -           | -
        """).AlsoIn("2018-19", "2024-25");

    public static readonly SpecTable[] As_populations_of_2026_27_the_registers_have_the_same_edges = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient             | born       | events                                                                                                    | DM020       | HYP010
        no diagnosis        | 1960-01-01 | DMRES 2012-01-01, HYPRES 2012-01-01                                                                       | -           | -
        resolved before     | 1960-01-01 | DM 2010-05-01, DMRES 2010-04-30, HYP 2010-05-01, HYPRES 2010-04-30                                        | outstanding | outstanding
        resolved same day   | 1960-01-01 | DM 2010-05-01, DMRES 2010-05-01, HYP 2010-05-01, HYPRES 2010-05-01                                        | outstanding | outstanding
        resolved day after  | 1960-01-01 | DM 2010-05-01, DMRES 2010-05-02, HYP 2010-05-01, HYPRES 2010-05-02                                        | -           | -
        diagnosed again     | 1960-01-01 | DM 2010-05-01, DMRES 2012-01-01, DM 2013-01-01, HYP 2010-05-01, HYPRES 2012-01-01, HYP 2013-01-01         | outstanding | outstanding
        17 today            | 2010-03-31 | DM 2015-05-01, HYP 2015-05-01                                                                             | outstanding | outstanding
        17 tomorrow         | 2010-04-01 | DM 2015-05-01, HYP 2015-05-01                                                                             | -           | outstanding
        18                  | 2009-03-31 | DM 2015-05-01, HYP 2015-05-01                                                                             | outstanding | outstanding
        16                  | 2011-03-31 | DM 2015-05-01, HYP 2015-05-01                                                                             | -           | outstanding
        """).AlsoIn("2025-26");
}
