using System.Text.Json;
using System.Text.Json.Nodes;
using QofFhir.SampleGp.Server.Shelves;

namespace QofFhir.SampleGp.Server;

/// <summary>Changes what a running sample GP system holds. Each change bears the server's time in <c>meta.lastUpdated</c> and is given back with it.</summary>
public sealed class SampleGpRecords
{
    /// <summary>The group that always is: without a resource of its own it is everyone.</summary>
    public const string PracticeGroup = "practice";

    private readonly Library _library;

    internal SampleGpRecords(Library library) => _library = library;

    /// <summary>Creates the resource, or replaces the one of the same type and id.</summary>
    /// <exception cref="JsonException">The text is no resource with a type and an id.</exception>
    public DateTimeOffset Put(string resource)
    {
        var change = Change.Put(JsonNode.Parse(resource));
        return _library.Apply(_ => [change]);
    }

    /// <summary>Deletes the resource; one that is not there stays so.</summary>
    public DateTimeOffset Delete(string type, string id) => _library.Apply(_ => [new Change(type, id, null)]);

    /// <summary>All changes of some transaction Bundles at once: entries are PUT with a resource, or DELETE of <c>Type/id</c>.</summary>
    /// <exception cref="JsonException">A line is no such Bundle: nothing is changed.</exception>
    public DateTimeOffset Apply(IEnumerable<string> transactions)
    {
        var changes = transactions.SelectMany(Change.Transaction).ToList();
        return _library.Apply(_ => changes);
    }

    /// <summary>Makes the patient a member of the group. The practice's own group gets a resource by its first change; from then on who is not named is no member.</summary>
    public DateTimeOffset Join(string group, string patient) => _library.Apply(now => [Group(now, group, members => members.Append(patient))]);

    /// <summary>The patient is no member any longer; the records stay.</summary>
    public DateTimeOffset Leave(string group, string patient) => _library.Apply(now => [Group(now, group, members => members.Where(m => m != patient))]);

    private Change Group(Holdings now, string id, Func<IEnumerable<string>, IEnumerable<string>> change)
    {
        var members = GroupMembers.Find(_library, now, id)?.Ids ?? now.Shelf("Patient").Entries.Select(e => e.Id);
        var entities = change(members).Distinct().Order(StringComparer.Ordinal)
            .Select(m => (JsonNode)new JsonObject { ["entity"] = new JsonObject { ["reference"] = "Patient/" + m } });
        return new Change("Group", id, new JsonObject
        {
            ["resourceType"] = "Group",
            ["id"] = id,
            ["type"] = "person",
            ["actual"] = true,
            ["member"] = new JsonArray([.. entities]),
        });
    }
}
