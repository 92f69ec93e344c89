using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>Finds the first later day on which the clinical view comes to something else, the record frozen: when achieved care lapses, until when someone new is in time.</summary>
/// <remarks>The answer can change only on days on which a comparison of a moving date (PPSD, PPED, ACHV_DAT, a day of the year, an age) with a fixed one flips. Those days are gathered from the rules, a few too many rather than one too few, and the table is walked on each in order.</remarks>
internal sealed class Lapse(PatientWalk walk, DateOnly today)
{
    /// <summary>Months differ by so many days, and the day of the search's end is not inside.</summary>
    private const int Slack = 4;

    private readonly SortedSet<int> _days = [];
    private readonly HashSet<int> _fieldsSeen = [];
    private readonly HashSet<int> _registersSeen = [];

    /// <summary>When care that is achieved today lapses.</summary>
    /// <param name="walk">Stands at the patient, by the clinical dates of today; is left on others.</param>
    public static ClinicalState Of(PatientWalk walk, OutcomeTable table, DateOnly today)
    {
        var last = LastRow(table.Rows, r => r.End == RowEnd.Achieve);
        return new Lapse(walk, today).First(table, last, o => o is Outcome.Achieved, out var then) is { } day
            ? new ClinicalState(ClinicallyDue.UpToDate, day, then is null or Outcome.Excluded)
            : new ClinicalState(ClinicallyDue.UpToDate);
    }

    /// <summary>Until when someone newly diagnosed or registered is in time: the first later day on which no such row takes the patient out.</summary>
    /// <param name="walk">Stands at the patient, by the clinical dates of today; is left on others.</param>
    /// <returns>Null when no such row does so today, or none ever stops to.</returns>
    public static DateOnly? InTimeUntil(PatientWalk walk, OutcomeTable table, DateOnly today)
    {
        return IsNew(walk.Walk(table, out _))
            ? new Lapse(walk, today).First(table, LastRow(table.Rows, r => r.End == RowEnd.Adjust), IsNew, out _)
            : null;

        static bool IsNew(Outcome? outcome) =>
            outcome is Outcome.Adjusted { Reason: AdjustmentReason.NewlyDiagnosed or AdjustmentReason.NewlyRegistered };
    }

    private static int LastRow(IReadOnlyList<Row> rows, Func<Row, bool> fits) => rows.Select((r, i) => (r, i)).Last(x => fits(x.r)).i;

    /// <summary>The first later day on which the outcome is another kind.</summary>
    /// <param name="last">The last row that matters for it.</param>
    private DateOnly? First(OutcomeTable table, int last, Func<Outcome?, bool> still, out Outcome? then)
    {
        foreach (var register in table.Population)
        {
            Gather(new Condition.InRegister(register));
        }

        foreach (var line in table.Rows.Take(last + 1).SelectMany(r => r.Lines))
        {
            Gather(line.Condition);
        }

        foreach (var day in _days)
        {
            walk.MoveTo(ServiceDates.Clinical(DateOnly.FromDayNumber(day)));
            then = walk.Walk(table, out _);
            if (!still(then))
            {
                return DateOnly.FromDayNumber(day);
            }
        }

        then = null;
        return null;
    }

    private void Gather(Condition condition)
    {
        switch (condition)
        {
            case Condition.Dates c:
                Gather(c.Left);
                Gather(c.Right);
                Flips(c.Left, c.Right);
                break;
            case Condition.Numbers c:
                Gather(c.Left, c.Right);
                Gather(c.Right, c.Left);
                break;
            case Condition.All c:
                c.Conditions.ToList().ForEach(Gather);
                break;
            case Condition.Any c:
                c.Conditions.ToList().ForEach(Gather);
                break;
            case Condition.Not c:
                Gather(c.Inner);
                break;
            case Condition.Named c:
                Gather(c.Inner);
                break;
            case Condition.InRegister c when _registersSeen.Add(c.Register):
                walk.Plan.Registers[c.Register].Rows.ToList().ForEach(r => Gather(r.Line.Condition));
                break;
            case Condition.DateIsPresent c:
                Gather(c.On);
                break;
            case Condition.NumberIsPresent c:
                Gather(c.Number, new NumberExpression.Literal(0));
                break;
        }
    }

    private void Gather(NumberExpression number, NumberExpression other)
    {
        switch (number)
        {
            case NumberExpression.OfField n:
                GatherField(n.Field);
                break;
            case NumberExpression.HowMany n:
                n.Conditions.ToList().ForEach(Gather);
                break;
            case NumberExpression.AgeAt n:
                Gather(n.On);
                if (Moves(n.On))
                {
                    var limit = (int)Math.Clamp(Math.Floor((other as NumberExpression.Literal)?.Number ?? 0), 0, 200);
                    AddFirst(() => walk.Number(n)?.Value >= limit);
                    AddFirst(() => walk.Number(n)?.Value > limit);
                }

                break;
        }
    }

    private void Gather(DateExpression date)
    {
        switch (date)
        {
            case DateExpression.OfField d:
                GatherField(d.Field);
                break;
            case DateExpression.Plus d:
                Gather(d.Start);
                break;
            case DateExpression.LaterOf d:
                d.Dates.ToList().ForEach(Gather);
                break;
            case DateExpression.EarlierOf d:
                d.Dates.ToList().ForEach(Gather);
                break;
        }
    }

    private void GatherField(int field)
    {
        if (!_fieldsSeen.Add(field))
        {
            return;
        }

        switch (walk.Plan.Fields[field])
        {
            case FieldRule.Select f:
                GatherBounds(f.Filter);
                break;
            case FieldRule.Count f:
                GatherBounds(f.Filter);
                break;
            case FieldRule.Computed f:
                Gather(f.On);
                break;
            case FieldRule.HowMany f:
                f.Conditions.ToList().ForEach(Gather);
                break;
        }
    }

    private void GatherBounds(EventFilter filter)
    {
        foreach (var bound in filter.Bounds)
        {
            Gather(bound.On);
            if (Moves(bound.On))
            {
                foreach (var day in walk.DaysOf(filter).Distinct())
                {
                    Crossing(bound.On, day);
                }
            }
        }
    }

    private void Flips(DateExpression left, DateExpression right)
    {
        var (leftMoves, rightMoves) = (Moves(left), Moves(right));
        if (leftMoves && rightMoves)
        {
            // No rule compares two moving dates today; were one to, every day of two years is tried.
            Enumerable.Range(today.DayNumber + 1, 731).ToList().ForEach(d => _days.Add(d));
        }
        else if (leftMoves || rightMoves)
        {
            foreach (var day in Days(leftMoves ? right : left))
            {
                Crossing(leftMoves ? left : right, day);
            }
        }
    }

    private void Crossing(DateExpression moving, int day)
    {
        // A moving date goes a day for each day of ours, give or take the days of its months.
        walk.MoveTo(ServiceDates.Clinical(today));
        var at = walk.On(moving);
        var near = at == Day.Absent ? null : (long?)today.DayNumber + day - at;
        AddFirst(() => walk.On(moving) >= day, near);
        AddFirst(() => walk.On(moving) > day, near);
    }

    /// <summary>True for a date that grows with today.</summary>
    private bool Moves(DateExpression date) => date switch
    {
        DateExpression.Named d => d.Name is NamedDate.PaymentPeriodStart or NamedDate.PaymentPeriodEnd or NamedDate.Achievement,
        DateExpression.DayOfServiceYear => true,
        DateExpression.Plus d => Moves(d.Start),
        DateExpression.LaterOf d => d.Dates.Any(Moves),
        DateExpression.EarlierOf d => d.Dates.Any(Moves),
        DateExpression.OfField d => walk.Plan.Fields[d.Field] is FieldRule.Computed c && Moves(c.On),
        _ => false,
    };

    /// <summary>Every day that a date which does not grow with today may fall on: a field may choose any of its events as its bounds move.</summary>
    private IEnumerable<int> Days(DateExpression date) => date switch
    {
        DateExpression.Plus d => Days(d.Start).Select(day => Day.Plus(day, d.Amount)),
        DateExpression.LaterOf d => d.Dates.SelectMany(Days),
        DateExpression.EarlierOf d => d.Dates.SelectMany(Days),
        DateExpression.OfField d when walk.Plan.Fields[d.Field] is FieldRule.Select f =>
            walk.DaysOf(f.Filter).Distinct(),
        DateExpression.OfField d when walk.Plan.Fields[d.Field] is FieldRule.Computed c => Days(c.On),
        _ => new[] { walk.On(date) }.Where(day => day != Day.Absent),
    };

    /// <summary>Adds the first day after today on which something holds that, once true, stays true.</summary>
    /// <param name="near">Where it is likely to be; the answer is the same without.</param>
    private void AddFirst(Func<bool> holds, long? near = null)
    {
        var (before, after) = (today.DayNumber, Math.Min(today.DayNumber + (150 * 366), Day.Last));
        if (At(before) || !At(after))
        {
            return;
        }

        foreach (var guess in near is { } likely ? [likely - Slack, likely + Slack] : Array.Empty<long>())
        {
            if (guess > before && guess < after)
            {
                (before, after) = At((int)guess) ? (before, (int)guess) : ((int)guess, after);
            }
        }

        while (after - before > 1)
        {
            var middle = before + ((after - before) / 2);
            (before, after) = At(middle) ? (before, middle) : (middle, after);
        }

        _days.Add(after);

        bool At(int day)
        {
            walk.MoveTo(ServiceDates.Clinical(DateOnly.FromDayNumber(day)));
            return holds();
        }
    }
}
