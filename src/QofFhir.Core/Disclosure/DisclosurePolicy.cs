namespace QofFhir.Core.Disclosure;

/// <summary>How small counts are shown to the public. Under both, 0 is 0 and counts from 8 upwards go to the nearest 5.</summary>
public enum DisclosurePolicy
{
    /// <summary>1 to 7 is not shown (Hospital Episode Statistics, OpenSAFELY).</summary>
    Suppress,

    /// <summary>1 to 7 is shown as 5 (National Diabetes Audit).</summary>
    ShowAsFive,
}
