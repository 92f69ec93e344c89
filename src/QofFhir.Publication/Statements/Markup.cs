using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace QofFhir.Publication.Statements;

/// <summary>HTML that is being written: of an interpolated string the literal parts are markup, and what stands in braces is text, encoded.</summary>
internal sealed class Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _text = new();

    public void Write(Part part) => _text.Append(part.Markup).Append('\n');

    /// <summary>What is no text: never anything that was read.</summary>
    public void WriteMarkup(string markup) => _text.Append(markup).Append('\n');

    public override string ToString() => _text.ToString();

    /// <summary>Takes the string as the compiler hands it over, part by part.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Part(int literalLength, int formattedCount)
    {
        public StringBuilder Markup { get; } = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string markup) => Markup.Append(markup);

        public void AppendFormatted(string? text) => Markup.Append(Encoder.Encode(text ?? ""));
    }
}
