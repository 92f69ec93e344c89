using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;

namespace QofFhir.Core.Outlook;

/// <summary>A practice as it will stand on later days if nothing is added to its records.</summary>
public static class OutlookViews
{
    /// <summary>Evaluates as of today, in one and in three months and at the end of the service year that holds today, in this order.</summary>
    /// <param name="today">The last day of which anything is known.</param>
    /// <exception cref="ArgumentException">The framework holds sample codes and the records are not all sample data.</exception>
    public static IReadOnlyList<OutlookView> Of(
        Framework framework, PracticeRecords records, DateOnly today, string? practice = null, IReadOnlyList<Attestation>? attestations = null)
    {
        var end = ServiceDates.Year(today).PaymentPeriodEnd;
        (OutlookMoment Moment, DateOnly Day)[] moments =
        [
            (OutlookMoment.Now, today), (OutlookMoment.InOneMonth, today.AddMonths(1)), (OutlookMoment.InThreeMonths, today.AddMonths(3)),
            (OutlookMoment.YearEnd, end),
        ];
        var views = new List<OutlookView>();
        foreach (var (moment, day) in moments)
        {
            var on = day < end ? day : end;
            var same = views.Find(v => v.On == on)?.Result;
            views.Add(new OutlookView(
                moment, on, day > end, same ?? Qof.Evaluate(framework, records, ServiceDates.Year(on) with { Known = today }, practice, attestations)));
        }

        return views;
    }

    /// <summary>The ends of the months of the service year up to a day, that day too when it is one.</summary>
    public static IReadOnlyList<DateOnly> MonthEnds(DateOnly today)
    {
        var start = ServiceDates.Year(today).PaymentPeriodStart;
        return [.. Enumerable.Range(1, 12).Select(m => start.AddMonths(m).AddDays(-1)).Where(d => d <= today)];
    }
}
