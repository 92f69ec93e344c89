using QofFhir.Core.Aggregation;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Reading.Reports;

/// <summary>The stratifiers of a report, all of them optional: how often each label decided, and the counts by groups of patients.</summary>
internal static class ReportStrataReader
{
    private static readonly string[] KnownOfStratifier = ["code", "stratum"];
    private static readonly string[] KnownOfStratum = ["value", "component", "population", "measureScore"];

    public static GroupReading Read(Element group, ReportHeading head, ReportedCounts whole)
    {
        var groups = new List<ReportedGroup>();
        if (!group.Has("stratifier"))
        {
            return new GroupReading(whole, groups);
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stratifier in group.Objects("stratifier"))
        {
            stratifier.Only(KnownOfStratifier);
            var strata = stratifier.Objects("stratum", required: true);
            var id = Id(stratifier, strata, head);
            if (id is null)
            {
                continue;
            }

            if (!ids.Add(id))
            {
                stratifier.Fault("duplicate", null, "This stratifier stands here twice.");
            }
            else if (id == ReportStrata.OutcomeLabel)
            {
                whole = Labels(stratifier, strata, head, whole, groups);
            }
            else if (!head.SameVersion || head.Measure!.Strata.Contains(id))
            {
                Groups(stratifier, strata, head, whole, id, groups);
            }
            else
            {
                stratifier.Fault("code-invalid", null, "The measure has no stratifier of this name.");
            }
        }

        return new GroupReading(whole, groups);
    }

    /// <summary>The stratifier's name in its measure.</summary>
    private static string? Id(Element stratifier, List<Element> strata, ReportHeading head)
    {
        var link = LinkIds.Check(stratifier, "stratifier", null, head.Universal);
        if (!stratifier.Has("code"))
        {
            if (!strata.TrueForAll(s => s.Has("component")))
            {
                stratifier.Fault("invariant", null, "A code, or components in each stratum, was expected (deqm-7).");
            }

            return link;
        }

        var codes = stratifier.Objects("code");
        if (codes.Count > 1 || strata.Exists(s => s.Has("component")))
        {
            stratifier.Fault("invariant", "code", "One code, and then no components, was expected (deqm-7).");
        }

        var code = codes.Count == 0 ? null : codes[0].Code(Canonicals.Stratifier);
        if (link is not null && code is not null && code != link)
        {
            stratifier.Fault("invariant", "code", "The code and the linkId are of two stratifiers.");
        }

        return code ?? link;
    }

    private static ReportedCounts Labels(Element stratifier, List<Element> strata, ReportHeading head, ReportedCounts whole, List<ReportedGroup> groups)
    {
        var (excluded, adjusted) = (0L, 0L);
        var reasons = new SortedDictionary<AdjustmentReason, long>();
        foreach (var (stratum, label, counts) in Each(strata, head, Canonicals.OutcomeLabel))
        {
            var named = head.Measure!.Labels.TryGetValue(label, out var reason);
            if (!named && head.SameVersion)
            {
                stratum.Fault("code-invalid", "value", "The measure has no such label.");
            }

            if (counts.Exclusions > 0 && counts.Adjusted > 0 || (named && (reason is null ? counts.Adjusted : counts.Exclusions) > 0))
            {
                stratum.Fault("invariant", "population", "A label is of exclusions or of exceptions.");
            }

            (excluded, adjusted) = (excluded + counts.Exclusions, adjusted + counts.Adjusted);
            if (counts.Exclusions + counts.Adjusted > 0)
            {
                groups.Add(new ReportedGroup(ReportStrata.OutcomeLabel, label, counts));
            }

            if (counts.Adjusted > 0 && (reason ?? ByText(stratum)) is { } why)
            {
                reasons[why] = reasons.GetValueOrDefault(why) + counts.Adjusted;
            }
        }

        if ((excluded, adjusted) != (whole.Exclusions, whole.Adjusted))
        {
            stratifier.Fault("invariant", null, "The labels do not add up to the exclusions and exceptions of the group.");
        }

        return whole with { Reasons = reasons };
    }

    private static AdjustmentReason? ByText(Element stratum) =>
        stratum.Object("value")?.Text("text") is { } text && text.LastIndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? CodeNames.Reason(text[(colon + 2)..]) : null;

    private static void Groups(Element stratifier, List<Element> strata, ReportHeading head, ReportedCounts whole, string id, List<ReportedGroup> groups)
    {
        var sum = ReportedCounts.None;
        var partition = stratifier.Has("code");
        foreach (var (stratum, code, counts) in Each(strata, head, Canonicals.Stratum + id))
        {
            ReportGroupReader.Score(stratum, counts, head.Measure!.Kind);
            groups.Add(new ReportedGroup(id, code, counts));
            sum = new ReportedCounts(sum.Population + counts.Population, sum.Exclusions + counts.Exclusions, sum.Adjusted + counts.Adjusted, sum.Numerator + counts.Numerator);
        }

        if (partition && (sum.Population, sum.Exclusions, sum.Adjusted, sum.Numerator) != (whole.Population, whole.Exclusions, whole.Adjusted, whole.Numerator))
        {
            stratifier.Fault("invariant", null, "The strata do not add up to the group.");
        }
    }

    /// <summary>The strata that have a value and whole counts.</summary>
    private static List<(Element Stratum, string Code, ReportedCounts Counts)> Each(List<Element> strata, ReportHeading head, string system)
    {
        var found = new List<(Element, string, ReportedCounts)>(strata.Count);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stratum in strata)
        {
            stratum.Only(KnownOfStratum);
            if (stratum.Has("value") == stratum.Has("component"))
            {
                stratum.Fault("invariant", null, "A value or components were expected, one of them (mrp-2).");
            }

            var counts = PopulationReader.Read(stratum, head, PopulationReader.InStratum);
            if (stratum.Object("value") is not { } value)
            {
                continue; // Parted by components of the sender's own: checked, not added up.
            }

            var code = value.Code(system);
            if (code is null or { Length: > 100 })
            {
                value.Fault("code-invalid", null, "A code of the stratifier's own system was expected.");
            }
            else if (!codes.Add(code))
            {
                stratum.Fault("duplicate", "value", "This stratum stands here twice.");
            }
            else if (counts is not null)
            {
                found.Add((stratum, code, counts));
            }
        }

        return found;
    }
}
