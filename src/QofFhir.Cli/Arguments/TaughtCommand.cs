using System.CommandLine;

namespace QofFhir.Cli.Arguments;

/// <summary>A command whose help ends with lines to try.</summary>
/// <param name="more">What the help says after the options, line by line.</param>
internal sealed class TaughtCommand(string name, string description, params IReadOnlyList<string> more) : Command(name, description)
{
    public IReadOnlyList<string> More { get; } = more;
}
