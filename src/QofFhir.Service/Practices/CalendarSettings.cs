namespace QofFhir.Service.Practices;

/// <summary>When practices are run by themselves, all of them; times are London's. A practice's own schedule stands in the place of the month's run.</summary>
internal sealed class CalendarSettings
{
    /// <summary>Day of the month of the monthly run, 1 to 28; null: there is none.</summary>
    public int? MonthlyDay { get; init; }

    /// <summary>Day of April of the year-end run, whose achievement date is 31 March, 1 to 28; null: there is none.</summary>
    public int? YearEndDay { get; init; }

    /// <summary>The runs of a day begin over so many hours from two in the morning, each practice at a time of its own.</summary>
    public int SpreadHours { get; init; } = 5;

    /// <summary>First day on which nothing is run by itself; null: from the beginning.</summary>
    public DateOnly? PausedFrom { get; init; }

    /// <summary>Last day of the pause; null: until the setting changes.</summary>
    public DateOnly? PausedUntil { get; init; }

    public bool IsPausedOn(DateOnly day) =>
        (PausedFrom ?? PausedUntil) is not null && day >= (PausedFrom ?? DateOnly.MinValue) && day <= (PausedUntil ?? DateOnly.MaxValue);
}
