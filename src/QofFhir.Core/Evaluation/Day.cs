using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>Days as day numbers, with one number for "absent" that loses every comparison.</summary>
internal static class Day
{
    public const int Absent = int.MinValue;

    public static readonly int Last = DateOnly.MaxValue.DayNumber;

    public static int Of(DateOnly? on) => on?.DayNumber ?? Absent;

    public static DateOnly? Date(int day) => day == Absent ? null : DateOnly.FromDayNumber(day);

    /// <summary>Adds in one step: a month keeps the day of the month or takes the month's last day. A date beyond the calendar is absent.</summary>
    public static int Plus(int day, Amount amount)
    {
        if (day == Absent)
        {
            return Absent;
        }

        if (amount.Unit is AmountUnit.Day or AmountUnit.Week)
        {
            var sum = day + ((long)amount.Count * (amount.Unit == AmountUnit.Week ? 7 : 1));
            return sum < 0 || sum > Last ? Absent : (int)sum;
        }

        var date = DateOnly.FromDayNumber(day);
        var months = (long)amount.Count * (amount.Unit == AmountUnit.Year ? 12 : 1);
        var month = (date.Year * 12L) + date.Month - 1 + months;
        return month < 12 || month >= 10_000 * 12 ? Absent : date.AddMonths((int)months).DayNumber;
    }

    /// <summary>Completed years; someone born on 29 February is a year older on 1 March of a common year.</summary>
    public static int Age(DateOnly born, DateOnly on)
    {
        var years = on.Year - born.Year;
        return (on.Month, on.Day).CompareTo((born.Month, born.Day)) < 0 ? years - 1 : years;
    }

    public static bool Compare(int left, Comparison comparison, int right) =>
        left != Absent && right != Absent && comparison switch
        {
            Comparison.Less => left < right,
            Comparison.AtMost => left <= right,
            Comparison.Equal => left == right,
            Comparison.AtLeast => left >= right,
            _ => left > right,
        };

    /// <summary>A comparison holds only when it holds for every true value that the record allows.</summary>
    public static bool Compare(Records.Measured? left, Comparison comparison, Records.Measured? right)
    {
        if (left is not { } l || right is not { } r)
        {
            return false;
        }

        if (r.Bound != Records.ValueBound.Exact)
        {
            return l.Bound == Records.ValueBound.Exact && Compare(r, Turned(comparison), l);
        }

        return comparison switch
        {
            Comparison.Less => l.IsBelow(r.Value),
            Comparison.AtMost => l.IsAtMost(r.Value),
            Comparison.Equal => l.IsExactly(r.Value),
            Comparison.AtLeast => l.IsAtLeast(r.Value),
            _ => l.IsAbove(r.Value),
        };
    }

    private static Comparison Turned(Comparison comparison) => comparison switch
    {
        Comparison.Less => Comparison.Greater,
        Comparison.AtMost => Comparison.AtLeast,
        Comparison.AtLeast => Comparison.AtMost,
        Comparison.Greater => Comparison.Less,
        _ => comparison,
    };
}
