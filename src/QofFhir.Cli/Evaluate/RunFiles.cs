namespace QofFhir.Cli.Evaluate;

/// <summary>The names of the files that a run writes.</summary>
internal static class RunFiles
{
    public const string MeasureReports = "measure-reports.ndjson";
    public const string IndividualReports = "individual-reports.ndjson";
    public const string SubjectLists = "subject-lists.ndjson";
    public const string Outcomes = "outcomes.csv";
    public const string Strata = "strata.csv";
    public const string DeprivationGap = "deprivation-gap.csv";
    public const string AtRisk = "at-risk.csv";
    public const string Problems = "problems.ndjson";
    public const string Run = "run.json";

    /// <summary>The record of the run comes last: where it stands, the others stand too.</summary>
    public static IReadOnlyList<string> All { get; } =
        [MeasureReports, IndividualReports, SubjectLists, Outcomes, Strata, DeprivationGap, AtRisk, Problems, Run];
}
