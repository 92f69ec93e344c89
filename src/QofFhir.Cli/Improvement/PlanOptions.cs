using System.CommandLine;
using System.Globalization;
using QofFhir.Core.Evaluation;

namespace QofFhir.Cli.Improvement;

/// <summary>Which plan of a service: practice, module and service year.</summary>
/// <param name="clock">Tells the service year where none is named; years begin in London.</param>
internal sealed class PlanOptions(TimeProvider clock)
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private readonly ServerOptions _server = new();
    private readonly Option<string> _practice = new("--practice") { Required = true, HelpName = "ODS", Description = "ODS code of the practice." };
    private readonly Option<string> _module = new("--module") { Required = true, HelpName = "ID", Description = "The module, such as prescribing-safety." };

    private readonly Option<int?> _year = new("--year")
    {
        HelpName = "YYYY",
        Description = "The year in which the service year begins [default: that of today].",
    };

    public void AddTo(Command command, bool ofPractice = true)
    {
        _server.AddTo(command);
        if (ofPractice)
        {
            command.Add(_practice);
        }

        command.Add(_module);
        command.Add(_year);
    }

    public ServiceClient Client(ParseResult parsed) => _server.Client(parsed);

    /// <summary>Of the plan, below the service's own.</summary>
    public string Address(ParseResult parsed) => $"practices/{Uri.EscapeDataString(parsed.GetRequiredValue(_practice))}/qi/{ModuleAndYear(parsed)}";

    /// <summary>Of what a network did.</summary>
    public string Address(ParseResult parsed, string network) => $"qi/networks/{Uri.EscapeDataString(network)}/{ModuleAndYear(parsed)}";

    private string ModuleAndYear(ParseResult parsed)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), London).DateTime);
        var year = parsed.GetValue(_year) ?? ServiceDates.Year(today).PaymentPeriodStart.Year;
        return string.Create(CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(parsed.GetRequiredValue(_module))}/{year}");
    }
}
