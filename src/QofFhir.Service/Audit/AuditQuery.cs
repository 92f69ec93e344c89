using System.Globalization;
using Dapper;
using Microsoft.Extensions.Primitives;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Audit;

/// <summary>A search for AuditEvents. Values of one parameter are alternatives; each parameter must fit. What is not understood is refused: passed over it would hide or add events.</summary>
internal sealed class AuditQuery
{
    private const int LargestPage = 500;
    private const int MostValues = 100;

    /// <summary>Outcomes as statuses of HTTP.</summary>
    private static readonly Dictionary<string, string> Outcomes = new(StringComparer.Ordinal)
    {
        ["0"] = "status < 400",
        ["4"] = "status BETWEEN 400 AND 499",
        ["8"] = "status >= 500 AND status <> 503",
        ["12"] = "status = 503",
    };

    private readonly List<string> _conditions = [];
    private readonly List<string> _mistakes = [];
    private readonly List<KeyValuePair<string, string>> _taken = [];
    private int _values;

    /// <summary>In SQL; what the client sent stands in <see cref="Values"/> only.</summary>
    public IReadOnlyList<string> Conditions => _conditions;

    public DynamicParameters Values { get; } = new();

    public IReadOnlyList<string> Mistakes => _mistakes;

    public IReadOnlyList<KeyValuePair<string, string>> Taken => _taken;

    public int Count { get; private set; } = 50;

    public int Offset { get; private set; }

    public static AuditQuery Parse(IEnumerable<KeyValuePair<string, StringValues>> parameters)
    {
        var query = new AuditQuery();
        foreach (var (name, value) in parameters.SelectMany(p => p.Value, (p, v) => (p.Key, v)).Where(p => !string.IsNullOrEmpty(p.v)))
        {
            query.Take(name, value!);
            query._taken.Add(new(name, value!));
        }

        return query;
    }

    private void Take(string name, string value)
    {
        switch (name)
        {
            case "_id":
                AnyOf(value, one => $"CAST(number AS TEXT) = {Value(one)}");
                break;
            case "date":
                AnyOf(value, Date);
                break;
            case "agent":
                AnyOf(value, one => one.StartsWith("Organization/", StringComparison.Ordinal)
                    ? $"organisation = {Value(one["Organization/".Length..])}"
                    : $"client = {Value(one)} OR organisation = {Value(one)}");
                break;
            case "entity":
                AnyOf(value, one => $"path = {Value("/fhir/" + one)} OR path = {Value(one)}");
                break;
            case "outcome":
                AnyOf(value, one => Outcomes.GetValueOrDefault(one[(one.LastIndexOf('|') + 1)..]) ?? Mistaken("outcome: 0, 4, 8 or 12 was expected."));
                break;
            case "_count" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count):
                Count = Math.Min(count, LargestPage);
                break;
            case "_offset" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var offset):
                Offset = offset;
                break;
            case "_format":
                break;
            default:
                Mistaken(name is "_count" or "_offset" ? $"{name}: a whole number was expected." : $"There is no search parameter {name} here.");
                break;
        }
    }

    private string Date(string one) => DateFilter.Parse(one) is { } date
        ? date.Sql("recorded", "recorded", Value(date.From), Value(date.Until))
        : Mistaken("date: a FHIR date was expected, such as ge2026-04-01.");

    private void AnyOf(string value, Func<string, string> condition)
    {
        var alternatives = value.Split(',');
        _values += alternatives.Length;
        if (_values > MostValues)
        {
            Mistaken($"A search may give {MostValues} values.");
            return;
        }

        _conditions.Add(string.Join(" OR ", alternatives.Select(one => $"({condition(one)})")));
    }

    private string Mistaken(string mistake)
    {
        _mistakes.Add(mistake);
        return "1 = 0";
    }

    private string Value(string value)
    {
        var name = $"v{Values.ParameterNames.Count()}";
        Values.Add(name, value);
        return "@" + name;
    }
}
