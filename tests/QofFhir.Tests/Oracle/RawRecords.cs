using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace QofFhir.Tests.Oracle;

/// <summary>Patients straight from FHIR JSON, read plainly resource by resource, without the product's reader.</summary>
internal sealed class RawRecords(RawCodes codes)
{
    private static readonly string[] Void = ["entered-in-error", "cancelled", "not-done", "refuted"];
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private readonly Dictionary<string, (DateOnly Born, DateOnly? Died)> _patients = [];
    private readonly Dictionary<string, List<(DateOnly From, DateOnly? Until)>> _spells = [];
    private readonly Dictionary<string, List<Entry>> _entries = [];
    private readonly List<JsonElement> _waiting = [];
    private bool _registered;

    /// <summary>Everyone by Patient.id.</summary>
    public static SortedDictionary<string, Person> Read(string folder, RawCodes codes)
    {
        var records = new RawRecords(codes);
        foreach (var file in Directory.EnumerateFiles(folder).Where(f => f.Contains("json", StringComparison.Ordinal)))
        {
            using var stream = File.OpenRead(file);
            using var reader = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream, Encoding.UTF8);
            var text = reader.ReadToEnd();
            foreach (var json in file.Contains(".ndjson", StringComparison.Ordinal) ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [text])
            {
                records.Add(JsonDocument.Parse(json).RootElement);
            }
        }

        return records.Finish();
    }

    private void Add(JsonElement resource)
    {
        if (Text(resource, "resourceType") == "Bundle")
        {
            foreach (var entry in resource.GetProperty("entry").EnumerateArray())
            {
                Add(entry.GetProperty("resource"));
            }
        }
        else if (Text(resource, "resourceType") == "Patient")
        {
            DateOnly? died = resource.TryGetProperty("deceasedDateTime", out var on) ? Day(on.GetString()!)
                : resource.TryGetProperty("deceasedBoolean", out var dead) && dead.GetBoolean() ? DateOnly.MinValue : null;
            _patients.Add(Text(resource, "id")!, (Day(Text(resource, "birthDate")!), died));
            _waiting.Add(resource);
        }
        else
        {
            _waiting.Add(resource);
        }
    }

    private SortedDictionary<string, Person> Finish()
    {
        foreach (var resource in _waiting)
        {
            switch (Text(resource, "resourceType"))
            {
                case "EpisodeOfCare": Registration(resource); break;
                case "Condition": Record(resource, "subject", OnsetOf(resource)); break;
                case "Observation": Observation(resource); break;
                case "Procedure": Record(resource, "subject", First(resource, "performedDateTime", "performedPeriod")); break;
            }
        }

        foreach (var patient in _waiting.Where(r => Text(r, "resourceType") == "Patient" && !_spells.ContainsKey(Text(r, "id")!)))
        {
            Practitioner(patient);
        }

        return new SortedDictionary<string, Person>(_patients.ToDictionary(p => p.Key, p => new Person(
            p.Value.Born, p.Value.Died, _registered ? _spells.GetValueOrDefault(p.Key, []) : null, _entries.GetValueOrDefault(p.Key, []))), StringComparer.Ordinal);
    }

    /// <summary>Only regular registrations are a place on the list; the others are registration data all the same.</summary>
    private void Registration(JsonElement episode)
    {
        _registered = true;
        var kind = Text(episode.GetProperty("type")[0].GetProperty("coding")[0], "display");
        var spells = ListOf(_spells, Subject(episode, "patient"));
        if (kind == "Regular")
        {
            Spell(spells, episode.GetProperty("period"));
        }
    }

    private void Practitioner(JsonElement patient)
    {
        if (!patient.TryGetProperty("generalPractitioner", out var references))
        {
            return;
        }

        foreach (var period in references.EnumerateArray()
                     .Where(r => r.TryGetProperty("identifier", out var i) && i.TryGetProperty("period", out _))
                     .Select(r => r.GetProperty("identifier").GetProperty("period")))
        {
            _registered = true;
            Spell(ListOf(_spells, Text(patient, "id")!), period);
        }
    }

    private static void Spell(List<(DateOnly From, DateOnly? Until)> spells, JsonElement period) =>
        spells.Add((Day(Text(period, "start")!), Text(period, "end") is { } end ? Day(end) : null));

    private void Observation(JsonElement observation)
    {
        var on = First(observation, "effectiveDateTime", "effectivePeriod", "issued");
        var clusters = codes.Of(observation.GetProperty("code"));
        var parts = observation.TryGetProperty("component", out var components)
            ? components.EnumerateArray().SelectMany(c => Half(clusters, codes.Of(c.GetProperty("code")), c, on)).ToList()
            : Half(clusters, clusters, observation, on);
        if (parts.Count > 0 && !IsVoid(observation))
        {
            ListOf(_entries, Subject(observation, "subject")).AddRange(parts);
        }
        else if (clusters.Contains("IFCCHBAM") && !IsVoid(observation))
        {
            ListOf(_entries, Subject(observation, "subject")).Add(Test(observation, clusters, on));
        }
        else
        {
            Record(observation, "subject", on);
        }
    }

    /// <summary>The panel's code decides the cluster, the half's own code which half it is.</summary>
    private static List<Entry> Half(HashSet<string> clusters, HashSet<string> own, JsonElement holder, DateOnly on)
    {
        var part = own.Contains("SYSTOLIC") ? 'S' : own.Contains("DIASTOLIC") ? 'D' : ' ';
        return part != ' ' && holder.TryGetProperty("valueQuantity", out var quantity) && Text(quantity, "code") == "mm[Hg]"
            ? [new Entry(clusters, on, quantity.GetProperty("value").GetDecimal(), part, Text(quantity, "comparator") ?? "")]
            : [];
    }

    private static Entry Test(JsonElement observation, HashSet<string> clusters, DateOnly on)
    {
        if (!observation.TryGetProperty("valueQuantity", out var quantity))
        {
            return new Entry(clusters, on);
        }

        var value = quantity.GetProperty("value").GetDecimal();
        decimal? number = Text(quantity, "code") switch
        {
            "mmol/mol" => value,
            "%" => Math.Floor(((value - 2.152m) * 10.929m) + 0.5m),
            _ => null,
        };
        return new Entry(clusters, on, number, ' ', Text(quantity, "comparator") ?? "");
    }

    private void Record(JsonElement resource, string subject, DateOnly on)
    {
        var clusters = codes.Of(resource.GetProperty("code"));
        if (clusters.Count > 0 && !IsVoid(resource))
        {
            ListOf(_entries, Subject(resource, subject)).Add(new Entry(clusters, on));
        }
    }

    private DateOnly OnsetOf(JsonElement condition) => condition.TryGetProperty("onsetAge", out var age)
        ? _patients[Subject(condition, "subject")].Born.AddYears(age.GetProperty("value").GetInt32())
        : First(condition, "onsetDateTime", "onsetPeriod", "recordedDate");

    private static DateOnly First(JsonElement resource, params string[] names)
    {
        var found = names.Select(n => resource.TryGetProperty(n, out var element) ? element : default).First(e => e.ValueKind != JsonValueKind.Undefined);
        return Day(found.ValueKind == JsonValueKind.Object ? found.GetProperty("start").GetString()! : found.GetString()!);
    }

    /// <summary>The day in London; a year is its 1 January, a month its first.</summary>
    private static DateOnly Day(string date) => date.Length switch
    {
        4 => new DateOnly(int.Parse(date, CultureInfo.InvariantCulture), 1, 1),
        7 => DateOnly.ParseExact(date + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture),
        10 => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(date, CultureInfo.InvariantCulture), London).DateTime),
    };

    private static bool IsVoid(JsonElement resource) => Void.Contains(Text(resource, "status"))
        || (resource.TryGetProperty("verificationStatus", out var verified) && Void.Contains(Text(verified.GetProperty("coding")[0], "code")));

    private static string Subject(JsonElement resource, string name) =>
        Text(resource.GetProperty(name), "reference")!.Replace("urn:uuid:", "", StringComparison.Ordinal).Split('/')[^1];

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static List<T> ListOf<T>(Dictionary<string, List<T>> lists, string key) => lists.TryGetValue(key, out var list) ? list : lists[key] = [];
}
