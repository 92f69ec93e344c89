using System.Globalization;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.SampleGp.Server.Shelves;

namespace QofFhir.SampleGp.Server.Search;

/// <summary>Understands the parameters of a search, or says of each what is wrong with it.</summary>
internal sealed class SearchReader(string type, CodeNumbers codes, SampleGpSettings settings, SampleGpFaultPlan faults)
{
    private readonly List<Criterion> _criteria = [];
    private readonly List<KeyValuePair<string, string>> _understood = [];
    private readonly List<string> _errors = [];
    private readonly List<string> _unknown = [];
    private int _count = settings.PageSize;

    /// <summary>What cannot be answered at all, one sentence each.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Names that mean nothing here: left out, or refused when the client asked for strict handling.</summary>
    public IReadOnlyList<string> Unknown => _unknown;

    public SearchRequest Read(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        foreach (var parameter in parameters)
        {
            Take(parameter);
        }

        if (faults.SearchByPatientOnly && SearchableTypes.All[type].Any(p => p.Kind == ParameterKind.Patient)
            && !_understood.Exists(p => p.Key is "patient" or "subject"))
        {
            _errors.Add("This type is searched for one patient at a time.");
        }

        return new SearchRequest(type, _criteria, _understood, _count);
    }

    private void Take(KeyValuePair<string, string> parameter)
    {
        var (name, modifier) = parameter.Key.Split(':', 2) is [var n, var m] ? (n, m) : (parameter.Key, null);
        var known = SearchableTypes.All[type].FirstOrDefault(p => p.Name == name);
        if (modifier is not null && !(modifier == "in" && known?.Kind is ParameterKind.Code or ParameterKind.CodeOrComponent or ParameterKind.Reason))
        {
            _errors.Add($"The modifier of '{parameter.Key}' is not supported.");
            return;
        }

        switch (name)
        {
            case "_id":
                Ids(parameter);
                break;
            case "_lastUpdated":
                Dates(parameter, e => e.LastUpdated, whenAbsent: true);
                break;
            case "_count":
                Count(parameter);
                break;
            case "_sort" when parameter.Value == "_id":
                _understood.Add(parameter);
                break;
            default:
                Own(parameter, known, modifier);
                break;
        }
    }

    private void Own(KeyValuePair<string, string> parameter, SearchParameter? known, string? modifier)
    {
        switch (known?.Kind)
        {
            case ParameterKind.Patient:
                Patients(parameter);
                break;
            case ParameterKind.Date:
                Dates(parameter, e => e.On, whenAbsent: false);
                break;
            case { } kind:
                Codes(parameter, modifier, kind);
                break;
            default:
                _unknown.Add(parameter.Key);
                break;
        }
    }

    private void Ids(KeyValuePair<string, string> parameter)
    {
        var ids = QueryText.Alternatives(parameter.Value).ToHashSet(StringComparer.Ordinal);
        Use(parameter, new Criterion(e => ids.Contains(e.Id), s => s.WithIds(ids)));
    }

    private void Patients(KeyValuePair<string, string> parameter)
    {
        var patients = QueryText.Alternatives(parameter.Value).Select(IdOf).ToHashSet(StringComparer.Ordinal);
        Use(parameter, new Criterion(e => e.Patient is not null && patients.Contains(e.Patient), s => s.OfPatients(patients)));

        static string IdOf(string reference) => reference[(reference.LastIndexOf('/') + 1)..];
    }

    private void Codes(KeyValuePair<string, string> parameter, string? modifier, ParameterKind kind)
    {
        if (faults.IgnoreCode)
        {
            if (faults.IgnoreCodeSilently)
            {
                _understood.Add(parameter);
            }

            return;
        }

        if (modifier is not null && (faults.RefuseIn || !settings.ValueSets.ContainsKey(parameter.Value)))
        {
            _errors.Add($"'{parameter.Key}' cannot be answered: the value set is not known here.");
            return;
        }

        var tokens = modifier is null ? QueryText.Alternatives(parameter.Value) : (IEnumerable<string>)settings.ValueSets[parameter.Value];
        var wanted = tokens.SelectMany(codes.Matching).ToHashSet();
        Use(parameter, new Criterion(
            e => (kind != ParameterKind.Reason && Array.Exists(e.Codes, wanted.Contains)) || (kind != ParameterKind.Code && Array.Exists(e.FurtherCodes, wanted.Contains)),
            s => s.WithCodes(wanted, orFurther: kind != ParameterKind.Code)));
    }

    private void Dates(KeyValuePair<string, string> parameter, Func<ShelfEntry, DateSpan?> of, bool whenAbsent)
    {
        var tests = new List<Func<DateSpan, bool>>();
        foreach (var text in QueryText.Alternatives(parameter.Value))
        {
            var prefixed = text.Length > 2 && char.IsAsciiLetter(text[0]);
            var (prefix, date) = prefixed ? (text[..2], text[2..]) : ("eq", text);
            if (DateTest(prefix, DateSpan.Parse(date)) is not { } test)
            {
                _errors.Add($"The value of '{parameter.Key}' is no date, or its prefix is not supported (eq, ge, gt, le, lt).");
                return;
            }

            tests.Add(test);
        }

        // A resource that does not say when it changed may have changed: leaving it out would lose it.
        Use(parameter, new Criterion(e => of(e) is { } span ? tests.Exists(t => t(span)) : whenAbsent));
    }

    private static Func<DateSpan, bool>? DateTest(string prefix, DateSpan? asked) => (prefix, asked) switch
    {
        (_, null) => null,
        ("eq", { } a) => s => s.From >= a.From && s.To <= a.To,
        ("ge", { } a) => s => s.To > a.From,
        ("gt", { } a) => s => s.To > a.To,
        ("le", { } a) => s => s.From < a.To,
        ("lt", { } a) => s => s.From < a.From,
        _ => null,
    };

    private void Count(KeyValuePair<string, string> parameter)
    {
        if (!int.TryParse(parameter.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            _errors.Add("'_count' is no whole number of 0 or more.");
            return;
        }

        _count = Math.Min(count, settings.MostPerPage);
        _understood.Add(parameter);
    }

    private void Use(KeyValuePair<string, string> parameter, Criterion criterion)
    {
        _criteria.Add(criterion);
        _understood.Add(parameter);
    }
}
