using System.Buffers;
using System.Text;
using System.Text.Json;
using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;
using QofFhir.Fhir.Writing;

namespace QofFhir.Fhir.Publishing;

/// <summary>Writes CQL, and ELM where there is some, as a Library of type logic-library.</summary>
internal static class LogicLibraryWriter
{
    public static void Write(IBufferWriter<byte> output, PublishedFramework publication, LogicLibrary library)
    {
        var (framework, indicator, rule) = publication.Decided(library);
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "Library");
        json.WriteString("id", library.Id);
        if (rule is not null)
        {
            json.WriteStartArray("extension");
            json.CodeExtension(Canonicals.Certainty, CodeNames.Of(LeastCertain(framework, rule)));
            json.WriteEndArray();
        }

        json.WriteString("url", library.Url);
        Identifier(json, indicator);
        json.WriteString("version", library.Version);
        json.WriteString("name", library.Name);
        json.WriteString("title", indicator is null ? "How records are read" : $"{indicator.Id}: {rule!.Title}");
        json.WriteString("status", "active");
        json.WriteBoolean("experimental", framework.SampleCodes);
        json.LibraryType("logic-library");
        json.AboutPatients();
        json.WriteString("publisher", "QofFhir");
        json.WriteString("description", indicator is null
            ? "How a record in FHIR R4 becomes dated events: what the libraries of all indicators include."
            : $"The rules of {indicator.Id} as CQL, one definition a field, register and row.");
        Artefacts(json, publication, library, rule);
        Parameters(json, library, indicator, rule);
        if (rule is not null)
        {
            json.Requirements(DataRequirement.Of(framework.Plan, [rule]), name => Canonicals.ValueSet + name);
        }

        Content(json, library);
        json.WriteEndObject();
    }

    private static void Identifier(Utf8JsonWriter json, FrameworkIndicator? indicator)
    {
        if (indicator is not null)
        {
            json.WriteStartArray("identifier");
            json.Identifier(Canonicals.IndicatorId, indicator.Id);
            json.WriteEndArray();
        }
    }

    private static Certainty LeastCertain(Framework framework, IndicatorRule rule) => Sources(framework, rule).Max(s => s.Certainty);

    /// <summary>Of the indicator, its rows, and the rows of every register that it leans on.</summary>
    private static IEnumerable<RuleSource> Sources(Framework framework, IndicatorRule rule) =>
    [
        rule.Source,
        .. rule is IndicatorRule.Fraction fraction ? fraction.Rows.Select(r => r.Source) : [],
        .. Reach.RegistersOf(framework.Plan, rule).SelectMany(r => r.Rows.Select(row => row.Source).Prepend(r.Source)),
    ];

    private static void Artefacts(Utf8JsonWriter json, PublishedFramework publication, LogicLibrary library, IndicatorRule? rule)
    {
        var dependencies = publication.DependenciesOf(library).ToList();
        var documents = rule is null ? [] : Sources(publication.Framework, rule).Select(s => s.Document).Distinct().ToList();
        if (dependencies.Count + documents.Count == 0)
        {
            return;
        }

        json.WriteStartArray("relatedArtifact");
        documents.ForEach(document => json.Document("derived-from", document));
        // Without versions: engines compare these texts with the URLs of what they were given. The asset collection pins versions.
        dependencies.ForEach(dependency => json.Related("depends-on", dependency.Url));
        json.WriteEndArray();
    }

    private static void Parameters(Utf8JsonWriter json, LogicLibrary library, FrameworkIndicator? indicator, IndicatorRule? rule)
    {
        if (library.Parameters.Count == 0 && indicator is null)
        {
            return;
        }

        json.WriteStartArray("parameter");
        foreach (var parameter in library.Parameters)
        {
            json.Input(parameter);
        }

        if (indicator is not null)
        {
            foreach (var population in Population.Of(indicator.Kind))
            {
                json.Output(population.Criteria, 1, "boolean");
            }

            if (MeasureWriter.HasLabels(rule))
            {
                json.Output(MeasureWriter.OutcomeLabel, 0, "string");
            }
        }

        json.WriteEndArray();
    }

    private static void Content(Utf8JsonWriter json, LogicLibrary library)
    {
        json.WriteStartArray("content");
        Attachment("text/cql", Encoding.UTF8.GetBytes(library.Cql));
        if (library.Elm is { } elm)
        {
            Attachment("application/elm+json", elm().Span);
        }

        json.WriteEndArray();

        void Attachment(string type, ReadOnlySpan<byte> data)
        {
            json.WriteStartObject();
            json.WriteString("contentType", type);
            json.WriteBase64String("data", data);
            json.WriteEndObject();
        }
    }
}
