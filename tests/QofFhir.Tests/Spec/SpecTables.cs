using System.Reflection;

namespace QofFhir.Tests.Spec;

/// <summary>Every table, by a name that says what it shows.</summary>
internal static class SpecTables
{
    public static IReadOnlyDictionary<string, SpecTable> All { get; } = Named();

    /// <summary>Breaks of the rules that change nothing for any patient, each with its reason, as the classes of tables list them.</summary>
    public static IReadOnlyList<(string What, string Reason)> ChangeNothing { get; } =
        [.. Areas().Select(a => a.GetField("ChangeNothing")?.GetValue(null)).OfType<(string What, string Reason)[]>().SelectMany(c => c)];

    /// <summary>The classes that hold tables: those of this folder whose names end in Spec.</summary>
    private static IEnumerable<Type> Areas() => typeof(SpecTables).Assembly.GetTypes()
        .Where(t => t.Namespace == typeof(SpecTables).Namespace && t.Name.EndsWith("Spec", StringComparison.Ordinal))
        .OrderBy(t => t.Name, StringComparer.Ordinal);

    private static SortedDictionary<string, SpecTable> Named()
    {
        var named = new SortedDictionary<string, SpecTable>(StringComparer.Ordinal);
        foreach (var area in Areas())
        {
            foreach (var field in area.GetFields(BindingFlags.Public | BindingFlags.Static))
            {
                SpecTable[] tables = field.GetValue(null) switch { SpecTable one => [one], SpecTable[] several => several, _ => [] };
                foreach (var table in tables)
                {
                    named.Add($"{area.Name}: {field.Name.Replace('_', ' ')} ({table.Framework.Replace("qof-england-", "", StringComparison.Ordinal)})", table);
                }
            }
        }

        return named;
    }
}
