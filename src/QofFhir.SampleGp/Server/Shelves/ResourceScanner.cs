using System.Text.Json;

namespace QofFhir.SampleGp.Server.Shelves;

/// <summary>Finds type, id, patient, codes and date of one resource and skips everything else.</summary>
internal static class ResourceScanner
{
    /// <exception cref="JsonException">The line is no JSON object.</exception>
    public static ScannedResource Scan(ReadOnlySpan<byte> json)
    {
        var found = new ScannedResource();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 256 });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A resource is a JSON object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            Element(name, ref reader, found);
        }

        // The reader complains here about anything after the object.
        reader.Read();
        return found;
    }

    private static void Element(string name, ref Utf8JsonReader reader, ScannedResource found)
    {
        switch (name)
        {
            case "resourceType":
                found.Type = Text(ref reader);
                break;
            case "id":
                found.Id = Text(ref reader);
                break;
            case "meta":
                found.LastUpdated = DateIn("lastUpdated", ref reader);
                break;
            case "subject" or "patient":
                found.Patient = PatientOf(TextIn("reference", ref reader));
                break;
            case "code" or "medicationCodeableConcept" or "vaccineCode":
                Codings(ref reader, found.Codes);
                break;
            case "component":
                Components(ref reader, found.ComponentCodes);
                break;
            case "effectiveDateTime" or "effectiveInstant" or "performedDateTime" or "authoredOn" or "onsetDateTime" or "occurrenceDateTime":
                found.On = Date(Text(ref reader));
                break;
            case "effectivePeriod" or "performedPeriod" or "onsetPeriod" or "period":
                found.On = DateIn("start", ref reader);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static void Components(ref Utf8JsonReader reader, List<string> codes)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Members(ref reader, "code", (ref Utf8JsonReader r) => Codings(ref r, codes));
        }
    }

    /// <summary>The codings of a CodeableConcept.</summary>
    private static void Codings(ref Utf8JsonReader reader, List<string> codes) =>
        Members(ref reader, "coding", (ref Utf8JsonReader array) =>
        {
            if (array.TokenType != JsonTokenType.StartArray)
            {
                array.Skip();
                return;
            }

            while (array.Read() && array.TokenType != JsonTokenType.EndArray)
            {
                string? system = null, code = null;
                MembersOf(ref array, (string name, ref Utf8JsonReader r) =>
                {
                    var text = Text(ref r);
                    (system, code) = name switch { "system" => (text, code), "code" => (system, text), _ => (system, code) };
                });
                if (code is not null)
                {
                    codes.Add(system + "|" + code);
                }
            }
        });

    private static DateSpan? DateIn(string member, ref Utf8JsonReader reader) => Date(TextIn(member, ref reader));

    private static DateSpan? Date(string? text) => text is null ? null : DateSpan.Parse(text);

    private static string? PatientOf(string? reference)
    {
        var at = reference?.LastIndexOf("Patient/", StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : reference![(at + "Patient/".Length)..];
    }

    private static string? TextIn(string member, ref Utf8JsonReader reader)
    {
        string? found = null;
        Members(ref reader, member, (ref Utf8JsonReader r) => found = Text(ref r));
        return found;
    }

    private static void Members(ref Utf8JsonReader reader, string wanted, ReadValue read) =>
        MembersOf(ref reader, (string name, ref Utf8JsonReader r) =>
        {
            if (name == wanted)
            {
                read(ref r);
            }
            else
            {
                r.Skip();
            }
        });

    private static void MembersOf(ref Utf8JsonReader reader, ReadMember read)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            read(name, ref reader);
        }
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }

    private delegate void ReadValue(ref Utf8JsonReader reader);

    private delegate void ReadMember(string name, ref Utf8JsonReader reader);
}
