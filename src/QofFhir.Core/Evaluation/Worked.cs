using QofFhir.Core.Rules;

namespace QofFhir.Core.Evaluation;

/// <summary>Fields and registers worked out for the patient taken up, each with the days on which it stays what it is.</summary>
internal sealed class Worked(EvaluationPlan plan)
{
    private int _stamp = 1;

    public Kept<FieldResult>[] Fields { get; } = new Kept<FieldResult>[plan.Fields.Count];

    public Kept<bool>[] Registers { get; } = new Kept<bool>[plan.Registers.Count];

    /// <summary>The dates that it was worked out by, where these do not move.</summary>
    public ServiceDates Dates { get; private set; }

    public void Forget(ServiceDates dates)
    {
        Dates = dates;
        _stamp++;
    }

    public bool Holds<T>(in Kept<T> kept, int day) => kept.Stamp == _stamp && kept.From <= day && day < kept.Until;

    public Kept<T> Keep<T>(in T result, int from, int until) => new(result, _stamp, from, until);

    /// <param name="from">The first day on which it is so.</param>
    /// <param name="until">The first day on which it may be otherwise.</param>
    public readonly struct Kept<T>(in T result, int stamp, int from, int until)
    {
        public readonly T Result = result;
        public readonly int Stamp = stamp;
        public readonly int From = from;
        public readonly int Until = until;
    }
}
