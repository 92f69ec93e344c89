using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>What a resource says, and whether it speaks of patients: one walk over its text.</summary>
/// <param name="Digest">SHA-256 in hexadecimal of all that is said, however it is spaced and escaped; id, date and the server's part of meta left out.</param>
/// <param name="Patients">Somewhere in it, contained or in an extension, stands what only resources about patients have.</param>
internal readonly record struct SaidText(string Digest, bool Patients)
{
    private static readonly byte[][] PatientWords =
    [
        "https://fhir.nhs.uk/Id/nhs-number"u8.ToArray(), "https://qoffhir.example.org/fhir/StructureDefinition/qof-patient-outcome"u8.ToArray(),
    ];

    /// <param name="json">Found to be JSON of whole texts.</param>
    public static SaidText Of(ReadOnlySpan<byte> json)
    {
        // A text gives up its quotes, and a number is followed by some sign.
        var said = ArrayPool<byte>.Shared.Rent((2 * json.Length) + 16);
        var reader = new Utf8JsonReader(json);
        var (length, patients, inMeta, reference) = (0, false, false, false);
        while (reader.Read())
        {
            var token = reader.TokenType;
            if (token == JsonTokenType.PropertyName)
            {
                inMeta = reader.CurrentDepth == 1 ? reader.ValueTextEquals("meta"u8) : inMeta;
                if (IsLeftOut(ref reader, inMeta))
                {
                    reader.Skip();
                    continue;
                }

                reference = reader.ValueTextEquals("reference"u8);
                patients |= reader.ValueTextEquals("subjectResults"u8) || reader.ValueTextEquals("evaluatedResource"u8);
            }

            said[length++] = (byte)token;
            if (token is JsonTokenType.PropertyName or JsonTokenType.String)
            {
                var start = length;
                length += reader.CopyString(said.AsSpan(length));
                var text = said.AsSpan(start, length - start);
                patients |= token == JsonTokenType.String && (reference ? IsPatient(text) : IsPatientWord(text));
                reference &= token == JsonTokenType.PropertyName;
                said[length++] = 0xFF; // Never part of UTF-8, so no two texts run together.
            }
            else if (token == JsonTokenType.Number)
            {
                reader.ValueSpan.CopyTo(said.AsSpan(length));
                length += reader.ValueSpan.Length;
            }
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

    private static bool IsPatient(ReadOnlySpan<byte> reference)
    {
        var at = reference.IndexOf("Patient/"u8);
        return at == 0 || (at > 0 && reference[at - 1] == '/');
    }

    private static bool IsPatientWord(ReadOnlySpan<byte> text)
    {
        foreach (var word in PatientWords)
        {
            if (text.SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }
}
