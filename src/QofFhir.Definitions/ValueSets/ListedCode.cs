using QofFhir.Core.Records;

namespace QofFhir.Definitions.ValueSets;

/// <summary>A code of a value set.</summary>
/// <param name="Display">Null where no source gave the term.</param>
/// <param name="Addition">Why we added it beside the published list; null for a code of that list.</param>
public sealed record ListedCode(string System, string Code, string? Display, string? Addition = null)
{
    /// <summary>The code as the rules compare it.</summary>
    public string Key => CodeKey.Of(System, Code);
}
