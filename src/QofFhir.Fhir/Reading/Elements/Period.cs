namespace QofFhir.Fhir.Reading.Elements;

/// <summary>A FHIR Period by its days.</summary>
internal readonly record struct Period(FhirDate? Start, FhirDate? End)
{
    /// <summary>Null when it is no Period or an end of it is no date; then <paramref name="element"/> names the faulty part.</summary>
    public static Period? Read(ReadOnlySpan<byte> json, out string? element)
    {
        element = null;
        if (json is [not (byte)'{', ..])
        {
            return null;
        }

        var period = default(Period);
        var properties = new Properties(json);
        while (properties.Next())
        {
            var isStart = properties.Is("start"u8);
            if (!isStart && !properties.Is("end"u8))
            {
                continue;
            }

            element = isStart ? "start" : "end";
            if (FhirDate.Of(properties.Value) is not { } date)
            {
                return null;
            }

            period = isStart ? period with { Start = date } : period with { End = date };
        }

        return period;
    }
}
