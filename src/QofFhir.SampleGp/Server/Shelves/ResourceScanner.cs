using System.Text.Json;

namespace QofFhir.SampleGp.Server.Shelves;

/// <summary>Finds type, id, patient, codes and date of one resource and skips everything else.</summary>
internal static class ResourceScanner
{
    private static readonly byte[] Code = "code"u8.ToArray();
    private static readonly byte[] Coding = "coding"u8.ToArray();
    private static readonly byte[] LastUpdated = "lastUpdated"u8.ToArray();
    private static readonly byte[] Reference = "reference"u8.ToArray();
    private static readonly byte[] Start = "start"u8.ToArray();

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
                found.LastUpdated = DateIn(LastUpdated, ref reader);
                break;
            case "subject" or "patient":
                found.Patient = PatientOf(TextIn(Reference, ref reader));
                break;
            case "code" or "medicationCodeableConcept" or "vaccineCode":
                Codings(ref reader, found.Codes);
                break;
            case "component":
                Each(ref reader, (ref Utf8JsonReader r) => Members(ref r, Code, (ref Utf8JsonReader code) => Codings(ref code, found.FurtherCodes)));
                break;
            case "type":
                Each(ref reader, (ref Utf8JsonReader r) => Codings(ref r, found.Codes));
                break;
            case "reasonCode":
                Each(ref reader, (ref Utf8JsonReader r) => Codings(ref r, found.FurtherCodes));
                break;
            case "effectiveDateTime" or "effectiveInstant" or "performedDateTime" or "authoredOn" or "onsetDateTime" or "occurrenceDateTime":
                found.On = Date(Text(ref reader));
                break;
            case "effectivePeriod" or "performedPeriod" or "onsetPeriod" or "period":
                found.On = DateIn(Start, ref reader);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    private static void Each(ref Utf8JsonReader reader, ReadValue read)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            read(ref reader);
        }
    }

    /// <summary>The codings of a CodeableConcept.</summary>
    private static void Codings(ref Utf8JsonReader reader, List<string> codes) =>
        Members(ref reader, Coding, (ref Utf8JsonReader array) =>
        {
            if (array.TokenType != JsonTokenType.StartArray)
            {
                array.Skip();
                return;
            }

            while (array.Read() && array.TokenType != JsonTokenType.EndArray)
            {
                string? system = null, code = null;
                MembersOf(ref array, (ReadOnlySpan<byte> name, ref Utf8JsonReader r) =>
                {
                    if (name.SequenceEqual("system"u8))
                    {
                        system = Text(ref r);
                    }
                    else if (name.SequenceEqual("code"u8))
                    {
                        code = Text(ref r);
                    }
                    else
                    {
                        r.Skip();
                    }
                });
                if (code is not null)
                {
                    codes.Add(system + "|" + code);
                }
            }
        });

    private static DateSpan? DateIn(byte[] member, ref Utf8JsonReader reader) => Date(TextIn(member, ref reader));

    private static DateSpan? Date(string? text) => text is null ? null : DateSpan.Parse(text);

    private static string? PatientOf(string? reference)
    {
        var at = reference?.LastIndexOf("Patient/", StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : reference![(at + "Patient/".Length)..];
    }

    private static string? TextIn(byte[] member, ref Utf8JsonReader reader)
    {
        string? found = null;
        Members(ref reader, member, (ref Utf8JsonReader r) => found = Text(ref r));
        return found;
    }

    private static void Members(ref Utf8JsonReader reader, byte[] wanted, ReadValue read) =>
        MembersOf(ref reader, (ReadOnlySpan<byte> name, ref Utf8JsonReader r) =>
        {
            if (name.SequenceEqual(wanted))
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
            var name = reader.ValueSpan;
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

    /// <param name="name">As written: a name with escapes is none that the index wants.</param>
    private delegate void ReadMember(ReadOnlySpan<byte> name, ref Utf8JsonReader reader);
}
