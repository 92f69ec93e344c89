using System.Text.Json.Nodes;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Bulk;
using QofFhir.Tests.SampleGp;

namespace QofFhir.Tests.Extraction.Cache;

/// <summary>A running GP system over a few patients of the sample practice, to whom things happen by chance.</summary>
internal sealed class ChangingPractice : IAsyncDisposable
{
    private const int Size = 12;

    private readonly TemporaryFolder _folder;
    private readonly TickingClock _clock;
    private readonly Dictionary<(string Type, string Id), JsonObject> _now;
    private readonly Dictionary<string, List<JsonObject>> _first;
    private readonly Random _chance;
    private int _made;

    private ChangingPractice(TemporaryFolder folder, TickingClock clock, SampleGpServer server, List<JsonObject> all, Random chance)
    {
        (_folder, _clock, Server, _chance) = (folder, clock, server, chance);
        _now = all.ToDictionary(Key);
        _first = all.Where(r => PatientOf(r) is not null).GroupBy(r => PatientOf(r)!).ToDictionary(g => g.Key, g => g.ToList());
    }

    public SampleGpServer Server { get; }

    public TickingClock Clock => _clock;

    public static async Task<ChangingPractice> Start(int seed)
    {
        var all = Directory.GetFiles(SamplePractice.Folder, "*.ndjson").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines).Select(l => (JsonObject)JsonNode.Parse(l)!).ToList();
        var few = all.Where(r => (string?)r["resourceType"] == "Patient").Select(r => (string)r["id"]!).Take(Size).ToHashSet();
        var kept = all.Where(r => PatientOf(r) is not { } p || few.Contains(p)).ToList();
        kept.Add(Drug("med", "318902004"));
        kept.Add(Issue("issue-by-reference", few.First(), "med"));
        var folder = new TemporaryFolder();
        await File.WriteAllLinesAsync(Path.Combine(folder.Path, "all.ndjson"), kept.Select(r => r.ToJsonString()));
        var clock = new TickingClock();
        var server = await SampleGpServer.StartAsync(new SampleGpSettings(folder.Path) { Clock = clock, Bulk = new BulkSettings { Polls = 0, ResourcesPerFile = 20 } });
        var practice = new ChangingPractice(folder, clock, server, kept, new Random(seed));
        foreach (var patient in few.Take(4))
        {
            server.Records.Leave(SampleGpRecords.PracticeGroup, patient);
        }

        clock.GoOn(TimeSpan.FromMinutes(1));
        return practice;
    }

    /// <summary>Something happens.</summary>
    /// <param name="deletions">Whether single records may go; patients go with all that is theirs in any case.</param>
    public void Happen(bool deletions)
    {
        // Now and then nothing passes between a change and what was before: the same instant.
        _clock.GoOn(TimeSpan.FromMilliseconds(_chance.Next(4) switch { 0 => 0, 1 => 1, 2 => _chance.Next(60_000), _ => _chance.Next(7_200_000) }));
        var patient = Pick(_first.Keys);
        switch (_chance.Next(10))
        {
            case 0:
                Server.Records.Join(SampleGpRecords.PracticeGroup, patient);
                break;
            case 1:
                Server.Records.Leave(SampleGpRecords.PracticeGroup, patient);
                break;
            case 2 when deletions || _chance.Next(4) == 0:
                // A patient who was taken off comes back as at first.
                Replace(patient, _now.ContainsKey(("Patient", patient)) ? [] : _first[patient]);
                break;
            case 3 or 4 when deletions:
                Delete(Pick(Clinical()));
                break;
            case 5:
                Put(Drug("med", Pick(["318902004", "111"])));
                Put(Issue($"made-{_made++}", patient, "med"));
                break;
            case 6:
                var copy = (JsonObject)_now[Pick(Clinical())].DeepClone();
                copy["id"] = $"made-{_made++}";
                copy[copy.ContainsKey("patient") ? "patient" : "subject"]!["reference"] = Pick(["", "https://gp.example.org/"]) + "Patient/" + patient;
                Put(copy);
                break;
            case 7 when _now.TryGetValue(("Patient", patient), out var person):
                person["birthDate"] = $"19{_chance.Next(30, 99)}-04-01";
                Put(person);
                break;
            default:
                Put(Corrected((JsonObject)_now[Pick(Clinical())].DeepClone()));
                break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Another code, so that the record may not be asked for any more; or the code that it had at first; or another day.</summary>
    private JsonObject Corrected(JsonObject resource)
    {
        var first = _first.Values.SelectMany(r => r).FirstOrDefault(r => Key(r) == Key(resource));
        if (resource["code"]?["coding"] is JsonArray codings && _chance.Next(2) == 0)
        {
            resource["code"] = first is not null && (string?)codings[0]!["code"] == "111"
                ? first["code"]!.DeepClone()
                : new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://snomed.info/sct", ["code"] = "111" }) };
        }

        foreach (var date in new[] { "effectiveDateTime", "onsetDateTime", "recordedDate", "authoredOn", "performedDateTime" }.Where(resource.ContainsKey))
        {
            resource[date] = $"2026-{_chance.Next(4, 11):00}-{_chance.Next(1, 28):00}";
        }

        return resource;
    }

    private void Replace(string patient, List<JsonObject> records)
    {
        foreach (var key in _now.Where(r => PatientOf(r.Value) == patient).Select(r => r.Key).ToList())
        {
            Delete(key);
        }

        records.ForEach(r => Put((JsonObject)r.DeepClone()));
    }

    private void Put(JsonObject resource)
    {
        _now[Key(resource)] = resource;
        Server.Records.Put(resource.ToJsonString());
    }

    private void Delete((string Type, string Id) key)
    {
        _now.Remove(key);
        Server.Records.Delete(key.Type, key.Id);
    }

    private IEnumerable<(string Type, string Id)> Clinical() => _now.Keys.Where(k => k.Type is not ("Patient" or "Organization" or "Medication"));

    private T Pick<T>(IEnumerable<T> of) => of.ToArray() is var all ? all[_chance.Next(all.Length)] : default!;

    private static (string Type, string Id) Key(JsonObject resource) => ((string)resource["resourceType"]!, (string)resource["id"]!);

    private static string? PatientOf(JsonObject resource) => (string?)resource["resourceType"] == "Patient"
        ? (string?)resource["id"]
        : ((string?)(resource["subject"] ?? resource["patient"])?["reference"])?.Split('/')[^1];

    private static JsonObject Drug(string id, string code) => (JsonObject)JsonNode.Parse($$"""
        {"resourceType":"Medication","id":"{{id}}","meta":{"lastUpdated":"2026-10-01T00:00:00Z"},"code":{"coding":[{"system":"http://snomed.info/sct","code":"{{code}}"}]} }
        """)!;

    private static JsonObject Issue(string id, string patient, string drug) => (JsonObject)JsonNode.Parse($$"""
        {"resourceType":"MedicationRequest","id":"{{id}}","meta":{"lastUpdated":"2026-10-01T00:00:00Z"},"status":"completed","intent":"order","subject":{"reference":"Patient/{{patient}}"},
         "medicationReference":{"reference":"Medication/{{drug}}"},"authoredOn":"2026-10-01"}
        """)!;
}
