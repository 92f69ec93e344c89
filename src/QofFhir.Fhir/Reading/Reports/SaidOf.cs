namespace QofFhir.Fhir.Reading.Reports;

/// <summary>What the text of a property is about.</summary>
internal enum SaidOf
{
    Anything,

    /// <summary>A code of some system: of whatever digits, it is nobody's number.</summary>
    Code,

    /// <summary>A type of resource.</summary>
    Type,

    /// <summary>Another resource.</summary>
    Reference,

    /// <summary>Patients, whatever it says.</summary>
    Patients,
}
