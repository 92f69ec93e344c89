using System.Text;
using QofFhir.Cli.Input;
using QofFhir.Cli.Output;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.DataChecks;
using QofFhir.Core.Recall;
using QofFhir.Fhir.Writing.Recall;

namespace QofFhir.Cli.Recall;

/// <summary>One worklist from files to the terminal and to files.</summary>
internal sealed class RecallRun(RecallArguments arguments, Terminal terminal)
{
    public ExitCode Run(CancellationToken cancellation)
    {
        if (arguments.Out is { } target)
        {
            OutFolder.CheckIsFree(target, RecallFiles.All);
        }

        var library = DefinitionFiles.Load(arguments.Definitions, arguments.CodePacks);
        var framework = DefinitionFiles.FrameworkOf(library, arguments.Framework);
        var question = Question(framework);
        var intake = Intake.From(arguments.Inputs, library.CodeIndex(framework), terminal, cancellation);
        var records = intake.Read.Records;
        DefinitionFiles.RefuseSampleCodesOnRealData(framework, records);
        var outcomes = arguments.Outcomes is { } file ? OutcomesFile.Read(file, records, arguments.Today) : [];
        var worklist = Qof.Worklist(framework.Lacking(intake.Gaps), records, question, arguments.Practice, outcomes);
        worklist = arguments.WithoutDecided ? worklist.WithoutDecided() : worklist;
        cancellation.ThrowIfCancellationRequested();
        if (arguments.Out is { } folder)
        {
            Write(folder, worklist, records.AllSample);
        }

        Show(worklist, RecallWarnings.Of(worklist, intake));
        return intake.Incomplete ? ExitCode.Incomplete : ExitCode.Ok;
    }

    /// <exception cref="StopException">Something that was asked for does not exist.</exception>
    private RecallQuestion Question(Framework framework)
    {
        string[] mistakes =
        [
            .. (arguments.Indicators ?? []).Where(id => !framework.Indicators.Any(i => i.Id == id && i.Kind == IndicatorKind.Fraction)).Select(id => $"{framework.Id} has no indicator '{id}' that asks for care"),
            .. (arguments.States ?? []).Where(s => !RecallWords.States.Any(k => k.Name == s)).Select(s => $"'{s}' is no state: --state expects {string.Join(", ", RecallWords.States.Select(k => k.Name))}"),
            .. arguments.Sitting is { } sitting && !framework.Care.Any(c => c.Sitting.Id == sitting)
                ? [$"there is no sitting '{sitting}'; there are: {string.Join(", ", framework.Care.Select(c => c.Sitting.Id).Distinct())}"] : Array.Empty<string>(),
        ];
        return mistakes.Length > 0 ? throw new StopException(ExitCode.Usage, mistakes) : new RecallQuestion(arguments.Today)
        {
            By = arguments.By,
            Horizon = arguments.Horizon,
            Indicators = arguments.Indicators,
            BirthMonths = arguments.BirthMonths,
            Sitting = arguments.Sitting,
            States = arguments.States is { } states ? [.. RecallWords.States.Where(s => states.Contains(s.Name)).Select(s => s.State)] : null,
        };
    }

    private void Show(Worklist worklist, IReadOnlyList<string> warnings)
    {
        if (arguments.Format == OutputFormat.Table)
        {
            RecallView.Write(terminal.Page, worklist, warnings, arguments.Out);
            return;
        }

        warnings.ToList().ForEach(terminal.Warn);
        if (arguments.Format == OutputFormat.Csv)
        {
            Sheet(RecallSheet.ByPatient(worklist)).WriteCsv(terminal.Data);
        }
        else
        {
            JsonText.Write(terminal.Data, json => RecallJson.Write(json, worklist, warnings));
        }
    }

    private static void Write(string target, Worklist worklist, bool sample)
    {
        using var folder = new OutFolder(target, RecallFiles.All);
        Csv(RecallFiles.Patients, RecallSheet.ByPatient(worklist));
        Csv(RecallFiles.Sittings, RecallSheet.BySitting(worklist));
        var writer = new WorklistWriter(sample);
        Json(RecallFiles.Group, o => writer.WriteGroup(o, worklist));
        Json(RecallFiles.List, o => writer.WriteList(o, worklist));
        folder.MoveIn();

        void Csv(string name, RecallSheet table)
        {
            using var file = new StreamWriter(folder.Create(name), new UTF8Encoding(false));
            Sheet(table).WriteCsv(file);
        }

        void Json(string name, Action<System.Buffers.IBufferWriter<byte>> write)
        {
            var buffer = new System.Buffers.ArrayBufferWriter<byte>();
            write(buffer);
            using var file = folder.Create(name);
            file.Write(buffer.WrittenSpan);
            file.WriteByte((byte)'\n');
        }
    }

    private static Sheet Sheet(RecallSheet table) => RecallJson.Sheet(table);
}
