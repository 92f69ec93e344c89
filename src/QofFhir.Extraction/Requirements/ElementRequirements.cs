using System.Text.Json;
using QofFhir.Core.Records;

namespace QofFhir.Extraction.Requirements;

/// <summary>The elements that the rules read, type by type. An event counts only with patient, code and date.</summary>
internal static class ElementRequirements
{
    private const string NoDay = "the event has no day and does not count";

    public static IReadOnlyList<ElementRequirement> Of(string type) => type switch
    {
        "Patient" =>
        [
            Present("birthDate", Expectation.Shall, "the patient is rejected"),
            Present("gender", Expectation.Should, "rules for one sex do not fit, and strata by sex have a group of unknown"),
        ],
        "EpisodeOfCare" =>
        [
            Reference("patient"),
            new("period.start", Expectation.Should, "since when the patient is registered is not known", e => Has(e, "period") is { } p && Has(p, "start") is not null),
            Present("managingOrganization", Expectation.Should, "the episode counts for whatever practice is evaluated"),
        ],
        "Condition" => Event("subject", "code", "onset or recordedDate", "onset", "recordedDate"),
        "Observation" =>
        [
            .. Event("subject", "code", "effective or issued", "effective", "issued"),
            new("unit of valueQuantity", Expectation.Should, "a value without a unit that is understood is not used", Unit),
        ],
        "Procedure" => Event("subject", "code", "performed", "performed"),
        "AllergyIntolerance" => Event("patient", "code", "onset or recordedDate", "onset", "recordedDate"),
        "ServiceRequest" => Event("subject", "code", "authoredOn", "authoredOn"),
        "Immunization" => Event("patient", "vaccineCode", "occurrence", "occurrence"),
        "MedicationRequest" =>
        [
            Present("intent", Expectation.Shall, "an issue cannot be told from a plan, so it does not count"),
            new("medication in SNOMED CT or dm+d, or by reference", Expectation.Shall, "the medicine is not known and does not count",
                e => Has(e, "medicationReference") is not null || (Has(e, "medicationCodeableConcept") is { } code && Coded(code))),
            Dated("authoredOn", "authoredOn"),
            Reference("subject"),
        ],
        "Medication" => [Code("code")],
        "Encounter" or "Flag" => [Reference("subject"), Dated("period", "period")],
        _ => [],
    };

    private static ElementRequirement[] Event(string subject, string code, string date, params string[] dates) =>
        [Code(code), Dated(date, dates), Reference(subject)];

    private static ElementRequirement Present(string name, Expectation expectation, string without) => new(name, expectation, without, e => Has(e, name) is not null);

    private static ElementRequirement Code(string name) => new(
        $"{name} in SNOMED CT", Expectation.Shall, "the event is in no code list and does not count", e => Has(e, name) is { } concept && Coded(concept));

    /// <param name="begins">A date of several forms goes by the beginning of its name.</param>
    private static ElementRequirement Dated(string name, params string[] begins) => new(
        name, Expectation.Shall, NoDay, e => e.EnumerateObject().Any(p => begins.Any(b => p.Name.StartsWith(b, StringComparison.Ordinal))));

    private static ElementRequirement Reference(string name) => new(
        name, Expectation.Shall, "whose it is cannot be told", e => Has(e, name) is { } reference && Has(reference, "reference") is not null);

    /// <summary>Codes of the sample system stand for SNOMED CT in practices that nobody lives in.</summary>
    private static bool Coded(JsonElement concept) =>
        Has(concept, "coding") is { ValueKind: JsonValueKind.Array } codings
        && codings.EnumerateArray().Any(c => Text(c, "code") is { } code && CodeKey.Of(Text(c, "system"), code).Split('|')[0] is CodeKey.Snomed or CodeKey.Sample);

    private static bool? Unit(JsonElement observation) =>
        Has(observation, "valueQuantity") is { } value ? Has(value, "code") is not null || Has(value, "unit") is not null : null;

    private static JsonElement? Has(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Text(JsonElement owner, string name) => Has(owner, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
