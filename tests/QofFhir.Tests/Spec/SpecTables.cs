using System.Reflection;

namespace QofFhir.Tests.Spec;

/// <summary>Every table, by a name that says what it shows.</summary>
internal static class SpecTables
{
    public static IReadOnlyDictionary<string, SpecTable> All { get; } = Named();

    private static SortedDictionary<string, SpecTable> Named()
    {
        var named = new SortedDictionary<string, SpecTable>(StringComparer.Ordinal);
        foreach (var area in new[]
                 {
                     typeof(RegisterSpec), typeof(Hba1cSpec), typeof(PressureTargetSpec), typeof(PressureAdjustmentSpec),
                     typeof(PressureTarget2019Spec), typeof(PressureRecordedSpec), typeof(ClinicalSpec),
                 })
        {
            foreach (var field in area.GetFields(BindingFlags.Public | BindingFlags.Static))
            {
                named.Add($"{area.Name}: {field.Name.Replace('_', ' ')}", (SpecTable)field.GetValue(null)!);
            }
        }

        // Rules that are the same in both years, shown with the same patients seven years earlier.
        foreach (var (name, table) in named.Where(t => IsSameIn2019(t.Key)).ToArray())
        {
            named.Add(name + " (2019/20)", table.In("qof-england-2019-20", "2020-03-31"));
        }

        return named;
    }

    private static bool IsSameIn2019(string name) =>
        name.StartsWith(nameof(Hba1cSpec), StringComparison.Ordinal)
        || (name.StartsWith(nameof(PressureRecordedSpec), StringComparison.Ordinal)
            && !name.Contains("Clinic and home", StringComparison.Ordinal) && !name.Contains("Only the decline", StringComparison.Ordinal));
}
