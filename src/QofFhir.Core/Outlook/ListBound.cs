using System.Numerics;

namespace QofFhir.Core.Outlook;

/// <summary>How short no list can be. What an indicator brings is at most a fixed sum, and at most so much for each patient achieved; shared out among the actions that a patient needs, the best so many actions bound every list of so many lines.</summary>
internal sealed class ListBound(ListWorth worth, IReadOnlyList<PatientNeeds> patients, ValueCurve[] curves)
{
    private const decimal Rounding = 1e-9m;

    private readonly (PatientNeeds Of, int Patients)[] _kinds = [.. patients.GroupBy(p => p.Kind).Select(g => (g.First(), g.Count()))];

    /// <param name="found">The length of a list that brings it.</param>
    public int AtLeast(decimal wanted, int found) => Fewest.Of(found, lines => lines > 0 && Most(lines) + worth.Slack + Rounding >= wanted) ?? found;

    /// <summary>No list of so many lines brings more.</summary>
    private decimal Most(int lines)
    {
        decimal[] each = [.. curves.Select(c => c.MostEach(lines))];
        decimal[] whole = [.. curves.Select(c => c.Most(lines))];
        return Math.Min(Least(Enumerable.Repeat(true, curves.Length).ToArray()), Least(new bool[curves.Length]));

        // Any choice between the two bounds of each indicator holds: changed one at a time for as long as that lowers the sum.
        decimal Least(bool[] byEach)
        {
            var best = Sum(byEach);
            for (var (i, unchanged) = (0, 0); unchanged < curves.Length; i = (i + 1) % curves.Length)
            {
                byEach[i] = !byEach[i];
                if (Sum(byEach) is var sum && sum < best)
                {
                    (best, unchanged) = (sum, 0);
                }
                else
                {
                    byEach[i] = !byEach[i];
                    unchanged++;
                }
            }

            return best;
        }

        decimal Sum(bool[] byEach) => whole.Where((_, i) => !byEach[i]).Sum() + Best(lines, i => byEach[i] ? each[i] : 0);
    }

    /// <summary>The sum of the best so many actions, each with its share of what the patient's indicators bring.</summary>
    private decimal Best(int lines, Func<int, decimal> each)
    {
        var shares = new List<(decimal Share, int Times)>();
        foreach (var (patient, times) in _kinds)
        {
            for (var action = 0; action < patient.Actions.Count; action++)
            {
                var share = 0m;
                foreach (var (indicator, actions) in patient.Needs)
                {
                    share += (actions >> action & 1) == 1 ? each(indicator) / BitOperations.PopCount(actions) : 0;
                }

                shares.Add((share, times));
            }
        }

        var (sum, left) = (0m, lines);
        foreach (var (share, times) in shares.OrderByDescending(s => s.Share))
        {
            sum += share * Math.Min(left, times);
            left -= Math.Min(left, times);
        }

        return sum;
    }
}
