namespace QofFhir.Cli;

/// <summary>What the tool answers to the shell; the help of the root command lists the same.</summary>
internal enum ExitCode
{
    Ok = 0,

    /// <summary>A fault of the tool itself.</summary>
    Unexpected = 1,

    /// <summary>The command line, or a table given with it, cannot be understood.</summary>
    Usage = 2,

    /// <summary>An input is missing or cannot be read, an output cannot be written, a server does not answer, or what was asked for is not there.</summary>
    Files = 3,

    /// <summary>Frameworks, rulesets or value sets have mistakes.</summary>
    Definitions = 4,

    /// <summary>Sample codes on data that is not sample data, or a service that does not take what was sent.</summary>
    Refused = 5,

    /// <summary>Done, but a part of the input could not be read, or its extraction lacks data: numbers may be too small or not there.</summary>
    Incomplete = 6,

    /// <summary>Done, but some row of the rules decides for no patient made.</summary>
    Unhit = 7,

    /// <summary>Done, but what was kept and what comes out now are not the same.</summary>
    Differs = 8,

    /// <summary>Stopped from outside, as the shell counts it.</summary>
    Cancelled = 130,
}
