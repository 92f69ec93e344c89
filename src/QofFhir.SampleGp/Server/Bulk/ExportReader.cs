using System.Globalization;
using System.Text.RegularExpressions;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.SampleGp.Server.Search;
using QofFhir.SampleGp.Server.Shelves;

namespace QofFhir.SampleGp.Server.Bulk;

/// <summary>Understands the parameters of a kick-off, or says of each what is wrong with it.</summary>
internal sealed partial class ExportReader(ExportLevel level, string? group, bool byPost, Library library, SampleGpSettings settings, SampleGpFaultPlan plan)
{
    private static readonly string[] Formats = ["application/fhir+ndjson", "application/ndjson", "ndjson"];

    private readonly List<string> _errors = [];
    private readonly List<string> _unknown = [];
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly List<(string Type, IReadOnlyList<Criterion> Search)> _filters = [];
    private readonly List<(string Type, string Element)> _elements = [];
    private HashSet<string>? _patients;
    private DateTimeOffset? _since;
    private bool _byPages;

    public IReadOnlyList<string> Errors => _errors;

    /// <summary>What means nothing here: left out where the client asked for lenient handling, refused otherwise.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    public ExportRequest Read(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        foreach (var (name, value) in parameters)
        {
            Take(name, value);
        }

        return new ExportRequest(
            level, group, _types,
            _filters.ToLookup(f => f.Type, f => f.Search, StringComparer.Ordinal),
            _elements.ToLookup(e => e.Type, e => e.Element, StringComparer.Ordinal),
            _since, _patients, _byPages);
    }

    private void Take(string name, string value)
    {
        switch (name)
        {
            case "_outputFormat":
                Require(Formats.Contains(value), "'_outputFormat' is NDJSON here.");
                break;
            case "_type":
                Values(name, value).ForEach(Type);
                break;
            case "_typeFilter":
                (settings.Bulk.Version < 4 ? [.. BetweenFilters().Split(value)] : new List<string> { value }).ForEach(Filter);
                break;
            case "_elements":
                Values(name, value).ForEach(Element);
                break;
            case "_since":
                Since(value);
                break;
            case "patient" when byPost && level != ExportLevel.System:
                (_patients ??= new HashSet<string>(StringComparer.Ordinal)).Add(value[(value.LastIndexOf('/') + 1)..]);
                break;
            case "patient":
                _errors.Add("'patient' is for a kick-off by POST, of patients or of a group.");
                break;
            case "allowPartialManifests" when settings.Bulk.Version >= 3:
                _byPages = value == "true";
                break;
            default:
                _unknown.Add($"The parameter '{name}' is not known here.");
                break;
        }
    }

    private List<string> Values(string name, string value)
    {
        Require(settings.Bulk.Version < 4 || !value.Contains(',', StringComparison.Ordinal), $"'{name}' is repeated, not a list with commas.");
        return [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    private void Type(string type)
    {
        _types.Add(type);
        if (!SearchableTypes.All.ContainsKey(type) && !library.Now.Types.Contains(type))
        {
            _unknown.Add($"The type '{type}' is not known here.");
        }
    }

    private void Filter(string filter)
    {
        var (type, query) = filter.Split('?', 2) is [var t, var q] ? (t, q) : (filter, "");
        if (!SearchableTypes.All.ContainsKey(type))
        {
            _unknown.Add($"The filter for '{type}' cannot be applied here.");
            return;
        }

        var pairs = QueryText.Pairs(query).ToList();
        var reader = new SearchReader(type, library.Codes, settings, plan);
        var search = reader.Read(pairs);
        _errors.AddRange(pairs.Where(p => p.Key is "_count" or "_sort").Select(p => $"'{p.Key}' is for pages of a search, not for '_typeFilter'."));
        _errors.AddRange(reader.Errors);
        _unknown.AddRange(reader.Unknown.Select(u => $"The parameter '{u}' of the filter for '{type}' is not known here."));
        if (!plan.IgnoreTypeFilter)
        {
            _filters.Add((type, search.Criteria));
        }
    }

    private void Element(string element) =>
        _elements.Add(element.Split('.', 2) is [var type, var name] ? (type, name) : ("*", element));

    private void Since(string value)
    {
        if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since))
        {
            _errors.Add("'_since' is no instant.");
        }
        else if (!plan.IgnoreSince)
        {
            _since = plan.SinceWholeDay ? new DateTimeOffset(since.UtcDateTime.Date, TimeSpan.Zero) : since;
        }
    }

    private void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            _errors.Add(otherwise);
        }
    }

    /// <summary>A comma stands between alternatives of a filter too: only one before another type begins a new filter.</summary>
    [GeneratedRegex(@",(?=[A-Z][A-Za-z]+\?)")]
    private static partial Regex BetweenFilters();
}
