namespace QofFhir.Core.Prompts;

/// <summary>Where a patient stands for an indicator, as those who see the patient need it.</summary>
public enum PromptState
{
    /// <summary>It cannot be said: codes that decide are missing, or what was given could not be read.</summary>
    NotEvaluated,

    /// <summary>Not of this indicator's population, or not on the practice list.</summary>
    NotInPopulation,

    /// <summary>Of the population, and taken out by a definition exclusion.</summary>
    Excluded,

    /// <summary>Done and counted; <see cref="Prompt.NextDue"/> says until when.</summary>
    Achieved,

    /// <summary>In date today, and not any more at the end of the year if nothing is added to the record.</summary>
    DueLater,

    /// <summary>Not done, and counting against the practice.</summary>
    Outstanding,

    /// <summary>Not done, and not counting against the practice: a personalised care adjustment is recorded. The care is still owed.</summary>
    OutstandingAdjusted,
}
