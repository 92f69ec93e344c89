using System.Runtime.CompilerServices;
using System.Text.Json;

namespace QofFhir.SampleGp.Server.Shelves;

/// <summary>The patients of a group.</summary>
/// <param name="Ids">Ids of patients; null is everyone.</param>
internal sealed record GroupMembers(IReadOnlySet<string>? Ids)
{
    public static GroupMembers Everyone { get; } = new((IReadOnlySet<string>?)null);

    /// <summary>Each group is read once, however many exports ask for it.</summary>
    private static readonly ConditionalWeakTable<ShelfEntry, GroupMembers> Read = [];

    public bool Holds(string patient) => Ids is null || Ids.Contains(patient);

    /// <summary>The members of the group, or null when there is no such group.</summary>
    public static GroupMembers? Find(Library library, Holdings holdings, string id)
    {
        var shelf = holdings.Shelf("Group");
        foreach (var place in shelf.WithIds([id]))
        {
            return Read.GetValue(shelf.Entries[place], entry => Of(library.Read(entry)));
        }

        return id == SampleGpRecords.PracticeGroup ? Everyone : null;
    }

    private static GroupMembers Of(byte[] resource)
    {
        using var group = JsonDocument.Parse(resource);
        return new GroupMembers(group.RootElement.TryGetProperty("member", out var members)
            ? members.EnumerateArray().Where(IsActive).Select(Patient).ToHashSet(StringComparer.Ordinal)
            : new HashSet<string>());
    }

    private static bool IsActive(JsonElement member) => !member.TryGetProperty("inactive", out var inactive) || inactive.ValueKind != JsonValueKind.True;

    private static string Patient(JsonElement member)
    {
        var reference = member.GetProperty("entity").GetProperty("reference").GetString()!;
        return reference[(reference.LastIndexOf('/') + 1)..];
    }
}
