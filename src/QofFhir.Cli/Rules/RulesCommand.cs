using System.CommandLine;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Rules;

internal static class RulesCommand
{
    public static Command Create(Terminal terminal) => new QofFhir.Cli.Arguments.TaughtCommand("rules", "what it does", "Example:", "  qof rules") { QofFhir.Cli.Arguments.Ask.Inputs(), QofFhir.Cli.Arguments.Ask.AchievementDate(), QofFhir.Cli.Arguments.Ask.CodePacks() };
}
