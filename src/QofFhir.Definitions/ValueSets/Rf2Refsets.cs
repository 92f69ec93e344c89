using QofFhir.Core.Rules;

namespace QofFhir.Definitions.ValueSets;

/// <summary>Gathers the active members of the wanted reference sets, file by file.</summary>
/// <param name="wanted">The value sets by the id of their reference set; some share one.</param>
internal sealed class Rf2Refsets(IReadOnlyDictionary<string, List<ValueSetContent>> wanted, ICollection<DefinitionMistake> mistakes)
{
    private readonly Dictionary<string, (CodeCollector Codes, SortedSet<string> Days, List<string> Files)> _found = new(StringComparer.Ordinal);
    private readonly TermList _noTerms = new();
    private int _leftOut;
    private int _unread;
    private bool _lost;

    /// <summary>How many files had the right columns.</summary>
    public int Files { get; private set; }

    public void Read(string file, string day, Stream stream)
    {
        using var table = DelimitedTable.Open(file, stream, mistakes);
        if (table is null
            || table.Required("active") is not { } active || table.Required("refsetId") is not { } refset
            || table.Required("referencedComponentId") is not { } component)
        {
            return;
        }

        Files++;
        foreach (var row in table.Rows(Miss))
        {
            if (row[refset] is not { } id || !wanted.ContainsKey(id))
            {
                _leftOut++;
                continue;
            }

            switch (row[active])
            {
                case "1":
                    Of(id, file, day).Add(file, row.Line, row[component], null);
                    break;
                case "0":
                    _leftOut++;
                    break;
                default:
                    Of(id, file, day).Reject(file, row.Line, row[component], $"active is '{row[active]}', expected 1 or 0");
                    break;
            }
        }

        void Miss(TableRow row)
        {
            var id = row[refset];
            if (id is not null && wanted.ContainsKey(id))
            {
                Of(id, file, day).Miss();
            }
            else
            {
                _unread++;
                _lost |= id is null || !SnomedId.IsValid(id);
            }
        }
    }

    /// <summary>A reference set without an active member is not among them: a set that is withdrawn keeps its file, because the rules of an earlier year may need it.</summary>
    public ImportSource Source(string? version) => new(
        [.. _found.SelectMany(f => wanted[f.Key].Select(head => Cluster(head, f.Value.Codes, version ?? f.Value.Days.Max!, f.Value.Files)))],
        [],
        _unread + _found.Values.Sum(f => f.Codes.Rejected),
        _leftOut);

    private CodeCollector Of(string id, string file, string day)
    {
        if (!_found.TryGetValue(id, out var found))
        {
            _found.Add(id, found = (new CodeCollector(mistakes, _noTerms), new SortedSet<string>(StringComparer.Ordinal), []));
        }

        if (found.Days.Add(day) || !found.Files.Contains(file))
        {
            found.Files.Add(file);
        }

        return found.Codes;
    }

    private SourceCluster Cluster(ValueSetContent head, CodeCollector codes, string version, List<string> files) => new(
        head with
        {
            Version = version.Length > 0 ? version : "not recorded",
            Completeness = codes.Held(_lost),
            PublishedSize = codes.Listed,
            Certainty = Certainty.Found,
            Provenance = "RF2 release, " + string.Join(", ", files.Select(f => Path.GetFileName(f))),
            Total = null,
        },
        codes,
        ForQof: true);
}
