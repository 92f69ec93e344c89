namespace QofFhir.Core.Recall;

/// <summary>Where everyone on the practice list is: each patient in exactly one of these.</summary>
/// <param name="Listed">To be recalled.</param>
/// <param name="Booked">Those whose appointment is still to come.</param>
/// <param name="DecidedAgainst">Those of whom nothing is open but what is unsuitable or what they chose not to have.</param>
/// <param name="Later">Those of whom nothing is open but what lapses after the horizon.</param>
/// <param name="NothingOpen">Those of whom nothing is open that was asked for.</param>
/// <param name="OtherMonths">Those born in a month that was not asked for.</param>
public sealed record WorklistCounts(int Listed, int Booked, int DecidedAgainst, int Later, int NothingOpen, int OtherMonths)
{
    public int ListSize => Listed + Booked + DecidedAgainst + Later + NothingOpen + OtherMonths;
}
