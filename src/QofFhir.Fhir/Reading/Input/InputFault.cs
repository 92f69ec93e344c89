using QofFhir.Core;

namespace QofFhir.Fhir.Reading.Input;

/// <summary>What is wrong with a piece of input that is no readable resource.</summary>
/// <param name="Element">Where in the Bundle's entry, such as <c>resource</c>; null for the record itself.</param>
/// <param name="EndsValue">True when the value cannot be read to its end.</param>
/// <param name="IsRecord">True when a record was lost, which then counts as rejected; false for a fault of the file as such.</param>
internal sealed record InputFault(ProblemKind Kind, string Text, bool IsRecord = true, string? Element = null, bool EndsValue = false)
{
    public static InputFault Gzip { get; } = new(
        ProblemKind.Incomplete, "The gzip data ends too early or is damaged; what came before was read.", IsRecord: false);

    public static InputFault TooMuch { get; } = new(
        ProblemKind.Incomplete, "The input is larger than the limit for one input; what came before was read.", IsRecord: false);

    public static InputFault Bomb { get; } = new(
        ProblemKind.Incomplete,
        "The gzip data grows more than the limit allows, as no health record does; what came before was read.", IsRecord: false);

    public static InputFault Encoding { get; } = new(
        ProblemKind.Incomplete, "The text is not UTF-8, which FHIR JSON must be.", IsRecord: false);

    public static InputFault Empty { get; } = new(
        ProblemKind.Unreadable, "The input is empty; a Bundle, a resource or NDJSON was expected.", IsRecord: false);

    public static InputFault NotJson { get; } = new(ProblemKind.Unreadable, "This is not JSON; one FHIR resource in JSON was expected.");

    public static InputFault BundleBroken { get; } = new(
        ProblemKind.Incomplete, "From this entry on the Bundle is not JSON; the entries before it were read.");

    public static InputFault Truncated { get; } = new(
        ProblemKind.Incomplete, "The input ends in the middle of a resource or Bundle; what came before was read.");

    public static InputFault TooLarge { get; } = new(ProblemKind.Unreadable, "The resource is larger than the limit for one resource.");

    public static InputFault TooDeep { get; } = new(ProblemKind.Structure, "The JSON is nested deeper than any FHIR resource.");

    public static InputFault NoObject { get; } = new(ProblemKind.Structure, "A JSON object with a resourceType was expected.", EndsValue: true);

    public static InputFault List { get; } = new(
        ProblemKind.Structure, "A JSON array is no FHIR input; a Bundle, a resource or NDJSON was expected.", EndsValue: true);

    public static InputFault EntryIsNoObject { get; } = new(ProblemKind.Structure, "A Bundle entry is a JSON object; this one is not.");

    public static InputFault ResourceIsNoObject { get; } = new(
        ProblemKind.Structure, "The entry's resource is not a JSON object.", Element: "resource");

    public static InputFault EntriesAreNoList { get; } = new(ProblemKind.Structure, "Bundle.entry is not a JSON array.");

    public static InputFault NoType { get; } = new(
        ProblemKind.Structure, "The resourceType is missing or is no type's name.", Element: "resourceType");

    public static InputFault NestedBundle { get; } = new(
        ProblemKind.Structure, "A Bundle within a Bundle within a Bundle is not read.");
}
