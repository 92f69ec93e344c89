using System.Text.Json;

namespace QofFhir.Fhir.Writing;

/// <summary>The resources behind an individual report: each once, naming every population that it was read for.</summary>
internal static class EvaluatedResources
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<IndividualEvidence> evidence)
    {
        var populations = new OrderedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (population, references) in evidence)
        {
            foreach (var reference in references)
            {
                if (!populations.TryGetValue(reference, out var of))
                {
                    populations.Add(reference, of = []);
                }

                if (!of.Contains(population))
                {
                    of.Add(population);
                }
            }
        }

        if (populations.Count == 0)
        {
            return;
        }

        json.WriteStartArray("evaluatedResource");
        foreach (var (reference, of) in populations)
        {
            json.WriteStartObject();
            json.WriteStartArray("extension");
            foreach (var population in of)
            {
                json.StringExtension(Canonicals.CriteriaReference, population);
            }

            json.WriteEndArray();
            json.WriteString("reference", reference);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
