using System.CommandLine;
using System.Globalization;
using System.Numerics;
using QofFhir.Cli.Arguments;
using QofFhir.Core.Payments;

namespace QofFhir.Cli.Payment;

/// <summary>What the practice's own papers say and no record does: the list of the payment day, last year's money, points of other routes.</summary>
internal sealed class MoneyOptions
{
    private const decimal MostPounds = 1_000_000_000_000;

    private readonly Option<int?> _listSize = Number<int>("--list-size", "N", "Patients on the list on the day that the year pays by. Needs --list-day.");
    private readonly Option<DateOnly?> _listDay = Ask.Day("--list-day", "The day of --list-size.");
    private readonly Option<string[]> _target = new("--target-factor")
    {
        HelpName = "GROUP=N",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
        Description = "A target population factor from the practice's own papers, such as \"Cervical screening=1.02\"; may be repeated.",
    };

    private readonly Option<string?> _protected = new("--protected") { HelpName = "FILE", Description = "The points that income-protected indicators are paid at: CSV with the columns indicator,points." };
    private readonly Option<string?> _improvement = new("--improvement") { HelpName = "FILE", Description = "The points that the improvement route gives: CSV with the columns indicator,points. The better of both routes is paid." };
    private readonly Option<decimal?> _lastYear = Number<decimal>("--last-year", "POUNDS", "Last year's achievement payment, of which the aspiration is a share. Needs --last-point-value.");
    private readonly Option<decimal?> _lastPointValue = Number<decimal>("--last-point-value", "POUNDS", "Pounds a point last year.");
    private readonly Option<bool> _forItsList = new("--last-year-for-its-list") { Description = "--last-year holds the practice's population index already." };
    private readonly Option<decimal?> _agreed = Number<decimal>("--agreed-points", "N", "In place of --last-year: points that the aspiration was agreed on.");
    private readonly Option<decimal?> _paid = Number<decimal>("--aspiration-paid", "POUNDS", "Aspiration paid during the year; the balance is what is left.");

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _listSize, _listDay, _target, _protected, _improvement, _lastYear, _lastPointValue, _forItsList, _agreed, _paid })
        {
            command.Add(option);
        }
    }

    /// <exception cref="StopException">A size without its day, or the other way round.</exception>
    public ListCount? List(ParseResult parsed) => (parsed.GetValue(_listSize), parsed.GetValue(_listDay)) switch
    {
        (null, null) => null,
        ({ } size, { } day) => new ListCount(size, day),
        _ => throw new StopException(ExitCode.Usage, "--list-size and --list-day go together: a list is of a day"),
    };

    /// <exception cref="StopException">What goes together is not all there.</exception>
    public LastYearPayment? LastYear(ParseResult parsed) => (parsed.GetValue(_lastYear), parsed.GetValue(_lastPointValue)) switch
    {
        (null, null) when parsed.GetValue(_forItsList) => throw new StopException(ExitCode.Usage, "--last-year-for-its-list needs --last-year"),
        (null, null) => null,
        ({ }, { }) when parsed.GetValue(_agreed) is not null => throw new StopException(ExitCode.Usage, "--agreed-points stands in place of --last-year: give one of them"),
        ({ }, 0) => throw new StopException(ExitCode.Usage, "--last-point-value is 0: nothing can be brought from it to this year"),
        ({ } pounds, { } value) => new LastYearPayment(pounds, value, parsed.GetValue(_forItsList)),
        _ => throw new StopException(ExitCode.Usage, "--last-year and --last-point-value go together"),
    };

    public string? Protected(ParseResult parsed) => parsed.GetValue(_protected);

    public string? Improvement(ParseResult parsed) => parsed.GetValue(_improvement);

    public IReadOnlyList<string> TargetFactors(ParseResult parsed) => parsed.GetRequiredValue(_target);

    public decimal? AgreedPoints(ParseResult parsed) => parsed.GetValue(_agreed);

    public decimal? AspirationPaid(ParseResult parsed) => parsed.GetValue(_paid);

    private static Option<T?> Number<T>(string name, string value, string description)
        where T : struct, INumber<T>
    {
        var most = T.CreateSaturating(MostPounds);
        return new Option<T?>(name)
        {
            HelpName = value,
            Description = description,
            CustomParser = result =>
            {
                var text = result.Tokens.Single().Value;
                if (T.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most)
                {
                    return number;
                }

                result.AddError(text.StartsWith('-')
                    ? $"'{text}' is below 0: {name} expects 0 or more."
                    : $"'{text}' is no number up to {most}: {name} expects digits, with at most a point between them.");
                return null;
            },
        };
    }
}
