using System.Text.Json;
using QofFhir.Core.Achievement;

namespace QofFhir.Fhir.Writing;

/// <summary>The one group of a MeasureReport: populations and score.</summary>
internal static class ReportGroup
{
    /// <summary>Id and linkId of the group, in the Measure and in every report.</summary>
    public const string Id = "g1";

    /// <param name="remark">Writes a further extension of the group.</param>
    public static void Open(Utf8JsonWriter json, Report report, Action<Utf8JsonWriter>? remark = null)
    {
        var indicator = report.Result.Indicator;
        json.WriteStartArray("group");
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteStartArray("extension");
        json.StringExtension(Canonicals.ReportLink + ".linkId", Id);
        remark?.Invoke(json);
        json.WriteEndArray();
        json.Concept("code", Canonicals.Indicator, indicator.Id, indicator.Title);
    }

    public static void Close(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <param name="count">Null when the indicator was not evaluated.</param>
    public static void Populations(Utf8JsonWriter json, Report report, Func<Population, int>? count)
    {
        json.WriteStartArray("population");
        foreach (var population in report.Populations)
        {
            json.WriteStartObject();
            json.WriteString("id", population.Code);
            json.WriteStartArray("extension");
            json.StringExtension(Canonicals.ReportLink + ".population.linkId", population.Code);
            if (count is null)
            {
                Uncounted(json);
            }

            json.WriteEndArray();
            json.Concept("code", Canonicals.Population, population.Code);
            if (count is not null)
            {
                json.WriteNumber("count", count(population));
            }

            if (report.Type == ReportType.SubjectList)
            {
                json.Reference("subjectResults", "#" + SubjectLists.ContainedId(population));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Share of the net denominator to four places, rounded half up. A net denominator of 0 has no share: nothing is written, never 0.</summary>
    public static void Score(Utf8JsonWriter json, int numerator, int netDenominator)
    {
        if (netDenominator == 0)
        {
            return;
        }

        json.WriteStartObject("measureScore");
        var score = Math.Round((decimal)numerator / netDenominator, 4, MidpointRounding.AwayFromZero);
        json.WriteNumber("value", FhirJson.Plain(score));
        json.WriteEndObject();
    }

    // A report without counts still names every population: DEQM wants each one reported (deqm-5), with a count or a
    // countQuantity (deqm-8). A countQuantity that holds nothing but the reason for its absence is the one shape that
    // keeps both and states no number; leaving the populations out would break the profile, a 0 would be a lie.
    private static void Uncounted(Utf8JsonWriter json)
    {
        json.StartExtension(Canonicals.CountQuantity);
        json.WriteStartObject("valueQuantity");
        json.WriteStartArray("extension");
        json.CodeExtension(Canonicals.DataAbsentReason, "not-performed");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
