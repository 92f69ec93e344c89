namespace QofFhir.Core.Records;

/// <summary>Where the practice list came from; every report says it.</summary>
public enum RegistrationBasis
{
    /// <summary>The input has registration data; a patient without any is not on the list.</summary>
    Recorded,

    /// <summary>The input has none at all: everyone alive counts as registered since birth.</summary>
    NoneRecorded,
}
