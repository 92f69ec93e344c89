namespace QofFhir.Core.Payments;

/// <summary>Patients on a register, and those on the list that it is a share of, on a day: of one practice, or of all in the country.</summary>
public sealed record RegisterShare
{
    /// <exception cref="ArgumentOutOfRangeException">Fewer than no patients, or more on the register than on the list.</exception>
    public RegisterShare(int register, int list, DateOnly on)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(register);
        ArgumentOutOfRangeException.ThrowIfLessThan(list, register);
        (Register, List, On) = (register, list, on);
    }

    public int Register { get; }

    public int List { get; }

    public DateOnly On { get; }
}
