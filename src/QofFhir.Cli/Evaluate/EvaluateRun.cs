using QofFhir.Cli.Input;
using QofFhir.Cli.Output;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.DataChecks;
using QofFhir.Core.Evaluation;
using QofFhir.Definitions;

namespace QofFhir.Cli.Evaluate;

/// <summary>One evaluation from files to files.</summary>
internal sealed class EvaluateRun(EvaluateArguments arguments, Terminal terminal)
{
    private readonly Durations _durations = new(terminal.Clock);

    public ExitCode Run(CancellationToken cancellation)
    {
        OutFolder.CheckIsFree(arguments.Out, RunFiles.All);
        var library = _durations.Of("definitions", () => DefinitionFiles.Load(arguments.Definitions, arguments.CodePacks));
        var framework = Asked(library);
        if (arguments is { Attributes: not null, Strata: null })
        {
            throw new StopException(ExitCode.Usage, "--attributes needs --strata");
        }

        var strata = arguments.Strata is { } names ? StrataSheet.Asked(framework, names) : null;
        var attestations = arguments.Attestations is { } file ? AttestationsFile.Read(file, framework) : [];
        var intake = _durations.Of("reading", () => Intake.From(arguments.Inputs, library.CodeIndex(framework), terminal, cancellation));
        var records = intake.Read.Records;
        DefinitionFiles.RefuseSampleCodesOnRealData(framework, records);

        var dates = ServiceDates.Year(arguments.AchievementDate);
        var result = _durations.Of(
            "evaluating", () => Qof.ByMonth(Qof.Evaluate(framework.Lacking(intake.Gaps), records, dates, arguments.Practice, attestations), records));
        if (strata is not null)
        {
            var attributes = arguments.Attributes is { } supplied ? AttributesFile.Read(supplied, strata, records) : [];
            result = _durations.Of("strata", () => Qof.Stratify(result, records, strata, attributes));
        }

        var clinical = _durations.Of("clinical", () => Qof.Clinical(result, records).ToList());
        cancellation.ThrowIfCancellationRequested();

        var run = new RunOutput(arguments, intake, result, clinical, RunWarnings.Of(result, intake), terminal.Clock.GetUtcNow());
        using (var folder = new OutFolder(arguments.Out, RunFiles.All))
        {
            _durations.Of("writing", () => run.WriteResults(folder, cancellation));
            run.WriteRecord(folder, _durations);
            folder.MoveIn();
        }

        Show(run, result);
        return intake.Incomplete ? ExitCode.Incomplete : ExitCode.Ok;
    }

    private Framework Asked(DefinitionLibrary library) => (arguments.Framework, arguments.Module, arguments.ModuleFile) switch
    {
        ({ } framework, null, null) => DefinitionFiles.FrameworkOf(library, framework),
        (null, { } module, null) => ModuleFiles.MeasuresOf(ModuleFiles.Of(library, module)),
        (null, null, { } file) => ModuleFiles.MeasuresOf(ModuleFiles.Read(library, file)),
        _ => throw new StopException(ExitCode.Usage, "say what to evaluate: one of --framework, --qi and --qi-file"),
    };

    private void Show(RunOutput run, PracticeResult result)
    {
        if (arguments.Format == OutputFormat.Table)
        {
            ResultView.Write(terminal.Page, result, run.Warnings);
            ResultView.WriteFooter(terminal.Page, arguments.Out, run.Intake.Read);
            return;
        }

        foreach (var warning in run.Warnings)
        {
            terminal.Warn(warning);
        }

        var sheet = ResultSheet.Of(result);
        if (arguments.Format == OutputFormat.Csv)
        {
            sheet.WriteCsv(terminal.Data);
        }
        else
        {
            JsonText.Write(terminal.Data, json => ResultSheet.WriteJson(json, result, run.Warnings, sheet));
        }
    }
}
