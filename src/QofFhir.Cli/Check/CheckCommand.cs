using System.CommandLine;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Check;

internal static class CheckCommand
{
    public static Command Create(Terminal terminal) => new QofFhir.Cli.Arguments.TaughtCommand("check", "what it does", "Example:", "  qof check") { QofFhir.Cli.Arguments.Ask.Inputs(), QofFhir.Cli.Arguments.Ask.AchievementDate(), QofFhir.Cli.Arguments.Ask.CodePacks() };
}
