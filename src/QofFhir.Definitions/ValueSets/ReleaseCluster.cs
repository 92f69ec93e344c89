using QofFhir.Core.Rules;

namespace QofFhir.Definitions.ValueSets;

/// <summary>A cluster of a release while its rows, which may stand anywhere in the file, are read.</summary>
internal sealed class ReleaseCluster(string file, CodeCollector codes, ICollection<DefinitionMistake> mistakes)
{
    private string? _refset;
    private bool _told;

    public CodeCollector Codes => codes;

    public string? Title { get; set; }

    public bool ForQof { get; set; }

    /// <summary>A cluster has one reference set; a second one, or one that is no identifier, is told once.</summary>
    public void Meet(int line, string? refset)
    {
        if (refset is null || _told)
        {
            return;
        }

        _refset ??= refset;
        if (refset != _refset || !SnomedId.IsValid(_refset))
        {
            _told = true;
            mistakes.Add(new DefinitionMistake(file, line, 1, $"'{refset}' is not the one reference set id of this cluster; expected '{_refset}' with a right check digit"));
        }
    }

    /// <param name="lost">As in <see cref="CodeCollector.Held"/>.</param>
    public SourceCluster Cluster(string name, string version, bool lost)
    {
        var refset = _refset is not null && SnomedId.IsValid(_refset) ? _refset : null;
        return new SourceCluster(
            new ValueSetContent
            {
                Name = name,
                Title = Title,
                RefsetId = refset,
                Version = version,
                Class = ClusterClassRule.Of(name, refset),
                Completeness = codes.Held(lost),
                PublishedSize = codes.Listed,
                Certainty = Certainty.Found,
                Provenance = "Primary Care Domain reference set content, " + Path.GetFileName(file),
            },
            codes,
            ForQof);
    }
}
