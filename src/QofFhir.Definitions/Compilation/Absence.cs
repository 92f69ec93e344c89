using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;

namespace QofFhir.Definitions.Compilation;

/// <summary>Finds what may be absent in a comparison: its <c>not</c> then holds for everyone without it.</summary>
internal static class Absence
{
    /// <returns>The name as written, such as <c>HBA_DAT</c>; null when the condition is no comparison or nothing in it can be absent.</returns>
    public static string? FirstPossible(ConditionSyntax condition) => condition switch
    {
        ConditionSyntax.Dates d => Of(d.Left) ?? Of(d.Right),
        ConditionSyntax.Numbers n => Of(n.Left) ?? Of(n.Right),
        _ => null,
    };

    private static string? Of(DateSyntax date) => date switch
    {
        DateSyntax.OfField f => f.Field + Names.DateSuffix,
        DateSyntax.Plus p => Of(p.Start),
        DateSyntax.LaterOf l => OfChoice(l.Dates),
        DateSyntax.EarlierOf e => OfChoice(e.Dates),
        _ => null,
    };

    private static string? Of(NumberSyntax number) => number switch
    {
        NumberSyntax.OfField { Part: not FieldPart.Number } f => f.Field + Names.SuffixOf(f.Part),
        NumberSyntax.AgeAt a => Of(a.On),
        _ => null,
    };

    /// <summary>A choice is absent only when every date in it is.</summary>
    private static string? OfChoice(IReadOnlyList<DateSyntax> dates) =>
        dates.All(d => Of(d) is not null) ? Of(dates[0]) : null;
}
