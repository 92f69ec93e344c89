using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

internal sealed partial class PatientWalk
{
    public bool Holds(Condition condition) => condition switch
    {
        Condition.Dates c => Compare(c),
        Condition.Numbers c => Compare(c),
        Condition.Named c => Holds(c.Inner),
        Condition.Not c => !Holds(c.Inner),
        Condition.All c => All(c.Conditions),
        Condition.Any c => Any(c.Conditions),
        Condition.InRegister c => IsOn(c.Register),
        Condition.DateIsPresent c => On(c.On) != Day.Absent,
        Condition.NumberIsPresent c => IsSupposed(c.Number) || Number(c.Number) is not null,
        Condition.SexIs c => _records.Patient(_patient).Sex == c.Sex,
        Condition.Always => true,
        _ => throw new InvalidOperationException($"unknown condition {condition.GetType().Name}"),
    };

    /// <summary>The day number of a date, or <see cref="Day.Absent"/>.</summary>
    public int On(DateExpression date) => date switch
    {
        DateExpression.OfField d => Field(d.Field).Day,
        DateExpression.Named d => On(d.Name),
        DateExpression.Literal d => d.On.DayNumber,
        DateExpression.Plus d => Day.Plus(On(d.Start), d.Amount),
        DateExpression.DayOfServiceYear d => DayOfServiceYear(d),
        DateExpression.LaterOf d => LaterOf(d.Dates),
        DateExpression.EarlierOf d => EarlierOf(d.Dates),
        _ => throw new InvalidOperationException($"unknown date {date.GetType().Name}"),
    };

    public Measured? Number(NumberExpression number) => number switch
    {
        NumberExpression.Literal n => new Measured(n.Number),
        NumberExpression.OfField n => ValueOf(n.Field, n.Part),
        NumberExpression.AgeAt n => Age(On(n.On)),
        NumberExpression.HowMany n => new Measured(CountOf(n.Conditions)),
        _ => throw new InvalidOperationException($"unknown number {number.GetType().Name}"),
    };

    private bool Compare(Condition.Dates c)
    {
        var (left, right) = (On(c.Left), On(c.Right));
        if (_ahead)
        {
            Watch(c.Left, left, c.Right, right);
        }

        return Day.Compare(left, c.Comparison, right);
    }

    private bool Compare(Condition.Numbers c)
    {
        if (IsSupposed(c.Left) || IsSupposed(c.Right))
        {
            return _favours;
        }

        var (left, right) = (Number(c.Left), Number(c.Right));
        if (_ahead)
        {
            Watch(c.Left, right);
            Watch(c.Right, left);
        }

        return Day.Compare(left, c.Comparison, right);
    }

    private bool All(IReadOnlyList<Condition> conditions)
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            if (!Holds(conditions[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool Any(IReadOnlyList<Condition> conditions)
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            if (Holds(conditions[i]))
            {
                return true;
            }
        }

        return false;
    }

    private int CountOf(IReadOnlyList<Condition> conditions)
    {
        var count = 0;
        for (var i = 0; i < conditions.Count; i++)
        {
            count += Holds(conditions[i]) ? 1 : 0;
        }

        return count;
    }

    private int LaterOf(IReadOnlyList<DateExpression> dates)
    {
        var latest = Day.Absent;
        for (var i = 0; i < dates.Count; i++)
        {
            latest = Math.Max(latest, On(dates[i]));
        }

        return latest;
    }

    private int EarlierOf(IReadOnlyList<DateExpression> dates)
    {
        var earliest = Day.Absent;
        for (var i = 0; i < dates.Count; i++)
        {
            var on = On(dates[i]);
            earliest = on == Day.Absent || (earliest != Day.Absent && earliest < on) ? earliest : on;
        }

        return earliest;
    }

    private int On(NamedDate name) => name switch
    {
        NamedDate.PaymentPeriodStart => Dates.PaymentPeriodStart.DayNumber,
        NamedDate.PaymentPeriodEnd => Dates.PaymentPeriodEnd.DayNumber,
        NamedDate.Achievement => Dates.AchievementDate.DayNumber,
        NamedDate.Birth => _records.Patient(_patient).Born.DayNumber,
        _ => _registered.DayNumber,
    };

    /// <summary>29 February of a common year is its 28 February.</summary>
    private int DayOfServiceYear(DateExpression.DayOfServiceYear date)
    {
        var start = Dates.PaymentPeriodStart;
        var day = InYear(date, start.Year);
        return (day < start ? InYear(date, start.Year + 1) : day).DayNumber;
    }

    private static DateOnly InYear(DateExpression.DayOfServiceYear date, int year) =>
        new(year, date.Month, Math.Min(date.Day, DateTime.DaysInMonth(year, date.Month)));

    private Measured? Age(int on) =>
        on == Day.Absent ? null : new Measured(Day.Age(_records.Patient(_patient).Born, DateOnly.FromDayNumber(on)));
}
