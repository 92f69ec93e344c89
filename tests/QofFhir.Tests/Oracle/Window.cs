namespace QofFhir.Tests.Oracle;

/// <summary>The dates of one look at a patient.</summary>
internal sealed record Window(DateOnly Starts, DateOnly Ends, DateOnly Achieved, DateOnly Registered)
{
    /// <summary>True in the months up to and including the end; the boundary day itself is out.</summary>
    public bool HasInMonths(int months, DateOnly? on) => on > Ends.AddMonths(-months);
}
