namespace QofFhir.Core.Aggregation;

/// <summary>The levels at which practices are added up, from the smallest.</summary>
public enum OrganisationKind
{
    Practice,

    /// <summary>Primary care network. It may reach over the border of a sub-ICB.</summary>
    Pcn,

    /// <summary>Sub-ICB location; a clinical commissioning group until July 2022.</summary>
    SubIcb,

    /// <summary>Integrated care board; before July 2022 its forerunner, the STP.</summary>
    Icb,

    Region,
    Country,
}
