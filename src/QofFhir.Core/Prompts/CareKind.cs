namespace QofFhir.Core.Prompts;

/// <summary>What kind of care it is, and so what a system can draft for it.</summary>
public enum CareKind
{
    /// <summary>A sample or another investigation to be ordered.</summary>
    Test,

    /// <summary>Something measured or asked while the patient is here.</summary>
    Measurement,

    /// <summary>A medicine to be prescribed.</summary>
    Medicine,

    Vaccination,

    /// <summary>A conversation, examination or plan.</summary>
    Review,

    /// <summary>Someone else's care.</summary>
    Referral,
}
