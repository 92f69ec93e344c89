using System.CommandLine;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Payment;

/// <summary><c>qof payment</c>: what points are worth.</summary>
internal static class PaymentCommand
{
    public static Command Create(Terminal terminal) => new TaughtCommand(
        "payment", "Work out what a practice is paid, and the factors that it is paid by.",
        "Example:",
        "  qof payment factors --prevalence PREVALENCE_2526.csv --framework qof-england-2026-27 --out factors",
        "  qof payment statement practice --framework qof-england-2026-27 --achievement-date 2027-03-31 \\",
        "      --practice A99999 --national factors/national.csv --out statement",
        "  qof payment again statement/statement.json")
    {
        StatementCommand.Create(terminal),
        AgainCommand.Create(terminal),
        FactorsCommand.Create(terminal),
    };
}
