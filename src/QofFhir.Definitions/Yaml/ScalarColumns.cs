using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace QofFhir.Definitions.Yaml;

/// <summary>Finds where each character of a scalar stands in its line, also behind quotes and escapes.</summary>
internal static class ScalarColumns
{
    /// <param name="line">The whole line on which the scalar starts.</param>
    /// <returns>Columns from 1, one a character and one for the end; null when the scalar does not end on its line.</returns>
    public static int[]? Of(Scalar scalar, string line)
    {
        var start = (int)scalar.Start.Column - 1;
        return scalar.Style switch
        {
            ScalarStyle.Plain => Plain(scalar.Value, line, start),
            ScalarStyle.SingleQuoted => Quoted(scalar.Value, line, start + 1, '\''),
            ScalarStyle.DoubleQuoted => Quoted(scalar.Value, line, start + 1, '"'),
            _ => null,
        };
    }

    private static int[]? Plain(string value, string line, int start) =>
        start <= line.Length && line.AsSpan(start).StartsWith(value, StringComparison.Ordinal)
            ? [.. Enumerable.Range(start + 1, value.Length + 1)]
            : null;

    private static int[]? Quoted(string value, string line, int start, char quote)
    {
        var columns = new int[value.Length + 1];
        var at = start;
        for (var i = 0; i < value.Length; i++)
        {
            if (at >= line.Length)
            {
                return null;
            }

            columns[i] = at + 1;
            at += line[at] == '\\' && quote == '"' ? EscapeLength(line, at)
                : line[at] == quote ? 2
                : 1;
        }

        columns[^1] = at + 1;
        return at < line.Length && line[at] == quote ? columns : null;
    }

    private static int EscapeLength(string line, int at) => at + 1 >= line.Length ? 2 : line[at + 1] switch
    {
        'x' => 4,
        'u' => 6,
        'U' => 10,
        _ => 2,
    };
}
