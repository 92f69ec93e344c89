using System.Globalization;
using Microsoft.Extensions.Primitives;
using QofFhir.Core.Aggregation;
using QofFhir.Fhir.Writing.Organisations;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Organisations;

/// <summary>A search for Organizations or their affiliations. Values of one parameter are alternatives; each parameter must fit.</summary>
internal sealed class OrganisationSearch
{
    private const int LargestPage = 500;
    private const int DefaultPage = 50;

    /// <summary>What organisations can be searched by, and its type as the CapabilityStatement says it.</summary>
    public static readonly (string Name, string Type)[] Parameters =
        [("_id", "token"), ("identifier", "token"), ("name", "string"), ("type", "token"), ("partof", "reference"), ("active", "token")];

    public static readonly (string Name, string Type)[] AffiliationParameters =
        [("_id", "token"), ("primary-organization", "reference"), ("participating-organization", "reference"), ("date", "date"), ("active", "token")];

    private readonly (string Name, string Type)[] _parameters;
    private readonly List<Func<Organisation, bool>> _organisations = [];
    private readonly List<Func<Affiliation, bool>> _affiliations = [];
    private readonly GeographyOnDay _today;

    private OrganisationSearch(GeographyOnDay today, (string Name, string Type)[] parameters) => (_today, _parameters) = (today, parameters);

    public List<KeyValuePair<string, string>> Taken { get; } = [];

    public List<string> Mistakes { get; } = [];

    public List<string> Ignored { get; } = [];

    public int Count { get; private set; } = DefaultPage;

    public int Offset { get; private set; }

    public bool Fits(Organisation organisation) => _organisations.TrueForAll(c => c(organisation));

    public bool Fits(Affiliation affiliation) => _affiliations.TrueForAll(c => c(affiliation));

    /// <param name="parameters">Those of the type searched.</param>
    public static OrganisationSearch Parse(IEnumerable<KeyValuePair<string, StringValues>> query, GeographyOnDay today, (string Name, string Type)[] parameters)
    {
        var search = new OrganisationSearch(today, parameters);
        foreach (var (name, values) in query)
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
        if (name.Split(':', '.')[0] is var plain && plain != name && _parameters.Any(p => p.Name == plain))
        {
            Mistakes.Add($"{plain}: modifiers and chains are not understood here.");
            return;
        }

        if (Heeds(name, value))
        {
            Taken.Add(new(name, value));
        }
        else
        {
            Ignored.Add(name);
        }
    }

    private bool Heeds(string name, string value) => name switch
    {
        "_count" => Number(name, value, n => Count = Math.Min(n, LargestPage)),
        "_offset" => Number(name, value, n => Offset = n),
        "_format" => true,
        _ when _parameters.All(p => p.Name != name) => false,
        "_id" when _parameters == Parameters => AnyOf(value, (o, one) => o.Code == one),
        "_id" => AnyOf(value, (a, one) => OrganizationWriter.Id(a) == one),
        "identifier" => AnyOf(value, HasIdentifier),
        "name" => AnyOf(value, (o, one) => o.Name.StartsWith(one, StringComparison.OrdinalIgnoreCase)),
        "type" => AnyOf(value, HasType),
        "partof" => AnyOf(value, (o, one) => PartOf(_today, o)?.Code == Code(one)),
        "active" when value is not ("true" or "false") => Mistake("active: true or false was expected."),
        "active" when _parameters == Parameters => AnyOf(value, (o, one) => _today.IsActive(o.Code) == (one == "true")),
        "active" => AnyOf(value, (a, one) => a.On(_today.Day) == (one == "true")),
        "primary-organization" => AnyOf(value, (a, one) => a.Parent == Code(one)),
        "participating-organization" => AnyOf(value, (a, one) => a.Child == Code(one)),
        _ => Date(value),
    };

    /// <summary>What it belongs to, networks aside.</summary>
    public static Organisation? PartOf(GeographyOnDay day, Organisation organisation) =>
        day.Ancestors(organisation.Code).FirstOrDefault(a => a.Kind != OrganisationKind.Pcn) is { } above && (organisation.Kind != OrganisationKind.Pcn || day.Ancestor(organisation.Code, above.Kind) is not null)
            ? above
            : null;

    private static string Code(string reference) => reference[(reference.LastIndexOf('/') + 1)..].ToUpperInvariant();

    private static bool HasIdentifier(Organisation organisation, string one)
    {
        var bar = one.IndexOf('|', StringComparison.Ordinal);
        return string.Equals(organisation.Code, one[(bar + 1)..], StringComparison.OrdinalIgnoreCase) && (bar <= 0 || one[..bar] == OrganizationWriter.IdentifierSystem);
    }

    private static bool HasType(Organisation organisation, string one)
    {
        var bar = one.IndexOf('|', StringComparison.Ordinal);
        var (system, code) = (bar < 0 ? null : one[..bar], one[(bar + 1)..]);
        return (system is null or OrganisationRole.KindSystem && code == OrganisationRole.Code(organisation.Kind))
            || (system is null or OrganisationRole.OdsSystem && code == OrganisationRole.Ods(organisation.Kind));
    }

    /// <summary>Spans of affiliations end with the day before their first day outside; an open one ends later than any date.</summary>
    private bool Date(string value)
    {
        if (DateFilter.Parse(value) is not { } date)
        {
            return Mistake("date: a FHIR date was expected, such as 2026-04-01.");
        }

        _affiliations.Add(a => date.Fits(
            StoredReport.Moment(Practices.London.Start(a.From)), a.To is { } to ? StoredReport.Moment(Practices.London.Start(to.AddDays(1))) : "9999"));
        return true;
    }

    private bool AnyOf(string value, Func<Organisation, string, bool> fits)
    {
        var alternatives = value.Split(',');
        _organisations.Add(o => alternatives.Any(one => fits(o, one)));
        return true;
    }

    private bool AnyOf(string value, Func<Affiliation, string, bool> fits)
    {
        var alternatives = value.Split(',');
        _affiliations.Add(a => alternatives.Any(one => fits(a, one)));
        return true;
    }

    private bool Mistake(string text)
    {
        Mistakes.Add(text);
        return true;
    }

    private bool Number(string name, string value, Action<int> set)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            set(number);
            return true;
        }

        return Mistake($"{name}: a whole number was expected.");
    }
}
