namespace QofFhir.Core.Payments;

/// <summary>What the points of a group are multiplied by beside the list size.</summary>
public enum Weighting
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The adjusted practice disease factor: practice prevalence of national prevalence.</summary>
    Prevalence,

    /// <summary>The target population factor of cervical screening and contraception. How it is worked out is not known here, so it is supplied.</summary>
    TargetPopulation,
}
