namespace QofFhir.Fhir.Reading.Cds;

/// <summary>What a clinical system asks of a CDS service, checked in its form. Whether all of it is about one patient is <see cref="OnePatient"/>'s to say.</summary>
/// <param name="PatientId">Logical id alone.</param>
public sealed record HookRequest(string Hook, Guid Instance, string UserId, string PatientId)
{
    /// <summary>Null: the hook has none, or it was not told.</summary>
    public string? EncounterId { get; init; }

    /// <summary>Where the client's records can be read; null where it does not say. Nothing is known of it but that it is an http(s) address.</summary>
    public Uri? Server { get; init; }

    public HookAuthorization? Authorization { get; init; }

    /// <summary>As the request's extension names it, in lower case; null where it does not.</summary>
    public string? Role { get; init; }

    /// <summary>A card an indicator in place of one for all; null where the request does not say.</summary>
    public bool? Separate { get; init; }

    /// <summary>By key; keys that nobody asked for are <see cref="Unasked"/>. A key that is absent was not answered.</summary>
    public IReadOnlyDictionary<string, PrefetchValue> Prefetch { get; init; } = new Dictionary<string, PrefetchValue>();

    /// <summary>What came under keys that nobody asked for: looked at for whom it is about, and never evaluated.</summary>
    public IReadOnlyList<HookResource> Unasked { get; init; } = [];

    /// <summary>Of order-sign and order-select.</summary>
    public IReadOnlyList<HookResource> Drafts { get; init; } = [];

    /// <summary>Of order-select: <c>Type/id</c> of the drafts that were just chosen.</summary>
    public IReadOnlyList<string> Selections { get; init; } = [];

    /// <summary>Of appointment-book.</summary>
    public IReadOnlyList<HookResource> Appointments { get; init; } = [];

    /// <summary>Every resource of the request.</summary>
    public IEnumerable<HookResource> Resources => Prefetch.Values.SelectMany(v => v.Resources).Concat(Unasked).Concat(Drafts).Concat(Appointments);

    /// <summary>The hook alone: all else may tell of the patient.</summary>
    public override string ToString() => Hook;
}
