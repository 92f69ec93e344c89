namespace QofFhir.Tests.Spec;

/// <summary>What is clinically due on the day of the run, beside what counts for the year.</summary>
internal static class ClinicalSpec
{
    public static readonly SpecTable Last_May_counts_for_last_year_and_lapses_this_May = SpecTable.Of("qof-england-2026-27", "2026-04-20", """
        patient    | born       | events                                   | HYP010      | HYP010 due
        last May   | 1960-01-01 | HYP 2010-01-01, CLINBP 120/70 2025-05-10 | outstanding | until 2026-05-10
        last April | 1960-01-01 | HYP 2010-01-01, CLINBP 120/70 2025-04-20 | outstanding | due
        day after  | 1960-01-01 | HYP 2010-01-01, CLINBP 120/70 2025-04-21 | outstanding | until 2026-04-21
        this April | 1960-01-01 | HYP 2010-01-01, CLINBP 120/70 2026-04-10 | achieved    | until 2027-04-10
        high       | 1960-01-01 | HYP 2010-01-01, CLINBP 150/95 2026-04-10 | outstanding | due
        none       | 1960-01-01 | HYP 2010-01-01                           | outstanding | due
        not ill    | 1960-01-01 |                                          | -           | -
        """);

    public static readonly SpecTable The_year_before_it_counted_with_the_same_lapse = SpecTable.Of("qof-england-2026-27", "2026-03-01", """
        patient  | born       | events                                   | HYP010   | HYP010 due
        last May | 1960-01-01 | HYP 2010-01-01, CLINBP 120/70 2025-05-10 | achieved | until 2026-05-10
        """);

    public static readonly SpecTable A_reading_of_29_February_lapses_on_1_March = SpecTable.Of("qof-england-2026-27", "2028-03-31", """
        patient | born       | events                                                                  | DM020    | DM020 due        | HYP010   | HYP010 due       | BP002    | BP002 due
        leap    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, IFCCHBAM 50 2028-02-29, CLINBP 120/70 2028-02-29 | achieved | until 2029-03-01 | achieved | until 2029-03-01 | achieved | until 2033-03-01
        day 28  | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, IFCCHBAM 50 2028-02-28, CLINBP 120/70 2028-02-28 | achieved | until 2029-02-28 | achieved | until 2029-02-28 | achieved | until 2033-02-28
        """);

    public static readonly SpecTable[] An_adjustment_changes_nothing_of_what_is_due = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient       | born       | registered | events                                                   | DM020               | DM020 due
        unsuitable    | 1960-01-01 | 2001-01-01 | DM 2010-01-01, DMPCAPU 2026-05-01                        | adjusted DMPCAPU    | due
        declined      | 1960-01-01 | 2001-01-01 | DM 2010-01-01, DMPCADEC 2026-05-01                       | adjusted DMPCADEC   | due
        invited       | 1960-01-01 | 2001-01-01 | DM 2010-01-01, DMINVITE 2026-05-01, DMINVITE 2026-05-08  | adjusted DMIFINVITE | due
        diagnosed     | 1960-01-01 | 2001-01-01 | DM 2026-09-01                                            | adjusted DIAG1_DT9M | due
        registered    | 1960-01-01 | 2026-09-01 | DM 2010-01-01                                            | adjusted REG1_DAT9  | due
        done as well  | 1960-01-01 | 2001-01-01 | DM 2010-01-01, DMPCAPU 2026-05-01, IFCCHBAM 50 2026-06-10 | achieved           | until 2027-06-10
        frail         | 1960-01-01 | 2001-01-01 | DM 2010-01-01, MODFRAIL 2020-01-01                       | excluded MDSEVFRAIL | -
        """).AlsoIn("2025-26");

    public static readonly SpecTable Turning_80_is_leaving_unless_the_care_lapses_before = SpecTable.Of("qof-england-2026-27", "2027-01-31", """
        patient          | born       | events                                   | HYP010              | HYP010 due        | HYP011              | HYP011 due
        80 in June       | 1947-06-01 | HYP 2010-01-01, CLINBP 120/70 2026-12-01 | achieved            | leaves 2027-06-01 | excluded PAT_AGEU80 | -
        80 next January  | 1948-01-31 | HYP 2010-01-01, CLINBP 120/70 2026-12-01 | achieved            | until 2027-12-01  | excluded PAT_AGEU80 | -
        on one day       | 1947-12-01 | HYP 2010-01-01, CLINBP 120/70 2026-12-01 | achieved            | leaves 2027-12-01 | excluded PAT_AGEU80 | -
        leap             | 1948-02-29 | HYP 2010-01-01, CLINBP 120/70 2026-12-01 | achieved            | until 2027-12-01  | excluded PAT_AGEU80 | -
        80 before        | 1946-06-01 | HYP 2010-01-01, CLINBP 120/70 2026-12-01 | excluded PAT_AGEO79 | -                 | achieved            | until 2027-12-01
        """);

    public static readonly SpecTable In_2019_20_the_same_two_views = SpecTable.Of("qof-england-2019-20", "2019-09-30", """
        patient     | born       | events                                                       | DM019       | DM019 due        | HYP003              | HYP003 due        | BP002               | BP002 due
        last autumn | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 120/70 2018-10-15          | outstanding | until 2019-10-15 | outstanding         | until 2019-10-15  | achieved            | until 2023-10-15
        this summer | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 120/70 2019-08-31          | achieved    | until 2020-08-31 | achieved            | until 2020-08-31  | achieved            | until 2024-08-31
        80 in May   | 1940-05-05 | DM 2010-01-01, HYP 2010-01-01, BP 120/70 2019-08-31          | achieved    | until 2020-08-31 | achieved            | leaves 2020-05-05 | achieved            | until 2024-08-31
        44 years    | 1974-10-01 | DM 2010-01-01, HYP 2010-01-01, BP 120/70 2019-08-31          | achieved    | until 2020-08-31 | achieved            | until 2020-08-31  | excluded PAT_AGEU45 | -
        5 years ago | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 120/70 2014-10-01          | outstanding | due              | outstanding         | due               | outstanding         | until 2019-10-01
        """);
}
