using System.CommandLine;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.ValueSets;

internal static class ValueSetsCommand
{
    public static Command Create(Terminal terminal) => new QofFhir.Cli.Arguments.TaughtCommand("valuesets", "what it does", "Example:", "  qof valuesets") { QofFhir.Cli.Arguments.Ask.Inputs(), QofFhir.Cli.Arguments.Ask.AchievementDate(), QofFhir.Cli.Arguments.Ask.CodePacks() };
}
