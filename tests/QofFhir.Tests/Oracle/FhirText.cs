using System.Globalization;
using System.Text.Json.Nodes;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Oracle;

/// <summary>Writes a random practice as FHIR R4 as differently as senders do: other resources, dates, units, panels and references for the same record, and noise that must not count.</summary>
internal sealed class FhirText
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private readonly EvaluationPlan _plan;
    private Random _random;
    private readonly List<JsonObject> _resources = [];
    private readonly bool _bundle;
    private int _next;

    /// <remarks>How an entry is written depends on the entry alone, so that a practice shrinks without changing what is left.</remarks>
    public FhirText(EvaluationPlan plan, RandomPractice practice)
    {
        _plan = plan;
        _random = Chance(practice.Patients[0].Name + practice.AchievementDate);
        _bundle = _random.Next(2) == 0;
        var withData = practice.Patients.Any(p => p.Registered is not null || p.Left is not null);
        foreach (var patient in practice.Patients)
        {
            _random = Chance(patient.Name);
            Patient(patient, withData);
        }

        var shuffled = _resources.ToArray();
        _random.Shuffle(shuffled);
        Text = _bundle ? Bundle(shuffled) : string.Join('\n', shuffled.Select(r => r.ToJsonString()));
    }

    public string Text { get; }

    public string Name => _bundle ? "practice.json" : "practice.ndjson";

    private void Patient(SpecPatient patient, bool withData)
    {
        var resource = New("Patient", patient.Name);
        resource["birthDate"] = Iso(patient.Born);
        if (patient.Died is { } died)
        {
            resource["deceasedDateTime"] = Moment(died);
        }

        if (withData && (patient.Registered is not null || patient.Left is not null))
        {
            var period = new JsonObject { ["start"] = Iso(patient.Registered ?? patient.Born) };
            if (patient.Left is { } left)
            {
                period["end"] = Iso(left);
            }

            var episode = New("EpisodeOfCare", null);
            episode["status"] = patient.Left is null ? "active" : "finished";
            episode["patient"] = Reference(patient.Name);
            episode["period"] = period;
        }

        foreach (var recorded in patient.Events)
        {
            _random = Chance(patient.Name + recorded);
            Event(patient.Name, recorded);
            if (_random.Next(6) == 0)
            {
                Noise(patient.Name, recorded.Cluster, recorded.On.AddDays(_random.Next(-400, 400)));
            }
        }
    }

    private void Event(string patient, SpecEvent recorded)
    {
        var code = SpecPractice.CodeOf(_plan, recorded.Cluster);
        if (recorded.Systolic is not null || recorded.Diastolic is not null)
        {
            Panel(patient, recorded, code);
        }
        else if (recorded.Cluster is "IFCCHBAM")
        {
            var test = Dated(New("Observation", null), recorded.On, "effectiveDateTime", "effectivePeriod", "issued");
            (test["status"], test["subject"], test["code"]) = (One("final", "amended", "corrected"), Reference(patient), Concept(code));
            if (recorded.Value is { } value)
            {
                test["valueQuantity"] = HbA1c(value);
            }
        }
        else if (recorded.Cluster is "DM" or "HYP" || _random.Next(3) == 0)
        {
            Condition(patient, code, recorded.On);
        }
        else if (_random.Next(2) == 0)
        {
            var procedure = Dated(New("Procedure", null), recorded.On, "performedDateTime", "performedPeriod");
            (procedure["status"], procedure["subject"], procedure["code"]) = ("completed", Reference(patient), Concept(code));
        }
        else
        {
            var finding = Dated(New("Observation", null), recorded.On, "effectiveDateTime", "effectivePeriod", "issued");
            (finding["status"], finding["subject"], finding["code"]) = ("final", Reference(patient), Concept(code));
        }
    }

    /// <summary>An abatement or a clinical status never resolves a diagnosis.</summary>
    private void Condition(string patient, string code, DateOnly on)
    {
        var condition = Dated(New("Condition", null), on, "onsetDateTime", "onsetPeriod", "recordedDate");
        (condition["subject"], condition["code"]) = (Reference(patient), Concept(code));
        if (condition["recordedDate"] is null && _random.Next(2) == 0)
        {
            condition["recordedDate"] = Iso(on.AddDays(30));
        }

        if (_random.Next(3) == 0)
        {
            condition["clinicalStatus"] = Coded("http://terminology.hl7.org/CodeSystem/condition-clinical", "resolved");
            condition["abatementDateTime"] = Iso(on.AddDays(10));
        }

        if (_random.Next(2) == 0)
        {
            condition["verificationStatus"] = Coded("http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed");
        }
    }

    private void Panel(string patient, SpecEvent recorded, string code)
    {
        var panel = Dated(New("Observation", null), recorded.On, "effectiveDateTime", "effectivePeriod");
        (panel["status"], panel["subject"], panel["code"]) = ("final", Reference(patient), Concept(code));
        var loinc = _random.Next(2) == 0;
        var components = new JsonArray();
        foreach (var (value, half) in new[] { (recorded.Diastolic, loinc ? "loinc|8462-4" : "sct|271650006"), (recorded.Systolic, loinc ? "loinc|8480-6" : "sct|271649006") })
        {
            if (value is { } number)
            {
                components.Add(new JsonObject { ["code"] = Concept(half), ["valueQuantity"] = Quantity(number.Value, number.Bound, "mm[Hg]") });
            }
        }

        panel["component"] = components;
    }

    /// <summary>In % where a percentage of one decimal comes to just this whole number.</summary>
    private JsonObject HbA1c(Measured value)
    {
        var percent = Math.Round((value.Value / 10.929m) + 2.152m, 1);
        var back = Math.Floor(((percent - 2.152m) * 10.929m) + 0.5m);
        return back == value.Value && _random.Next(2) == 0 ? Quantity(percent, value.Bound, "%") : Quantity(value.Value, value.Bound, "mmol/mol");
    }

    private void Noise(string patient, string cluster, DateOnly on)
    {
        var kind = One("Condition", "Observation", "Procedure", "AllergyIntolerance", "MedicationStatement");
        var noise = New(kind, null);
        noise[kind is "AllergyIntolerance" ? "patient" : "subject"] = Reference(patient);
        noise[kind is "MedicationStatement" ? "medicationCodeableConcept" : "code"] = Concept(SpecPractice.CodeOf(_plan, cluster));
        switch (kind)
        {
            case "Condition":
                noise["onsetDateTime"] = Iso(on);
                noise["verificationStatus"] = Coded("http://terminology.hl7.org/CodeSystem/condition-ver-status", One("refuted", "entered-in-error"));
                break;
            case "Observation":
                (noise["status"], noise["effectiveDateTime"]) = (One("entered-in-error", "cancelled"), Iso(on));
                break;
            case "Procedure":
                (noise["status"], noise["performedDateTime"]) = (One("entered-in-error", "not-done"), Iso(on));
                break;
            case "AllergyIntolerance":
                noise["onsetDateTime"] = Iso(on);
                noise["verificationStatus"] = Coded("http://terminology.hl7.org/CodeSystem/allergyintolerance-verification", "entered-in-error");
                break;
            default:
                (noise["status"], noise["effectiveDateTime"]) = ("active", Iso(on));
                break;
        }
    }

    private JsonObject New(string type, string? id)
    {
        var resource = new JsonObject
        {
            ["resourceType"] = type,
            ["id"] = id ?? $"r{_next++}",
            ["meta"] = new JsonObject { ["tag"] = new JsonArray(new JsonObject { ["system"] = "https://qoffhir.example.org/fhir/CodeSystem/tag", ["code"] = "sample" }) },
        };
        _resources.Add(resource);
        return resource;
    }

    private JsonObject Dated(JsonObject resource, DateOnly on, params string[] elements)
    {
        var element = One(elements);
        resource[element] = element.EndsWith("Period", StringComparison.Ordinal)
            ? new JsonObject { ["start"] = Moment(on), ["end"] = Moment(on.AddDays(90)) }
            : element == "issued" ? Instant(on) : Moment(on);
        return resource;
    }

    private string Moment(DateOnly on) => _random.Next(3) == 0 ? Instant(on)
        : on.Day == 1 && _random.Next(2) == 0 ? on.ToString(on.Month == 1 && _random.Next(2) == 0 ? "yyyy" : "yyyy-MM", CultureInfo.InvariantCulture)
        : Iso(on);

    /// <summary>Half past midnight, noon or half an hour before midnight in London, written in London's offset, in UTC or far away.</summary>
    private string Instant(DateOnly on)
    {
        var local = on.ToDateTime(One(new TimeOnly(0, 30), new TimeOnly(12, 0), new TimeOnly(23, 30)));
        var moment = new DateTimeOffset(local, London.GetUtcOffset(local));
        return _random.Next(3) switch
        {
            0 => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            1 => moment.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
            _ => moment.ToOffset(TimeSpan.FromHours(One(-8, 9))).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        };
    }

    private static string Iso(DateOnly on) => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private JsonObject Concept(string key)
    {
        var (system, code) = CodeKey.Split(key);
        var codings = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code });
        if (_random.Next(3) == 0)
        {
            codings.Insert(0, new JsonObject { ["system"] = "https://example.org/local", ["code"] = "X1" });
        }

        return new JsonObject { ["coding"] = codings };
    }

    private static JsonObject Coded(string system, string code) =>
        new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };

    private static JsonObject Quantity(decimal value, ValueBound bound, string unit)
    {
        var quantity = new JsonObject { ["value"] = value, ["unit"] = unit, ["system"] = "http://unitsofmeasure.org", ["code"] = unit };
        if (bound != ValueBound.Exact)
        {
            quantity["comparator"] = bound switch
            {
                ValueBound.Below => "<",
                ValueBound.AtMost => "<=",
                ValueBound.AtLeast => ">=",
                _ => ">",
            };
        }

        return quantity;
    }

    private JsonObject Reference(string patient) => new()
    {
        ["reference"] = _bundle ? "urn:uuid:" + patient : One("Patient/" + patient, "https://gp.example.org/fhir/Patient/" + patient),
    };

    private static string Bundle(IEnumerable<JsonObject> resources)
    {
        var entries = new JsonArray();
        foreach (var resource in resources)
        {
            entries.Add(new JsonObject { ["fullUrl"] = "urn:uuid:" + resource["id"], ["resource"] = resource });
        }

        return new JsonObject { ["resourceType"] = "Bundle", ["type"] = "collection", ["entry"] = entries }.ToJsonString();
    }

    /// <summary>The same for the same text on every machine.</summary>
    private static Random Chance(string text) => new(text.Aggregate(17, (sum, sign) => unchecked((sum * 31) + sign)));

    private T One<T>(params T[] items) => items[_random.Next(items.Length)];
}
