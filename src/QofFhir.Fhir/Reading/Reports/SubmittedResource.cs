using System.Runtime.InteropServices;
using System.Text.Json;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>A resource that was sent, in the memory of its <see cref="SubmittedJson"/>.</summary>
public readonly struct SubmittedResource
{
    internal SubmittedResource(JsonElement json) => Json = json;

    internal JsonElement Json { get; }

    /// <summary>As it was sent.</summary>
    public ReadOnlySpan<byte> Text => JsonMarshal.GetRawUtf8Value(Json);

    public string? Type => Member("resourceType");

    public string? Id => Member("id");

    /// <summary>The type of a Bundle, such as <c>transaction</c>.</summary>
    public string? Kind => Member("type");

    /// <summary>Whether somewhere in it stands what only resources about patients have.</summary>
    public bool HoldsPatients => SaidText.Of(Text).Patients;

    internal bool Has(string name) => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out _);

    internal string? Member(string name) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
