using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.ValueSets;

/// <summary><c>qof valuesets</c>: newer lists of codes, by those who hold a licence for them.</summary>
internal static class ValueSetsCommand
{
    public static Command Create(Terminal terminal) => new TaughtCommand(
        "valuesets", "Get newer lists of codes, from a release or from a terminology server.", "Example:", "  qof valuesets import release.txt --to valuesets")
    {
        Import(terminal),
        ExpandCommand.Create(terminal),
    };

    private static TaughtCommand Import(Terminal terminal)
    {
        var source = new Argument<string>("SOURCE")
        {
            Description = "The text file of the official release (reference set content); an RF2 release (a simple reference set snapshot, a folder or a zip with some); "
                + "or a folder with clusters.csv and clusters/.",
        };
        var version = new Option<string?>("--release") { HelpName = "TEXT", Description = "Version of a release file [default: the day in its name]." };
        var options = new ImportOptions();
        var command = new TaughtCommand(
            "import", "Turn a newer release into value sets; report what each cluster gains and loses, and which indicators become evaluable.",
            "All of it is written or nothing; the same source twice changes nothing.",
            "Clusters that the source lacks keep their files.",
            "",
            "Example:",
            "  qof valuesets import 20260401_PCD.txt --to valuesets --changes changes.csv")
        {
            source, version,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
            (int)new ImportRun(options.Of(parsed), terminal).FromFiles(parsed.GetRequiredValue(source), parsed.GetValue(version)));
        return command;
    }
}
