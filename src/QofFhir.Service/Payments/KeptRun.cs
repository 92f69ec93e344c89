namespace QofFhir.Service.Payments;

/// <summary>A run of the payer as it is kept.</summary>
/// <param name="Pounds">Of all its statements.</param>
/// <param name="National">The national prevalence that it used.</param>
internal sealed record KeptRun(long Id, string Framework, DateOnly AchievementDate, string Made, string Client, decimal Pounds, bool Reconciled, NationalPrevalence National);
