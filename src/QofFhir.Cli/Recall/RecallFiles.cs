namespace QofFhir.Cli.Recall;

/// <summary>The names of the files that a worklist is written to.</summary>
internal static class RecallFiles
{
    public const string Patients = "recall.csv";
    public const string Sittings = "recall-sittings.csv";
    public const string Group = "recall-group.json";
    public const string List = "recall-list.json";

    public static IReadOnlyList<string> All { get; } = [Patients, Sittings, Group, List];
}
