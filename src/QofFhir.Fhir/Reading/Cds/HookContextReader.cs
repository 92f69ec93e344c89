using System.Text.Json;
using System.Text.RegularExpressions;
using QofFhir.Fhir.Reading.Reports;

namespace QofFhir.Fhir.Reading.Cds;

/// <summary>Reads the context as each hook has it.</summary>
internal sealed partial class HookContextReader(Element context, HookResourceReader resources)
{
    /// <summary>Null when who asks or for whom cannot be read.</summary>
    public HookContext? Read(string? hook)
    {
        var user = context.Text("userId", required: true);
        if (user is not null && !UserReference().IsMatch(user))
        {
            context.Fault("value", "userId", "A reference was expected, such as PractitionerRole/ID: of a Practitioner, PractitionerRole, Patient or RelatedPerson.");
        }

        var patient = Id("patientId", required: true);
        var encounter = Id("encounterId", required: hook == "encounter-start");
        var orders = hook is "order-sign" or "order-select";
        var read = new HookContext(user ?? "", patient ?? "", encounter)
        {
            Drafts = orders ? Bundle("draftOrders") : [],
            Selections = hook == "order-select" ? Selections() : [],
            Appointments = hook == "appointment-book" ? Bundle("appointments") : [],
        };
        return user is null || patient is null ? null : read;
    }

    private string? Id(string name, bool required)
    {
        if (!required && !context.Optional(name))
        {
            return null;
        }

        if (context.Text(name, required) is not { } id)
        {
            return null;
        }

        if (LogicalId().IsMatch(id))
        {
            return id;
        }

        context.Fault("value", name, "The id of a resource was expected, without its type.");
        return null;
    }

    private IReadOnlyList<HookResource> Bundle(string name)
    {
        if (context.Object(name, required: true) is not { } bundle)
        {
            return [];
        }

        if (bundle.Text("resourceType") == "Bundle")
        {
            return resources.Entries(bundle).Resources;
        }

        bundle.Fault("structure", "resourceType", "A Bundle was expected.");
        return [];
    }

    private List<string> Selections()
    {
        var found = new List<string>();
        if (!context.Has("selections"))
        {
            context.Fault("required", "selections", "It is missing.");
        }
        else if (context.Json.GetProperty("selections") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0
            && list.EnumerateArray().All(s => s.ValueKind == JsonValueKind.String && s.GetString()!.Length > 0))
        {
            found.AddRange(list.EnumerateArray().Select(s => s.GetString()!));
        }
        else
        {
            context.Fault("structure", "selections", "A list of references was expected, with at least one.");
        }

        return found;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9\-.]{1,64}\z")]
    private static partial Regex LogicalId();

    [GeneratedRegex(@"\A(Practitioner|PractitionerRole|Patient|RelatedPerson)/[A-Za-z0-9\-.]{1,64}\z")]
    private static partial Regex UserReference();
}
