using System.Buffers;
using System.Text.Json;
using QofFhir.Core.Aggregation;

namespace QofFhir.Fhir.Writing.Organisations;

/// <summary>Writes organisations and who belongs to whom as FHIR R4. Equal arguments give equal bytes.</summary>
public static class OrganizationWriter
{
    public const string IdentifierSystem = Canonicals.OdsOrganization;

    private const string RelationshipSystem = "https://directory.spineservices.nhs.uk/STU3/CodeSystem/ODSAPI-OrganizationRelationship-1";

    /// <param name="active">Whether it has a practice, or is one that is open, on the day asked about.</param>
    /// <param name="partOf">What it belongs to, its network aside: that is an affiliation. Null: to nothing.</param>
    public static void Write(IBufferWriter<byte> output, Organisation organisation, bool active, Organisation? partOf)
    {
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "Organization");
        json.WriteString("id", organisation.Code);
        json.WriteStartArray("identifier");
        json.Identifier(Canonicals.OdsOrganization, organisation.Code);
        json.WriteEndArray();
        json.WriteBoolean("active", active);
        json.WriteStartArray("type");
        json.WriteStartObject();
        json.WriteStartArray("coding");
        json.Coding(OrganisationRole.KindSystem, OrganisationRole.Code(organisation.Kind), OrganisationRole.Title(organisation.Kind));
        if (OrganisationRole.Ods(organisation.Kind) is { } role)
        {
            json.Coding(OrganisationRole.OdsSystem, role);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("name", organisation.Name);
        if (partOf is not null)
        {
            Reference(json, "partOf", partOf);
        }

        json.WriteEndObject();
    }

    /// <summary>The id of an affiliation: who, to whom, from when.</summary>
    public static string Id(Affiliation affiliation) => $"{affiliation.Child}-{affiliation.Parent}-{affiliation.From:yyyyMMdd}";

    /// <summary>An affiliation: <c>organization</c> is what is belonged to, <c>participatingOrganization</c> who belongs.</summary>
    /// <param name="active">Whether it holds on the day asked about.</param>
    public static void Write(IBufferWriter<byte> output, Affiliation affiliation, Organisation child, Organisation parent, bool active)
    {
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteString("resourceType", "OrganizationAffiliation");
        json.WriteString("id", Id(affiliation));
        json.WriteBoolean("active", active);
        json.WriteStartObject("period");
        json.WriteString("start", FhirJson.Day(affiliation.From));
        if (affiliation.To is { } to)
        {
            json.WriteString("end", FhirJson.Day(to));
        }

        json.WriteEndObject();
        Reference(json, "organization", parent);
        Reference(json, "participatingOrganization", child);
        if (OrganisationRole.Relationship(child.Kind, parent.Kind) is { } relationship)
        {
            json.WriteStartArray("code");
            json.ConceptValue(RelationshipSystem, relationship);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>A reference by name, which also tells the organisation's code and name.</summary>
    internal static void Reference(Utf8JsonWriter json, string name, Organisation to)
    {
        json.WriteStartObject(name);
        json.WriteString("reference", "Organization/" + to.Code);
        json.WriteString("type", "Organization");
        json.WriteStartObject("identifier");
        json.WriteString("system", Canonicals.OdsOrganization);
        json.WriteString("value", to.Code);
        json.WriteEndObject();
        json.WriteString("display", to.Name);
        json.WriteEndObject();
    }
}
