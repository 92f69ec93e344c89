using System.Text.Json;
using System.Text.Json.Nodes;
using QofFhir.Core.Achievement;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.Fhir;

namespace QofFhir.Benchmarks;

/// <summary>A woman of 72 with diabetes, hypertension, coronary heart disease, atrial fibrillation, COPD and a depression of this year, as a record of some 120 entries that rules ask for.</summary>
/// <remarks>Every third month a blood pressure, every sixth a blood test, every month two of her five medicines, once a year her reviews; invitations, and an adjustment for diabetes. The first code of each cluster stands for it; a cluster that the year does not know is left out.</remarks>
internal sealed class OnePatient
{
    private const string Id = "one";
    private readonly Dictionary<string, string> _codeOf;
    private readonly DateOnly _today;
    private readonly CodeIndex _codes;
    private readonly List<(DateOnly On, string Key, EventClass Kind, decimal? Value, string? Unit)> _entries = [];

    public OnePatient(Framework framework, CodeIndex codes, DateOnly today)
    {
        _codeOf = framework.Plan.Clusters.Where(c => c.Codes.Count > 0).ToDictionary(c => c.Name, c => c.Codes.Order(StringComparer.Ordinal).First(), StringComparer.Ordinal);
        (_codes, _today) = (codes, today);
        foreach (var (cluster, years) in new[] { ("DM_COD", 12), ("HYP_COD", 18), ("CHD_COD", 6), ("AFIB_COD", 4), ("COPD_COD", 9), ("DMTYPE2_COD", 12), ("EXSMOK_COD", 15) })
        {
            Add(cluster, 365 * years);
        }

        Add("DEPR_COD", 120);
        Every("BP_COD", 91, 12, 138, "mm[Hg]");
        Every("IFCCHBAM_COD", 182, 6, 64, "mmol/mol");
        Every("CHOL2_COD", 182, 6, 4.4m, "mmol/L");
        Every("NONHDLCCHOL_COD", 182, 6, 3.1m, "mmol/L");
        Every("EGFR_COD", 182, 6, 58, "mL/min/{1.73_m2}");
        Every("BMIVAL_COD", 182, 6, 31, "kg/m2");
        Every("CHADVASC_COD", 365, 2, 4, null);
        foreach (var review in new[] { "SMOK_COD", "EXSMOK_COD", "FRC_COD", "COPDRVW_COD", "MRC_COD", "COPDEXACB_COD", "MEDRVW_COD", "DEPRVW_COD", "FLUVAC_COD" })
        {
            Every(review, 380, 3);
        }

        foreach (var (drug, days) in new[] { ("STAT_COD", 56), ("SAL_COD", 56), ("DIRECTORANTICOAGDRUG_COD", 84), ("ACE_COD", 56), ("LBB_COD", 84) })
        {
            Every(drug, days, 7, kind: EventClass.Drug);
        }

        Add("DMINVITE_COD", 40);
        Add("DMPCADEC_COD", 30);
    }

    public int Entries => _entries.Count;

    /// <summary>As a supplier would lay her out of its own tables.</summary>
    public PracticeRecords Records()
    {
        var builder = new PracticeRecordsBuilder(_codes);
        var handle = builder.AddPatient(new Patient(Id, _today.AddYears(-72), Sex.Female, Sample: true));
        foreach (var (on, key, kind, value, unit) in _entries)
        {
            var (system, code) = CodeKey.Split(key);
            if (kind == EventClass.Drug)
            {
                builder.AddDrug(handle, on, system, code);
            }
            else if (_codes.IsPressure(key))
            {
                builder.AddPressure(handle, on, system, code, value!.Value, 84);
            }
            else
            {
                builder.AddCode(handle, on, system, code, value, unit);
            }
        }

        return builder.Build();
    }

    /// <summary>As a Bundle of FHIR R4.</summary>
    public byte[] Bundle()
    {
        var resources = _entries.Select((e, i) => e switch
        {
            { Kind: EventClass.Drug } => Resource("MedicationRequest", i, ("intent", "order"), ("authoredOn", Day(e.On)), ("medicationCodeableConcept", Concept(e.Key))),
            { Value: { } value } when _codes.IsPressure(e.Key) => Resource(
                "Observation", i, ("code", Concept(e.Key)), ("effectiveDateTime", Day(e.On)),
                ("component", new JsonArray(Half("271649006", value), Half("271650006", 84)))),
            { Value: { } value } => Resource(
                "Observation", i, ("code", Concept(e.Key)), ("effectiveDateTime", Day(e.On)), ("valueQuantity", Quantity(value, e.Unit ?? "1"))),
            _ => Resource("Procedure", i, ("code", Concept(e.Key)), ("performedDateTime", Day(e.On))),
        });
        var patient = new JsonObject { ["resourceType"] = "Patient", ["id"] = Id, ["meta"] = Tag(), ["gender"] = "female", ["birthDate"] = Day(_today.AddYears(-72)) };
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["type"] = "collection",
            ["entry"] = new JsonArray([.. resources.Prepend(patient).Select(r => new JsonObject { ["resource"] = r })]),
        });
    }

    private void Add(string cluster, int daysAgo, decimal? value = null, string? unit = null, EventClass kind = EventClass.Code)
    {
        if (_codeOf.TryGetValue(cluster, out var key))
        {
            _entries.Add((_today.AddDays(-daysAgo), key, kind, value, unit));
        }
    }

    private void Every(string cluster, int days, int times, decimal? value = null, string? unit = null, EventClass kind = EventClass.Code)
    {
        for (var i = 0; i < times; i++)
        {
            Add(cluster, 20 + (i * days), value, unit, kind);
        }
    }

    private static JsonObject Resource(string type, int number, params (string Name, JsonNode Value)[] elements)
    {
        var resource = new JsonObject
        {
            ["resourceType"] = type,
            ["id"] = $"e{number}",
            ["meta"] = Tag(),
            ["status"] = type switch { "MedicationRequest" => "active", "Observation" => "final", _ => "completed" },
            ["subject"] = new JsonObject { ["reference"] = "Patient/" + Id },
        };
        foreach (var (name, value) in elements)
        {
            resource[name] = value;
        }

        return resource;
    }

    private static JsonObject Tag() => new() { ["tag"] = new JsonArray(new JsonObject { ["system"] = SampleTag.System, ["code"] = SampleTag.Code }) };

    private static JsonObject Half(string code, decimal value) => new() { ["code"] = Concept("sct|" + code), ["valueQuantity"] = Quantity(value, "mm[Hg]") };

    private static JsonObject Quantity(decimal value, string unit) => new() { ["value"] = value, ["unit"] = unit, ["system"] = "http://unitsofmeasure.org", ["code"] = unit };

    private static JsonObject Concept(string key)
    {
        var (system, code) = CodeKey.Split(key);
        return new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };
    }

    private static string Day(DateOnly on) => on.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
