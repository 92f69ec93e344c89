namespace QofFhir.Definitions.ValueSets;

/// <summary>Codes that we add beside a published list, so that records from elsewhere are understood; they never make a list more complete.</summary>
internal sealed class Additions
{
    private readonly ILookup<string, ListedCode> _codes;

    private Additions(ILookup<string, ListedCode> codes) => _codes = codes;

    /// <param name="file">Columns <c>cluster, system, code, display, unit, source</c>; null: nothing is added.</param>
    public static Additions Read(string? file, ICollection<DefinitionMistake> mistakes)
    {
        var codes = new List<(string Cluster, ListedCode Code)>();
        using var table = file is null ? null : DelimitedTable.Open(file, mistakes);
        if (table is not null)
        {
            var (cluster, system, code) = (table.Required("cluster"), table.Required("system"), table.Required("code"));
            var (display, unit, source) = (table.Required("display"), table.Required("unit"), table.Required("source"));
            foreach (var row in table.Rows())
            {
                if (row[cluster] is not { } name || row[system] is not { } url || row[code] is not { } id)
                {
                    mistakes.Add(new DefinitionMistake(table.File, row.Line, 1, "an addition needs a cluster, a system and a code"));
                    continue;
                }

                var why = row[unit] is { } measured ? $"{row[source]}; {measured}" : row[source] ?? "";
                codes.Add((name, new ListedCode(url, id, row[display], "Added beside the published list: " + why)));
            }
        }

        return new Additions(codes.ToLookup(c => c.Cluster, c => c.Code, StringComparer.Ordinal));
    }

    /// <summary>The list with its additions at the end; an addition that the list has by now is dropped.</summary>
    public ValueSetContent To(ValueSetContent content)
    {
        var known = content.Codes.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        return content with { Codes = [.. content.Codes, .. _codes[content.Name].Where(c => known.Add(c.Key))] };
    }
}
