using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>What a resource says, and whether it speaks of patients: one walk over its text.</summary>
/// <param name="Digest">SHA-256 in hexadecimal of all that is said, however it is spaced and escaped; id, date and the server's part of meta left out.</param>
/// <param name="Patients">Somewhere in it, contained or in an extension, stands what only resources about patients have.</param>
internal readonly record struct SaidText(string Digest, bool Patients)
{
    /// <param name="json">Found to be JSON of whole texts.</param>
    public static SaidText Of(ReadOnlySpan<byte> json)
    {
        // A text gives up its quotes, and a number is followed by some sign.
        var said = ArrayPool<byte>.Shared.Rent((2 * json.Length) + 16);
        var reader = new Utf8JsonReader(json);
        var (length, patients, inMeta, property) = (0, false, false, SaidOf.Anything);
        var leftOut = int.MaxValue;
        while (reader.Read())
        {
            var token = reader.TokenType;
            if (reader.CurrentDepth < leftOut || (token == JsonTokenType.PropertyName && reader.CurrentDepth == leftOut))
            {
                leftOut = int.MaxValue;
            }

            if (token == JsonTokenType.PropertyName)
            {
                inMeta = reader.CurrentDepth == 1 ? reader.ValueTextEquals("meta"u8) : inMeta;
                leftOut = leftOut == int.MaxValue && IsLeftOut(ref reader, inMeta) ? reader.CurrentDepth : leftOut;
                property = PatientSigns.OfProperty(ref reader);
                patients |= property == SaidOf.Patients;
            }

            // What is left out of the digest is kept all the same, so it is looked at too.
            var start = length;
            said[length++] = (byte)token;
            if (token is JsonTokenType.PropertyName or JsonTokenType.String)
            {
                length += reader.CopyString(said.AsSpan(length));
                patients |= token == JsonTokenType.String && PatientSigns.In(said.AsSpan((start + 1)..length), property);
                said[length++] = 0xFF; // Never part of UTF-8, so no two texts run together.
            }
            else if (token == JsonTokenType.Number)
            {
                reader.ValueSpan.CopyTo(said.AsSpan(length));
                length += reader.ValueSpan.Length;
                patients |= NhsNumber.StandsIn(reader.ValueSpan);
            }

            length = leftOut == int.MaxValue ? length : start;
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(said.AsSpan(0, length)));
        ArrayPool<byte>.Shared.Return(said);
        return new SaidText(digest, patients);
    }

    private static bool IsLeftOut(ref Utf8JsonReader reader, bool inMeta) => reader.CurrentDepth switch
    {
        1 => reader.ValueTextEquals("id"u8) || reader.ValueTextEquals("date"u8),
        2 => inMeta && (reader.ValueTextEquals("versionId"u8) || reader.ValueTextEquals("lastUpdated"u8)),
        _ => false,
    };
}
