using QofFhir.Core.Evaluation;

namespace QofFhir.SampleGp.Practice;

/// <summary>The service year that the cast plays in: 1 April to 31 March, both inside.</summary>
internal sealed class ServiceYear(DateOnly achievementDate)
{
    private readonly ServiceDates _dates = ServiceDates.Year(achievementDate);

    public DateOnly Start => _dates.PaymentPeriodStart;

    public DateOnly End => _dates.PaymentPeriodEnd;

    /// <summary>The day of this month within the year: April to December in its first calendar year, January to March in the second.</summary>
    public DateOnly On(int month, int day) => new(month >= 4 ? Start.Year : End.Year, month, day);

    /// <summary>Birth date of someone who has this age on every day of the year.</summary>
    public DateOnly BornFor(int age) => Start.AddYears(-age);
}
