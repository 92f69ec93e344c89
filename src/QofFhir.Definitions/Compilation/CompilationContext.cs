using QofFhir.Core.Rules;
using QofFhir.Definitions.Rulesets;
using QofFhir.Definitions.Versions;

namespace QofFhir.Definitions.Compilation;

/// <summary>One compilation of the rulesets for one version of the rules: it numbers clusters, fields and registers as they are first used.</summary>
/// <remarks>A part with a mistake is replaced by a harmless one, so that compilation goes on and finds the rest; the plan is then never used.</remarks>
internal sealed class CompilationContext
{
    // Blocks that use blocks can grow without end; the standing definitions stay below a tenth of it.
    private const int MostRows = 50_000;

    private readonly string? _framework;
    private readonly HashSet<RulesetFile> _touched = [];
    private int _rows;

    /// <param name="framework">Whose demand it is: a definition without a variant for the version is then a mistake. Null when all definitions are only checked.</param>
    public CompilationContext(
        RulesetLibrary rulesets, IReadOnlyDictionary<string, Cluster> clusters, RulesVersion version, string? framework,
        MistakeList mistakes)
    {
        Rulesets = rulesets;
        Version = version;
        _framework = framework;
        Mistakes = mistakes;
        Circles = new CircleWatch(mistakes);
        Clusters = new ClusterTable(this, clusters);
        Fields = new FieldTable(this);
        Conditions = new ConditionTable(this);
        Registers = new RegisterTable(this);
    }

    public RulesetLibrary Rulesets { get; }

    public RulesVersion Version { get; }

    /// <summary>True when every definition is checked, false when a framework takes what it needs.</summary>
    public bool ChecksAll => _framework is null;

    public MistakeList Mistakes { get; }

    public CircleWatch Circles { get; }

    public ClusterTable Clusters { get; }

    public FieldTable Fields { get; }

    public ConditionTable Conditions { get; }

    public RegisterTable Registers { get; }

    /// <summary>The rulesets that something was taken from.</summary>
    public IReadOnlySet<RulesetFile> Touched => _touched;

    /// <summary>The definition's content for this version; null when it has none, or one with mistakes.</summary>
    /// <param name="askedAt">Where a missing variant is reported.</param>
    public T? ContentOf<T>(Definition<T> definition, Place askedAt)
        where T : class
    {
        _touched.Add(definition.Owner);
        var variant = definition.At(Version);
        if (variant is null && _framework is not null)
        {
            Mistakes.Add(askedAt, $"{definition.Name} has no variant for rules {Version}, which {_framework} uses");
        }

        return variant?.Content;
    }

    /// <summary>Counts a row of a table that is put in its place, those of blocks at each use.</summary>
    /// <returns>False, and a mistake, when there are too many.</returns>
    public bool TakeRow(Place at)
    {
        if (++_rows == MostRows)
        {
            Mistakes.Add(at, $"with the rows of all blocks in their places there are more than {MostRows} rows");
        }

        return _rows < MostRows;
    }

    public ExpressionResolver Resolver(RulesetFile ruleset, IReadOnlyDictionary<string, decimal>? arguments = null) =>
        new(this, Rulesets.Of(ruleset), arguments ?? new Dictionary<string, decimal>());
}
