namespace QofFhir.Core;

/// <summary>Bad data, told in one sentence beside the good data. It never carries a patient's name, number, date or value.</summary>
/// <param name="Severity">Error: the resource was rejected. Warning: it counts, but less was read than is there.</param>
/// <param name="Where">File and line or entry, such as <c>practice.ndjson:17</c>.</param>
/// <param name="Expression">FHIRPath of the faulty element, such as <c>Observation.effectiveDateTime</c>.</param>
/// <param name="Text">What is wrong and what was expected.</param>
public sealed record Problem(ProblemKind Kind, ProblemSeverity Severity, string Where, string? Expression, string Text);

public enum ProblemSeverity { Error, Warning, Information }

/// <summary>The kinds of bad data that a reader tells apart.</summary>
public enum ProblemKind
{
    /// <summary>The file, or the rest of it, could not be read: truncated, damaged, beyond the limits, in another encoding. What it held is not known, so every number may be too small.</summary>
    Incomplete,

    /// <summary>One record, or an empty file, could not be read: not JSON, or too large.</summary>
    Unreadable,

    /// <summary>JSON, but no resource as FHIR R4 has it.</summary>
    Structure,

    /// <summary>An element that is needed is missing.</summary>
    Required,

    /// <summary>An element is there, but its value cannot be.</summary>
    Value,

    /// <summary>The unit is missing or not understood, so the value is not used.</summary>
    Unit,

    /// <summary>A reference leads nowhere in this input.</summary>
    Reference,

    /// <summary>A resource of this type and id was read before.</summary>
    Duplicate,
}
