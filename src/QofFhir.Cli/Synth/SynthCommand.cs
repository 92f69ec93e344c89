using System.CommandLine;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Synth;

internal static class SynthCommand
{
    public static Command Create(Terminal terminal) => new QofFhir.Cli.Arguments.TaughtCommand("synth", "what it does", "Example:", "  qof synth") { QofFhir.Cli.Arguments.Ask.Inputs(), QofFhir.Cli.Arguments.Ask.AchievementDate(), QofFhir.Cli.Arguments.Ask.CodePacks() };
}
