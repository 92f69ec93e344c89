using QofFhir.SampleGp.Practice.Entries;

namespace QofFhir.SampleGp.Practice;

/// <summary>Diseases, care and adjustments of one ordinary patient; nothing is dated before birth or after today.</summary>
internal sealed class History(PatientRecord record, DateOnly today, DateOnly yearStart, DateOnly born, DateOnly joined, int age)
{
    private const int YearsOfCare = 3;

    private bool _diabetic;
    private bool _hypertensive;

    public void Diseases(ref Chance chance)
    {
        _diabetic = chance.In10000(Rates.Diabetes(age));
        var rate = Rates.Hypertension(age);
        _hypertensive = chance.In10000(_diabetic ? Math.Min(rate * 2, 7500) : rate);
        if (_diabetic)
        {
            var type = age < 30 || chance.Below(12) == 0 ? SampleCodes.DiabetesType1 : SampleCodes.DiabetesType2;
            Diagnose(type, SampleCodes.DiabetesResolved, ref _diabetic, ref chance);
        }

        if (_hypertensive)
        {
            var code = chance.Below(4) == 0 ? SampleCodes.Hypertension : SampleCodes.EssentialHypertension;
            Diagnose(code, SampleCodes.HypertensionResolved, ref _hypertensive, ref chance);
        }

        Frailty(ref chance);
    }

    public void Care(ref Chance chance)
    {
        for (var yearsAgo = YearsOfCare - 1; yearsAgo >= 0; yearsAgo--)
        {
            if (_diabetic && chance.In10000(Rates.HbA1cInYear) && Within(yearsAgo, ref chance) is { } tested)
            {
                HbA1c(tested, ref chance);
            }

            if ((_diabetic || _hypertensive) && chance.In10000(Rates.PressureInYear) && Within(yearsAgo, ref chance) is { } measured)
            {
                Pressure(measured, ref chance);
            }

            Issues(yearsAgo, ref chance);
        }

        if (!_diabetic && !_hypertensive && chance.In10000(age >= 45 ? Rates.PressureInFiveYears : age >= 18 ? Rates.PressureWhenYoung : 0))
        {
            Pressure(Earliest(today.AddDays(-chance.Between(1, 1800))), ref chance);
        }
    }

    public void Adjustments(ref Chance chance)
    {
        if (_diabetic)
        {
            Maybe(Rates.Unsuitable, SampleCodes.DiabetesUnsuitable, ref chance);
            Maybe(Rates.Declined, SampleCodes.DiabetesDeclined, ref chance);
            Maybe(Rates.TestDeclined, SampleCodes.BloodTestDeclined, ref chance);
            Maybe(Rates.Maximum, SampleCodes.DiabetesMaximum, ref chance);
            Invite(SampleCodes.DiabetesInvite1, SampleCodes.DiabetesInvite2, ref chance);
        }

        if (_hypertensive)
        {
            Maybe(Rates.Unsuitable, SampleCodes.HypertensionUnsuitable, ref chance);
            Maybe(Rates.Declined, SampleCodes.HypertensionDeclined, ref chance);
            Maybe(Rates.TestDeclined, SampleCodes.PressureDeclined, ref chance);
            Maybe(Rates.Maximum, SampleCodes.PressureMaximum, ref chance);
            Invite(SampleCodes.HypertensionInvite1, SampleCodes.HypertensionInvite2, ref chance);
        }
    }

    private void Diagnose(SampleCode code, SampleCode resolved, ref bool still, ref Chance chance)
    {
        var daysAgo = chance.In10000(Rates.DiagnosedInYear) ? chance.Between(10, 330) : chance.Between(331, 5500);
        var on = Earliest(today.AddDays(-daysAgo));
        record.Diagnosed(code, on);
        if (chance.In10000(Rates.Resolved))
        {
            record.Diagnosed(resolved, Between(on, ref chance));
            still = false;
        }
    }

    private void Frailty(ref Chance chance)
    {
        var draw = chance.Below(10_000);
        var (severe, moderate, mild) = (Rates.SevereFrailty(age), Rates.ModerateFrailty(age), Rates.MildFrailty(age));
        var degree = draw < severe ? SampleCodes.SevereFrailty
            : draw < severe + moderate ? SampleCodes.ModerateFrailty
            : draw < severe + moderate + mild ? SampleCodes.MildFrailty
            : null;
        if (degree is not null)
        {
            record.Coded(degree, Earliest(today.AddDays(-chance.Between(20, 900))));
        }
    }

    private void HbA1c(DateOnly on, ref Chance chance)
    {
        var value = Math.Clamp(chance.Around(54, 13) + (chance.Below(6) == 0 ? 18 : 0), 33, 135);
        if (chance.In10000(Rates.InPercent))
        {
            record.HbA1c(SampleCodes.HbA1cPercentLoinc, new Amount(Math.Round((value / 10.929m) + 2.152m, 1), "%"), When.London(on, 9, 20), on);
        }
        else
        {
            record.HbA1c(value, on);
        }
    }

    private void Pressure(DateOnly on, ref Chance chance)
    {
        var systolic = Math.Clamp(chance.Around(_hypertensive ? 136 : 126, 13), 92, 205);
        var diastolic = Math.Clamp(chance.Around(_hypertensive ? 80 : 76, 9), 48, Math.Min(120, systolic - 18));
        var draw = chance.Below(10_000);
        _ = draw < Rates.LoincPanel ? record.PressureInLoinc(systolic, diastolic, on)
            : draw < Rates.LoincPanel + Rates.TwoObservations ? record.PressureInTwo(SampleCodes.Systolic, systolic, SampleCodes.Diastolic, diastolic, on)
            : draw < Rates.LoincPanel + Rates.TwoObservations + Rates.AtHome ? record.HomePressure(systolic - 4, diastolic - 2, on)
            : record.Pressure(systolic, diastolic, on);
        if (chance.In10000(Rates.EnteredInError))
        {
            record.Add(new Reading([SampleCodes.PressureExamined], on) { On = When.Day(on), Status = "entered-in-error" });
        }
    }

    private void Issues(int yearsAgo, ref Chance chance)
    {
        if (_diabetic && age >= 40 && chance.In10000(Rates.OnStatin) && Within(yearsAgo, ref chance) is { } statin)
        {
            record.Issued(SampleCodes.Statin, statin);
        }

        if (_hypertensive && chance.In10000(Rates.OnAceInhibitor) && Within(yearsAgo, ref chance) is { } ace)
        {
            record.Issued(SampleCodes.AceInhibitor, ace);
        }
    }

    private void Maybe(int rate, SampleCode code, ref Chance chance)
    {
        if (chance.In10000(rate) && Within(0, ref chance) is { } on)
        {
            record.Coded(code, on);
        }
    }

    private void Invite(SampleCode first, SampleCode second, ref Chance chance)
    {
        if (chance.In10000(Rates.Invited) && Within(0, ref chance) is { } on)
        {
            record.Invited(first, on);
            var again = on.AddDays(chance.Between(3, 60));
            if (again <= today && chance.In10000(Rates.SecondInvite))
            {
                record.Invited(second, again);
            }
        }
    }

    /// <summary>A day of the service year so many years ago, or null where the patient was not here or it is still to come.</summary>
    private DateOnly? Within(int yearsAgo, ref Chance chance)
    {
        var from = yearStart.AddYears(-yearsAgo);
        var to = from.AddYears(1).AddDays(-1);
        to = to > today ? today : to;
        from = from > joined ? from : joined;
        return from > to ? null : from.AddDays(chance.Below(to.DayNumber - from.DayNumber + 1));
    }

    private DateOnly Between(DateOnly from, ref Chance chance) => from.AddDays(chance.Below(today.DayNumber - from.DayNumber + 1));

    private DateOnly Earliest(DateOnly on) => on < born ? born : on;
}
