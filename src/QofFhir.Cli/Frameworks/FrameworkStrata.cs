using QofFhir.Cli.Output;
using QofFhir.Core.Achievement;
using QofFhir.Core.Rules;

namespace QofFhir.Cli.Frameworks;

/// <summary>What a framework's results can be parted by: each group with its condition, and whether the codes at hand can tell the groups apart.</summary>
internal static class FrameworkStrata
{
    public static void Write(Terminal terminal, Framework framework, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json: JsonText.Write(terminal.Data, Sheet(framework).WriteJson); break;
            case OutputFormat.Csv: Sheet(framework).WriteCsv(terminal.Data); break;
            default: Table(framework).Write(terminal.Page); break;
        }
    }

    private static Sheet Sheet(Framework framework)
    {
        var sheet = new Sheet("stratum", "title", "group", "condition", "certainty", "evaluability", "reason", "source");
        foreach (var (rule, evaluability) in framework.Strata)
        {
            foreach (var (group, condition) in Groups(rule))
            {
                sheet.Add(
                    rule.Name, rule.Title, group, condition, Words.Name(rule.Source.Certainty), evaluability.Name, evaluability.Reason,
                    rule.Source.Document);
            }
        }

        return sheet;
    }

    private static PageTable Table(Framework framework)
    {
        var table = new PageTable(new("Group"), new("Condition", Elastic: true));
        foreach (var (rule, evaluability) in framework.Strata)
        {
            table.Note($"{rule.Name}: {rule.Title} ({Words.Name(rule.Source.Certainty)}); {evaluability.Name}{(evaluability.Reason is { } reason ? ": " + reason : "")}");
            foreach (var (group, condition) in Groups(rule))
            {
                table.Add(new PageCell(group, "bold"), condition);
            }
        }

        return table;
    }

    private static IEnumerable<(string Group, string Condition)> Groups(StratumRule rule) => rule switch
    {
        StratumRule.Table table => table.Rows.Select(r => (r.Group, r.Line.Text)),
        StratumRule.Supplied supplied => supplied.Groups.Select(g => (g, $"{supplied.Attribute} as supplied")),
        _ => [],
    };
}
