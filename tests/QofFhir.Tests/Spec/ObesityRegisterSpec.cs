namespace QofFhir.Tests.Spec;

/// <summary>The obesity register: as OB002 (30 for everyone), as OB003 (27.5 in the listed ethnic groups), and as the population of OB004.</summary>
internal static class ObesityRegisterSpec
{
    private const string CodeSince = "where the value is not the latest, the code is, and the code alone is enough";

    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("OBES_REG row 1: part 2: OBESE: part 1: part 0: Equal as AtMost", CodeSince),
        ("OBES_REG row 1: part 2: OBESE: part 1: without part 0", CodeSince),
    ];

    private static readonly string[] RiskGroups = ["AB", "AC", "AI", "AO", "AP", "BA", "BC", "BO", "MO", "MWA", "MWBA", "MWBC", "OA", "OO"];

    private static readonly string[] WhiteGroups = ["WB", "WGT", "WI", "WO"];

    private static readonly string Readings = """
        patient               | born       | events                                     | all
        no reading            | 1960-01-01 |                                            | -
        30                    | 1960-01-01 | BMIVAL 30 2026-09-01                       | IN
        29.9                  | 1960-01-01 | BMIVAL 29.9 2026-09-01                     | -
        31                    | 1960-01-01 | BMIVAL 31 2026-09-01                       | IN
        a code without value  | 1960-01-01 | BMI30 2026-09-01                           | IN
        without its value     | 1960-01-01 | BMIVAL 2026-09-01                          | -
        31 March              | 1960-01-01 | BMIVAL 31 2026-03-31                       | -
        1 April               | 1960-01-01 | BMIVAL 31 2026-04-01                       | IN
        last day              | 1960-01-01 | BMIVAL 31 2027-03-31                       | IN
        day after             | 1960-01-01 | BMIVAL 31 2027-04-01                       | -
        code 31 March         | 1960-01-01 | BMI30 2026-03-31                           | -
        code 1 April          | 1960-01-01 | BMI30 2026-04-01                           | IN
        high, then lower      | 1960-01-01 | BMIVAL 31 2026-05-01, BMIVAL 29 2026-06-01 | -
        low, then higher      | 1960-01-01 | BMIVAL 29 2026-05-01, BMIVAL 31 2026-06-01 | IN
        two of one day        | 1960-01-01 | BMIVAL 31 2026-05-01, BMIVAL 29 2026-05-01 | -
        code, then lower      | 1960-01-01 | BMI30 2026-05-01, BMIVAL 29 2026-06-01     | -
        low, then code        | 1960-01-01 | BMIVAL 29 2026-05-01, BMI30 2026-06-01     | IN
        low and code one day  | 1960-01-01 | BMIVAL 29 2026-05-01, BMI30 2026-05-01     | IN
        code, then high       | 1960-01-01 | BMI30 2026-05-01, BMIVAL 31 2026-06-01     | IN
        old code and new code | 1960-01-01 | BMI30 2020-05-01, BMI30 2026-06-01         | IN
        18 today              | 2009-03-31 | BMIVAL 31 2026-09-01                       | IN
        18 tomorrow           | 2009-04-01 | BMIVAL 31 2026-09-01                       | -
        19                    | 2008-03-31 | BMIVAL 31 2026-09-01                       | IN
        """;

    private static readonly string Thresholds = string.Join('\n', [
        "patient | born | events | all",
        .. RiskGroups.Select(g => $"27.5 in {g} | 1960-01-01 | ETH2016{g} 2001-01-01, BMIVAL 27.5 2026-09-01 | IN"),
        .. WhiteGroups.Select(g => $"27.5 in {g} | 1960-01-01 | ETH2016{g} 2001-01-01, BMIVAL 27.5 2026-09-01 | -"),
        .. WhiteGroups.Select(g => $"{g} since | 1960-01-01 | ETH2016AI 2001-01-01, ETH2016{g} 2002-01-01, BMIVAL 27.5 2026-09-01 | -"),
        "27.4 | 1960-01-01 | ETH2016AI 2001-01-01, BMIVAL 27.4 2026-09-01 | -",
        "30 in WB | 1960-01-01 | ETH2016WB 2001-01-01, BMIVAL 30 2026-09-01 | IN",
        "AI since | 1960-01-01 | ETH2016WB 2001-01-01, ETH2016AI 2002-01-01, BMIVAL 27.5 2026-09-01 | IN",
        "both one day | 1960-01-01 | ETH2016WB 2001-01-01, ETH2016AI 2001-01-01, BMIVAL 27.5 2026-09-01 | IN",
        "AI, then WB, then AI | 1960-01-01 | ETH2016AI 2001-01-01, ETH2016WB 2002-01-01, ETH2016AI 2003-01-01, BMIVAL 27.5 2026-09-01 | IN",
        "29 of unknown group | 1960-01-01 | BMIVAL 29 2026-09-01 | -",
        "28, then 27 | 1960-01-01 | ETH2016AI 2001-01-01, BMIVAL 28 2026-05-01, BMIVAL 27 2026-06-01 | -",
        "BMI 28 last year | 1960-01-01 | ETH2016AI 2001-01-01, BMIVAL 28 2026-03-31 | -",
        "code, then 28 | 1960-01-01 | ETH2016AI 2001-01-01, BMI30 2026-05-01, BMIVAL 28 2026-06-01 | IN",
    ]);

    public static readonly SpecTable[] The_latest_reading_of_the_year_decides =
        SharedRows.For(Readings.Replace("IN", "on-register", StringComparison.Ordinal), "OB002 OB003", "2018-19", "2019-20", "2024-25");

    public static readonly SpecTable[] The_listed_groups_join_at_a_lower_reading =
        SharedRows.For(Thresholds.Replace("IN", "on-register", StringComparison.Ordinal), "OB003", "2024-25");

    public static readonly SpecTable[] The_register_as_a_population =
        SharedRows.For(Readings.Replace("IN", "outstanding", StringComparison.Ordinal), "OB004", "2026-27");

    public static readonly SpecTable[] The_listed_groups_as_a_population =
        SharedRows.For(Thresholds.Replace("IN", "outstanding", StringComparison.Ordinal), "OB004", "2026-27");
}
