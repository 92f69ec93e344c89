using QofFhir.SampleGp.Practice.Entries;

namespace QofFhir.SampleGp.Practice;

/// <summary>What the improvement modules look at: risky issues with and without protection, monitored medicines, care before a death. Drawn from a stream of its own, so that it changes nothing else of a patient.</summary>
internal sealed class SafetyHistory(PatientRecord record, DateOnly today, DateOnly joined, int age, bool female, DateOnly? died)
{
    public void Write(ref Chance chance)
    {
        if (died is { } death)
        {
            BeforeDeath(death, ref chance);
        }
        else if (age >= 18)
        {
            Nsaid(ref chance);
            Lithium(ref chance);
            Valproate(ref chance);
        }
    }

    private void Nsaid(ref Chance chance)
    {
        if (!chance.In10000(Rates.OnNsaid(age)))
        {
            return;
        }

        var months = chance.Between(2, 9);
        Repeat(SampleCodes.Nsaid, months, ref chance);
        if (chance.In10000(Rates.GastroProtected))
        {
            Repeat(SampleCodes.GastroProtective, months, ref chance);
        }

        if (chance.In10000(Rates.PastUlcer) && Known(chance.Between(400, 4000)) is { } ulcer)
        {
            record.Diagnosed(SampleCodes.PepticUlcer, ulcer);
        }

        if (chance.In10000(Rates.LowKidneyFunction) && Known(chance.Between(10, 300)) is { } tested)
        {
            Kidneys(chance.Between(25, 44), tested);
        }

        if (chance.In10000(Rates.OnAntiplatelet))
        {
            Repeat(SampleCodes.Antiplatelet, months, ref chance);
        }
    }

    private void Lithium(ref Chance chance)
    {
        if (!chance.In10000(Rates.OnLithium))
        {
            return;
        }

        Repeat(SampleCodes.Lithium, 8, ref chance);

        // Some in the last six months, some before.
        if (Known(chance.Between(20, 300)) is { } filtered)
        {
            Kidneys(chance.Between(55, 90), filtered);
        }

        foreach (var test in new[] { SampleCodes.LithiumLevel, SampleCodes.Electrolytes, SampleCodes.Calcium, SampleCodes.ThyroidFunction })
        {
            if (Known(chance.Between(20, 300)) is { } on)
            {
                record.Coded(test, on);
            }
        }
    }

    private void Valproate(ref Chance chance)
    {
        if (!female || age > 54 || !chance.In10000(Rates.OnValproate))
        {
            return;
        }

        Repeat(SampleCodes.Valproate, 6, ref chance);
        if (chance.Below(2) == 0 && Known(chance.Between(30, 500)) is { } on)
        {
            record.Coded(SampleCodes.ValproateReview, on).Coded(SampleCodes.PregnancyPrevention, on);
        }
    }

    private void BeforeDeath(DateOnly death, ref Chance chance)
    {
        var on = death.AddDays(-chance.Between(20, 200));
        if (on <= joined || !chance.In10000(Rates.PalliativeCare))
        {
            return;
        }

        record.Coded(SampleCodes.PalliativeCare, on);
        if (chance.Below(3) > 0)
        {
            record.Coded(SampleCodes.CarePlan, on.AddDays(5));
        }

        if (chance.Below(2) == 0)
        {
            record.Coded(SampleCodes.CarePlanShared, on.AddDays(6)).Coded(SampleCodes.CarerIdentified, on.AddDays(6));
        }
    }

    private void Kidneys(int rate, DateOnly on) =>
        record.Measured(SampleCodes.KidneyFunction, new Amount(rate, "mL/min/{1.73_m2}"), on, "laboratory");

    /// <summary>One issue a month, the last one in the month before today.</summary>
    private void Repeat(SampleCode product, int months, ref Chance chance)
    {
        var last = chance.Between(1, 28);
        for (var month = months - 1; month >= 0; month--)
        {
            if (Known(last + (30 * month)) is { } on)
            {
                record.Issued(product, on);
            }
        }
    }

    private DateOnly? Known(int daysAgo) => today.AddDays(-daysAgo) is var on && on > joined ? on : null;
}
