using QofFhir.Cli.Evaluate;
using QofFhir.Cli.Input;
using QofFhir.Cli.Output;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.DataChecks;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Payments;
using QofFhir.Definitions;
using QofFhir.Publication.Statements;

namespace QofFhir.Cli.Payment;

/// <summary>One statement, from records or reports to files.</summary>
internal sealed class StatementRun(StatementArguments arguments, Terminal terminal)
{
    private bool _incomplete;

    public ExitCode Run(CancellationToken cancellation)
    {
        if (arguments.Inputs.Count > 0 == arguments.Reports is not null)
        {
            throw new StopException(ExitCode.Usage, "say what to pay by: records, or --reports");
        }

        if (arguments.Out is { } target)
        {
            OutFolder.CheckIsFree(target, StatementFiles.All);
        }

        var library = DefinitionFiles.Load(arguments.Definitions, arguments.CodePacks);
        var framework = DefinitionFiles.FrameworkOf(library, arguments.Framework);
        var year = framework.Payment ?? throw new StopException(ExitCode.Usage, $"{framework.Id} does not say how its year pays");
        if (ServiceDates.Year(arguments.AchievementDate).PaymentPeriodStart != framework.YearStart)
        {
            throw new StopException(
                ExitCode.Usage, $"{Words.LongDay(arguments.AchievementDate)} lies outside the year of {framework.Id}, which began on {Words.LongDay(framework.YearStart)}: it pays that year alone");
        }

        var attestations = arguments.Attestations is { } file ? AttestationsFile.Read(file, framework) : [];
        var factors = TargetFactors.Of(arguments.TargetFactors, year);
        var kept = PointsTable.Read(arguments.Protected, framework, year.Protected?.Value ?? [], "is not protected this year");
        var improved = PointsTable.Read(arguments.Improvement, framework, [.. year.Unsettled.SelectMany(u => u.Value.Indicators)], "has no improvement route this year");
        var national = NationalShares.Read(arguments.National, arguments.NationalDay, year, arguments.AchievementDate, terminal);
        var inputs = arguments.Reports is { } reports
            ? FromReports(reports, framework, attestations, national)
            : FromRecords(library, framework, attestations, national, cancellation);
        var statement = Statement.Of(inputs with
        {
            Payment = inputs.Payment with { TargetFactors = factors, ProtectedPoints = kept, ImprovementPoints = improved },
            LastYear = arguments.LastYear,
            AgreedPoints = arguments.AgreedPoints,
            AspirationPaid = arguments.AspirationPaid,
        });
        if (arguments.Out is { } folder)
        {
            StatementFiles.Write(folder, statement);
        }

        Show(statement);
        return _incomplete ? ExitCode.Incomplete : ExitCode.Ok;
    }

    private StatementInputs FromRecords(
        DefinitionLibrary library, Framework framework, IReadOnlyList<Attestation> attestations, IReadOnlyDictionary<string, RegisterShare> national,
        CancellationToken cancellation)
    {
        var intake = Intake.From(arguments.Inputs, library.CodeIndex(framework), terminal, cancellation);
        var records = intake.Read.Records;
        DefinitionFiles.RefuseSampleCodesOnRealData(framework, records);
        var result = Qof.Evaluate(framework.Lacking(intake.Gaps), records, ServiceDates.Year(arguments.AchievementDate), arguments.Practice, attestations);
        RunWarnings.Of(result, intake).ToList().ForEach(terminal.Warn);
        _incomplete = intake.Incomplete;
        var list = arguments.List
            ?? (framework.Payment!.ListDay is { Value: var day } && day <= arguments.AchievementDate ? Qof.ListOn(records, day, arguments.Practice) : null);
        var inputs = StatementInputs.Of(result, national, list);
        return inputs with { Sample = inputs.Sample || (records.PatientCount > 0 && records.AllSample) };
    }

    private StatementInputs FromReports(
        string path, Framework framework, IReadOnlyList<Attestation> attestations, IReadOnlyDictionary<string, RegisterShare> national)
    {
        var file = ReportFile.Read(path, framework, arguments.Practice, arguments.AchievementDate, terminal);
        _incomplete = file.Incomplete;
        var reported = framework.Reported.Select(i => StatementIndicator.Of(
            i, file.Reports.GetValueOrDefault(i.Id)?.Counts, attestations.FirstOrDefault(a => a.Indicator == i.Id)?.Declared)).ToList();
        var list = arguments.List ?? (file.ListSize is { } size ? new ListCount((int)size, arguments.AchievementDate) : null);
        var inputs = StatementInputs.Of(framework, file.Practice, arguments.AchievementDate, reported, national, list, file.ListSize);
        return inputs with { Sample = inputs.Sample || file.Sample };
    }

    private void Show(Statement statement)
    {
        switch (arguments.Format)
        {
            case OutputFormat.Json:
                terminal.Data.Write(StatementDocument.Of(statement).Write());
                break;
            case OutputFormat.Csv:
                StatementCsv.Write(terminal.Data, statement);
                break;
            default:
                StatementView.Write(terminal.Page, statement, arguments.Out);
                break;
        }
    }
}
