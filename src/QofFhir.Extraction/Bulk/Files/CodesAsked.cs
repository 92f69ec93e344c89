using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace QofFhir.Extraction.Bulk.Files;

/// <summary>The codes by which a type is asked, whatever their system, and whether a resource holds any of them.</summary>
internal sealed partial class CodesAsked
{
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = 256 };

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _codes;

    /// <param name="queries">All of one type.</param>
    public CodesAsked(IEnumerable<TypeQuery> queries) =>
        _codes = queries.SelectMany(q => q.Codes).SelectMany(l => l.Tokens).Select(CodeOf).ToHashSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="line">Whole JSON.</param>
    /// <returns>True also where it cannot be told.</returns>
    public bool AnyIn(ReadOnlySpan<byte> line)
    {
        Span<char> code = stackalloc char[128];
        var reader = new Utf8JsonReader(line, Deep);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("code"u8) && reader.Read()
                && reader.TokenType == JsonTokenType.String
                && (reader.ValueIsEscaped || reader.ValueSpan.Length > code.Length || _codes.Contains(code[..Encoding.UTF8.GetChars(reader.ValueSpan, code)])))
            {
                return true;
            }
        }

        return false;
    }

    private static string CodeOf(string token) => !token.Contains('\\', StringComparison.Ordinal)
        ? token[(token.IndexOf('|', StringComparison.Ordinal) + 1)..]
        : Escape().Replace(SystemPart().Replace(token, "", 1), "$1");

    [GeneratedRegex(@"^(?:\\.|[^\\|])*\|")]
    private static partial Regex SystemPart();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();
}
