namespace QofFhir.Core.Outlook;

/// <summary>What an indicator is worth by how many more are achieved: nothing below a threshold, then growing, then full.</summary>
internal sealed class ValueCurve
{
    private readonly decimal[] _values;
    private readonly int[] _steepest;

    /// <param name="values">Never falling; the first is of none.</param>
    public ValueCurve(decimal[] values)
    {
        // From the right: to which later point does the steepest line lead?
        (_values, _steepest) = (values, new int[values.Length]);
        for (var k = values.Length - 1; k >= 0; k--)
        {
            var to = Math.Min(k + 1, values.Length - 1);
            while (to < _steepest[to] && Rate(k, to) <= Rate(to, _steepest[to]))
            {
                to = _steepest[to];
            }

            _steepest[k] = to;
        }
    }

    /// <summary>True when one more is worth less than later ones will be.</summary>
    public bool Waits => _values.Length > 1 && Rate(0, 1) < Rate(0, _steepest[0]) / 2;

    /// <summary>The most that each more patient can bring on average, where no more than so much is wanted.</summary>
    public double Slope(int from, decimal wanted)
    {
        var to = _steepest[from];
        if (to <= from)
        {
            return 0;
        }

        return _values[to] - _values[from] <= wanted || Fewest.Of(to - from, k => _values[from + k] - _values[from] >= wanted) is not { } enough
            ? (double)Rate(from, to)
            : (double)(wanted / enough);
    }

    /// <summary>What up to so many more can bring at most.</summary>
    public decimal Most(int more) => _values[Math.Min(more, _values.Length - 1)] - _values[0];

    /// <summary>The most that each of up to so many more can bring on average.</summary>
    public decimal MostEach(int more)
    {
        var last = Math.Min(more, _values.Length - 1);
        var each = 0m;
        for (var k = 1; k <= last; k++)
        {
            each = Math.Max(each, Rate(0, k));
        }

        return each;
    }

    private decimal Rate(int from, int to) => to <= from ? 0 : (_values[to] - _values[from]) / (to - from);
}
