using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>The walk on later days: windows end on the day, the record is frozen. Everything that is asked also tells until when its answer stands.</summary>
/// <remarks>An answer can change only on a day on which a date that grows with the day (PPSD, PPED, ACHV_DAT, a day of the year, an age) reaches or passes one that does not. Each comparison and each window finds that day by arithmetic; a few too early rather than one too late.</remarks>
internal sealed partial class PatientWalk
{
    private const int Never = int.MaxValue;

    private const int Always = int.MinValue;

    /// <summary>Two dates that both grow are looked at every day for so long. No rule compares such.</summary>
    private const int BothGrow = 731;

    private bool _ahead;
    private int _day;
    private int _since;
    private int _changes = Never;

    /// <summary>Judges by windows that end on a day. Days may be gone through in any order; what stands is kept from one to the next.</summary>
    public void LookAt(DateOnly day)
    {
        _dayByDay ??= new Worked(plan);
        _since = _atOnce.Dates.AchievementDate.DayNumber;
        (Dates, _ahead, _day) = (ServiceDates.Clinical(day), true, day.DayNumber);
    }

    /// <summary>Walks the rows as <see cref="Walk"/> does.</summary>
    /// <param name="until">The first later day on which the answer may be another; <see cref="int.MaxValue"/>: none.</param>
    public Outcome? WalkUntil(OutcomeTable table, out int until)
    {
        _changes = Never;
        var outcome = Walk(table, out _);
        until = _changes;
        return outcome;
    }

    private void ChangesOn(int day)
    {
        if (day > _day && day < _changes)
        {
            _changes = day;
        }
    }

    private void Watch(DateExpression left, int leftOn, DateExpression right, int rightOn)
    {
        var (leftGrows, rightGrows) = (Grows(left), Grows(right));
        if (leftGrows && rightGrows)
        {
            ChangesOn(_day < _since + BothGrow ? _day + 1 : Never);
        }
        else if (leftGrows)
        {
            Crosses(left, rightOn);
        }
        else if (rightGrows)
        {
            Crosses(right, leftOn);
        }
    }

    private void Crosses(DateExpression date, int on)
    {
        if (on != Day.Absent)
        {
            ChangesOn(Reaches(date, on));
            ChangesOn(Reaches(date, on + 1));
        }
    }

    /// <summary>An age changes what it is compared with only on the birthdays next to that.</summary>
    private void Watch(NumberExpression number, Measured? other)
    {
        if (number is NumberExpression.AgeAt age && Grows(age.On))
        {
            var years = (int)Math.Clamp(Math.Floor(other?.Value ?? 0), 0, 200);
            ChangesOn(Reaches(age.On, Birthday(years)));
            ChangesOn(Reaches(age.On, Birthday(years + 1)));
        }
    }

    /// <summary>What a window lets in and out.</summary>
    /// <param name="leaving">The earliest day whose leaving matters, or absent.</param>
    /// <param name="last">The last day that is inside.</param>
    private void Watch(EventFilter filter, int leaving, int last)
    {
        for (var i = 0; i < filter.Bounds.Count; i++)
        {
            var bound = filter.Bounds[i];
            if (!Grows(bound.On))
            {
                continue;
            }

            if (leaving != Day.Absent && bound.Kind is BoundKind.After or BoundKind.OnOrAfter or BoundKind.On)
            {
                ChangesOn(Reaches(bound.On, bound.Kind == BoundKind.After ? leaving : leaving + 1));
            }

            if (bound.Kind is BoundKind.Before or BoundKind.OnOrBefore or BoundKind.On && FirstAfter(filter, last) is { } entering)
            {
                ChangesOn(Reaches(bound.On, bound.Kind == BoundKind.Before ? entering + 1 : entering));
            }
        }
    }

    private int? FirstAfter(EventFilter filter, int last)
    {
        int? first = null;
        for (var i = 0; i < filter.Clusters.Count; i++)
        {
            for (var at = _latest[filter.Clusters[i]]; at != None && _placed[at].Day > last; at = _placed[at].Before)
            {
                first = Math.Min(first ?? int.MaxValue, _placed[at].Day);
            }
        }

        return first;
    }

    /// <summary>True for a date that grows with the day that is looked at.</summary>
    private bool Grows(DateExpression date) => date switch
    {
        DateExpression.Named d => d.Name is NamedDate.PaymentPeriodStart or NamedDate.PaymentPeriodEnd or NamedDate.Achievement,
        DateExpression.DayOfServiceYear => true,
        DateExpression.Plus d => Grows(d.Start),
        DateExpression.LaterOf d => AnyGrows(d.Dates),
        DateExpression.EarlierOf d => AnyGrows(d.Dates),
        DateExpression.OfField d => plan.Fields[d.Field] is FieldRule.Computed c && Grows(c.On),
        _ => false,
    };

    private bool AnyGrows(IReadOnlyList<DateExpression> dates)
    {
        for (var i = 0; i < dates.Count; i++)
        {
            if (Grows(dates[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first day to look at on which a date is at least another; <see cref="Always"/> or <see cref="Never"/> where it does not depend on that.</summary>
    private int Reaches(DateExpression date, int on) => date switch
    {
        DateExpression.Named { Name: NamedDate.PaymentPeriodEnd or NamedDate.Achievement } => on,
        DateExpression.Named { Name: NamedDate.PaymentPeriodStart } => Least(on - 1, new Amount(-12, AmountUnit.Month)),
        DateExpression.DayOfServiceYear d => Least(LastBefore(d, on), new Amount(-12, AmountUnit.Month)),
        DateExpression.Plus d => Least(on, d.Amount) is var start && start is Never or Always ? start : Reaches(d.Start, start),
        DateExpression.LaterOf d => d.Dates.Min(i => Reaches(i, on)),
        DateExpression.EarlierOf d => d.Dates.Where(i => On(i) != Day.Absent).Select(i => Reaches(i, on)).DefaultIfEmpty(Never).Max(),
        DateExpression.OfField d when plan.Fields[d.Field] is FieldRule.Computed c => Reaches(c.On, on),
        _ => On(date) >= on ? Always : Never,
    };

    /// <summary>The first day from which, an amount added, one comes to a day or past it.</summary>
    private static int Least(int on, Amount amount)
    {
        var day = Day.Plus(on, amount with { Count = -amount.Count });
        if (day == Day.Absent)
        {
            return amount.Count > 0 ? Always : Never;
        }

        // The day before never does; months that are too short may ask for some days more.
        while (Day.Plus(day, amount) < on && day < Day.Last)
        {
            day++;
        }

        return day;
    }

    /// <summary>The last such day of a year before a day.</summary>
    private static int LastBefore(DateExpression.DayOfServiceYear date, int on)
    {
        var year = DateOnly.FromDayNumber(on).Year;
        var day = InYear(date, year).DayNumber;
        return day < on ? day : InYear(date, year - 1).DayNumber;
    }

    private int Birthday(int years)
    {
        var born = _records.Patient(_patient).Born;
        var day = born.AddYears(years);
        return day.Day == born.Day ? day.DayNumber : day.DayNumber + 1; // Whoever was born on 29 February is older on 1 March.
    }
}
