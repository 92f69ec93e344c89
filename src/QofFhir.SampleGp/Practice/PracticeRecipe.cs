namespace QofFhir.SampleGp.Practice;

/// <summary>What a synthetic practice is made from: the same recipe gives the same bytes on every machine.</summary>
/// <param name="Patients">How many patients; the cast of named cases comes first, so fewer than <see cref="SamplePractice.CastSize"/> leaves rule rows without a case.</param>
/// <param name="Seed">Chooses the ordinary patients; the cast does not depend on it.</param>
/// <param name="AchievementDate">The day on which the data was "taken": ordinary patients have nothing after it. The cast shows every row of the service year that holds it, so a few of its entries lie between this day and the year's end.</param>
/// <param name="PracticeCode">ODS code of the practice.</param>
public sealed record PracticeRecipe(
    int Patients = 400, int Seed = 1, DateOnly? AchievementDate = null, string PracticeCode = PracticeRecipe.FictionalPractice)
{
    /// <summary>Shaped like an English practice's code, but of no region that was ever given out.</summary>
    public const string FictionalPractice = "A99999";

    /// <summary>NHS numbers of the test range run out above it.</summary>
    public const int MostPatients = 500_000;

    /// <summary>The day taken where the recipe names none.</summary>
    public static readonly DateOnly DefaultAchievementDate = new(2026, 11, 30);

    /// <summary>Entries an ordinary patient has on average that no diabetes, hypertension or blood pressure rule reads: 90 and more weigh what a real record weighs.</summary>
    public int BackgroundEntries { get; init; } = 8;

    public DateOnly TakenOn => AchievementDate ?? DefaultAchievementDate;

    /// <summary>What of it cannot be made, or null.</summary>
    public string? Fault =>
        Patients is < 0 or > MostPatients ? $"A practice has from 0 to {MostPatients} patients."
        : BackgroundEntries < 0 ? "Background entries cannot be fewer than none."
        : TakenOn.Year is < 2000 or > 2099 ? "The day must lie from 2000 to 2099."
        : PracticeCode.Length is 0 or > 12 || !PracticeCode.All(char.IsAsciiLetterOrDigit)
            ? "An ODS code has letters and digits only, at most twelve."
        : null;

    internal void Check()
    {
        if (Fault is { } fault)
        {
            throw new ArgumentException(fault);
        }
    }
}
