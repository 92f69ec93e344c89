namespace QofFhir.Cli;

/// <summary>Ends a command with its exit code and the sentences that say why; <see cref="QofTool"/> prints them.</summary>
internal sealed class StopException(ExitCode code, params IReadOnlyList<string> reasons) : Exception(string.Join('\n', reasons))
{
    public ExitCode Code { get; } = code;

    public IReadOnlyList<string> Reasons { get; } = reasons;
}
