namespace QofFhir.SampleGp.Practice.Entries;

/// <summary>Which element of an Observation carries its date.</summary>
internal enum ReadingDate { EffectiveDateTime, EffectivePeriod, Issued }
