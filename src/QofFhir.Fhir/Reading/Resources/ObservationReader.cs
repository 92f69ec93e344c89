using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Resources;

internal static class ObservationReader
{
    private static readonly DateElement[] Dates =
    [
        new("effectiveDateTime"), new("effectiveInstant"), new("effectivePeriod", DateShape.Period),
        new("effectiveTiming", DateShape.Timing), new("issued"),
    ];

    public static void Read(Resource observation, Intake intake)
    {
        Status.Judge(observation);
        if (!observation["dataAbsentReason"u8].IsEmpty && !HasValue(observation))
        {
            observation.SetAside();
        }

        var code = observation.Concept("code"u8, required: !observation.IsDone);
        if (intake.Open(observation, "subject"u8, Dates, code) is not { } entry)
        {
            return;
        }

        if (intake.Concepts.IsPressure(code))
        {
            new PressureReader(observation, intake).Read(entry, code);
        }
        else
        {
            entry.Add(code, value: new ValueReader(observation, intake).Read(code));
        }
    }

    private static bool HasValue(Resource observation)
    {
        if (!observation.Choice("value"u8, out _).IsEmpty)
        {
            return true;
        }

        foreach (var component in observation.List("component"u8))
        {
            if (!Properties.FindPrefix(component, "value"u8, out _).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
