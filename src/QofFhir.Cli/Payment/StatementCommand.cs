using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Payment;

/// <summary><c>qof payment statement</c>: records or reports in, a statement out.</summary>
internal static class StatementCommand
{
    public static Command Create(Terminal terminal)
    {
        var inputs = Ask.Inputs();
        inputs.Arity = ArgumentArity.ZeroOrMore;
        var reports = Text("--reports", "FILE", "In place of records: measure-reports.ndjson of `qof evaluate`, the summary reports of one practice.");
        var (framework, date, practice) = (Ask.Framework(), Ask.AchievementDate(), Ask.Practice());
        var attestations = Text("--attestations", "FILE", "The practice's answers to attested indicators: CSV with the columns indicator,declared,by,on.");
        var national = Text("--national", "FILE", "National prevalence: national.csv of `qof payment factors`, or CSV with the columns group,register,list. A group that is left out has no pounds.");
        var nationalDay = Ask.Day("--national-day", "The day of the national counts [default: as the file says, else the year's day for prevalence, whole years back until it is not after the achievement date].");
        var money = new MoneyOptions();
        var folder = Text("--out", "DIR", "Folder for statement.json, statement.csv and statement.html.");
        var (definitions, packs, format) = (Ask.Definitions(), Ask.CodePacks(), Ask.Format(OutputFormat.Table, OutputFormat.Json, OutputFormat.Csv));
        var command = new TaughtCommand(
            "statement", "Work out a practice's payment: points and pounds by group and indicator, what was lost and why.",
            "Files in DIR:",
            "  statement.json  all that the statement rests on, and what it came to; `qof payment again` reads it",
            "  statement.csv   a row a group and indicator",
            "  statement.html  one page to read and to print",
            "",
            "What is not known is absent and never 0; sums that lack something are provisional.",
            "",
            "Example:",
            "  qof payment statement practice --framework qof-england-2026-27 --achievement-date 2027-03-31 \\",
            "      --practice A99999 --national factors/national.csv \\",
            "      --target-factor \"Cervical screening=1.02\" --aspiration-paid 81000 --out statement",
            "  qof payment statement --reports out/measure-reports.ndjson --framework qof-england-2026-27 \\",
            "      --achievement-date 2027-03-31 --list-size 9640 --list-day 2027-01-01 --national national.csv")
        {
            inputs, reports, framework, date, practice, attestations, national, nationalDay,
        };
        money.AddTo(command);
        foreach (var option in new Option[] { folder, definitions, packs, format })
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellation) => Task.Run(
            () => (int)new StatementRun(
                new StatementArguments(
                    parsed.GetValue(inputs) ?? [], parsed.GetValue(reports), parsed.GetRequiredValue(framework), parsed.GetRequiredValue(date), parsed.GetValue(practice)?.Trim(),
                    parsed.GetValue(attestations), money.List(parsed), parsed.GetValue(national), parsed.GetValue(nationalDay), money.TargetFactors(parsed),
                    money.Protected(parsed), money.Improvement(parsed), money.LastYear(parsed), money.AgreedPoints(parsed), money.AspirationPaid(parsed),
                    parsed.GetValue(folder), parsed.GetValue(definitions), parsed.GetRequiredValue(packs), parsed.GetValue(format)),
                terminal).Run(cancellation),
            cancellation));
        return command;
    }

    private static Option<string?> Text(string name, string value, string description) => new(name) { HelpName = value, Description = description };
}
