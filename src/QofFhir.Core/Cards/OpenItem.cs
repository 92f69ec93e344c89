using QofFhir.Core.Prompts;

namespace QofFhir.Core.Cards;

/// <summary>One piece of care, gathered over all the prompts that ask for it.</summary>
/// <param name="Care">Null for what no care is named of: then the indicator's title stands for it.</param>
/// <param name="Open">The line of the prompt that needs it soonest.</param>
/// <param name="NotAsWanted">It was given in time, and what came out is not what the rules ask for.</param>
internal sealed record OpenItem(Care? Care, Shown Soonest, OpenCare? Open, bool NotAsWanted, IReadOnlyList<Shown> For)
{
    /// <summary>Names what does as well, so that nobody reads one of two as the only one.</summary>
    public string Title => Care is null ? Soonest.Prompt.Indicator.Title : CardText.Choice([Care.Title, .. Or.Select(c => c.Title)]);

    public decimal Points => For.Sum(s => s.Prompt.Indicator.Points);

    /// <summary>What does as well for all that ask for it.</summary>
    public IReadOnlyList<Care> Or { get; private init; } = [];

    /// <summary>What all that ask for it take in its place where it does not fit.</summary>
    public IReadOnlyList<Care> IfUnfit { get; private init; } = [];

    /// <summary>The prompt by which it is recorded as unsuitable for the patient; null when it is not.</summary>
    public Prompt? Unsuitable { get; private init; }

    /// <summary>In the order in which it is told: how soon, what a clinician put first, then what more points hang on.</summary>
    public static IReadOnlyList<OpenItem> Of(IEnumerable<Shown> shown, PatientPrompts patient, IReadOnlyDictionary<string, Prompt> unsuitable)
    {
        var care = patient.Framework.Care;
        var asked = shown.SelectMany(Asked).ToList();
        var items = asked.GroupBy(a => a.Care?.Id ?? "/" + a.Shown.Prompt.Indicator.Id).Select(g =>
        {
            var soonest = g.OrderBy(a => a.Shown.Urgency).ThenBy(a => a.NotAsWanted).First();
            return new OpenItem(soonest.Care, soonest.Shown, soonest.Open, g.All(a => a.NotAsWanted), [.. g.Select(a => a.Shown).Distinct()])
            {
                Or = Shared(o => o.Or),
                IfUnfit = Shared(o => o.IfUnfit),
                Unsuitable = unsuitable.GetValueOrDefault(soonest.Care?.Id ?? ""),
            };

            IReadOnlyList<Care> Shared(Func<OpenCare, IReadOnlyList<Care>> of) =>
                [.. g.Select(a => a.Open is { } open ? of(open) : []).Aggregate((a, b) => [.. a.Intersect(b)]).Where(c => !unsuitable.ContainsKey(c.Id))];
        });
        return [.. items.OrderBy(i => i.Soonest.Urgency).ThenBy(i => Place(i.Care)).ThenByDescending(i => i.Points).ThenBy(i => i.Title, StringComparer.Ordinal)];

        int Place(Care? of)
        {
            var at = of is null ? -1 : care.Index().Where(c => c.Item.Id == of.Id).Select(c => c.Index).DefaultIfEmpty(-1).First();
            return at < 0 ? care.Count : at;
        }
    }

    private static IEnumerable<(Care? Care, Shown Shown, OpenCare? Open, bool NotAsWanted)> Asked(Shown shown)
    {
        var open = shown.Prompt.Open;
        var named = open.SelectMany(o => o.Told.Select(c => (Care: (Care?)c, shown, Open: (OpenCare?)o, o.GivenInTime))).DistinctBy(n => n.Care!.Id).ToList();
        return named.Count > 0 ? named : [(null, shown, open.Count > 0 ? open[0] : null, false)];
    }
}
