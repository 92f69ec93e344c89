using System.Globalization;
using Dapper;
using Microsoft.Extensions.Primitives;

namespace QofFhir.Service.Reports;

/// <summary>A search for MeasureReports, taken from its parameters. Values of one parameter are alternatives; each parameter must fit.</summary>
internal sealed class ReportQuery
{
    private const int LargestPage = 500;
    private const int DefaultPage = 50;

    /// <summary>The database takes some hundred alternatives in one statement; no honest search has as many.</summary>
    private const int MostValues = 200;
    private readonly List<string> _conditions = [];
    private readonly List<string> _mistakes = [];
    private readonly List<string> _ignored = [];
    private readonly List<KeyValuePair<string, string>> _taken = [];

    private static readonly string[] Known = ["_id", "identifier", "measure", "reporter", "status", "type", "patient", "subject", "period", "date"];
    private int _values;

    private ReportQuery()
    {
    }

    /// <summary>In SQL; what the client sent stands in <see cref="Values"/> only.</summary>
    public IReadOnlyList<string> Conditions => _conditions;

    public DynamicParameters Values { get; } = new();

    public int Count { get; private set; } = DefaultPage;

    public int Offset { get; private set; }

    /// <summary>True when reports about patients are asked for: nobody without the key gets an answer.</summary>
    public bool AboutPatients { get; private set; }

    /// <summary>True when the search names its reports and may mean some about patients: whoever has the key finds those too.</summary>
    public bool NamesReports => !_taken.Exists(p => p.Key == "type") && _taken.Exists(p => p.Key is "_id" or "identifier");

    /// <summary>True when the organisations that report are to come along.</summary>
    public bool WithReporters { get; private set; }

    public IReadOnlyList<string> Mistakes => _mistakes;

    public IReadOnlyList<string> Ignored => _ignored;

    /// <summary>The parameters that were heeded, as the self link says them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Taken => _taken;

    public static ReportQuery Parse(IEnumerable<KeyValuePair<string, StringValues>> parameters)
    {
        var query = new ReportQuery();
        foreach (var (name, values) in parameters)
        {
            foreach (var value in values.Where(v => !string.IsNullOrEmpty(v)))
            {
                query.Take(name, value!);
            }
        }

        return query;
    }

    /// <summary>The answer to a search that cannot be understood, or not wholly where the client wants that.</summary>
    public IResult? Refusal(HttpRequest request) =>
        Mistakes.Count > 0 ? FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "value", Mistakes)
        : Ignored.Count > 0 && request.Headers["Prefer"].ToString().Contains("handling=strict", StringComparison.Ordinal)
            ? FhirAnswer.Outcome(StatusCodes.Status400BadRequest, "not-supported", Ignored.Select(name => $"There is no search parameter {name} here."))
        : null;

    private void Take(string name, string value)
    {
        // A modifier or chain that is passed over would widen the search.
        if (name.Split(':', '.')[0] is var plain && plain != name && Known.Contains(plain))
        {
            _mistakes.Add($"{plain}: modifiers and chains are not understood here.");
            return;
        }

        var heeded = name switch
        {
            "_id" => AnyOf(value, one => $"id = {Value(one)}"),
            "identifier" => AnyOf(value, Token("identifier")),
            "measure" => AnyOf(value, Measure),
            "reporter" => AnyOf(value, one => $"reporter = {Value(Reference("Organization", one))}"),
            "status" => AnyOf(value, one => $"status = {Value(Code(one))}"),
            "type" => Patients(value.Split(',').Any(t => Code(t) != "summary")) && AnyOf(value, one => $"type = {Value(Code(one))}"),
            "patient" => Patients(true) && AnyOf(value, one => $"subject = {Value(Reference("Patient", one))}"),
            "subject" => Patients(true) && AnyOf(value, one => $"subject = {Value(Reference("Patient", one))}"),
            "period" => AnyOf(value, one => Date(name, one, "starts", "ends")),
            "date" => AnyOf(value, one => Date(name, one, "computed", "computed")),
            "_count" => Number(name, value, n => Count = Math.Clamp(n, 0, LargestPage)),
            "_offset" => Number(name, value, n => Offset = Math.Max(n, 0)),
            "_format" => true,
            "_include" => Include(value),
            _ => false,
        };
        if (heeded)
        {
            _taken.Add(new(name, value));
        }
        else
        {
            _ignored.Add(name);
        }
    }

    /// <summary>Only the reporter can be brought along.</summary>
    private bool Include(string value)
    {
        var known = value is "MeasureReport:reporter" or "MeasureReport:reporter:Organization";
        WithReporters |= known;
        return known;
    }

    private bool Patients(bool asked)
    {
        AboutPatients |= asked;
        return true;
    }

    private bool AnyOf(string value, Func<string, string> condition)
    {
        var alternatives = value.Split(',');
        _values += alternatives.Length;
        if (_values > MostValues)
        {
            _mistakes.Add($"A search may give {MostValues} values.");
            return true;
        }

        _conditions.Add(string.Join(" OR ", alternatives.Select(one => $"({condition(one)})")));
        return true;
    }

    /// <summary>A token's code, without its system.</summary>
    private static string Code(string token) => token[(token.LastIndexOf('|') + 1)..];

    /// <summary><c>system|value</c>, <c>|value</c> or <c>value</c>; the columns hold the first form.</summary>
    private Func<string, string> Token(string column) => one =>
    {
        var bar = one.IndexOf('|', StringComparison.Ordinal);
        return bar > 0
            ? $"{column} = {Value(one)}"
            : $"substr({column}, instr({column}, '|') + 1) = {Value(one[(bar + 1)..])}";
    };

    /// <summary>A canonical with version, without, or <c>Measure/id</c>.</summary>
    private string Measure(string one) =>
        one.Contains('|', StringComparison.Ordinal) ? $"measure = {Value(one)}"
        : one.Contains("://", StringComparison.Ordinal) ? $"substr(measure, 1, instr(measure, '|') - 1) = {Value(one)}"
        : $"substr(measure, 1, instr(measure, '|') - 1) LIKE '%/' || {Value(one.StartsWith("Measure/", StringComparison.Ordinal) ? one : "Measure/" + one)}";

    private static string Reference(string type, string one)
    {
        var id = one[(one.LastIndexOf('/') + 1)..];
        return one == id || one.EndsWith($"{type}/{id}", StringComparison.Ordinal) ? $"{type}/{id}" : one;
    }

    private string Date(string name, string one, string start, string end)
    {
        if (DateFilter.Parse(one) is { } date)
        {
            return date.Sql(start, end, Value(date.From), Value(date.Until));
        }

        _mistakes.Add($"{name}: a FHIR date was expected, such as ge2026-04-01.");
        return "0";
    }

    private bool Number(string name, string value, Action<int> set)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            set(number);
        }
        else
        {
            _mistakes.Add($"{name}: a whole number was expected.");
        }

        return true;
    }

    private string Value(string value)
    {
        var name = $"v{Values.ParameterNames.Count()}";
        Values.Add(name, value);
        return "@" + name;
    }
}
