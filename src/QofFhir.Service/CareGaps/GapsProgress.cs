namespace QofFhir.Service.CareGaps;

/// <summary>How far a job is.</summary>
internal sealed class GapsProgress(int of)
{
    private volatile int _done;

    /// <summary>Patients that were looked at.</summary>
    public int Done
    {
        get => _done;
        set => _done = value;
    }

    public int Of => of;
}
