using System.Globalization;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Outlook;

/// <summary>So many points, or pounds.</summary>
internal readonly record struct WantedGain(decimal Amount, bool InPounds)
{
    /// <summary>Such as <c>20points</c>, <c>£1500</c> or <c>1500pounds</c>; null when it is none.</summary>
    public static WantedGain? Of(string text)
    {
        var bare = text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        var (number, pounds) = bare switch
        {
            ['£', .. var n] => (n, true),
            _ when bare.EndsWith("pounds", StringComparison.Ordinal) => (bare[..^"pounds".Length], true),
            _ when bare.EndsWith("points", StringComparison.Ordinal) => (bare[..^"points".Length], false),
            _ when bare.EndsWith("point", StringComparison.Ordinal) => (bare[..^"point".Length], false),
            _ => ("", false),
        };
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount) && amount > 0
            ? new WantedGain(amount, pounds)
            : null;
    }

    public string Told(decimal amount) => InPounds ? Words.Pounds(amount) : $"{Words.Points(amount)} points";

    public override string ToString() => Told(Amount);
}
