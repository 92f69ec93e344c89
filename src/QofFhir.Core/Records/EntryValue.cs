namespace QofFhir.Core.Records;

/// <summary>The value of an entry in the unit that the rules compare in, as far as they ask for one.</summary>
/// <param name="RecordedAs">As it was given, where it was converted.</param>
/// <param name="Used">False when the rules ask for a value and the one given could not be used.</param>
internal readonly record struct EntryValue(
    Measured? Value, string? Unit, PressurePart Part = PressurePart.None, string? RecordedAs = null, bool Used = true)
{
    public static EntryValue None { get; } = new(null, null);

    private static EntryValue Unused { get; } = None with { Used = false };

    /// <param name="codes">Null: taken as given.</param>
    public static EntryValue Of(CodeIndex? codes, string key, decimal? value, string? unit)
    {
        if (value is not { } number)
        {
            return None;
        }

        if (codes is null)
        {
            return new EntryValue(new Measured(number), unit);
        }

        if (codes.IsPressure(key))
        {
            // A number beside a code of the whole pressure could be either half.
            return codes.PartOf(key) is not PressurePart.None and var part && Units.Read(unit) == Units.Pressure ? Half(number, part) : Unused;
        }

        if (codes.UnitFor(key) is not { } target)
        {
            return None;
        }

        var from = Units.Read(unit);
        return Units.Convert(number, from, target, out _) is { } converted
            ? new EntryValue(
                new Measured(converted),
                target.Length == 0 ? null : target,
                RecordedAs: from == target || Units.IsUnity(target) ? null : $"{new Measured(number)} {from}")
            : Unused;
    }

    /// <summary>One half of a blood pressure in mm[Hg]; nothing can be below nothing.</summary>
    public static EntryValue Half(decimal number, PressurePart part) =>
        number >= 0 ? new EntryValue(new Measured(number), Units.Pressure, part) : Unused;
}
