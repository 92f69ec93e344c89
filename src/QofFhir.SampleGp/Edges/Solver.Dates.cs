using QofFhir.Core.Evaluation;
using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>Dates put where they are wanted.</summary>
internal sealed partial class Solver
{
    private int[]? _days;

    /// <summary>Days that the rules themselves name, those beside them, and days on which months are hard to count.</summary>
    private int[] Days => _days ??= [.. FixedDays().Concat(HardDays()).Where(d => d <= _known).Distinct().Order()];

    private IEnumerable<int> FixedDays() => slice.Mentions.Dates.Where(d => !DateTwins.Varies(d))
        .Select(_walk.On).Append(dates.PaymentPeriodStart.DayNumber).Append(_known)
        .Where(d => d != Day.Absent).SelectMany(d => new[] { d - 1, d, d + 1 });

    private IEnumerable<int> HardDays() =>
        from back in Enumerable.Range(0, 6)
        let year = dates.PaymentPeriodEnd.Year - back
        from day in new[] { (1, 1), (1, 31), (3, 31), (4, 1), (5, 31), (8, 31) }
        select new DateOnly(year, day.Item1, day.Item2).DayNumber into day
        from either in new[] { day, LeapDayBefore(day) }
        select either;

    private static int LeapDayBefore(int day)
    {
        var year = DateOnly.FromDayNumber(day).Year;
        while (!DateTime.IsLeapYear(year) || new DateOnly(year, 2, 29).DayNumber > day)
        {
            year--;
        }

        return new DateOnly(year, 2, 29).DayNumber;
    }

    private static int MonthEndBefore(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        return new DateOnly(date.Year, date.Month, 1).AddMonths(1).AddDays(-1).DayNumber is var end && end <= day ? end : day - date.Day;
    }

    private int SomeDay() => luck.Percent(70) ? luck.Of<int>(Days) : _known - luck.Below(luck.Of(60, 400, 1500, 6000));

    private void MakePresent(DateExpression date, bool present)
    {
        switch (date)
        {
            case DateExpression.OfField d when slice.Plan.Fields[d.Field] is FieldRule.Computed c: MakePresent(c.On, present); break;
            case DateExpression.OfField d when present: PlaceField(d.Field, SomeDay()); break;
            case DateExpression.OfField d: Spoil(d.Field, _ => true); break;
            case DateExpression.Plus d: MakePresent(d.Start, present); break;
            case DateExpression.LaterOf d: MakePresent(d.Dates, present); break;
            case DateExpression.EarlierOf d: MakePresent(d.Dates, present); break;
        }
    }

    private void MakePresent(IReadOnlyList<DateExpression> dates, bool present)
    {
        foreach (var date in present ? [luck.Of<DateExpression>(dates)] : dates)
        {
            MakePresent(date, present);
        }
    }

    /// <summary>False for a date that no patient can change, and where the calls lead too deep.</summary>
    private bool MoveTo(DateExpression date, int day)
    {
        if (_depth >= DeepestCall || day < 1000 || day > Day.Last - 1000)
        {
            return false;
        }

        _depth++;
        var moved = date switch
        {
            DateExpression.OfField d => PlaceField(d.Field, day),
            DateExpression.Named { Name: NamedDate.Birth } => BornOn(day),
            DateExpression.Named { Name: NamedDate.Registration } => RegisteredOn(day),
            DateExpression.Plus d => MoveTo(d.Start, Before(day, d.Amount)),
            DateExpression.LaterOf d => MoveOneTo(d.Dates, day, beyond: on => on > day),
            DateExpression.EarlierOf d => MoveOneTo(d.Dates, day, beyond: on => on < day && on != Day.Absent),
            _ => false,
        };
        _depth--;
        return moved;
    }

    private bool BornOn(int day)
    {
        if (day > _known)
        {
            return false;
        }

        _draft.Born = luck.Percent(8) && MonthEndBefore(day) is var end && day - end < 4 ? end : day;
        if (_draft.Spells.Count > 0 && _draft.Spells[0].From?.DayNumber < day)
        {
            _draft.Register(day);
        }

        return true;
    }

    private bool RegisteredOn(int day)
    {
        if (day > _known)
        {
            return false;
        }

        _draft.Register(day);
        _draft.Born = Math.Min(_draft.Born, day);
        return true;
    }

    /// <summary>A day from which the amount leads to this one: of several, as before the end of February, any.</summary>
    private int Before(int day, Amount amount)
    {
        var about = Day.Plus(day, amount with { Count = -amount.Count });
        if (about == Day.Absent)
        {
            return Day.Absent;
        }

        var exact = Enumerable.Range(about - 4, 9).Where(d => d > 0 && Day.Plus(d, amount) == day).ToArray();
        return exact.Length == 0 ? about : luck.Of<int>(exact);
    }

    private bool MoveOneTo(IReadOnlyList<DateExpression> among, int day, Func<int, bool> beyond)
    {
        var first = luck.Below(among.Count);
        for (var i = 0; i < among.Count; i++)
        {
            var chosen = (first + i) % among.Count;
            if (!MoveTo(among[chosen], day))
            {
                continue;
            }

            for (var other = 0; other < among.Count; other++)
            {
                if (other != chosen && beyond(_walk.On(among[other])))
                {
                    MakePresent(among[other], false);
                }
            }

            return true;
        }

        return false;
    }
}
