using System.Globalization;
using System.Text;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Compilation;

namespace QofFhir.Definitions.Publishing;

/// <summary>The definitions of one CQL library, each written behind those that it uses, when it is first asked for.</summary>
internal sealed partial class CqlScript(EvaluationPlan plan)
{
    /// <summary>What every indicator's library defines besides its rules.</summary>
    private static readonly string[] Standing =
        ["PPSD", "PPED", "ACHV_DAT", "BIRTH_DAT", "PAT_AGE", "REG_DAT", .. OutcomeCql.Names,
         IndicatorDefinition.Period, IndicatorDefinition.AchievementDate, IndicatorDefinition.RegistrationsRecorded];

    private readonly StringBuilder _text = new();
    private readonly SortedSet<string> _valueSets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(Standing, StringComparer.Ordinal);
    private readonly Dictionary<object, string> _references = [];
    private readonly SortedDictionary<string, RuleSource> _rulesets = new(StringComparer.Ordinal);

    public string Definitions => _text.ToString();

    public IReadOnlyList<string> ValueSets => [.. _valueSets];

    /// <summary>The rulesets that fields and conditions come from, and what each draws on.</summary>
    public IReadOnlyDictionary<string, RuleSource> Rulesets => _rulesets;

    public static string Quoted(string name) =>
        "\"" + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    public static string OneLine(string text) => text.ReplaceLineEndings(" ");

    public static string Said(RuleSource source) =>
        OneLine($"{source.Document} ({source.Certainty.ToString().ToLowerInvariant()})");

    /// <summary>Whether the patient is on the register.</summary>
    public string Register(int register)
    {
        var rule = plan.Registers[register];
        return Reference((typeof(RegisterRule), register), rule.Name, null, () =>
        {
            var cases = rule.Rows.Select(r => (r.Selects, Condition: r.Line.Condition, r.Rule, r.Line.Text)).ToList();
            var text = new StringBuilder("  case\n");
            foreach (var row in cases.Where(r => r.Condition is not Condition.Always))
            {
                var said = row.Rule is { } number ? $"Rule {number}. " : "";
                text.Append("    // ").Append(OneLine(said + (row.Selects ? "Select: " : "Reject: ") + row.Text)).Append('\n')
                    .Append("    when ").Append(Holds(row.Condition)).Append(" then ").Append(row.Selects ? "true" : "false").Append('\n');
            }

            var rest = cases.Find(r => r.Condition is Condition.Always).Selects ? "true" : "false";
            return cases.Count == 1 ? $"  {rest}" : text.Append("    else ").Append(rest).Append("\n  end").ToString();
        }, $"{rule.Title}. {Said(rule.Source)}");
    }

    /// <summary>The quoted name of a definition; it is written now if this is its first use.</summary>
    /// <param name="origin">Whose name goes before one that is taken.</param>
    private string Reference(object key, string name, RuleOrigin? origin, Func<string> body, string comment)
    {
        if (!_references.TryGetValue(key, out var reference))
        {
            reference = Quoted(Free(name, origin));
            _references.Add(key, reference);
            var written = body();
            _text.Append("// ").Append(OneLine(comment)).Append("\ndefine ").Append(reference).Append(":\n").Append(written).Append("\n\n");
        }

        return reference;
    }

    private string Free(string name, RuleOrigin? origin)
    {
        if (_taken.Add(name))
        {
            return name;
        }

        var longer = origin is null ? name : $"{origin.Ruleset} {name}";
        for (var i = 2; !_taken.Add(longer); i++)
        {
            longer = string.Create(CultureInfo.InvariantCulture, $"{origin?.Ruleset} {name} {i}").Trim();
        }

        return longer;
    }

    private string Said(RuleOrigin? origin)
    {
        if (origin is null)
        {
            return "";
        }

        _rulesets.TryAdd(origin.Ruleset, origin.Source);
        return origin.Ruleset + ": ";
    }

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
