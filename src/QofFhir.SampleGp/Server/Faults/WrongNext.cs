namespace QofFhir.SampleGp.Server.Faults;

/// <summary>How the next link of a page is wrong.</summary>
public enum WrongNext
{
    /// <summary>It is right.</summary>
    None,

    /// <summary>It leads to the page that it stands on.</summary>
    SamePage,

    /// <summary>It leads to a page that is gone (410).</summary>
    Gone,

    /// <summary>It leads to another host.</summary>
    OtherHost,

    /// <summary>It is missing although there is more.</summary>
    Missing,
}
