using System.CommandLine;
using System.CommandLine.Invocation;
using QofFhir.Cli.Check;
using QofFhir.Cli.Evaluate;
using QofFhir.Cli.Explain;
using QofFhir.Cli.Extract;
using QofFhir.Cli.Frameworks;
using QofFhir.Cli.Improvement;
using QofFhir.Cli.Output;
using QofFhir.Cli.Payment;
using QofFhir.Cli.Peers;
using QofFhir.Cli.Probe;
using QofFhir.Cli.Publish;
using QofFhir.Cli.Rollup;
using QofFhir.Cli.Rules;
using QofFhir.Cli.SampleGp;
using QofFhir.Cli.Synth;
using QofFhir.Cli.ValueSets;
using QofFhir.Definitions;
using QofFhir.Extraction;

namespace QofFhir.Cli;

/// <summary>The tool `qof`: its commands, and the one place where what went wrong becomes words and an exit code.</summary>
internal static class QofTool
{
    /// <summary>When stopped, a command may still take leave of a server: an export is removed there.</summary>
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(15);

    public static int Main(string[] args) => Run(args, Console.Out, Console.Error, TimeProvider.System);

    public static int Run(string[] args, TextWriter output, TextWriter error, TimeProvider clock)
    {
        var terminal = new Terminal(output, error, clock);
        var root = RootHelp.Command();
        root.Add(EvaluateCommand.Create(terminal));
        root.Add(ExplainCommand.Create(terminal));
        root.Add(CheckCommand.Create(terminal));
        root.Add(ExtractCommand.Create(terminal));
        root.Add(ProbeCommand.Create(terminal));
        root.Add(RollupCommand.Create(terminal));
        root.Add(PaymentCommand.Create(terminal));
        root.Add(PeersCommand.Create(terminal));
        root.Add(FrameworksCommand.Create(terminal));
        root.Add(ImprovementCommand.Create(terminal));
        root.Add(RulesCommand.Create(terminal));
        root.Add(ValueSetsCommand.Create(terminal));
        root.Add(PublishCommand.Create(terminal));
        root.Add(SynthCommand.Create(terminal));
        root.Add(SampleGpCommand.Create(terminal));

        try
        {
            var parsed = root.Parse(args);
            if (parsed.CommandResult.Command.Action is null && parsed.UnmatchedTokens.Count == 0)
            {
                // A group without its command: show what there is.
                parsed = root.Parse([.. args, "--help"]);
            }

            if (parsed.Action is ParseErrorAction)
            {
                throw new StopException(ExitCode.Usage, [
                    .. parsed.Errors.Select(e => e.Message).Distinct(),
                    $"`{RootHelp.PathOf(parsed.CommandResult)} --help` shows what it takes."]);
            }

            return parsed.Invoke(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = LastWord,
            });
        }
        catch (StopException stop)
        {
            return Say(terminal, stop.Code, stop.Reasons);
        }
        catch (DefinitionException e)
        {
            return Say(terminal, ExitCode.Definitions, [e.Message, "`qof rules check` shows the notes too"]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ExtractionException or HttpRequestException)
        {
            return Say(terminal, ExitCode.Files, [e.Message]);
        }
        catch (OperationCanceledException e) when (e.InnerException is TimeoutException slow)
        {
            return Say(terminal, ExitCode.Files, [slow.Message]);
        }
        catch (OperationCanceledException)
        {
            return Say(terminal, ExitCode.Cancelled, ["stopped; nothing was written"]);
        }
        catch (Exception e)
        {
            // Its message may quote a record: type and place are enough to mend the tool.
            return Say(terminal, ExitCode.Unexpected, [$"a fault of the tool itself: {e.GetType().Name}", e.StackTrace ?? ""]);
        }
    }

    private static int Say(Terminal terminal, ExitCode code, IReadOnlyList<string> reasons)
    {
        foreach (var reason in reasons)
        {
            terminal.Messages.WriteLine($"qof: {reason}");
        }

        return (int)code;
    }
}
