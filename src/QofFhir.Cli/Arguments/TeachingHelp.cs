using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace QofFhir.Cli.Arguments;

/// <summary>The help of the library, no wider than a page, and after it what the command has to teach.</summary>
internal sealed class TeachingHelp(HelpAction help, IReadOnlyList<string> moreOnRoot) : SynchronousCommandLineAction
{
    private const int PageWidth = 100;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.MaxWidth = PageWidth;
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        foreach (var line in parseResult.CommandResult.Command switch
        {
            TaughtCommand taught => taught.More,
            RootCommand => moreOnRoot,
            _ => [],
        })
        {
            output.WriteLine(line);
        }

        return (int)ExitCode.Ok;
    }
}
