using QofFhir.Core.Records;

namespace QofFhir.Fhir.Reading.Elements;

/// <summary>All codings of a CodeableConcept as <see cref="CodeKey"/>s, and what a reader has found out about them.</summary>
/// <param name="hasText">The concept has a text.</param>
internal sealed class Codings(IReadOnlyList<string> keys, bool hasText)
{
    public static Codings None { get; } = new([], false);

    public IReadOnlyList<string> Keys => keys;

    public bool HasText => hasText;

    /// <summary>Whether a rule wants one of them; null: not asked yet.</summary>
    public bool? Wanted { get; set; }

    /// <summary>Whether one of them is of a blood pressure; null: not asked yet.</summary>
    public bool? Pressure { get; set; }

    /// <summary>The codes whose values a rule reads, and the unit it compares in; null: not asked yet.</summary>
    public (string Code, string Unit)[]? Targets { get; set; }

    /// <summary>How many resources had it and no concept that a rule wants.</summary>
    public long TimesOutside { get; set; }

    /// <summary>Its number among the concepts of the records; null: none yet.</summary>
    public int? Concept { get; set; }

    /// <summary>Null when it is no CodeableConcept. A coding without a code says nothing and is left out; an empty span has no codings.</summary>
    public static Codings? Read(ReadOnlySpan<byte> concept)
    {
        if (concept.IsEmpty)
        {
            return None;
        }

        if (concept[0] != (byte)'{')
        {
            return null;
        }

        var keys = new List<string>(2);
        var hasText = false;
        var properties = new Properties(concept);
        while (properties.Next())
        {
            if (properties.Is("text"u8))
            {
                hasText = true;
            }
            else if (properties.Is("coding"u8) && !AddCodings(properties.Value, keys))
            {
                return null;
            }
        }

        return new Codings(keys, hasText);
    }

    private static bool AddCodings(ReadOnlySpan<byte> codings, List<string> keys)
    {
        if (codings[0] != (byte)'[')
        {
            return false;
        }

        foreach (var coding in new Items(codings))
        {
            if (!AddCoding(coding, keys))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AddCoding(ReadOnlySpan<byte> coding, List<string> keys)
    {
        if (coding[0] != (byte)'{')
        {
            return false;
        }

        string? system = null;
        string? code = null;
        var properties = new Properties(coding);
        while (properties.Next())
        {
            if (properties.Is("system"u8))
            {
                system = JsonText.Of(properties.Value);
                if (system is null)
                {
                    return false;
                }
            }
            else if (properties.Is("code"u8))
            {
                code = JsonText.Of(properties.Value);
                if (code is null)
                {
                    return false;
                }
            }
        }

        if (!string.IsNullOrEmpty(code))
        {
            keys.Add(CodeKey.Of(system, code));
        }

        return true;
    }
}
