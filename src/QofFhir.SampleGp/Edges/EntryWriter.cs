using QofFhir.Core.Records;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Practice.Entries;

namespace QofFhir.SampleGp.Edges;

/// <summary>Writes a patient's entries, each in one of the resource types and spellings of a date and a value that mean the same.</summary>
internal sealed class EntryWriter(ResourceWriter writer, Luck luck)
{
    private readonly List<(string Source, SampleResource Resource)> _written = [];

    /// <summary>Resources in the order of the entries.</summary>
    public IEnumerable<SampleResource> Resources => _written.Select(w => w.Resource);

    /// <summary>The resource of each entry, such as <c>Observation/x-1</c>.</summary>
    public string Source(int entry) => _written[entry].Source;

    public void Write(string patient, IReadOnlyList<DraftEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            var resource = Write($"{patient}-e{i + 1}", patient, events[i]);
            _written.Add(($"{resource.Type}/{resource.Id}", resource));
        }
    }

    private SampleResource Write(string id, string patient, DraftEvent e)
    {
        var (system, text) = CodeKey.Split(e.Key);
        var code = new SampleCode(null, system, text, text);
        var on = DateOnly.FromDayNumber(e.Day);
        if (e.Class == EventClass.Drug)
        {
            return luck.Percent(25)
                ? writer.Immunization(id, patient, code, on, e.Void ? luck.Of("not-done", "entered-in-error") : "completed", Spelt(on))
                : writer.MedicationRequest(id, patient, Issue(code, on, e.Void));
        }

        if (e.Episode != EpisodeKind.NotStated)
        {
            return writer.Condition(id, patient, Diagnosis(code, on, e));
        }

        if (e.Value is not null || e.IsPressure)
        {
            return writer.Observation(id, patient, Reading(code, on, e));
        }

        return luck.Below(4) switch
        {
            0 or 1 => writer.Condition(id, patient, Diagnosis(code, on, e)),
            2 => writer.Observation(id, patient, Reading(code, on, e)),
            _ => writer.Procedure(id, patient, code, on, e.Void ? luck.Of("not-done", "entered-in-error") : "completed", Spelt(on)),
        };
    }

    private Issue Issue(SampleCode code, DateOnly on, bool isVoid)
    {
        var intent = luck.Of("order", "order", "instance-order", "filler-order", "original-order", "reflex-order");
        var issue = new Issue(code, on, intent) { On = Spelt(on) };
        return !isVoid ? issue
            : luck.Percent(50) ? issue with { Intent = luck.Of("plan", "proposal") }
            : issue with { Status = luck.Of("entered-in-error", "cancelled") };
    }

    private Diagnosis Diagnosis(SampleCode code, DateOnly on, DraftEvent e)
    {
        var diagnosis = new Diagnosis(code, on)
        {
            Episode = e.Episode switch
            {
                EpisodeKind.First => "first",
                EpisodeKind.New => "new",
                EpisodeKind.Review => "review",
                EpisodeKind.End => "end",
                _ => null,
            },
            Verification = e.Void ? luck.Of("entered-in-error", "refuted") : "confirmed",
        };
        return luck.Below(6) switch
        {
            0 => diagnosis,
            1 => diagnosis with { OnsetPeriodStart = Spelt(on) },
            _ => diagnosis with { Onset = Spelt(on) },
        };
    }

    private Reading Reading(SampleCode code, DateOnly on, DraftEvent e)
    {
        var dated = luck.Below(8) switch { 0 => ReadingDate.Issued, 1 => ReadingDate.EffectivePeriod, _ => ReadingDate.EffectiveDateTime };
        return new Reading([code], on)
        {
            // An instant always has its time.
            On = dated == ReadingDate.Issued ? Timed(on) : Spelt(on),
            DatedBy = dated,
            Status = e.Void ? luck.Of("entered-in-error", "cancelled") : luck.Of("final", "final", "amended", "corrected"),
            Value = e.Value is { } value && !e.IsPressure ? Amount(value, e.Unit) : null,
            Parts = [.. Parts(e)],
        };
    }

    private static IEnumerable<ReadingPart> Parts(DraftEvent e)
    {
        if (e.Systolic is { } systolic)
        {
            yield return new ReadingPart([SampleCodes.SystolicLoinc, SampleCodes.Systolic], Amount(systolic.Value, "mm[Hg]", systolic.Bound));
        }

        if (e.Diastolic is { } diastolic)
        {
            yield return new ReadingPart([SampleCodes.Diastolic], Amount(diastolic.Value, "mm[Hg]", diastolic.Bound));
        }
    }

    private Amount Amount(Measured value, string? unit)
    {
        // 7.5 % is 58 mmol/mol: the percentage that the reader rounds to this very number.
        if (unit == "mmol/mol" && luck.Percent(25))
        {
            var percent = decimal.Round((value.Value / 10.929m) + 2.152m, 2);
            if (percent is > 2.152m and <= 100m && Math.Floor(((percent - 2.152m) * 10.929m) + 0.5m) == value.Value)
            {
                return Amount(percent, "%", value.Bound);
            }
        }

        return Amount(value.Value, string.IsNullOrEmpty(unit) ? "1" : unit, value.Bound);
    }

    private static Amount Amount(decimal value, string unit, ValueBound bound) => new(value, unit, bound switch
    {
        ValueBound.Below => "<",
        ValueBound.AtMost => "<=",
        ValueBound.AtLeast => ">=",
        ValueBound.Above => ">",
        _ => null,
    });

    private string Timed(DateOnly on) => luck.Below(3) switch
    {
        0 => When.JustAfterMidnight(on),
        1 => When.JustBeforeMidnight(on),
        _ => When.London(on, 9 + luck.Below(8), 30),
    };

    /// <summary>A date as a record may write this day: with a time, near midnight in London, or no more exact than it must be.</summary>
    private string Spelt(DateOnly on)
    {
        var day = When.Day(on);
        return on is { Month: 1, Day: 1 } && luck.Percent(40) ? day[..4]
            : on.Day == 1 && luck.Percent(40) ? day[..7]
            : luck.Percent(40) ? Timed(on)
            : day;
    }
}
