using QofFhir.Cli.Input;
using QofFhir.Cli.Output;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.DataChecks;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.Cli.Explain;

internal static class ExplainRun
{
    public static ExitCode Run(ExplainArguments arguments, Terminal terminal, CancellationToken cancellation)
    {
        var library = DefinitionFiles.Load(arguments.Definitions, arguments.CodePacks);
        var framework = DefinitionFiles.FrameworkOf(library, arguments.Framework);
        var indicator = IndicatorOf(framework, arguments.Indicator);
        var intake = Intake.From(arguments.Inputs, library.CodeIndex(framework), terminal, cancellation);
        framework = framework.Lacking(intake.Gaps);
        indicator = IndicatorOf(framework, indicator.Id);
        var records = intake.Read.Records;
        DefinitionFiles.RefuseSampleCodesOnRealData(framework, records);
        var id = arguments.Patient.StartsWith("Patient/", StringComparison.Ordinal) ? arguments.Patient["Patient/".Length..] : arguments.Patient;
        var patient = records.Find(id)
            ?? throw new StopException(ExitCode.Files, $"the input has no such patient among its {Words.Plural(records.PatientCount, "patient")}; --patient takes the id of the FHIR Patient");

        var dates = ServiceDates.Year(arguments.AchievementDate);
        var walk = Qof.Explain(framework, records, dates, patient, indicator.Id, arguments.Practice);
        var explained = new Explained(records.Patient(patient), framework, indicator, dates, walk);
        if (arguments.Format == OutputFormat.Json)
        {
            JsonText.Write(terminal.Data, json => ExplainJson.Write(json, explained));
        }
        else
        {
            new ExplainView(terminal.Page, explained).Write();
        }

        return ExitCode.Ok;
    }

    private static FrameworkIndicator IndicatorOf(Framework framework, string id)
    {
        var indicator = framework.Reported.FirstOrDefault(i => i.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? throw new StopException(ExitCode.Usage, $"{framework.Id} has no indicator '{id}'; `qof frameworks show {framework.Id}` lists them");
        if (indicator.Kind == IndicatorKind.Attestation)
        {
            throw new StopException(ExitCode.Usage, $"{indicator.Id} is attested by the practice: there is no walk");
        }

        return indicator.Evaluability.State == EvaluabilityState.NotEvaluable
            ? throw new StopException(ExitCode.Usage, $"{indicator.Id} is not evaluable: {indicator.Evaluability.Reason}")
            : indicator;
    }
}
