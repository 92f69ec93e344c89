using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Improvement;

/// <summary>What every command about a plan has: where the plan is, who asks, and how the answer is shown.</summary>
internal sealed class PlanQuestion(Terminal terminal, params OutputFormat[] formats)
{
    public PlanOptions Where { get; } = new(terminal.Clock);

    public Option<string> By { get; } = AskBy();

    public Option<OutputFormat> Format { get; } = Ask.Format(formats.Length > 0 ? formats : [OutputFormat.Table, OutputFormat.Json]);

    public static Option<string> AskBy() => new("--by") { Required = true, HelpName = "NAME", Description = "Who does it: it stands in the plan's history." };

    public static Option<long?> AskVersion(string description, bool required = false) => new("--if-match") { Required = required, HelpName = "VERSION", Description = description };

    /// <summary>JSON as the service tells it; anything else as <paramref name="view"/> shows it.</summary>
    public int Show<T>(ParseResult parsed, ServiceAnswer answer, Action<T> view)
        where T : class
    {
        if (parsed.GetValue(Format) == OutputFormat.Json)
        {
            answer.Write(terminal.Data);
        }
        else
        {
            view(answer.As<T>());
        }

        return (int)ExitCode.Ok;
    }
}
