using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Payment;

/// <summary><c>qof payment factors</c>: published prevalence in, what weights every practice out.</summary>
internal static class FactorsCommand
{
    public static Command Create(Terminal terminal)
    {
        var prevalence = new Option<string[]>("--prevalence")
        {
            Required = true,
            HelpName = "FILE",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
            Description = "PREVALENCE files of the publication, of one year: registers and list sizes.",
        };
        var framework = Ask.Framework();
        framework.Required = false;
        framework.Description = "The year to pay by: its average list, and the payment group that each code stands for.";
        var average = new Option<decimal?>("--average-list") { HelpName = "N", Description = "The national average list to pay by [default: the framework's; without one, that of the files]." };
        average.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && decimal.TryParse(token.Value, System.Globalization.CultureInfo.InvariantCulture, out var number) && number <= 0)
            {
                result.AddError($"'{token.Value}' is no average list: expected a number above 0.");
            }
        });
        var mapping = new Option<string?>("--mapping-indicators") { HelpName = "FILE", Description = "The publication's MAPPING_INDICATORS: finds the code of a payment group by its indicators. Needs --framework." };
        var day = Ask.Day("--day", "The day of the counts, which the files do not tell: kept in national.csv for the statement.");
        var folder = new Option<string?>("--out") { HelpName = "DIR", Description = "Folder for factors.csv and national.csv." };
        var (definitions, format) = (Ask.Definitions(), Ask.Format(OutputFormat.Table, OutputFormat.Csv, OutputFormat.Json));
        var command = new TaughtCommand(
            "factors", "Work out population index and disease factors of every practice of published prevalence files.",
            "Files in DIR:",
            "  factors.csv   a row a practice and group: factor by the file's list and by the whole one, index",
            "  national.csv  registers and lists added up; `qof payment statement --national` reads it",
            "",
            "Of some groups the files give the list of an age, such as 17OV. Payment counts the whole list, so",
            "both are given. A row counts as it stands; what is odd about one is said in it.",
            "",
            "Example:",
            "  qof payment factors --prevalence PREVALENCE_2526.csv --framework qof-england-2026-27 \\",
            "      --day 2026-03-31 --out factors")
        {
            prevalence, framework, average, mapping, day, folder, definitions, format,
        };
        command.SetAction(parsed => (int)new FactorsRun(
            new FactorsArguments(
                parsed.GetRequiredValue(prevalence), parsed.GetValue(framework), parsed.GetValue(average), parsed.GetValue(mapping), parsed.GetValue(day),
                parsed.GetValue(folder), parsed.GetValue(definitions), parsed.GetValue(format)),
            terminal).Run());
        return command;
    }
}
