using System.Runtime.CompilerServices;

namespace QofFhir.SampleGp.Server.Faults;

/// <summary>The faults of one practice of a running sample GP system, and what it received; may be set from any thread while requests run.</summary>
public sealed class SampleGpFaults
{
    private readonly Lock _lock = new();
    private readonly int _kept;
    private readonly Queue<SampleGpRequest> _received = [];
    private readonly Dictionary<string, int> _spent = [];
    private SampleGpFaultPlan _plan = new();
    private long _requests;
    private int _sincePlan;

    internal SampleGpFaults(int kept) => _kept = kept;

    /// <summary>What is asked for. Setting it starts all counts anew.</summary>
    public SampleGpFaultPlan Plan
    {
        get
        {
            lock (_lock)
            {
                return _plan;
            }
        }

        set
        {
            ArgumentNullException.ThrowIfNull(value);
            lock (_lock)
            {
                _plan = value;
                _sincePlan = 0;
                _spent.Clear();
            }
        }
    }

    /// <summary>Requests under <c>/fhir</c> since the start, faulty or not.</summary>
    public long Requests
    {
        get
        {
            lock (_lock)
            {
                return _requests;
            }
        }
    }

    /// <summary>The latest requests, the oldest first, faulty or not.</summary>
    public IReadOnlyList<SampleGpRequest> Received
    {
        get
        {
            lock (_lock)
            {
                return [.. _received];
            }
        }
    }

    /// <summary>Counts a request in and decides what happens to it.</summary>
    internal Verdict Judge(SampleGpRequest request)
    {
        lock (_lock)
        {
            _requests++;
            _sincePlan++;
            _received.Enqueue(request);
            if (_received.Count > _kept)
            {
                _received.Dequeue();
            }

            return _plan switch
            {
                { Off: true } => Verdict.Cut,
                _ when _sincePlan > _plan.StopAfter => Verdict.Cut,
                _ when Spend(_plan.Hang, nameof(_plan.Hang)) => Verdict.Hang,
                _ when Spend(_plan.TooManyRequests, nameof(_plan.TooManyRequests)) => Verdict.TooManyRequests,
                _ when Spend(_plan.Unavailable, nameof(_plan.Unavailable)) => Verdict.Unavailable,
                _ when _sincePlan == _plan.UnauthorisedAt => Verdict.Unauthorised,
                _ => Verdict.Answer,
            };
        }
    }

    /// <summary>Whether a fault of the next so many strikes now, and takes one off when it does.</summary>
    /// <param name="times">How many times the plan wants it.</param>
    /// <param name="name">The member of the plan, which has its own count.</param>
    internal bool Spend(int times, [CallerArgumentExpression(nameof(times))] string name = "")
    {
        lock (_lock)
        {
            var spent = _spent.GetValueOrDefault(name);
            _spent[name] = spent < times ? spent + 1 : spent;
            return spent < times;
        }
    }
}
