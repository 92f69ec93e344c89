using QofFhir.Definitions.Language;
using QofFhir.Definitions.Rulesets;

namespace QofFhir.Definitions.Compilation;

/// <summary>Finds fields that no rule mentions, a mistake, and conditions, unions and blocks that none does, a note.</summary>
internal static class UnusedNames
{
    public static void Report(RulesetLibrary rulesets, MistakeList mistakes)
    {
        foreach (var ruleset in rulesets.Scopes.Select(s => s.Ruleset))
        {
            Report(rulesets, ruleset, mistakes);
        }
    }

    public static void Report(RulesetLibrary rulesets, RulesetFile ruleset, MistakeList mistakes)
    {
        var seenFrom = rulesets.Scopes.Select(s => s.Ruleset)
            .Where(r => r == ruleset || r.Includes.Any(i => i.Name == ruleset.Name)).ToList();
        // A file that cannot be read may be the one that uses the name.
        if (seenFrom.All(r => r.Readable) && rulesets.Complete)
        {
            Report(ruleset, [.. seenFrom.SelectMany(r => r.Mentions)], mistakes);
        }
    }

    private static void Report(RulesetFile ruleset, HashSet<string> mentions, MistakeList mistakes)
    {
        string[] suffixes = [Names.DateSuffix, .. Names.Parts.Keys];
        foreach (var field in ruleset.Fields.Values.Where(f => !suffixes.Any(s => mentions.Contains(f.Name + s))))
        {
            mistakes.Add(field.Place, $"no rule uses field {field.Name}");
        }

        foreach (var condition in ruleset.Conditions.Values.Where(c => !mentions.Contains(c.Name)))
        {
            mistakes.Note(condition.Place, $"no rule uses condition {condition.Name}");
        }

        foreach (var union in ruleset.Unions.Values.Where(u => !mentions.Contains(u.Name)))
        {
            mistakes.Note(union.Place, $"no field reads {union.Name}");
        }

        foreach (var block in ruleset.Blocks.Values.Where(b => !mentions.Contains(b.Name)))
        {
            mistakes.Note(block.Place, $"no table uses {block.Name}");
        }
    }
}
