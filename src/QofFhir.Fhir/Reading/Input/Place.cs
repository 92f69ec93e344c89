namespace QofFhir.Fhir.Reading.Input;

/// <summary>Where a resource stands in the input.</summary>
/// <param name="Line">Line from 1 on which the resource, or the Bundle that it is in, begins.</param>
/// <param name="Entry">Number of the Bundle entry from 0, or -1 outside Bundles.</param>
/// <param name="Within">The place of the outer Bundle, where Bundles are nested.</param>
internal readonly record struct Place(string Input, int Line, int Entry, OuterPlace? Within = null)
{
    /// <summary>Such as <c>practice.ndjson:17</c> or <c>patient.json entry[3]</c>.</summary>
    public string Where => Within is not null ? $"{Within.Place.Where} entry[{Entry}]"
        : Entry < 0 ? $"{Input}:{Line}"
        : Line == 1 ? $"{Input} entry[{Entry}]"
        : $"{Input}:{Line} entry[{Entry}]";

    /// <summary>FHIRPath of an element of the resource here; null when nothing can be named.</summary>
    public string? Expression(string? type, string? element)
    {
        var root = Entry < 0 ? type : InEntry(type);
        return root is null ? element : element is null ? root : $"{root}.{element}";
    }

    private string InEntry(string? type)
    {
        var bundle = Within?.Place.Expression("Bundle", null) ?? "Bundle";
        return type is null ? $"{bundle}.entry[{Entry}]" : $"{bundle}.entry[{Entry}].resource.ofType({type})";
    }
}
