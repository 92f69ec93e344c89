namespace QofFhir.Service.Practices;

/// <summary>How a practice's payment is worked out before anything is declared.</summary>
internal sealed class PaymentSettings
{
    /// <summary>A CSV file with national prevalence: group, register, list, and perhaps day; null: it is not known, and groups weighted by it have no pounds.</summary>
    public string? NationalPrevalence { get; init; }
}
