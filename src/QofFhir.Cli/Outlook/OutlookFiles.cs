namespace QofFhir.Cli.Outlook;

/// <summary>The names of the files that an outlook writes.</summary>
internal static class OutlookFiles
{
    public const string Indicators = "outlook.csv";
    public const string Patients = "patients.csv";
    public const string List = "shortest-list.csv";
    public const string Trajectory = "trajectory.csv";
    public const string WhatIf = "what-if.csv";
    public const string All = "outlook.json";

    /// <summary>The whole comes last: where it stands, the others stand too.</summary>
    public static IReadOnlyList<string> Names { get; } = [Indicators, Patients, List, Trajectory, WhatIf, All];
}
