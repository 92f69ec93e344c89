using System.Text.Json;
using QofFhir.Core.Achievement;

namespace QofFhir.Fhir.Writing;

/// <summary>The stratifiers of a report: how often each label of the rule table decided, then the strata that were asked for.</summary>
internal static class ReportStrata
{
    /// <summary>Id, linkId and code of the stratifier by label, in the Measure and in every summary.</summary>
    public const string OutcomeLabel = "outcome-label";

    public const string OutcomeLabelTitle = "Outcome label";

    public static void Write(Utf8JsonWriter json, Report report)
    {
        var counts = report.Result.Counts!;
        var labelled = counts.ExclusionsByLabel.Count + counts.AdjustmentsByLabel.Count > 0;
        if (!labelled && report.Result.Strata.Count == 0)
        {
            return;
        }

        json.WriteStartArray("stratifier");
        if (labelled)
        {
            Labels(json, report, counts);
        }

        foreach (var stratum in report.Result.Strata)
        {
            Groups(json, report, stratum);
        }

        json.WriteEndArray();
    }

    /// <summary>One stratum for each label of the rule table, zero counts too: together they are the CQRS fields of the indicator.</summary>
    private static void Labels(Utf8JsonWriter json, Report report, IndicatorCounts counts)
    {
        Open(json, OutcomeLabel, OutcomeLabelTitle);
        foreach (var label in counts.ExclusionsByLabel)
        {
            Label(json, report, label, new(label.Count, [label], [], 0, 0), "Exclusion");
        }

        foreach (var label in counts.AdjustmentsByLabel)
        {
            var reason = label.Reason is { } r ? ": " + CodeNames.Of(r) : "";
            Label(json, report, label, new(label.Count, [], [label], 0, 0), "Personalised care adjustment" + reason);
        }

        Close(json);
    }

    private static void Label(Utf8JsonWriter json, Report report, LabelCount label, IndicatorCounts counts, string meaning)
    {
        json.WriteStartObject();
        json.Concept("value", Canonicals.OutcomeLabel, label.Label, text: meaning);
        Populations(json, report, counts);
        json.WriteEndObject();
    }

    private static void Groups(Utf8JsonWriter json, Report report, StratumCounts stratum)
    {
        Open(json, stratum.Stratum.Name, stratum.Stratum.Title);
        foreach (var (group, counts) in stratum.Groups)
        {
            json.WriteStartObject();
            json.Concept("value", Canonicals.Stratum + stratum.Stratum.Name, CodeNames.OfGroup(group), group);
            Populations(json, report, counts);
            if (report.Result.Indicator.Kind == IndicatorKind.Fraction)
            {
                ReportGroup.Score(json, counts.Numerator, counts.Denominator);
            }

            json.WriteEndObject();
        }

        Close(json);
    }

    private static void Open(Utf8JsonWriter json, string id, string title)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.LinkId(Canonicals.ReportLink + ".stratifier.linkId", id);
        json.WriteStartArray("code");
        json.ConceptValue(Canonicals.Stratifier, id, title);
        json.WriteEndArray();
        json.WriteStartArray("stratum");
    }

    private static void Close(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Populations(Utf8JsonWriter json, Report report, IndicatorCounts counts)
    {
        json.WriteStartArray("population");
        foreach (var population in report.Populations)
        {
            json.WriteStartObject();
            json.WriteString("id", population.Code);
            json.LinkId(Canonicals.ReportLink + ".stratifier.stratum.population.linkId", population.Code);
            json.Concept("code", Canonicals.Population, population.Code);
            json.WriteNumber("count", population.Count(counts));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
