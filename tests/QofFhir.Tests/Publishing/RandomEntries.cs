using System.Globalization;
using System.Text.Json.Nodes;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Tests.Publishing;

/// <summary>Writes an entry of a cluster as one of the resources that may hold it, with dates, units and statuses as senders differ in them.</summary>
internal sealed class RandomEntries(Random random, List<JsonObject> resources, EvaluationPlan plan)
{
    private readonly Dictionary<string, string> _units = plan.Fields
        .Select(f => f is FieldRule.Select s ? s.Filter : f is FieldRule.Count c ? c.Filter : null)
        .Where(f => f?.Value is not null).SelectMany(f => f!.Clusters.Select(c => (plan.Clusters[c].Name, Unit: f.Value!.Unit ?? "")))
        .Distinct().ToDictionary(u => u.Name, u => u.Unit);

    private readonly HashSet<string> _pressures = [.. plan.Fields.OfType<FieldRule.Select>().Where(s => s.Filter.WithPressure)
        .SelectMany(s => s.Filter.Clusters).Select(c => plan.Clusters[c].Name)];

    public void Add(string patient, Cluster cluster, DateOnly on)
    {
        var code = Concept(CodeKey.Split(One([.. cluster.Codes.Order(StringComparer.Ordinal)])).Code);
        if (random.Next(30) == 0)
        {
            code["coding"]!.AsArray().Add(new JsonObject { ["system"] = "http://loinc.org", ["code"] = "1-8" });
        }

        if (_pressures.Contains(cluster.Name))
        {
            Pressure(patient, code, on);
        }
        else if (_units.TryGetValue(cluster.Name, out var unit) && random.Next(10) > 0)
        {
            Value(patient, code, on, unit);
        }
        else if (cluster.Class == ClusterClass.Drug)
        {
            Drug(patient, code, on);
        }
        else
        {
            Entry(patient, code, on);
        }
    }

    public T One<T>(params T[] choices) => choices[random.Next(choices.Length)];

    /// <summary>The day, or an instant that lies in it in London.</summary>
    public string Moment(DateOnly on)
    {
        var day = on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var before = on.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var summer = TimeZoneInfo.FindSystemTimeZoneById("Europe/London").IsDaylightSavingTime(on.ToDateTime(new TimeOnly(0, 30)));
        return random.Next(8) switch
        {
            0 when summer => before + "T23:30:00Z",
            0 => day + "T00:30:00Z",
            1 => day + (summer ? "T22:59:59.999Z" : "T23:59:59Z"),
            2 => day + "T12:00:00+01:00",
            3 => before + (summer ? "T19:30:00-04:00" : "T20:30:00-04:00"),
            4 when on.Day == 1 => day[..7],
            _ => day,
        };
    }

    private void Entry(string patient, JsonObject code, DateOnly on)
    {
        switch (random.Next(10))
        {
            case 0 or 1 or 2:
                var condition = New("Condition", patient, code);
                Put(condition, on, "onsetDateTime", "recordedDate", "onsetPeriod");
                condition["verificationStatus"] = random.Next(20) == 0 ? Concept("refuted") : null;
                if (random.Next(3) == 0)
                {
                    condition["extension"] = new JsonArray(new JsonObject
                    {
                        ["url"] = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ConditionEpisode",
                        ["valueCodeableConcept"] = Concept(One("first", "new", "review", "end")),
                    });
                }

                break;
            case 3:
                Put(Status(New("Procedure", patient, code), "completed", "not-done"), on, "performedDateTime", "performedPeriod");
                break;
            case 4:
                var allergy = New("AllergyIntolerance", patient, code);
                (allergy["patient"], allergy["subject"]) = (new JsonObject { ["reference"] = "Patient/" + patient }, null);
                Put(allergy, on, "onsetDateTime", "recordedDate");
                break;
            case 5:
                var request = Status(New("ServiceRequest", patient, code), "active", "revoked");
                request["doNotPerform"] = random.Next(10) == 0;
                Put(request, on, "authoredOn");
                break;
            case 6:
                Put(Status(New("Flag", patient, code), "active", "entered-in-error"), on, "period");
                break;
            case 7:
                var encounter = Status(New("Encounter", patient, code), "finished", "cancelled");
                encounter.Remove("code");
                encounter[One("type", "reasonCode")] = new JsonArray(code);
                Put(encounter, on, "period");
                break;
            case 8:
                var vaccination = Vaccination(patient, Concept("other"), on);
                vaccination["extension"] = new JsonArray(new JsonObject
                {
                    ["url"] = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-VaccinationProcedure",
                    ["valueCodeableConcept"] = code,
                });
                break;
            default:
                var finding = Status(New("Observation", patient, code), "final", "entered-in-error");
                finding["dataAbsentReason"] = random.Next(15) == 0 ? Concept("unknown") : null;
                Put(finding, on, "effectiveDateTime", "effectivePeriod", "issued", "effectiveInstant");
                break;
        }
    }

    private void Drug(string patient, JsonObject code, DateOnly on)
    {
        if (random.Next(5) == 0)
        {
            Vaccination(patient, code, on);
            return;
        }

        var order = Status(New(random.Next(12) == 0 ? "MedicationStatement" : "MedicationRequest", patient, code), "active", "cancelled");
        order.Remove("code");
        order["intent"] = One("order", "order", "order", "instance-order", "plan");
        Put(order, on, "authoredOn");
        switch (random.Next(4))
        {
            case 0:
                resources.Add(new JsonObject { ["resourceType"] = "Medication", ["id"] = "m" + order["id"], ["code"] = code });
                order["medicationReference"] = new JsonObject { ["reference"] = "Medication/m" + order["id"] };
                break;
            case 1:
                order["contained"] = new JsonArray(new JsonObject { ["resourceType"] = "Medication", ["id"] = "c", ["code"] = code });
                order["medicationReference"] = new JsonObject { ["reference"] = "#c" };
                break;
            default:
                order["medicationCodeableConcept"] = code;
                break;
        }
    }

    private void Value(string patient, JsonObject code, DateOnly on, string unit)
    {
        var observation = Status(New("Observation", patient, code), "final", "entered-in-error");
        Put(observation, on, "effectiveDateTime", "effectivePeriod", "issued");
        var limits = plan.Fields.OfType<FieldRule.Select>().Select(s => s.Filter.Value?.Limit).OfType<decimal>().ToArray();
        var number = One([.. limits, 0.69m, 2, 2.6m, 23, 25, 27.5m, 30, 40, 47.9m, 48, 58, 59, 64, 65, 81, 115, 129]);
        var written = unit switch
        {
            "mmol/mol" => One("mmol/mol", "mmol/mol", "MMOL / MOL", "%", "mg"),
            "" => "1",
            _ => One(unit, unit, unit, "furlong"),
        };
        if (written == "%" && unit == "mmol/mol")
        {
            number = One(5.8m, 6.4m, 6.5m, 7.4m, 7.5m, 7.6m, 9.5m, 1m);
        }

        var quantity = new JsonObject { ["value"] = number };
        if (random.Next(3) == 0)
        {
            quantity["unit"] = written;
        }
        else if (random.Next(20) > 0)
        {
            (quantity["system"], quantity["code"], quantity["unit"]) = ("http://unitsofmeasure.org", written, "words");
        }

        if (random.Next(6) == 0)
        {
            quantity["comparator"] = One("<", "<=", ">=", ">");
        }

        observation["valueQuantity"] = quantity;
    }

    private void Pressure(string patient, JsonObject code, DateOnly on)
    {
        JsonObject Reading(int[] numbers) => new() { ["value"] = One(numbers), ["unit"] = One("mmHg", "mm[Hg]", "mmHg", "kPa") };
        var panel = Status(New("Observation", patient, code), "final", "entered-in-error");
        Put(panel, on, "effectiveDateTime", "issued");
        var alone = random.Next(4) == 0;
        foreach (var (part, numbers) in new[] { ("SYS", new[] { 120, 139, 140, 141, 181 }), ("DIA", new[] { 70, 89, 90, 100 }) })
        {
            if (random.Next(8) == 0)
            {
                continue;
            }

            if (alone)
            {
                var half = New("Observation", patient, Concept(part));
                half["code"]!["coding"]!.AsArray().Add(code["coding"]![0]!.DeepClone());
                half["status"] = "final";
                Put(half, on, "effectiveDateTime");
                half["valueQuantity"] = Reading(numbers);
            }
            else
            {
                (panel["component"] ??= new JsonArray()).AsArray().Add(new JsonObject { ["code"] = Concept(part), ["valueQuantity"] = Reading(numbers) });
            }
        }
    }

    private JsonObject Vaccination(string patient, JsonObject product, DateOnly on)
    {
        var vaccination = Status(New("Immunization", patient, product), "completed", "not-done");
        vaccination.Remove("code");
        vaccination.Remove("subject");
        (vaccination["vaccineCode"], vaccination["patient"]) = (product, new JsonObject { ["reference"] = "Patient/" + patient });
        Put(vaccination, on, "occurrenceDateTime");
        return vaccination;
    }

    private JsonObject New(string type, string patient, JsonObject code)
    {
        var resource = new JsonObject
        {
            ["resourceType"] = type,
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"{resources.Count}"),
            ["subject"] = new JsonObject { ["reference"] = "Patient/" + patient },
            ["code"] = code.Parent is null ? code : code.DeepClone(),
        };
        resources.Add(resource);
        return resource;
    }

    private JsonObject Status(JsonObject resource, string usual, string never)
    {
        resource["status"] = random.Next(15) == 0 ? never : usual;
        return resource;
    }

    private void Put(JsonObject resource, DateOnly on, params string[] elements)
    {
        var element = One(elements);
        resource[element] = element.EndsWith("eriod", StringComparison.Ordinal) ? new JsonObject { ["start"] = Moment(on) }
            : element is "issued" or "effectiveInstant" ? on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T12:00:00Z"
            : Moment(on);
    }

    private static JsonObject Concept(string code) =>
        new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://snomed.info/sct", ["code"] = code }) };
}
