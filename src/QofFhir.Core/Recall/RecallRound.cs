using QofFhir.Core.Achievement;
using QofFhir.Core.Cards;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Prompts;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Core.Recall;

/// <summary>Goes through a practice's list once and gathers whom to recall. For one thread.</summary>
internal sealed class RecallRound
{
    private static readonly PromptState[] Owed = [PromptState.Outstanding, PromptState.OutstandingAdjusted, PromptState.DueLater];

    private readonly Framework _framework;
    private readonly PracticeRecords _records;
    private readonly RecallQuestion _question;
    private readonly string? _practice;
    private readonly Prompter _prompter;
    private readonly ClusterMap _map;
    private readonly PatientWalk _walk;
    private readonly Dictionary<string, (DueSince Since, InvitationTable Invitations)> _tables;
    private readonly HashSet<int> _invitations;
    private readonly ILookup<string, RecallOutcome> _outcomes;

    public RecallRound(Framework framework, PracticeRecords records, RecallQuestion question, string? practice, IReadOnlyList<RecallOutcome> outcomes)
    {
        (_framework, _records, _question, _practice) = (framework, records, question, practice);
        _prompter = new Prompter(framework);
        _map = new ClusterMap(new ClusterIndex(framework.Plan), records.Concepts);
        _walk = new PatientWalk(framework.Plan, records, _map);
        _tables = Asked.Where(i => i.Evaluability.State != EvaluabilityState.NotEvaluable && i.Rule is { } rule && framework.Plan.Indicators[rule] is IndicatorRule.Fraction)
            .ToDictionary(i => i.Id, i => Tables(framework.Plan, (IndicatorRule.Fraction)framework.Plan.Indicators[i.Rule!.Value]), StringComparer.Ordinal);
        _invitations = [.. _tables.Values.SelectMany(t => t.Invitations.Rows).SelectMany(r => r.Clusters).Where(c => framework.Plan.Clusters[c].Codes.Count > 0)];
        _outcomes = outcomes.ToLookup(o => o.Patient, StringComparer.Ordinal);
    }

    private IEnumerable<FrameworkIndicator> Asked => _framework.Indicators.Where(i => i.Kind == IndicatorKind.Fraction && _question.Indicators?.Contains(i.Id) != false);

    public Worklist Make()
    {
        var (listed, booked, decided) = (new List<RecallPatient>(), new List<RecallPatient>(), new List<RecallPatient>());
        var (later, nothing, otherMonths) = (0, 0, 0);
        for (var patient = 0; patient < _records.PatientCount; patient++)
        {
            var prompts = _prompter.Of(_records, patient, _question.Today, _practice);
            if (!prompts.OnList)
            {
                continue;
            }

            if (_question.BirthMonths?.Contains(_records.Patient(patient).Born.Month) == false)
            {
                otherMonths++;
                continue;
            }

            var unsuitable = UnsuitableCare.Of(prompts);
            Prompt[] owed = [.. prompts.Prompts.Where(p => IsAsked(p, unsuitable))];
            Prompt[] within = [.. owed.Where(p => !(p.State == PromptState.DueLater && p.NextDue > _question.Today.AddDays(_question.Horizon)))];
            if (within.Length == 0)
            {
                (later, nothing) = owed.Length > 0 ? (later + 1, nothing) : (later, nothing + 1);
                continue;
            }

            var found = Patient(patient, within, unsuitable);
            (found.Items.Count == 0 ? decided : found.BookedFor > _question.Today ? booked : listed).Add(found);
        }

        return new Worklist(
            _framework, _practice, _question, _records.Registration, Ordered(listed), Ordered(booked), Ordered(decided),
            new WorklistCounts(listed.Count, booked.Count, decided.Count, later, nothing, otherMonths))
        {
            NotEvaluated = [.. Asked.Where(i => i.Evaluability.State == EvaluabilityState.NotEvaluable).Select(i => i.Id)],
        };
    }

    private static (DueSince, InvitationTable) Tables(EvaluationPlan plan, IndicatorRule.Fraction rule) => (new DueSince(plan, rule), new InvitationTable(plan, rule));

    /// <param name="unsuitable">By id, treatments that the record calls unsuitable for the patient, whichever indicator asks for them.</param>
    private bool IsAsked(Prompt prompt, IReadOnlyDictionary<string, Prompt> unsuitable) => Owed.Contains(prompt.State)
        && _question.States?.Contains(prompt.State) != false
        && _question.Indicators?.Contains(prompt.Indicator.Id) != false
        && (_question.Sitting is not { } sitting || prompt.Open.Any(o => o.Told.Any(c => c.Sitting.Id == sitting && !unsuitable.ContainsKey(c.Id))));

    private RecallPatient Patient(int patient, Prompt[] prompts, IReadOnlyDictionary<string, Prompt> unsuitable)
    {
        var items = prompts.Select(p => Item(patient, p)).ToLookup(i => i.DecidedAgainst);
        RecallItem[] open = [.. items[false]];
        var outcomes = new OutcomesOfPatient(_outcomes[_records.Patient(patient).Id]);
        return new RecallPatient(patient, _records.Patient(patient), open, [.. items[true]], Sittings(open, unsuitable), Invitations(open))
        {
            Unsuitable = [.. open.SelectMany(i => i.Prompt.Open).SelectMany(o => o.Told).Distinct().Where(c => unsuitable.ContainsKey(c.Id))],
            Notes = outcomes.Notes(on => IsInvited(patient, on)),
            BookedFor = outcomes.BookedFor(_question.Today),
        };
    }

    private RecallItem Item(int patient, Prompt prompt)
    {
        var (since, invitations) = _tables[prompt.Indicator.Id];
        return new RecallItem(
            prompt,
            prompt.Clinical.Due == ClinicallyDue.Due ? since.Of(_walk, _map, patient, _practice, _question.Today) : null,
            prompt.InTimeTo(_question.Today),
            prompt.Outcome is Outcome.Outstanding ? invitations.Of(_walk, () => _walk.Begin(patient, _practice, ServiceDates.Year(_question.Today)), _question.Today) : null);
    }

    /// <summary>Nothing is told of a sitting that was not asked for.</summary>
    private RecallSitting[] Sittings(RecallItem[] items, IReadOnlyDictionary<string, Prompt> unsuitable)
    {
        var told = items.SelectMany(i => i.Prompt.Open.SelectMany(o => o.Told).Distinct().DefaultIfEmpty().Select(c => (Care: c, i.Prompt.Indicator.Id))).ToArray();
        return [.. told
            .Where(t => (_question.Sitting is null || t.Care?.Sitting.Id == _question.Sitting) && !unsuitable.ContainsKey(t.Care?.Id ?? ""))
            .GroupBy(t => t.Care?.Sitting)
            .Select(g => new RecallSitting(
                g.Key,
                [.. _framework.Care.Where(c => g.Any(t => t.Care == c))],
                [.. g.Select(t => t.Id).Distinct(StringComparer.Ordinal)]))
            .OrderBy(s => s.Sitting is null).ThenByDescending(s => s.Indicators.Count).ThenBy(s => _framework.Care.Index().FirstOrDefault(c => c.Item.Sitting == s.Sitting).Index)];
    }

    private static RecallInvitations[] Invitations(RecallItem[] items) =>
    [
        .. items.Where(i => i.Invitations is not null)
            .GroupBy(i => i.Invitations!, new SameInvitations())
            .Select(g => new RecallInvitations(g.Key, [.. g.Select(i => i.Prompt.Indicator.Id)])),
    ];

    private bool? IsInvited(int patient, DateOnly on)
    {
        if (_invitations.Count == 0)
        {
            return null;
        }

        for (var e = _records.FirstEvent(patient); e < _records.FirstEvent(patient + 1); e++)
        {
            if (_records.Days[e] == on.DayNumber && _map.Of(_records.ConceptOf[e]).ToArray().Any(c => _invitations.Contains(c) && _map.Fits(c, _records.Classes[e])))
            {
                return true;
            }
        }

        return false;
    }

    private List<RecallPatient> Ordered(List<RecallPatient> patients)
    {
        var byUrgency = (RecallPatient p) => p.Items.Count == 0 ? DateOnly.MaxValue : p.Items.Min(i => i.Urgency);
        var byWish = patients.OrderBy(p => _question.By switch
        {
            RecallOrder.BirthMonth => (p.Person.Born.Month - _question.Today.Month + 12) % 12,
            RecallOrder.Most => -p.Items.Count,
            _ => 0,
        });
        return [.. byWish.ThenBy(byUrgency).ThenBy(p => p.Person.Id, StringComparer.Ordinal)];
    }

    /// <summary>The same clusters, counted alike.</summary>
    private sealed class SameInvitations : IEqualityComparer<Invitations>
    {
        public bool Equals(Invitations? x, Invitations? y) => x!.State == y!.State && x.Asked == y.Asked
            && x.Clusters.SequenceEqual(y.Clusters) && x.Counted.SequenceEqual(y.Counted) && x.Missing.SequenceEqual(y.Missing)
            && (x.Clusters.Count > 0 || x.Label == y.Label);

        public int GetHashCode(Invitations obj) => HashCode.Combine(obj.State, obj.Clusters.Count, obj.Counted.Count);
    }
}
