using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Definitions.Publishing;
using QofFhir.Fhir.Reading;
using QofFhir.Fhir.Writing;
using QofFhir.Tests.House;

namespace QofFhir.Tests.Publishing;

/// <summary>The test framework, translated and laid out as it is published, and patients, random ones and three on edges: for all tests that compare engines.</summary>
public sealed class Publication : IDisposable
{
    private const string Url = "https://qoffhir.example.org/fhir/";
    private static readonly NodeProject Translator = new("tools", "cql");
    private static readonly NodeProject Harness = new("tests", "agreement");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("qoffhir-agreement-");
    private readonly ServiceDates _dates = ServiceDates.Year(new DateOnly(2027, 1, 31));

    public Publication()
    {
        Framework = TestFramework.Of("51");
        Publish();
        var onEdges = File.ReadAllText(Path.Combine(Repository.Root, "tests", "QofFhir.Tests", "Publishing", "edges.ndjson"));
        Write("patients.ndjson", onEdges + new RandomPatients(Framework.Plan, _dates, seed: 7, count: 600).Ndjson);
    }

    internal Framework Framework { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Compares what these rules give with what the engine makes of the published ones.</summary>
    internal (int Exit, string Output) Compare(Framework ours, params string[] options)
    {
        var reader = new RecordReader(TestFramework.Codes(ours.Plan));
        using (var patients = File.OpenRead(At("patients.ndjson")))
        {
            reader.Read(patients, "patients.ndjson");
        }

        var records = reader.Finish().Records;
        var result = Qof.Evaluate(ours, records, _dates);
        var lines = result.Indicators.SelectMany(i => i.Outcomes.Select(o =>
            $"{records.Patient(o.Patient).Id},{i.Indicator.Id},{o.Outcome.Name},{o.Outcome.Row?.Name}"));
        Write("outcomes.csv", "patient,indicator,outcome,row\n" + string.Join('\n', lines) + "\n");
        return Harness.Run(
            "agree.mjs", [
                "--published", At("published"), "--outcomes", At("outcomes.csv"), "--patients", At("patients.ndjson"),
                "--achievement-date", _dates.AchievementDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), .. options]);
    }

    private void Publish()
    {
        var libraries = CqlPublication.Of(Framework, [Framework]);
        foreach (var library in libraries)
        {
            Write(Path.Combine("cql", library.Name + ".cql"), library.Text);
        }

        var (exit, output) = Translator.Run("translate.mjs", "--quiet", At("cql"), At("elm"));
        Assert.True(exit == 0, output);
        foreach (var library in libraries)
        {
            Resource("Library", library.Name, library.Version, json =>
            {
                json["relatedArtifact"] = new JsonArray([.. library.Includes.Select(i => new JsonObject { ["type"] = "depends-on", ["resource"] = $"{Url}Library/{i}" })]);
                json["content"] = new JsonArray(new JsonObject
                {
                    ["contentType"] = "application/elm+json",
                    ["data"] = Convert.ToBase64String(File.ReadAllBytes(At("elm", library.Name + ".json"))),
                });
            });
        }

        foreach (var indicator in Framework.Indicators.Where(MeasureWriter.Measures))
        {
            var json = new ArrayBufferWriter<byte>();
            MeasureWriter.Write(json, Framework, indicator);
            var measure = JsonNode.Parse(json.WrittenSpan)!.AsObject();
            measure["library"] = new JsonArray($"{Url}Library/{libraries.Single(l => l.Indicator == indicator.Id).Name}");
            Write(Path.Combine("published", indicator.Id + ".json"), measure.ToJsonString());
        }

        foreach (var cluster in Framework.Plan.Clusters)
        {
            ValueSet(cluster.Name, [.. cluster.Codes.Select(c => c.Split('|')[1])]);
        }

        ValueSet("SYSTOLIC", "SYS");
        ValueSet("DIASTOLIC", "DIA");
    }

    private void ValueSet(string name, params string[] codes) => Resource("ValueSet", name, "1", json =>
        json["expansion"] = new JsonObject
        {
            ["contains"] = new JsonArray([.. codes.Select(c => new JsonObject { ["system"] = "http://snomed.info/sct", ["code"] = c })]),
        });

    private void Resource(string type, string name, string version, Action<JsonObject> fill)
    {
        var json = new JsonObject { ["resourceType"] = type, ["id"] = name, ["url"] = $"{Url}{type}/{name}", ["version"] = version, ["name"] = name, ["status"] = "active" };
        fill(json);
        Write(Path.Combine("published", $"{type}-{name}.json"), json.ToJsonString());
    }

    private string At(params string[] path) => Path.Combine([_folder.FullName, .. path]);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
