namespace QofFhir.Core.Improvement;

/// <summary>How much a plan takes.</summary>
public static class PlanLimits
{
    /// <summary>Entries of a plan, all kinds together.</summary>
    public const int MostEntries = 1000;

    /// <summary>Patients that a measure may count: more than any practice, or all of England, has.</summary>
    public const long LargestCount = 100_000_000;

    /// <summary>Signs of a text.</summary>
    public const int LongestText = 4000;

    /// <summary>Signs of a name, or of what says where a number is from.</summary>
    public const int LongestName = 200;

    /// <summary>Signs of an identifier, as FHIR has it.</summary>
    public const int LongestId = 64;

    /// <summary>Organisations at a meeting, and results of a cycle.</summary>
    public const int LongestList = 100;
}
