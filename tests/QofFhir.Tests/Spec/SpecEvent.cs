using System.Globalization;
using QofFhir.Core.Records;

namespace QofFhir.Tests.Spec;

/// <summary>One entry of the events column: <c>CLUSTER[#2][:episode] [value[/value]] date</c>, the cluster without its <c>_COD</c>, <c>#2</c> for the second of its codes, the episode one of first, new, review, end; a value may carry <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;=</c> or <c>&gt;</c>, a pressure may leave out a half with <c>-</c>.</summary>
internal sealed record SpecEvent(
    string Cluster,
    DateOnly On,
    Measured? Value = null,
    Measured? Systolic = null,
    Measured? Diastolic = null,
    int Code = 1,
    EpisodeKind Episode = EpisodeKind.NotStated)
{
    public static SpecEvent Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (name, episode) = Split(words[0], ':');
        var (cluster, number) = Split(name, '#');
        var recorded = new SpecEvent(
            cluster, SpecTable.Day(words[^1]),
            Code: number is null ? 1 : int.Parse(number, CultureInfo.InvariantCulture),
            Episode: episode is null ? EpisodeKind.NotStated : Enum.Parse<EpisodeKind>(episode, ignoreCase: true));
        if (words.Length == 2)
        {
            return recorded;
        }

        var values = words[1].Split('/');
        return values.Length == 1
            ? recorded with { Value = Number(values[0]) }
            : recorded with { Systolic = Number(values[0]), Diastolic = Number(values[1]) };
    }

    public SpecEvent Shifted(int years) => this with { On = On.AddYears(years) };

    public override string ToString()
    {
        var value = Systolic is null && Diastolic is null ? Value?.ToString() ?? "" : $"{Text(Systolic)}/{Text(Diastolic)}";
        var number = Code == 1 ? "" : $"#{Code}";
        var episode = Episode == EpisodeKind.NotStated ? "" : $":{Episode.ToString().ToLowerInvariant()}";
        return $"{Cluster}{number}{episode} {value} {On:yyyy-MM-dd}".Replace("  ", " ", StringComparison.Ordinal);

        static string Text(Measured? half) => half?.ToString() ?? "-";
    }

    private static (string Before, string? After) Split(string text, char at) =>
        text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var place ? (text[..place], text[(place + 1)..]) : (text, null);

    private static Measured? Number(string text)
    {
        if (text == "-")
        {
            return null;
        }

        var bound = text switch
        {
            ['<', '=', ..] => ValueBound.AtMost,
            ['>', '=', ..] => ValueBound.AtLeast,
            ['<', ..] => ValueBound.Below,
            ['>', ..] => ValueBound.Above,
            _ => ValueBound.Exact,
        };
        return new Measured(decimal.Parse(text.TrimStart('<', '>', '='), CultureInfo.InvariantCulture), bound);
    }
}
