using System.Globalization;
using QofFhir.Fhir.Reading.Reports;

namespace QofFhir.Fhir.Reading.Cds;

/// <summary>Reads the feedback of CDS Hooks 2.0 and tells all that is wrong with it at once. No fault repeats what was sent.</summary>
public static class FeedbackReader
{
    private const int Most = 1000;
    private const int LongestWord = 500;
    private const int LongestComment = 10_000;

    /// <summary>How far a client's clock may be ahead.</summary>
    private static readonly TimeSpan Drift = TimeSpan.FromDays(1);

    private static readonly ReportFault Unreadable = new(
        "structure", null, "This is no feedback of CDS Hooks: one JSON object in UTF-8, at most 64 deep, no name twice in an object, nothing after it.");

    /// <param name="now">No feedback may be of later, but for a day by which clocks may differ.</param>
    public static FeedbackReading Read(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        using var sent = SubmittedJson.Read(body);
        if (sent is null)
        {
            return new FeedbackReading([], [Unreadable]);
        }

        var root = new Element(sent.Root.Json, new Spot(null, ""), new FaultList());
        var entries = root.Objects("feedback", required: true);
        if (entries.Count > Most)
        {
            return new FeedbackReading([], [new("too-costly", "feedback", $"There are more than {Most} entries.")]);
        }

        var read = entries.Select(e => One(e, now + Drift)).ToList();
        return root.Faults.Any ? new FeedbackReading([], root.Faults.All) : new FeedbackReading([.. read.OfType<Feedback>()], []);
    }

    private static Feedback? One(Element entry, DateTimeOffset latest)
    {
        var card = Uuid(entry, "card");
        FeedbackOutcome? outcome = entry.Text("outcome", required: true) switch
        {
            "accepted" => FeedbackOutcome.Accepted,
            "overridden" => FeedbackOutcome.Overridden,
            _ => null,
        };
        if (outcome is null && entry.Has("outcome"))
        {
            entry.Fault("value", "outcome", "accepted or overridden was expected.");
        }

        var suggestions = entry.ObjectsIfAny("acceptedSuggestions").Select(s => Uuid(s, "id")).ToList();
        if (outcome == FeedbackOutcome.Accepted && suggestions.Count == 0)
        {
            entry.Fault("required", "acceptedSuggestions", "An accepted card names the suggestions that were taken.");
        }

        var reason = outcome == FeedbackOutcome.Overridden && entry.Optional("overrideReason") && entry.Object("overrideReason") is { } given ? Reason(given) : null;
        var at = Moment(entry, latest);
        return card is { } uuid && outcome is { } came && at is { } when
            ? new Feedback(uuid, came, came == FeedbackOutcome.Accepted ? [.. suggestions.OfType<Guid>()] : [], reason, when)
            : null;
    }

    private static OverrideReason Reason(Element given)
    {
        var coding = given.Optional("reason") ? given.Object("reason") : null;
        return new OverrideReason(
            coding is { } a ? Words(a, "system", LongestWord) : null,
            coding is { } b ? Words(b, "code", LongestWord, required: true) : null,
            coding is { } c ? Words(c, "display", LongestWord) : null,
            Words(given, "userComment", LongestComment));
    }

    private static string? Words(Element element, string name, int longest, bool required = false)
    {
        var words = required || element.Optional(name) ? element.Text(name, required) : null;
        if (words?.Length > longest)
        {
            element.Fault("too-long", name, $"At most {longest} signs are kept.");
        }

        return words;
    }

    private static Guid? Uuid(Element element, string name)
    {
        if (element.Text(name, required: true) is not { } text)
        {
            return null;
        }

        if (Guid.TryParseExact(text, "D", out var uuid))
        {
            return uuid;
        }

        element.Fault("value", name, "A UUID was expected.");
        return null;
    }

    private static DateTimeOffset? Moment(Element entry, DateTimeOffset latest)
    {
        if (entry.Text("outcomeTimestamp", required: true) is not { } text)
        {
            return null;
        }

        // Digits before the T and an offset at the end: what else the library takes for a moment is none of RFC 3339.
        var fits = text.Length >= 20 && text[10] is 'T' or 't' && (text[^1] is 'Z' or 'z' || text[^6] is '+' or '-')
            && Elements.FhirDate.Parse(text.AsSpan(0, 10)) is not null;
        if (!fits || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            entry.Fault("value", "outcomeTimestamp", "A moment with its offset was expected, such as 2026-12-01T12:00:00Z.");
            return null;
        }

        if (moment > latest)
        {
            entry.Fault("value", "outcomeTimestamp", "It lies in the future.");
        }

        return moment.ToUniversalTime();
    }
}
