using System.Globalization;
using System.Text.RegularExpressions;
using QofFhir.Core.Achievement;
using QofFhir.Extraction.Bulk;
using QofFhir.Fhir.Writing.Gaps;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;

namespace QofFhir.Service.CareGaps;

/// <summary>Turns the parameters of <c>$care-gaps</c> into a question, or tells all that is wrong with them at once.</summary>
internal sealed partial class GapsParameters
{
    /// <summary>The first is the name in the universal realm, the others stand for the same in the US one and in base R4.</summary>
    private static readonly string[] Providers = ["provider", "organization", "reporter"];

    private static readonly string[] Known =
        ["periodStart", "periodEnd", "subject", "status", .. GapsMeasures.Parameters, .. Providers, "isDocument", "_format"];

    /// <summary>Of DEQM, and not offered here.</summary>
    private static readonly string[] Refused =
    [
        "subjectGroup", "practitioner", "location", "providerResource", "reporterResource", "organizationResource", "measureResource", "parameters", "manifest",
    ];

    private readonly ILookup<string, string> _given;
    private readonly PracticeList _practices;

    private GapsParameters(IEnumerable<KeyValuePair<string, string>> given, PracticeList practices) =>
        (_given, _practices) = (given.ToLookup(p => p.Key, p => p.Value, StringComparer.Ordinal), practices);

    /// <summary>Everything that is wrong; empty: the question stands.</summary>
    public List<Issue> Issues { get; } = [];

    public GapsQuestion? Question { get; private set; }

    /// <summary>Mistakes before what is not offered, and that before what is not here.</summary>
    public int Status => Issues.Exists(i => i.Code is "value" or "required" or "invalid") ? StatusCodes.Status400BadRequest
        : Issues.Exists(i => i.Code == "not-supported") ? StatusCodes.Status422UnprocessableEntity
        : StatusCodes.Status404NotFound;

    public static GapsParameters Read(IEnumerable<KeyValuePair<string, string>> given, Framework framework, PracticeList practices)
    {
        var read = new GapsParameters(given, practices);
        read.Names();
        read.Period(framework);
        var statuses = read.Statuses();
        var indicators = GapsMeasures.Read(read._given, framework, read.Tell);
        var isDocument = read.IsDocument();
        if (read.Whose() is var (practice, patient) && read.Issues.Count == 0)
        {
            read.Question = new GapsQuestion(practice, patient, [.. indicators.Select(i => i.Id)], statuses, isDocument);
        }

        return read;
    }

    private void Tell(string code, string text) => Issues.Add(new Issue("error", code, text));

    private void Names()
    {
        foreach (var name in _given.Select(g => g.Key).Where(n => !Known.Contains(n)))
        {
            if (Refused.Contains(name))
            {
                Tell("not-supported", $"{name} is not supported here.");
            }
            else
            {
                Tell("invalid", $"{(Name().IsMatch(name) ? name : "A name")} is no parameter of $care-gaps here; there are {string.Join(", ", Known)}.");
            }
        }

        foreach (var name in new[] { "periodStart", "periodEnd", "subject", "isDocument" }.Where(n => _given[n].Count() > 1))
        {
            Tell("invalid", $"{name}: one was expected.");
        }
    }

    /// <summary>The windows of the rules are those of the service year: gaps through any other period would be of other measures.</summary>
    private void Period(Framework framework)
    {
        var (start, end) = (framework.YearStart, framework.YearStart.AddYears(1).AddDays(-1));
        Must("periodStart", start, last: false);
        Must("periodEnd", end, last: true);

        void Must(string name, DateOnly day, bool last)
        {
            var text = _given[name].FirstOrDefault() ?? "";
            if (Day(text, last) != day)
            {
                Tell(
                    text.Length == 0 ? "required" : "value",
                    $"{name}: {day:yyyy-MM-dd} was expected; gaps are worked out for the service year of {framework.Id}, {start:yyyy-MM-dd} to {end:yyyy-MM-dd}, both days inside.");
            }
        }
    }

    /// <summary>A month stands for its first day or its last, as a FHIR period has it.</summary>
    private static DateOnly? Day(string text, bool last) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? (last ? month.AddMonths(1).AddDays(-1) : month)
        : null;

    private List<GapStatus> Statuses()
    {
        var statuses = new List<GapStatus>();
        foreach (var code in _given["status"])
        {
            if (GapStatusCodes.Parse(code) is { } status)
            {
                statuses.Add(status);
            }
            else
            {
                Tell("value", $"status: one of {string.Join(", ", GapStatusCodes.Codes)} was expected; for several, several parameters.");
            }
        }

        if (!_given.Contains("status"))
        {
            Tell("required", $"status: at least one of {string.Join(", ", GapStatusCodes.Codes)} was expected.");
        }

        return statuses;
    }

    private bool IsDocument()
    {
        var text = _given["isDocument"].FirstOrDefault();
        if (text is not (null or "true" or "false"))
        {
            Tell("value", "isDocument: true or false was expected.");
        }

        return text != "false";
    }

    /// <summary>The practice, and of it one patient or, with null, its list.</summary>
    private (string Practice, string? Patient)? Whose()
    {
        var subject = _given["subject"].FirstOrDefault();
        var named = subject is null ? null : Subject().Match(subject);
        if (named is { Success: false })
        {
            Tell("value", "subject: Patient/ID or Group/ID was expected.");
            return null;
        }

        var provider = Provider();
        var candidates = provider is { } ods ? _practices.All.Where(p => p.Ods.Equals(ods, StringComparison.OrdinalIgnoreCase)) : _practices.All;
        if (named?.Groups["server"].Value is { Length: > 0 } server)
        {
            candidates = candidates.Intersect(_practices.At(server));
        }

        var group = named?.Groups["type"].Value == "Group";
        Practice[] practices = [.. group ? candidates.Where(p => IsList(p, named!.Groups["id"].Value)) : candidates];
        switch (practices)
        {
            case [var practice]:
                return (practice.Ods, named is null || group ? null : named.Groups["id"].Value);
            case []:
                Tell("not-found", group ? "There is no Group of this id here; a practice's list is Group/ODS-registered." : "There is no practice of this code or address here.");
                return null;
            default:
                Tell("required", "provider: which practice was expected, such as Organization/A81001; this service has several.");
                return null;
        }
    }

    private string? Provider()
    {
        string[] given = [.. Providers.SelectMany(p => _given[p]).Distinct(StringComparer.Ordinal)];
        if (given.Length > 1)
        {
            Tell("invalid", "provider: one practice was expected.");
        }

        if (given.Length == 0)
        {
            return null;
        }

        var match = Organization().Match(given[0]);
        if (!match.Success)
        {
            Tell("value", "provider: a practice was expected, such as Organization/A81001.");
        }

        return match.Groups["ods"].Value;
    }

    /// <summary>The list under the name that subject lists give it, or as the practice's system has it.</summary>
    private static bool IsList(Practice practice, string group) =>
        group.Equals(practice.Ods + "-registered", StringComparison.OrdinalIgnoreCase) || (practice.Level is BulkLevel.Group own && own.Id == group);

    [GeneratedRegex(@"^(?:(?<server>https?://\S+)/)?(?<type>Patient|Group)/(?<id>[A-Za-z0-9\-.]{1,64})$")]
    private static partial Regex Subject();

    [GeneratedRegex(@"^(?:https?://\S+/)?Organization/(?<ods>[A-Za-z0-9]{1,20})$")]
    private static partial Regex Organization();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_\-]{0,63}$")]
    private static partial Regex Name();
}
