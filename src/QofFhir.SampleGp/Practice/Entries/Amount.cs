namespace QofFhir.SampleGp.Practice.Entries;

/// <summary>A value as a laboratory or a cuff gives it.</summary>
/// <param name="Unit">UCUM code, or null where the record has lost its unit.</param>
internal readonly record struct Amount(decimal Value, string? Unit, string? Comparator = null);
