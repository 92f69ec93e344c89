using System.CommandLine;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Explain;

internal static class ExplainCommand
{
    public static Command Create(Terminal terminal) => new QofFhir.Cli.Arguments.TaughtCommand("explain", "what it does", "Example:", "  qof explain") { QofFhir.Cli.Arguments.Ask.Inputs(), QofFhir.Cli.Arguments.Ask.AchievementDate(), QofFhir.Cli.Arguments.Ask.CodePacks() };
}
