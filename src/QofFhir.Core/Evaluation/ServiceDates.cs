namespace QofFhir.Core.Evaluation;

/// <summary>The dates that a run judges by. All days are inside: the payment period runs from <paramref name="PaymentPeriodStart"/> to <paramref name="PaymentPeriodEnd"/>, and nothing dated after <paramref name="AchievementDate"/> counts.</summary>
public readonly record struct ServiceDates(DateOnly PaymentPeriodStart, DateOnly PaymentPeriodEnd, DateOnly AchievementDate)
{
    private readonly DateOnly? _known;

    /// <summary>The last day of which anything is known, inside; the achievement date unless an earlier one is said. Entries after it, and registrations that begin after it, do not exist; an end of registration and a death stand as they are recorded.</summary>
    public DateOnly Known { get => _known is { } day && day < AchievementDate ? day : AchievementDate; init => _known = value; }

    /// <summary>The service year, 1 April to 31 March, that holds the achievement date: what QOF pays by.</summary>
    public static ServiceDates Year(DateOnly achievementDate)
    {
        var start = new DateOnly(achievementDate.Year, 4, 1);
        start = achievementDate < start ? start.AddYears(-1) : start;
        return new ServiceDates(start, start.AddYears(1).AddDays(-1), achievementDate);
    }

    /// <summary>The same windows ending today: what is clinically due.</summary>
    public static ServiceDates Clinical(DateOnly today) => new(today.AddMonths(-12).AddDays(1), today, today);
}
