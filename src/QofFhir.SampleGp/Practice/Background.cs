using QofFhir.SampleGp.Practice.Entries;

namespace QofFhir.SampleGp.Practice;

/// <summary>What else a record holds: visits, smoking, weight, blood tests, issues. It gives the record its weight.</summary>
internal sealed class Background(PatientRecord record, DateOnly today, int age)
{
    /// <param name="average">Entries on average; the old have more than the young.</param>
    public void Write(int average, ref Chance chance)
    {
        var count = average * (age < 18 ? 50 : age < 45 ? 80 : age < 65 ? 115 : 160) / 100;
        for (var i = 0; i < count; i++)
        {
            Entry(today.AddDays(-chance.Between(1, Math.Clamp(age * 365, 1, 1400))), ref chance);
        }
    }

    private void Entry(DateOnly on, ref Chance chance)
    {
        _ = chance.Below(10) switch
        {
            0 or 1 or 2 => record.Seen(on),
            3 when age >= 16 => record.Coded(Smoking(ref chance), on),
            4 => record.Measured(SampleCodes.BodyMassIndex, new Amount(Math.Clamp(chance.Around(270, 45), 145, 520) / 10m, "kg/m2"), on, "vital-signs"),
            5 when age >= 18 => record.Measured(SampleCodes.Cholesterol, new Amount(Math.Clamp(chance.Around(50, 10), 20, 95) / 10m, "mmol/L"), on, "laboratory"),
            6 when age >= 18 => record.Measured(SampleCodes.KidneyFunction, new Amount(Math.Clamp(chance.Around(84, 16), 12, 120), "mL/min/{1.73_m2}"), on, "laboratory"),
            7 when age >= 55 => record.Issued(SampleCodes.Statin, on, chance.Below(12) == 0 ? "plan" : "order"),
            _ => record.Seen(on),
        };
    }

    private static SampleCode Smoking(ref Chance chance) => chance.Below(10) switch
    {
        0 or 1 => SampleCodes.Smoker,
        2 or 3 or 4 => SampleCodes.ExSmoker,
        _ => SampleCodes.NeverSmoked,
    };
}
