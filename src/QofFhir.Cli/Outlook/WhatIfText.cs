using System.Globalization;
using QofFhir.Core.Outlook;

namespace QofFhir.Cli.Outlook;

/// <summary>What-ifs as they are typed: <c>list=9000</c>, <c>DM020=75%</c>, <c>DM020=+12</c>, <c>prevalence:Asthma=7.1%</c>.</summary>
internal static class WhatIfText
{
    private const string Prevalence = "prevalence:";

    /// <exception cref="StopException">It is none of these.</exception>
    public static WhatIf Of(string text)
    {
        var (name, value) = text.LastIndexOf('=') is > 0 and var at ? (text[..at].Trim(), text[(at + 1)..].Trim()) : ("", "");
        return name switch
        {
            "list" when Whole(value) is { } patients and >= 0 => WhatIf.ListSize(patients),
            _ when name.StartsWith(Prevalence, StringComparison.OrdinalIgnoreCase) && Percent(value) is { } percent => WhatIf.Prevalence(name[Prevalence.Length..].Trim(), percent),
            not ("" or "list") when Percent(value) is { } percent => WhatIf.Achievement(name.ToUpperInvariant(), percent),
            not ("" or "list") when value.Length > 1 && value[0] is '+' or '-' && Whole(value) is { } more => WhatIf.More(name.ToUpperInvariant(), more),
            _ => throw new StopException(ExitCode.Usage, $"--what-if {text}: expected list=9000, DM020=75%, DM020=+12 or prevalence:GROUP=7.1%"),
        };
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal? Percent(string text) =>
        text.EndsWith('%') && decimal.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 100 ? number : null;
}
