using System.Globalization;
using Microsoft.Extensions.Primitives;
using QofFhir.Fhir.Publishing;

namespace QofFhir.Service.Publishing;

/// <summary>A search for Measures, Libraries or ValueSets, taken from its parameters. Values of one parameter are alternatives; each parameter must fit.</summary>
internal sealed class DefinitionSearch
{
    private const int LargestPage = 500;
    private const int DefaultPage = 50;

    /// <summary>What can be searched by, and its type as the CapabilityStatement says it.</summary>
    public static readonly (string Name, string Type)[] Parameters =
        [("_id", "token"), ("url", "uri"), ("version", "token"), ("name", "string"), ("identifier", "token")];

    private readonly List<Func<PublishedResource, bool>> _conditions = [];

    private DefinitionSearch()
    {
    }

    /// <summary>The parameters that were heeded, as the self link says them.</summary>
    public List<KeyValuePair<string, string>> Taken { get; } = [];

    public List<string> Mistakes { get; } = [];

    public List<string> Ignored { get; } = [];

    public int Count { get; private set; } = DefaultPage;

    public int Offset { get; private set; }

    public bool Fits(PublishedResource resource) => _conditions.TrueForAll(c => c(resource));

    public static DefinitionSearch Parse(IEnumerable<KeyValuePair<string, StringValues>> parameters)
    {
        var search = new DefinitionSearch();
        foreach (var (name, values) in parameters)
        {
            foreach (var value in values.Where(v => !string.IsNullOrEmpty(v)))
            {
                search.Take(name, value!);
            }
        }

        return search;
    }

    private void Take(string name, string value)
    {
        // A modifier or chain that is passed over would widen the search.
        if (name.Split(':', '.')[0] is var plain && plain != name && Parameters.Any(p => p.Name == plain))
        {
            Mistakes.Add($"{plain}: modifiers and chains are not understood here.");
            return;
        }

        var heeded = name switch
        {
            "_id" => AnyOf(value, (r, one) => r.Id == one),
            "url" => AnyOf(value, (r, one) => r.Url == one || r.VersionedUrl == one),
            "version" => AnyOf(value, (r, one) => r.Version == one[(one.IndexOf('|', StringComparison.Ordinal) + 1)..]),
            "name" => AnyOf(value, (r, one) => r.Name.StartsWith(one, StringComparison.OrdinalIgnoreCase)),
            "identifier" => AnyOf(value, HasIdentifier),
            "_count" => Number(name, value, n => Count = Math.Min(n, LargestPage)),
            "_offset" => Number(name, value, n => Offset = n),
            "_format" => true,
            _ => false,
        };
        if (heeded)
        {
            Taken.Add(new(name, value));
        }
        else
        {
            Ignored.Add(name);
        }
    }

    /// <summary><c>system|value</c> or <c>value</c>.</summary>
    private static bool HasIdentifier(PublishedResource resource, string one) =>
        resource.Identifier is { } identifier && (one == identifier || one == $"{PublishedResource.IdentifierSystem}|{identifier}");

    private bool AnyOf(string value, Func<PublishedResource, string, bool> fits)
    {
        var alternatives = value.Split(',');
        _conditions.Add(resource => alternatives.Any(one => fits(resource, one)));
        return true;
    }

    private bool Number(string name, string value, Action<int> set)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            set(number);
        }
        else
        {
            Mistakes.Add($"{name}: a whole number was expected.");
        }

        return true;
    }
}
