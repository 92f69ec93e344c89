namespace QofFhir.Core.Records;

/// <summary>A time on a practice's list. <paramref name="From"/> is the first day on it (null: since birth), <paramref name="Until"/> the day of leaving, on which the patient is no longer on the list (null: still on it).</summary>
/// <param name="Practice">ODS code, or null where the record does not name the practice.</param>
/// <param name="OnList">False for temporary, emergency, immediately necessary and private registrations: they are data, but no place on the list.</param>
public sealed record RegistrationSpell(string? Practice, DateOnly? From, DateOnly? Until, bool OnList = true);
