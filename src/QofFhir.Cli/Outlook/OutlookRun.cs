using System.Text;
using QofFhir.Cli.Evaluate;
using QofFhir.Cli.Input;
using QofFhir.Cli.Output;
using QofFhir.Cli.Payment;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.DataChecks;
using QofFhir.Core.Outlook;
using QofFhir.Core.Payments;
using QofFhir.Core.Records;

namespace QofFhir.Cli.Outlook;

/// <summary>One outlook from files to files.</summary>
internal sealed class OutlookRun(OutlookArguments arguments, Terminal terminal)
{
    public ExitCode Run(CancellationToken cancellation)
    {
        if (arguments.Out is { } target)
        {
            OutFolder.CheckIsFree(target, OutlookFiles.Names);
        }

        var whatIfs = arguments.WhatIf.Select(WhatIfText.Of).ToList();
        var library = DefinitionFiles.Load(arguments.Definitions, arguments.CodePacks);
        var framework = DefinitionFiles.FrameworkOf(library, arguments.Framework);
        var attestations = arguments.Attestations is { } file ? AttestationsFile.Read(file, framework) : [];
        var listDay = framework.Payment?.ListDay?.Value;
        var national = arguments.National is { } prevalence
            ? NationalShares.Read(prevalence, null, framework.Payment ?? throw NotPaid(framework), arguments.Today, terminal)
            : new Dictionary<string, RegisterShare>();
        var intake = Intake.From(arguments.Inputs, library.CodeIndex(framework), terminal, cancellation);
        var records = intake.Read.Records;
        DefinitionFiles.RefuseSampleCodesOnRealData(framework, records);

        var outlook = PracticeOutlook.Of(framework.Lacking(intake.Gaps), records, arguments.Today, arguments.Practice, attestations);
        cancellation.ThrowIfCancellationRequested();
        var inputs = framework.Payment is null ? null : StatementInputs.Of(outlook.AtYearEnd, national, ListOf(records, listDay, outlook));
        var money = inputs is null ? null : new OutlookMoney(inputs);
        var told = new OutlookTold(
            outlook, records, money, arguments.Gain, Lists(outlook, money), WhatIfs(inputs, whatIfs), Warnings(outlook, intake));
        cancellation.ThrowIfCancellationRequested();
        if (arguments.Out is { } folder)
        {
            Write(folder, told);
        }

        Show(told);
        return intake.Incomplete ? ExitCode.Incomplete : ExitCode.Ok;
    }

    private ListCount ListOf(PracticeRecords records, DateOnly? listDay, PracticeOutlook outlook) =>
        arguments.ListSize is { } given ? new ListCount(given, listDay ?? outlook.YearEnd)
        : listDay is { } day ? Qof.ListOn(records, day, arguments.Practice, arguments.Today)
        : new ListCount(outlook.AtYearEnd.ListSize, outlook.YearEnd);

    private (ShortestList Patients, ShortestList Sittings)? Lists(PracticeOutlook outlook, OutlookMoney? money)
    {
        if (arguments.Gain is not { } gain)
        {
            return null;
        }

        var worth = !gain.InPounds ? new ListWorth(outlook.Indicators)
            : new ListWorth(outlook.Indicators, (money ?? throw NotPaid(outlook.Framework)).PoundsOfPoint);
        return (ShortestList.Of(outlook, worth, gain.Amount, bySitting: false), ShortestList.Of(outlook, worth, gain.Amount, bySitting: true));
    }

    private (string What, Statement Before, Statement After)? WhatIfs(StatementInputs? inputs, List<WhatIf> changes)
    {
        if (changes.Count == 0)
        {
            return null;
        }

        if (inputs is null)
        {
            throw new StopException(ExitCode.Usage, $"--what-if: {arguments.Framework} does not say how its year pays");
        }

        var changed = inputs;
        foreach (var change in changes)
        {
            changed = change.FaultIn(changed) is { } fault ? throw new StopException(ExitCode.Usage, $"--what-if: {fault}") : change.In(changed);
        }

        return (string.Join(", ", changes.Select(c => c.Text)), Statement.Of(inputs), Statement.Of(changed));
    }

    private static List<string> Warnings(PracticeOutlook outlook, Intake intake)
    {
        var warnings = RunWarnings.Of(outlook.Views[0].Result, intake).ToList();
        var capped = outlook.Views.Where(v => v.Capped).Select(v => OutlookSheets.Name(v.Moment)).ToList();
        if (capped.Count > 0)
        {
            warnings.Add($"The year ends on {Words.LongDay(outlook.YearEnd)}: that is as far as \"{string.Join("\" and \"", capped)}\" can look.");
        }

        return warnings;
    }

    private static void Write(string target, OutlookTold told)
    {
        using var folder = new OutFolder(target, OutlookFiles.Names);
        foreach (var (name, sheet) in told.Sheets)
        {
            using var csv = new StreamWriter(folder.Create(name), new UTF8Encoding(false));
            sheet.WriteCsv(csv);
        }

        using (var json = new StreamWriter(folder.Create(OutlookFiles.All), new UTF8Encoding(false)))
        {
            JsonText.Write(json, told.WriteJson);
        }

        folder.MoveIn();
    }

    private void Show(OutlookTold told)
    {
        if (arguments.Format == OutputFormat.Table)
        {
            OutlookPage.Write(terminal.Page, told, arguments.Out);
            return;
        }

        foreach (var warning in told.Warnings)
        {
            terminal.Warn(warning);
        }

        if (arguments.Format == OutputFormat.Csv)
        {
            told.Sheets[OutlookFiles.Indicators].WriteCsv(terminal.Data);
        }
        else
        {
            JsonText.Write(terminal.Data, told.WriteJson);
        }
    }

    private static StopException NotPaid(Framework framework) =>
        new(ExitCode.Usage, $"{framework.Id} does not say how its year pays: only points can be told");
}
