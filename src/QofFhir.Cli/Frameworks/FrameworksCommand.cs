using System.CommandLine;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Frameworks;

internal static class FrameworksCommand
{
    public static Command Create(Terminal terminal) => new QofFhir.Cli.Arguments.TaughtCommand("frameworks", "what it does", "Example:", "  qof frameworks") { QofFhir.Cli.Arguments.Ask.Inputs(), QofFhir.Cli.Arguments.Ask.AchievementDate(), QofFhir.Cli.Arguments.Ask.CodePacks() };
}
