namespace QofFhir.Tests.Spec;

/// <summary>MH001, LD004 and LD_REG: the registers of mental health and learning disability.</summary>
internal static class PeopleRegisterSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("LITSTP: other end", "only its presence is asked"),
        ("LDLAT: other end", "only its presence is asked until v49"),
        ("LDREM: other end", "only its presence is asked"),
        ("*INVITE3: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable[] A_diagnosis_for_good_or_lithium_in_six_months = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                | born       | events                                            | MH001
        nothing                | 1960-01-01 |                                                   | -
        psychosis              | 1960-01-01 | MH 1980-01-01                                     | on-register
        on the last day        | 1960-01-01 | MH 2025-03-31                                     | on-register
        after the year         | 1960-01-01 | MH 2025-04-01                                     | -
        in remission           | 1960-01-01 | MH 2010-01-01, MHREM 2015-01-01                   | on-register
        lithium 30 September   | 1960-01-01 | LIT 2024-09-30                                    | -
        lithium 1 October      | 1960-01-01 | LIT 2024-10-01                                    | on-register
        lithium last day       | 1960-01-01 | LIT 2025-03-31                                    | on-register
        lithium day after      | 1960-01-01 | LIT 2025-04-01                                    | -
        old and new            | 1960-01-01 | LIT 2020-01-01, LIT 2024-11-01                    | on-register
        stopped a day later    | 1960-01-01 | LIT 2024-11-01, LITSTP 2024-11-02                 | -
        stopped on the day     | 1960-01-01 | LIT 2024-11-01, LITSTP 2024-11-01                 | on-register
        stopped before         | 1960-01-01 | LIT 2024-11-01, LITSTP 2024-10-31                 | on-register
        begun again            | 1960-01-01 | LIT 2024-05-01, LITSTP 2024-06-01, LIT 2024-11-01 | on-register
        stopped, and psychosis | 1960-01-01 | MH 2010-01-01, LIT 2024-11-01, LITSTP 2024-11-02  | on-register
        a newborn with lithium | 2025-02-01 | LIT 2025-03-01                                    | on-register
        """).AlsoIn("2018-19", "2019-20");

    public static readonly SpecTable On_lithium_as_a_population = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient            | born       | events                                            | MH009       | MH010
        30 September       | 1960-01-01 | LIT 2018-09-30                                    | -           | -
        1 October          | 1960-01-01 | LIT 2018-10-01                                    | outstanding | outstanding
        stopped            | 1960-01-01 | LIT 2018-11-01, LITSTP 2018-11-02                 | -           | -
        stopped on the day | 1960-01-01 | LIT 2018-11-01, LITSTP 2018-11-01                 | outstanding | outstanding
        begun again        | 1960-01-01 | LIT 2018-05-01, LITSTP 2018-06-01, LIT 2018-11-01 | outstanding | outstanding
        """);

    public static readonly SpecTable[] A_learning_disability_at_any_age = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient         | born       | events                          | LD004
        nothing         | 1960-01-01 |                                 | -
        coded           | 1960-01-01 | LD 1990-01-01                   | on-register
        on the last day | 1960-01-01 | LD 2025-03-31                   | on-register
        after the year  | 1960-01-01 | LD 2025-04-01                   | -
        child           | 2023-01-01 | LD 2024-06-01                   | on-register
        removed, until v49 no matter | 1960-01-01 | LD 1990-01-01, LDREM 2020-01-01 | on-register
        removed only    | 1960-01-01 | LDREM 2020-01-01                | -
        """).AlsoIn("2018-19", "2019-20");

    public static readonly SpecTable[] From_v50_a_removal_after_the_last_diagnosis_ends_it = SpecTable.Of("qof-england-2025-26", "2026-03-31", """
        patient                  | born       | events                                          | LD_REG
        nothing                  | 1960-01-01 |                                                 | -
        coded                    | 1960-01-01 | LD 1990-01-01                                   | on-register
        child                    | 2024-01-01 | LD 2025-06-01                                   | on-register
        after the year           | 1960-01-01 | LD 2026-04-01                                   | -
        removed a day later      | 1960-01-01 | LD 1990-01-01, LDREM 1990-01-02                 | -
        removed on the day       | 1960-01-01 | LD 1990-01-01, LDREM 1990-01-01                 | on-register
        removed a day before     | 1960-01-01 | LD 1990-01-02, LDREM 1990-01-01                 | on-register
        removed on the last day  | 1960-01-01 | LD 1990-01-01, LDREM 2026-03-31                 | -
        removed after the year   | 1960-01-01 | LD 1990-01-01, LDREM 2026-04-01                 | on-register
        coded again              | 1960-01-01 | LD 1990-01-01, LDREM 2000-01-01, LD 2000-01-02  | on-register
        coded again on the day   | 1960-01-01 | LD 1990-01-01, LDREM 2000-01-01, LD 2000-01-01  | on-register
        coded twice, removed     | 1960-01-01 | LD 1990-01-01, LD 2000-01-01, LDREM 2000-01-02  | -
        removed twice            | 1960-01-01 | LD 1990-01-01, LDREM 1980-01-01, LDREM 2000-01-01 | -
        removed only             | 1960-01-01 | LDREM 2020-01-01                                | -
        """).AlsoIn("2026-27");
}
