using System.Buffers;
using System.Text.Json;
using QofFhir.Core.Improvement;

namespace QofFhir.Fhir.Writing.Improvement;

/// <summary>Writes a practice's plan as a FHIR R4 Bundle: CarePlan, Goals, QuestionnaireResponse, a Composition a meeting, the MeasureReports of its measures and of its completion. Texts that are not shared, and names of people, stay out of it.</summary>
/// <remarks>It is not for use by several threads at once: it reuses its buffer.</remarks>
public sealed class ImprovementBundleWriter(MeasureReportSettings settings)
{
    private readonly ArrayBufferWriter<byte> _report = new();
    private readonly MeasureReportWriter _reports = new(settings);

    /// <summary>Writes one JSON object without a newline; equal arguments give equal bytes.</summary>
    /// <exception cref="ArgumentException">The plan has a problem, or one of the reports is no summary MeasureReport: it could tell of a patient.</exception>
    public void Write(IBufferWriter<byte> output, ImprovementRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Review.Problems.Count > 0)
        {
            throw new ArgumentException($"The plan has a problem: {record.Review.Problems[0]}", nameof(record));
        }

        var sample = settings.SampleData || (record.Module.Measures?.SampleCodes ?? false);
        var measured = record.Reports.Select(SummaryId).ToArray();
        var completion = ModuleCompletion.Of(record.Module, record.Plan, record.Review, record.On);
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("id", record.Part("bundle"));
        ReportHead.Meta(json, null, sample);
        json.WriteStartObject("identifier");
        json.WriteString("system", Canonicals.Ours + "Id/improvement-plan");
        json.WriteString("value", $"{record.Plan.Practice}-{record.Plan.Module}-{record.Plan.YearStart:yyyy}");
        json.WriteEndObject();
        json.WriteString("type", "collection");
        json.WriteString("timestamp", FhirJson.Moment(record.ComputedAt));
        json.WriteStartArray("entry");
        var server = record.Server.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/";
        Entry($"CarePlan/{record.Part("care-plan")}", () => CarePlanParts.Plan(json, record, [.. measured], sample));
        foreach (var objective in record.Plan.Objectives)
        {
            Entry($"Goal/{record.Part("goal:" + objective.Id)}", () => CarePlanParts.Goal(json, record, objective, sample));
        }

        if (record.Plan.Answers.Count > 0)
        {
            Entry($"QuestionnaireResponse/{record.Part("template")}", () => TemplateResponse.Write(json, record, sample));
        }

        foreach (var meeting in record.Plan.Meetings)
        {
            Entry($"Composition/{record.Part("meeting:" + meeting.Id)}", () => MeetingComposition.Write(json, record, meeting, sample));
        }

        foreach (var (id, report) in measured.Zip(record.Reports))
        {
            Entry("MeasureReport/" + id, () => json.WriteRawValue(report.Span));
        }

        foreach (var result in completion.Indicators)
        {
            _report.ResetWrittenCount();
            _reports.WriteSummary(_report, completion, result, record.ComputedAt);
            Entry("MeasureReport/" + ReportIdentity.Summary(completion, result.Indicator).Id, () => json.WriteRawValue(_report.WrittenSpan, skipInputValidation: true));
        }

        Entry(record.Group, () => CarePlanParts.Group(json, record, sample));
        Entry(record.Practice, () => CarePlanParts.Organization(json, record, sample));
        json.WriteEndArray();
        json.WriteEndObject();

        void Entry(string name, Action resource)
        {
            json.WriteStartObject();
            json.WriteString("fullUrl", server + name);
            json.WritePropertyName("resource");
            resource();
            json.WriteEndObject();
        }
    }

    private static string SummaryId(ReadOnlyMemory<byte> report)
    {
        using var document = JsonDocument.Parse(report);
        var root = document.RootElement;
        return Text("resourceType") == "MeasureReport" && Text("type") == "summary" && !root.TryGetProperty("subject", out _) && Text("id") is { } id
            ? id
            : throw new ArgumentException("A summary MeasureReport was expected.", nameof(report));

        string? Text(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
