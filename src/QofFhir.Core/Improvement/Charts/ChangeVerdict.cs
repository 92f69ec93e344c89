namespace QofFhir.Core.Improvement.Charts;

/// <summary>What a difference from the baseline says.</summary>
public enum ChangeVerdict
{
    /// <summary>The interval lies wholly on the better side.</summary>
    Better,

    /// <summary>The interval lies wholly on the worse side.</summary>
    Worse,

    /// <summary>The interval holds 0: chance alone may make it.</summary>
    NoClearChange,

    /// <summary>With so few patients no result at all could have been told from the baseline.</summary>
    TooSmall,

    /// <summary>A denominator is 0.</summary>
    NothingToCompare,
}
