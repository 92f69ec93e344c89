using System.Text.Json;
using System.Text.Json.Nodes;
using QofFhir.Core.Improvement;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Improvement;

/// <summary>A kind of entries of a plan: its name in addresses, and how it is read.</summary>
/// <param name="Counted">What the service counts and nobody writes.</param>
internal sealed record EntryKind(string Name, Type Type, bool Counted = false)
{
    public static readonly EntryKind Baseline = new("baselines", typeof(Measurement), Counted: true);

    public static readonly EntryKind Measured = new("measurements", typeof(Measurement), Counted: true);

    public static readonly EntryKind Declaration = new("declaration", typeof(PlanDeclaration), Counted: true);

    public static IReadOnlyList<EntryKind> All { get; } =
    [
        Baseline, new("objectives", typeof(Objective)), new("cycles", typeof(PdsaCycle)), Measured, new("meetings", typeof(PeerMeeting)),
        new("answers", typeof(TemplateAnswer)), new("attested", typeof(AttestedRequirement)), Declaration,
    ];

    public static EntryKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);

    /// <param name="body">Its members; identifier and version are given.</param>
    /// <param name="fault">What is wrong with it, without anything of its content; null where it could be read.</param>
    public PlanEntry? Read(JsonObject body, string id, long version, out string? fault)
    {
        if (body.FirstOrDefault(m => m.Value is JsonArray items && items.Contains(null)).Key is { } list)
        {
            // What the serialiser lets through in a list of what cannot be null.
            fault = $"$.{list} is not what was expected";
            return null;
        }

        body["id"] = id;
        body["version"] = version;
        fault = null;
        try
        {
            return (PlanEntry)body.Deserialize(Type, Options)!;
        }
        catch (JsonException wrong)
        {
            fault = Missing(body) ?? $"{wrong.Path ?? "$"} is not what was expected";
            return null;
        }
    }

    public static string Write(PlanEntry entry) => JsonSerializer.Serialize(entry, entry.GetType(), Options);

    private static JsonSerializerOptions Options { get; } = new(RunJson.Options)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    private string? Missing(JsonObject body)
    {
        var members = Type.GetConstructors()[0].GetParameters();
        string[] names = [.. members.Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!))];
        string[] absent = [.. names.Zip(members).Where(m => !m.Second.HasDefaultValue && !body.ContainsKey(m.First)).Select(m => m.First)];
        string[] unknown = [.. body.Select(m => m.Key).Except(names, StringComparer.Ordinal)];
        return absent.Length > 0 ? $"missing: {string.Join(", ", absent)}"
            : unknown.Length > 0 ? $"{unknown.Length} members are not known; {Name} have {string.Join(", ", names.Except(["id", "version"]))}"
            : null;
    }
}
