using QofFhir.Fhir.Reading.Reports;

namespace QofFhir.Fhir.Reading.Cds;

/// <summary>A resource that came with a request.</summary>
/// <param name="Id">Null where it has none.</param>
/// <param name="FullUrl">Of its Bundle entry; null outside Bundles.</param>
/// <param name="About">References by which it says whom it is about, as they stand there; of an Appointment, who takes part.</param>
/// <param name="Json">As it was sent.</param>
public sealed record HookResource(string Type, string? Id, string? FullUrl, IReadOnlyList<string> About, ReadOnlyMemory<byte> Json)
{
    /// <summary>The Medication elsewhere that it refers to, as <c>Medication/id</c>; null for none.</summary>
    public string? Medication { get; init; }

    /// <summary><c>Type/id</c>; null where it has no id.</summary>
    public string? Key => Id is null ? null : $"{Type}/{Id}";

    /// <summary>One resource by itself, as a server gives it; null when it is none.</summary>
    public static HookResource? Read(ReadOnlyMemory<byte> json)
    {
        using var sent = SubmittedJson.Read(json);
        return sent is null ? null : new HookResourceReader(sent, most: 1).One(new Element(sent.Root.Json, new Spot(null, ""), new FaultList()));
    }

    /// <summary>The type alone: all else may tell of the patient.</summary>
    public override string ToString() => Type;
}
