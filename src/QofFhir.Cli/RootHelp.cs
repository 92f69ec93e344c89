using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using QofFhir.Cli.Arguments;

namespace QofFhir.Cli;

/// <summary>The command before all commands, and its words.</summary>
internal static class RootHelp
{
    private static readonly string[] More =
    [
        "Try it:",
        "  qof synth --patients 400 --seed 1 --out practice",
        "  qof evaluate practice --framework qof-england-2026-27 --achievement-date 2026-11-30 \\",
        "      --code-pack samples/valuesets --out out",
        "  qof check practice",
        "",
        "Exit codes:",
        "  0    done",
        "  1    a fault of the tool itself",
        "  2    the command line, or a table given with it, cannot be understood",
        "  3    a file is missing or unreadable, a server does not answer, or what was asked for",
        "       is not there",
        "  4    frameworks, rulesets or value sets have mistakes",
        "  5    refused: sample codes on data that is not sample data, or by the service that was asked",
        "  6    done, but a part of the input could not be read, or a server lacks what is needed:",
        "       numbers may be too small",
        "  7    done, but a row of the rules decides for no patient that was made",
        "  8    done, but a kept statement and what comes out of it now are not the same",
        "  130  stopped from outside",
    ];

    public static RootCommand Command()
    {
        var root = new RootCommand("QOF from FHIR R4: who is on which register, whose care is done, adjusted or owed, and the points.");
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new TeachingHelp((HelpAction)option.Action!, More);
        option.Description = "Show what a command does and takes";
        return root;
    }

    /// <summary>The command as typed, such as <c>qof rules check</c>.</summary>
    public static string PathOf(CommandResult result) => result.Parent is CommandResult parent
        ? $"{PathOf(parent)} {result.Command.Name}"
        : "qof";
}
