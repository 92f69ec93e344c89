using System.Text.Json;
using QofFhir.Fhir.Reading.Reports;

namespace QofFhir.Fhir.Reading.Cds;

/// <summary>Reads the values of <c>prefetch</c> in each form that a client may send.</summary>
internal sealed class PrefetchReader(Element prefetch, HookResourceReader resources, IReadOnlyCollection<string> keys)
{
    public Dictionary<string, PrefetchValue> Asked { get; } = new(StringComparer.Ordinal);

    public List<HookResource> Unasked { get; } = [];

    public void Read()
    {
        foreach (var member in prefetch.Json.EnumerateObject())
        {
            if (resources.TooMany)
            {
                return;
            }

            // A key that is not ours is not repeated: it may be anything.
            var known = keys.Contains(member.Name);
            var spot = known ? new Spot(prefetch.Spot, member.Name) : prefetch.Spot;
            if (Value(member.Value, spot) is not { } value)
            {
                continue;
            }

            if (known)
            {
                Asked.Add(member.Name, value);
            }
            else
            {
                Unasked.AddRange(value.Resources);
            }
        }
    }

    private PrefetchValue? Value(JsonElement json, Spot spot)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return PrefetchValue.NoData;
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            prefetch.Faults.Add("structure", spot.ToString(), "A resource, a Bundle of a search or null was expected.");
            return null;
        }

        var element = new Element(json, spot, prefetch.Faults);
        switch (element.Text("resourceType", required: true))
        {
            case null:
                return null;
            case "OperationOutcome":
                return new PrefetchValue(PrefetchState.Failed, []);
            case "Bundle" when element.Text("type", required: true) is { } type:
                if (type != "searchset")
                {
                    element.Fault("value", "type", "A Bundle of type searchset was expected.");
                }

                return resources.Entries(element);
            case "Bundle":
                return null;
            default:
                return resources.One(element) is { } one ? new PrefetchValue(PrefetchState.Whole, [one]) : null;
        }
    }
}
