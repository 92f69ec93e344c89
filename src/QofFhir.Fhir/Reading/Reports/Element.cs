using System.Globalization;
using System.Text.Json;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>A JSON object of a resource: gives its parts, and tells the faults of their form.</summary>
internal readonly struct Element(JsonElement json, Spot spot, FaultList faults)
{
    public Spot Spot { get; } = spot;

    public FaultList Faults { get; } = faults;

    public JsonElement Json { get; } = json;

    public bool Has(string name) => Json.TryGetProperty(name, out _);

    /// <summary>Whether it is there, null standing for an absent one.</summary>
    public bool Optional(string name) => Json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public void Fault(string code, string? name, string text) => Faults.Add(code, name is null ? Spot.ToString() : Spot.Of(name), text);

    /// <summary>Null when it is absent or, with a fault, no text.</summary>
    public string? Text(string name, bool required = false)
    {
        if (!Json.TryGetProperty(name, out var value))
        {
            Missing(name, required);
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        Fault("structure", name, "A text was expected.");
        return null;
    }

    /// <summary>A count of FHIR's: a whole number from 0 to 2,147,483,647.</summary>
    public long? Count(string name)
    {
        if (!Json.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0)
        {
            return number;
        }

        Fault("value", name, "A whole number from 0 to 2147483647 was expected.");
        return null;
    }

    public decimal? Decimal(string name)
    {
        if (!Json.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number))
        {
            return number;
        }

        Fault("value", name, "A decimal number was expected.");
        return null;
    }

    /// <summary>A date to the day.</summary>
    public DateOnly? Day(string name, bool required = false)
    {
        if (Text(name, required) is not { } text)
        {
            return null;
        }

        // A moment is on a day too.
        if (text.Length >= 10 && Elements.FhirDate.Parse(text) is { IsPartial: false } date)
        {
            return date.Day;
        }

        Fault("value", name, "A date to the day was expected, such as 2026-04-01.");
        return null;
    }

    /// <summary>A moment, to the second; a day is its first moment in London.</summary>
    public DateTimeOffset? Moment(string name, bool required = false)
    {
        if (Text(name, required) is not { } text)
        {
            return null;
        }

        if (text.Length >= 10 && Elements.FhirDate.Parse(text) is { IsPartial: false } date && date.Day.Year is > 1900 and < 9000)
        {
            if (text.Length == 10)
            {
                var midnight = date.Day.ToDateTime(TimeOnly.MinValue);
                return new DateTimeOffset(midnight, London.GetUtcOffset(midnight)).ToUniversalTime();
            }

            // A time without offset is no FHIR.
            if ((text[^1] == 'Z' || text[^6] is '+' or '-')
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            {
                return moment.ToUniversalTime().AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));
            }
        }

        Fault("value", name, "A moment with its offset was expected, such as 2026-12-01T12:00:00Z, or a day.");
        return null;
    }

    public bool? Flag(string name)
    {
        if (!Json.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Fault("value", name, "true or false was expected.");
        return null;
    }

    public Element? Object(string name, bool required = false)
    {
        if (!Json.TryGetProperty(name, out var value))
        {
            Missing(name, required);
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new Element(value, new Spot(Spot, name), Faults);
        }

        Fault("structure", name, "An object was expected.");
        return null;
    }

    /// <summary>The objects of an array; anything else in it is a fault.</summary>
    public List<Element> Objects(string name, bool required = false)
    {
        var found = new List<Element>();
        if (!Json.TryGetProperty(name, out var value))
        {
            Missing(name, required);
            return found;
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            Fault("structure", name, "A list with entries was expected.");
            return found;
        }

        foreach (var item in value.EnumerateArray())
        {
            var spot = new Spot(Spot, name, found.Count);
            if (item.ValueKind != JsonValueKind.Object)
            {
                Faults.Add("structure", spot.ToString(), "An object was expected.");
                break;
            }

            found.Add(new Element(item, spot, Faults));
        }

        return found;
    }

    /// <summary>The same where an empty array and null stand for an absent one.</summary>
    public List<Element> ObjectsIfAny(string name) =>
        Optional(name) && !(Json.GetProperty(name) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0) ? Objects(name) : [];

    /// <summary>The texts of an array.</summary>
    public List<string> Texts(string name) =>
        Json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)]
            : [];

    /// <summary>The extensions of this URL.</summary>
    public List<Element> Extensions(string url)
    {
        var found = new List<Element>();
        if (!Json.TryGetProperty("extension", out var all) || all.ValueKind != JsonValueKind.Array)
        {
            return found;
        }

        var at = 0;
        foreach (var extension in all.EnumerateArray())
        {
            if (extension.ValueKind == JsonValueKind.Object && extension.TryGetProperty("url", out var named) && named.ValueKind == JsonValueKind.String
                && named.ValueEquals(url))
            {
                found.Add(new Element(extension, new Spot(Spot, "extension", at), Faults));
            }

            at++;
        }

        return found;
    }

    /// <summary>The code that a CodeableConcept has in a system; null where it has none.</summary>
    public string? Code(string system)
    {
        if (!Json.TryGetProperty("coding", out var codings) || codings.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var coding in codings.EnumerateArray())
        {
            if (coding.ValueKind == JsonValueKind.Object && coding.TryGetProperty("system", out var named) && named.ValueKind == JsonValueKind.String
                && named.ValueEquals(system) && coding.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String)
            {
                return code.GetString();
            }
        }

        return null;
    }

    /// <summary>Any element that FHIR does not have at this place is a fault: it may be a misspelt one that would be missed.</summary>
    public void Only(ReadOnlySpan<string> known)
    {
        foreach (var property in Json.EnumerateObject())
        {
            if (!IsAmong(property, known) && !IsAmong(property, Always) && !(property.Name is ['_', .. var name] && known.Contains(name)))
            {
                Fault("structure", null, "There is an element here that FHIR R4 does not have.");
                return;
            }
        }
    }

    /// <summary>Without a text for each name: there are thousands in a Bundle.</summary>
    private static bool IsAmong(JsonProperty property, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (property.NameEquals(name))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static readonly string[] Always = ["id", "extension", "modifierExtension"];

    private void Missing(string name, bool required)
    {
        if (required)
        {
            Fault("required", name, "It is missing.");
        }
    }
}
