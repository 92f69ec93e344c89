namespace QofFhir.Core.Payments;

/// <summary>Patients on a register, and those on the list that it is a share of, on a day: of one practice, or of all in the country.</summary>
public sealed record RegisterShare
{
    /// <exception cref="ArgumentOutOfRangeException">Fewer than no patients, or more on the register than on the list.</exception>
    public RegisterShare(long register, long list, DateOnly on)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(register);
        ArgumentOutOfRangeException.ThrowIfLessThan(list, register);
        (Register, List, On) = (register, list, on);
    }

    public long Register { get; }

    public long List { get; }

    public DateOnly On { get; }

    /// <summary>Why the counts may change, such as codes that are missing; null when they are settled.</summary>
    public string? MayChange { get; init; }
}
