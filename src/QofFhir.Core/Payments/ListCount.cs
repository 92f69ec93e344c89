namespace QofFhir.Core.Payments;

/// <summary>Patients on a practice's list on a day.</summary>
public sealed record ListCount
{
    /// <exception cref="ArgumentOutOfRangeException">Fewer than no patients.</exception>
    public ListCount(int patients, DateOnly on)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(patients);
        (Patients, On) = (patients, on);
    }

    public int Patients { get; }

    public DateOnly On { get; }
}
