namespace QofFhir.Fhir.Reading;

/// <summary>What the reader noticed about the data beside its problems; all counts.</summary>
/// <param name="Units">Values left out because of their unit, by code, in ordinal order.</param>
/// <param name="OutsideValueSets">Resources of types that rules read whose codings no value set holds.</param>
/// <param name="TopCodesOutside">The commonest codings of these, at most <see cref="TopCodes"/>.</param>
/// <param name="TextOnly">Concepts that are text without any coding: they match nothing.</param>
/// <param name="PartialDates">Dates of a year or a month that were read as their first day.</param>
/// <param name="ConvertedValues">HbA1c values converted from % to mmol/mol.</param>
/// <param name="AbatedConditions">Diagnoses of a value set that carry an abatement or a clinical status of resolved, inactive or remission, and are read as unresolved.</param>
/// <param name="Registrations">How many patients have their registration from each source.</param>
public sealed record DataQuality(
    IReadOnlyList<UnitCount> Units,
    long OutsideValueSets,
    IReadOnlyList<CodeCount> TopCodesOutside,
    long TextOnly,
    long PartialDates,
    long ConvertedValues,
    long AbatedConditions,
    IReadOnlyDictionary<RegistrationSource, int> Registrations,
    int PatientsWithoutRegistration)
{
    public const int TopCodes = 50;
}

/// <param name="Code">As <see cref="Core.Records.CodeKey"/>.</param>
public sealed record UnitCount(string Code, long Missing, long NotUnderstood);

/// <param name="Code">As <see cref="Core.Records.CodeKey"/>.</param>
public sealed record CodeCount(string Code, long Count);

/// <summary>Where a patient's registration was read; the first that has any is used.</summary>
public enum RegistrationSource { EpisodeOfCare, GeneralPractitioner, Group }
