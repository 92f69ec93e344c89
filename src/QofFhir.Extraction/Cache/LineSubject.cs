using System.Text.Json;

namespace QofFhir.Extraction.Cache;

/// <summary>The patient whom a resource is about, read no further than to where it says so.</summary>
internal static class LineSubject
{
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = 256 };

    /// <param name="line">Whole JSON, of a resource that is no Patient.</param>
    /// <returns>The patient's id; empty where it is about nobody, or names the patient in another way.</returns>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, Deep);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var about = reader.ValueTextEquals("subject"u8) || reader.ValueTextEquals("patient"u8);
            reader.Read();
            if (about && reader.TokenType == JsonTokenType.StartObject)
            {
                return PatientOf(Reference(ref reader));
            }

            reader.Skip();
        }

        return default;
    }

    private static ReadOnlySpan<byte> Reference(scoped ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var wanted = reader.ValueTextEquals("reference"u8);
            reader.Read();
            if (wanted && reader.TokenType == JsonTokenType.String)
            {
                // No sign of a reference has to be escaped; some servers escape its slashes all the same.
                return reader.ValueIsEscaped ? reader.ValueSpan.ToArray().Where(b => b != '\\').ToArray() : reader.ValueSpan;
            }

            reader.Skip();
        }

        return default;
    }

    /// <summary>From <c>Patient/id</c>, from an address that ends so, and from one of a version.</summary>
    private static ReadOnlySpan<byte> PatientOf(ReadOnlySpan<byte> reference)
    {
        var at = reference.LastIndexOf("Patient/"u8);
        if (at < 0 || (at > 0 && reference[at - 1] != '/'))
        {
            return default;
        }

        var id = reference[(at + "Patient/".Length)..];
        var end = id.IndexOfAny((byte)'/', (byte)'|', (byte)'?');
        return end < 0 ? id : id[..end];
    }
}
