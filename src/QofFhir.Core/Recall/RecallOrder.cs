namespace QofFhir.Core.Recall;

/// <summary>Who stands first on a worklist; patients alike stand by what is due longest or lapses next, then by id.</summary>
public enum RecallOrder
{
    /// <summary>Those born in the month that it is, then those of the months after it.</summary>
    BirthMonth,

    /// <summary>What is due longest, then what lapses next. Care that was never done counts as due longest.</summary>
    Lapse,

    /// <summary>Those of whom most indicators are open.</summary>
    Most,
}
