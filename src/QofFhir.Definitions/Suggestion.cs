namespace QofFhir.Definitions;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Suggestion
{
    /// <summary><c>; did you mean X?</c> for a name at most two slips away, else nothing.</summary>
    public static string For(string name, IEnumerable<string> known)
    {
        var nearest = known
            .Where(k => Math.Abs(k.Length - name.Length) <= 2)
            .Select(k => (Name: k, Slips: Slips(name, k)))
            .Where(k => k.Slips <= Math.Min(2, name.Length / 3))
            .OrderBy(k => k.Slips).ThenBy(k => k.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is null ? "" : $"; did you mean {nearest.Name}?";
    }

    /// <summary>Letters to add, drop or change to get from one name to the other.</summary>
    private static int Slips(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
