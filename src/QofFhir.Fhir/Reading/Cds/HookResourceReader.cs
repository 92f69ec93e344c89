using System.Text.Json;
using QofFhir.Fhir.Reading.Elements;
using QofFhir.Fhir.Reading.Reports;

namespace QofFhir.Fhir.Reading.Cds;

/// <summary>Takes the resources out of a request, as many as are allowed.</summary>
internal sealed class HookResourceReader(SubmittedJson sent, int most)
{
    /// <summary>Where resources say whom they are about. Other references, such as to whom a mother is linked, may name anybody.</summary>
    private static readonly string[] Subjects = ["subject", "patient", "beneficiary", "for", "individual"];

    private int _count;

    public bool TooMany => _count > most;

    /// <summary>The entries of a Bundle, and whether they are all.</summary>
    public PrefetchValue Entries(Element bundle)
    {
        var found = new List<HookResource>();
        var (failed, matches) = (false, 0);
        foreach (var entry in bundle.ObjectsIfAny("entry"))
        {
            if (!entry.Optional("resource") || entry.Object("resource") is not { } resource || One(resource, entry) is not { } one)
            {
                continue;
            }

            if (one.Type == "OperationOutcome")
            {
                failed |= Fails(resource);
            }
            else
            {
                found.Add(one);
                matches += IsMatch(entry) ? 1 : 0;
            }
        }

        var partial = HasNext(bundle) || (bundle.Optional("total") && bundle.Count("total") > matches);
        return new PrefetchValue(failed ? PrefetchState.Failed : partial ? PrefetchState.Partial : PrefetchState.Whole, found);
    }

    /// <summary>Null, with a fault, for what is no resource; past the most that are taken, without.</summary>
    /// <param name="entry">That it stands in; null outside Bundles.</param>
    public HookResource? One(Element resource, Element? entry = null)
    {
        if (++_count > most || resource.Text("resourceType", required: true) is not { } type)
        {
            return null;
        }

        if (!Reference.IsTypeName(type))
        {
            resource.Fault("value", "resourceType", "The name of a resource type was expected.");
            return null;
        }

        var id = resource.Optional("id") ? resource.Text("id") : null;
        var fullUrl = entry is { } within && within.Optional("fullUrl") ? within.Text("fullUrl") : null;
        return new HookResource(type, id, fullUrl, [.. About(type, resource.Json)], sent.Slice(resource.Json))
        {
            Medication = resource.Json.TryGetProperty("medicationReference", out var medicine) && ReferenceOf(medicine) is { } reference
                && Reference.Key(reference) is var key && Reference.TypeOf(key).SequenceEqual("Medication") ? key : null,
        };
    }

    private static IEnumerable<string> About(string type, JsonElement resource)
    {
        foreach (var name in Subjects)
        {
            foreach (var subject in Several(resource, name))
            {
                if (ReferenceOf(subject) is { } reference)
                {
                    yield return reference;
                }
            }
        }

        if (type is "Appointment" or "AppointmentResponse")
        {
            foreach (var participant in Several(resource, "participant").Append(resource))
            {
                foreach (var actor in Several(participant, "actor"))
                {
                    if (ReferenceOf(actor) is { } reference)
                    {
                        yield return reference;
                    }
                }
            }
        }
    }

    /// <summary>The value, or the items where it is a list.</summary>
    private static JsonElement[] Several(JsonElement json, string name) =>
        json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()]
        : [value];

    private static string? ReferenceOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("reference", out var reference) && reference.ValueKind == JsonValueKind.String
            ? reference.GetString()
            : null;

    /// <summary>What was only included is not counted by the total.</summary>
    private static bool IsMatch(Element entry) => !entry.Optional("search") || entry.Object("search") is not { } search
        || !search.Optional("mode") || search.Text("mode") is not ("include" or "outcome");

    private static bool HasNext(Element bundle) =>
        bundle.ObjectsIfAny("link").Any(l => l.Optional("relation") && l.Text("relation") == "next");

    /// <summary>Anything worse than a warning, and what does not say how bad it is.</summary>
    private static bool Fails(Element outcome) => !outcome.Optional("issue")
        || Several(outcome.Json, "issue").Any(i => i.ValueKind != JsonValueKind.Object || !i.TryGetProperty("severity", out var severity)
            || severity.ValueKind != JsonValueKind.String || severity.GetString() is not ("warning" or "information" or "success"));
}
