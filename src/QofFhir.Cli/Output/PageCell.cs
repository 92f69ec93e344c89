using Spectre.Console;

namespace QofFhir.Cli.Output;

/// <param name="Style">Spectre's name of a style, or null.</param>
internal readonly record struct PageCell(string Text, string? Style = null)
{
    public static implicit operator PageCell(string text) => new(text);

    public string InMarkup(string part) =>
        Style is null || part.Length == 0 ? Markup.Escape(part) : $"[{Style}]{Markup.Escape(part)}[/]";
}
