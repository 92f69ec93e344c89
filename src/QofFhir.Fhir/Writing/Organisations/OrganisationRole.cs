using QofFhir.Core.Aggregation;

namespace QofFhir.Fhir.Writing.Organisations;

/// <summary>How the levels are coded: in our words, and in the roles of the Organisation Data Service.</summary>
public static class OrganisationRole
{
    /// <summary>The roles of ODS; recalled, not found in a source that was at hand.</summary>
    public const string OdsSystem = "https://directory.spineservices.nhs.uk/STU3/CodeSystem/ODSAPI-OrganizationRole-1";

    /// <summary>Our words for the levels.</summary>
    public const string KindSystem = Canonicals.Ours + "fhir/CodeSystem/organisation-kind";

    /// <summary>Our code of a level, such as <c>sub-icb</c>.</summary>
    public static string Code(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Practice => "practice",
        OrganisationKind.Pcn => "pcn",
        OrganisationKind.SubIcb => "sub-icb",
        OrganisationKind.Icb => "icb",
        OrganisationKind.Region => "region",
        _ => "country",
    };

    public static string Title(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Practice => "GP practice",
        OrganisationKind.Pcn => "Primary care network",
        OrganisationKind.SubIcb => "Sub-ICB location",
        OrganisationKind.Icb => "Integrated care board",
        OrganisationKind.Region => "Region",
        _ => "Country",
    };

    /// <summary>The role's number at ODS; null where there is none. Those of practice and sub-ICB were found in a source, the others are recalled.</summary>
    public static string? Ods(OrganisationKind kind) => kind switch
    {
        OrganisationKind.Practice => "RO76",
        OrganisationKind.Pcn => "RO272",
        OrganisationKind.SubIcb => "RO98",
        OrganisationKind.Icb => "RO318",
        OrganisationKind.Region => "RO209",
        _ => null,
    };

    /// <summary>The relationship's number at ODS: RE8 is partner to, RE4 is commissioned by, RE2 is a sub-division of; null where none is known.</summary>
    public static string? Relationship(OrganisationKind child, OrganisationKind parent) => (child, parent) switch
    {
        (OrganisationKind.Practice, OrganisationKind.Pcn) => "RE8",
        (OrganisationKind.Practice, OrganisationKind.SubIcb) => "RE4",
        (OrganisationKind.SubIcb, OrganisationKind.Icb) => "RE2",
        _ => null,
    };
}
