using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

internal sealed partial class PatientWalk
{
    public bool Holds(Condition condition) => condition switch
    {
        Condition.Dates c => Day.Compare(On(c.Left), c.Comparison, On(c.Right)),
        Condition.Numbers c => Day.Compare(Number(c.Left), c.Comparison, Number(c.Right)),
        Condition.Named c => Holds(c.Inner),
        Condition.Not c => !Holds(c.Inner),
        Condition.All c => c.Conditions.All(Holds),
        Condition.Any c => c.Conditions.Any(Holds),
        Condition.InRegister c => IsOn(c.Register),
        Condition.DateIsPresent c => On(c.On) != Day.Absent,
        Condition.NumberIsPresent c => Number(c.Number) is not null,
        Condition.SexIs c => records.Patient(_patient).Sex == c.Sex,
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
        DateExpression.LaterOf d => d.Dates.Max(On),
        DateExpression.EarlierOf d => d.Dates.Select(On).Where(day => day != Day.Absent).DefaultIfEmpty(Day.Absent).Min(),
        _ => throw new InvalidOperationException($"unknown date {date.GetType().Name}"),
    };

    public Measured? Number(NumberExpression number) => number switch
    {
        NumberExpression.Literal n => new Measured(n.Number),
        NumberExpression.OfField n => Part(Field(n.Field), n.Part),
        NumberExpression.AgeAt n => Age(On(n.On)),
        NumberExpression.HowMany n => new Measured(n.Conditions.Count(Holds)),
        _ => throw new InvalidOperationException($"unknown number {number.GetType().Name}"),
    };

    private int On(NamedDate name) => name switch
    {
        NamedDate.PaymentPeriodStart => Dates.PaymentPeriodStart.DayNumber,
        NamedDate.PaymentPeriodEnd => Dates.PaymentPeriodEnd.DayNumber,
        NamedDate.Achievement => Dates.AchievementDate.DayNumber,
        NamedDate.Birth => records.Patient(_patient).Born.DayNumber,
        _ => _registered.DayNumber,
    };

    /// <summary>29 February of a common year is its 28 February.</summary>
    private int DayOfServiceYear(DateExpression.DayOfServiceYear date)
    {
        var start = Dates.PaymentPeriodStart;
        var day = InYear(start.Year);
        return (day < start ? InYear(start.Year + 1) : day).DayNumber;

        DateOnly InYear(int year) => new(year, date.Month, Math.Min(date.Day, DateTime.DaysInMonth(year, date.Month)));
    }

    private Measured? Age(int on) =>
        on == Day.Absent ? null : new Measured(Day.Age(records.Patient(_patient).Born, DateOnly.FromDayNumber(on)));

    private static Measured? Part(in FieldResult field, FieldPart part) => part switch
    {
        FieldPart.Value => field.Value,
        FieldPart.Systolic => field.Systolic,
        FieldPart.Diastolic => field.Diastolic,
        _ => new Measured(field.Number),
    };
}
