namespace QofFhir.SampleGp.Server.Shelves;

/// <summary>All resources of one type in ordinal order of their ids, findable by id, patient and code.</summary>
internal sealed class Shelf
{
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byPatient = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> _byCode = [];
    private readonly Dictionary<int, List<int>> _byAnyCode = [];

    public Shelf(List<ShelfEntry> entries)
    {
        entries.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        Entries = entries;
        for (var place = 0; place < entries.Count; place++)
        {
            var entry = entries[place];
            _byId.Add(entry.Id, place);
            Put(_byPatient, entry.Patient, place);
            foreach (var code in entry.Codes.Distinct())
            {
                Put(_byCode, code, place);
            }

            foreach (var code in entry.Codes.Union(entry.FurtherCodes))
            {
                Put(_byAnyCode, code, place);
            }
        }
    }

    public IReadOnlyList<ShelfEntry> Entries { get; }

    public IEnumerable<int> WithIds(IEnumerable<string> ids) => ids.Where(_byId.ContainsKey).Select(id => _byId[id]);

    public IEnumerable<int> OfPatients(IEnumerable<string> patients) => patients.SelectMany(p => Found(_byPatient, p));

    /// <param name="orFurther">Also by codes of components and reasons.</param>
    public IEnumerable<int> WithCodes(IEnumerable<int> codes, bool orFurther) =>
        codes.SelectMany(c => Found(orFurther ? _byAnyCode : _byCode, c));

    private static List<int> Found<T>(Dictionary<T, List<int>> index, T key)
        where T : notnull => index.TryGetValue(key, out var places) ? places : [];

    private static void Put<T>(Dictionary<T, List<int>> index, T? key, int place)
        where T : notnull
    {
        if (key is null)
        {
            return;
        }

        if (!index.TryGetValue(key, out var places))
        {
            index.Add(key, places = []);
        }

        places.Add(place);
    }
}
