using System.CommandLine;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Evaluate;

internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal) => new QofFhir.Cli.Arguments.TaughtCommand("evaluate", "what it does", "Example:", "  qof evaluate") { QofFhir.Cli.Arguments.Ask.Inputs(), QofFhir.Cli.Arguments.Ask.AchievementDate(), QofFhir.Cli.Arguments.Ask.CodePacks() };
}
