using QofFhir.Core.Achievement;
using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Reading.Reports;

internal static class ReportHeadReader
{
    private static readonly DeqmCanonicals[] Realms = [DeqmCanonicals.Of(DeqmRealm.Universal100), DeqmCanonicals.Of(DeqmRealm.Us500)];
    private const int LongestVersion = 40;

    /// <param name="latest">Nothing was computed after it.</param>
    public static ReportHeading Read(Element report, Func<string, KnownMeasure?> known, DateTimeOffset latest)
    {
        var (measure, version) = Measure(report, known);
        var realm = Realm(report, out var tagged);
        measure = Period(report, measure);
        report.Text("type", required: true);
        var byGroup = Scoring(report, realm, measure);
        return new ReportHeading(
            measure, version, Practice(report), Computed(report, latest), Status(report), realm is null || realm == Realms[0], tagged, realm?.MeasureScoring, byGroup);
    }

    private static (KnownMeasure?, string?) Measure(Element report, Func<string, KnownMeasure?> known)
    {
        if (report.Text("measure", required: true) is not { } canonical)
        {
            return (null, null);
        }

        var parts = canonical.Split('|');
        if (parts is not [_, { Length: > 0 and <= LongestVersion } version] || version.AsSpan().ContainsAnyExcept(Versions))
        {
            report.Fault("invariant", "measure", "A canonical URL with a version was expected: URL, bar, version (deqm-0).");
            version = null!;
        }

        var measure = known(parts[0]);
        if (measure is null)
        {
            report.Fault("not-found", "measure", "This measure is not known here: it is of no framework that is collected.");
        }

        return (measure, version);
    }

    private static readonly System.Buffers.SearchValues<char> Versions = System.Buffers.SearchValues.Create(
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-_");

    private static DeqmCanonicals? Realm(Element report, out bool tagged)
    {
        tagged = false;
        if (report.Object("meta", required: true) is not { } meta)
        {
            return null;
        }

        var tags = meta.Has("tag") ? meta.Objects("tag").Where(t => t.Text("system") == SampleTag.System).Select(t => t.Text("code")).ToArray() : [];
        tagged = tags.Contains(SampleTag.Code);
        if (tags.Contains(RoundedTag.Code))
        {
            meta.Fault("business-rule", "tag", "The counts are rounded for the public: exact ones were expected.");
        }

        var claimed = meta.Texts("profile").Select(p => p.Split('|')[0]).ToHashSet(StringComparer.Ordinal);
        var realm = Array.Find(Realms, r => claimed.Contains(r.Summary));
        if (realm is null)
        {
            meta.Fault("required", "profile", "The profile of DEQM's summary MeasureReport was expected, of the universal or the US realm.");
        }

        return realm;
    }

    /// <returns>The measure in the year of the report.</returns>
    private static KnownMeasure? Period(Element report, KnownMeasure? measure)
    {
        if (report.Object("period", required: true) is not { } period)
        {
            return measure;
        }

        var (start, end) = (period.Day("start", required: true), period.Day("end", required: true));
        if (measure is { AnyYear: true } && start is { Month: 4, Day: 1 } year)
        {
            measure = measure with { Start = year };
        }

        if (start is { } first && end is { } last && measure is not null && (first, last) != (measure.Start, measure.End))
        {
            period.Fault("business-rule", null, "The period is not the service year of the measure's framework, 1 April to 31 March.");
        }

        return measure;
    }

    /// <summary>The ODS code, from the identifier or else from the reference.</summary>
    private static string? Practice(Element report)
    {
        if (report.Object("reporter", required: true) is not { } reporter)
        {
            return null;
        }

        var reference = reporter.Text("reference") is { } text ? Elements.Reference.Key(text) : null;
        if (reference is not null && Elements.Reference.TypeOf(reference) is not (['O', ..] and "Organization") && !reference.StartsWith("urn:", StringComparison.Ordinal))
        {
            reporter.Fault("value", "reference", "An Organization was expected.");
            return null;
        }

        var ods = reporter.Object("identifier") is { } identifier && identifier.Text("system") == Canonicals.OdsOrganization ? identifier.Text("value", required: true)
            : reference is not null && Elements.Reference.TypeOf(reference) is "Organization" ? reference["Organization/".Length..]
            : null;
        ods = ods?.ToUpperInvariant();
        if (ods is null or "UNKNOWN" || ods.Length is < 3 or > 10 || !ods.All(char.IsAsciiLetterOrDigit))
        {
            reporter.Fault("value", null, "The practice's ODS code was expected: as the identifier of system ods-organization-code, or as the id of the Organization.");
            return null;
        }

        return ods;
    }

    private static DateTimeOffset? Computed(Element report, DateTimeOffset latest)
    {
        if (report.Moment("date", required: true) is not { } computed)
        {
            return null;
        }

        if (computed > latest)
        {
            report.Fault("value", "date", "It lies in the future.");
        }

        return computed;
    }

    private static bool? Status(Element report)
    {
        var status = report.Text("status", required: true);
        if (status is not (null or "complete" or "error"))
        {
            report.Fault("value", "status", "complete or error was expected: reports that are still being calculated are not collected.");
        }

        return status switch { "complete" => true, "error" => false, _ => null };
    }

    /// <returns>True when the group says how it is scored, and not the report.</returns>
    private static bool Scoring(Element report, DeqmCanonicals? realm, KnownMeasure? measure)
    {
        if (realm is null || measure is null)
        {
            return false;
        }

        var scorings = report.Extensions(realm.MeasureScoring);
        if (scorings.Count > 1)
        {
            scorings[1].Fault("invariant", null, "The scoring stands here once (deqm-3).");
        }

        if (scorings.Count == 0)
        {
            return true;
        }

        IsScoring(scorings[0], measure.Kind);
        var notation = report.Object("improvementNotation")?.Code(Canonicals.ImprovementNotation);
        if (measure.Kind == IndicatorKind.Fraction && notation != "increase")
        {
            report.Fault("invariant", "improvementNotation", "increase was expected (deqm-2).");
        }

        return false;
    }

    internal static void IsScoring(Element extension, IndicatorKind kind)
    {
        if (extension.Object("valueCodeableConcept", required: true) is { } concept && concept.Code(Canonicals.Scoring) != CodeNames.Scoring(kind))
        {
            concept.Fault("code-invalid", null, "The scoring is not that of the measure.");
        }
    }
}
