namespace QofFhir.SampleGp.Server.Faults;

/// <summary>The faults of a running sample GP system; may be set from any thread while requests run.</summary>
public sealed class SampleGpFaults
{
    private readonly Lock _lock = new();
    private SampleGpFaultPlan _plan = new();
    private long _requests;
    private int _sincePlan;
    private int _hung;
    private int _refused;
    private int _broken;
    private int _truncated;

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
                (_sincePlan, _hung, _refused, _broken, _truncated) = (0, 0, 0, 0, 0);
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

    /// <summary>Counts a request in and decides what happens to it.</summary>
    internal Verdict Judge()
    {
        lock (_lock)
        {
            _requests++;
            _sincePlan++;
            if (_plan.Off || _sincePlan > _plan.StopAfter)
            {
                return Verdict.Cut;
            }

            if (_hung < _plan.Hang)
            {
                _hung++;
                return Verdict.Hang;
            }

            if (_refused < _plan.TooManyRequests + _plan.Unavailable)
            {
                _refused++;
                return _refused <= _plan.TooManyRequests ? Verdict.TooManyRequests : Verdict.Unavailable;
            }

            return Verdict.Answer;
        }
    }

    /// <summary>Whether this search page leaves as it should.</summary>
    internal BodyFault JudgeBody()
    {
        lock (_lock)
        {
            if (_broken < _plan.BrokenJson)
            {
                _broken++;
                return BodyFault.Broken;
            }

            if (_truncated < _plan.TruncatedBody)
            {
                _truncated++;
                return BodyFault.Truncated;
            }

            return BodyFault.None;
        }
    }
}
