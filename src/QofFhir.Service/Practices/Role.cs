namespace QofFhir.Service.Practices;

/// <summary>What a process is for. A role that is off maps no endpoint.</summary>
internal enum Role
{
    /// <summary>Extracts and evaluates; <c>/runs</c>.</summary>
    Worker,

    /// <summary>Serves reports, those about patients behind the key; <c>/fhir</c>.</summary>
    PracticeApi,

    /// <summary>Prompts in the consultation; <c>/cds-services</c>.</summary>
    Cds,

    /// <summary>Receives the reports of many practices and adds them up; alone in its process, and never near a patient.</summary>
    Aggregator,
}
