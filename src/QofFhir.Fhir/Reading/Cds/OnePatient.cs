using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Cds;

/// <summary>Whether resources are about one patient, by whatever name they call them.</summary>
public sealed class OnePatient
{
    private const string Patient = "Patient";

    private readonly string _id;
    private readonly string? _server;
    private readonly HashSet<string> _urns = new(StringComparer.Ordinal);

    /// <param name="server">Where absolute references must lead; null: wherever.</param>
    /// <param name="resources">The patient's own entry among them may bring a URN by which others call it.</param>
    public OnePatient(string id, Uri? server, IEnumerable<HookResource> resources)
    {
        (_id, _server) = (id, server?.AbsoluteUri.TrimEnd('/'));
        _urns.Add("urn:uuid:" + id.ToLowerInvariant());
        foreach (var resource in resources)
        {
            if (resource.Type == Patient && resource.Id == id && resource.FullUrl is { } url && url.StartsWith("urn:", StringComparison.OrdinalIgnoreCase))
            {
                _urns.Add(Reference.Key(url));
            }
        }
    }

    /// <summary>False for another patient's own entry, for what names another patient, and for what names one who cannot be told from another.</summary>
    public bool Owns(HookResource resource) => resource.Type == Patient
        ? (resource.Id ?? (resource.FullUrl is { } url ? Reference.LastPart(url) : null)) == _id
        : resource.About.All(IsThis);

    /// <remarks>Groups, devices and what is contained are nobody else.</remarks>
    private bool IsThis(string reference)
    {
        if (reference.StartsWith('#'))
        {
            return true;
        }

        var key = Reference.Key(reference);
        var type = Reference.TypeOf(key);
        if (!type.IsEmpty && !type.SequenceEqual(Patient))
        {
            return true;
        }

        return key == $"{Patient}/{_id}" ? IsOurServers(reference) : _urns.Contains(key);
    }

    private bool IsOurServers(string reference)
    {
        var root = reference.AsSpan(0, reference.LastIndexOf(Patient + "/", StringComparison.Ordinal)).TrimEnd('/');
        return root.IsEmpty || _server is null || root.SequenceEqual(_server)
            || (Uri.TryCreate(root.ToString(), UriKind.Absolute, out var address) && address.AbsoluteUri.TrimEnd('/') == _server);
    }
}
