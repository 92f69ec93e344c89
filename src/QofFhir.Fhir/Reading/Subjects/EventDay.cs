using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Subjects;

/// <summary>When something happened: on a day, or at an age that becomes a day once the birth date is known.</summary>
internal readonly record struct EventDay(DateOnly? Day, Age? Age, bool IsPartial)
{
    /// <summary>Null when the age leads beyond the calendar.</summary>
    public DateOnly? For(DateOnly born) => Day ?? Age?.On(born);
}
