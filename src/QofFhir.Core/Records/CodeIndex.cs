using System.Collections.Frozen;

namespace QofFhir.Core.Records;

/// <summary>What a reader must know about a code: whether any rule wants it, which half of a blood pressure it is, and the unit its value is compared in.</summary>
/// <remarks>Never changed: made once for a framework and shared by all threads.</remarks>
public sealed class CodeIndex(
    IReadOnlySet<string> wanted,
    IReadOnlySet<string> pressures,
    IReadOnlyDictionary<string, PressurePart> parts,
    IReadOnlyDictionary<string, string> units)
{
    private readonly FrozenSet<string> _wanted = wanted.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _pressures = pressures.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, PressurePart> _parts = parts.ToFrozenDictionary(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, string> _units = units.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True for a code of any value set.</summary>
    public bool Wants(string key) => _wanted.Contains(key);

    /// <summary>True for a code that a blood pressure cluster holds: its value must be a listed half, in mm[Hg].</summary>
    public bool IsPressure(string key) => _pressures.Contains(key);

    public PressurePart PartOf(string key) => _parts.GetValueOrDefault(key);

    /// <summary>UCUM unit in which the rules compare this code's value, or null where no rule reads a value.</summary>
    public string? UnitFor(string key) => _units.GetValueOrDefault(key);
}
