using System.Numerics;

namespace QofFhir.Core.Outlook;

/// <summary>Looks for a short list. Greedy over patients who are alike, by what each action is on the way to: below a threshold one patient alone brings nothing. Then whatever is not needed is dropped.</summary>
internal sealed class ListSearch(ListWorth worth, IReadOnlyList<PatientNeeds> patients, decimal wanted)
{
    /// <summary>A longer first list is not looked at from many sides.</summary>
    private const int Long = 400;

    private readonly ValueCurve[] _curves = [.. Enumerable.Range(0, worth.Count).Select(i => new ValueCurve(worth.Values(i)))];

    public ShortestList Find()
    {
        var all = new int[worth.Count];
        foreach (var (indicator, _) in patients.SelectMany(p => p.Needs))
        {
            all[indicator]++;
        }

        if (worth.Gain(all) < wanted)
        {
            return new ShortestList(wanted, worth.Gain(all), [], 0);
        }

        var best = Pruned(Greedy(_ => true)!);
        foreach (var without in Sides(best.Count))
        {
            best = Greedy(i => !without.Contains(i)) is { } other && Pruned(other) is var shorter && shorter.Count < best.Count ? shorter : best;
        }

        return new ShortestList(wanted, worth.Gain(Counts(best)), [.. best.Select(a => Line(a, best))], new ListBound(worth, patients, _curves).AtLeast(wanted, best.Count));
    }

    /// <summary>Without the indicators that are still below their threshold: all of them, all but the best, all but the two best, ...</summary>
    private IEnumerable<HashSet<int>> Sides(int length)
    {
        int[] below = [.. Enumerable.Range(0, worth.Count).Where(i => _curves[i].Waits).OrderByDescending(i => _curves[i].Slope(0, wanted))];
        return Enumerable.Range(0, length > Long ? Math.Min(1, below.Length) : below.Length).Select(kept => below[kept..].ToHashSet());
    }

    private List<(PatientNeeds Patient, uint Action)>? Greedy(Func<int, bool> mayCount)
    {
        var chosen = new List<(PatientNeeds, uint)>();
        var more = new int[worth.Count];
        var slopes = new double[worth.Count];
        var states = patients.GroupBy(p => p.Kind).Select(g => new Alike(0, new Queue<PatientNeeds>(g))).ToList();
        var byState = states.ToDictionary(s => (s.Patients.Peek().Kind, 0u));
        for (var gain = 0m; gain < wanted; gain = worth.Gain(more))
        {
            for (var i = 0; i < slopes.Length; i++)
            {
                slopes[i] = mayCount(i) ? _curves[i].Slope(more[i], wanted - gain) : 0;
            }

            var (from, add) = BestMove(states, slopes);
            if (from is null)
            {
                return null;
            }

            var patient = from.Patients.Dequeue();
            foreach (var indicator in patient.Achieved(from.Done | add, from.Done))
            {
                more[indicator]++;
            }

            for (var bits = add; bits != 0; bits &= bits - 1)
            {
                chosen.Add((patient, bits & (~bits + 1)));
            }

            if (!byState.TryGetValue((patient.Kind, from.Done | add), out var to))
            {
                byState.Add((patient.Kind, from.Done | add), to = new Alike(from.Done | add, []));
                states.Add(to);
            }

            to.Patients.Enqueue(patient);
        }

        return chosen;
    }

    /// <summary>The actions of a patient that bring most for each; null when none bring anything.</summary>
    private static (Alike? From, uint Add) BestMove(List<Alike> states, double[] slopes)
    {
        var (best, from, add) = (0.0, (Alike?)null, 0u);
        foreach (var state in states)
        {
            if (state.Patients.Count == 0)
            {
                continue;
            }

            var needs = state.Patients.Peek().Needs;
            var all = 0u;
            for (var n = 0; n <= needs.Count; n++)
            {
                // What one indicator needs, and at last what all together do.
                var with = state.Done | (n < needs.Count ? needs[n].Actions : all);
                all |= n < needs.Count && slopes[needs[n].Indicator] > 0 ? needs[n].Actions : 0;
                if (with == state.Done)
                {
                    continue;
                }

                var sum = 0.0;
                for (var m = 0; m < needs.Count; m++)
                {
                    sum += (needs[m].Actions & ~with) == 0 && (needs[m].Actions & ~state.Done) != 0 ? slopes[needs[m].Indicator] : 0;
                }

                var each = sum / BitOperations.PopCount(with & ~state.Done);
                if (each > best)
                {
                    (best, from, add) = (each, state, with & ~state.Done);
                }
            }
        }

        return (from, add);
    }

    private List<(PatientNeeds Patient, uint Action)> Pruned(List<(PatientNeeds Patient, uint Action)> chosen)
    {
        var done = Done(chosen);
        var more = Counts(chosen);
        var kept = new List<(PatientNeeds, uint)>(chosen);
        for (var i = chosen.Count - 1; i >= 0; i--)
        {
            var (patient, action) = chosen[i];
            int[] lost = [.. patient.Achieved(done[patient], done[patient] & ~action)];
            Array.ForEach(lost, l => more[l]--);
            if (worth.Gain(more) >= wanted)
            {
                done[patient] &= ~action;
                kept.RemoveAt(i);
            }
            else
            {
                Array.ForEach(lost, l => more[l]++);
            }
        }

        return kept;
    }

    private int[] Counts(List<(PatientNeeds Patient, uint Action)> chosen)
    {
        var more = new int[worth.Count];
        foreach (var (patient, done) in Done(chosen))
        {
            foreach (var indicator in patient.Achieved(done, 0))
            {
                more[indicator]++;
            }
        }

        return more;
    }

    private static Dictionary<PatientNeeds, uint> Done(List<(PatientNeeds Patient, uint Action)> chosen)
    {
        var done = new Dictionary<PatientNeeds, uint>(ReferenceEqualityComparer.Instance);
        foreach (var (patient, action) in chosen)
        {
            done[patient] = done.GetValueOrDefault(patient) | action;
        }

        return done;
    }

    private ListedAction Line((PatientNeeds Patient, uint Action) line, List<(PatientNeeds Patient, uint Action)> chosen)
    {
        var done = chosen.Where(c => ReferenceEquals(c.Patient, line.Patient)).Aggregate(0u, (bits, c) => bits | c.Action);
        int[] counts = [.. line.Patient.Achieved(done, done & ~line.Action)];
        return new ListedAction(
            line.Patient.Patient, line.Patient.Actions[BitOperations.TrailingZeroCount(line.Action)], [.. counts.Select(i => worth.Ids[i])],
            counts.Any(line.Patient.IfAsWanted.Contains));
    }

    /// <summary>Patients of one kind of whom the same has been done.</summary>
    private sealed record Alike(uint Done, Queue<PatientNeeds> Patients);
}
