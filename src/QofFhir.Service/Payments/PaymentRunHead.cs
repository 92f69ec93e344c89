namespace QofFhir.Service.Payments;

/// <summary>Who runs what.</summary>
internal sealed record PaymentRunHead(string Framework, DateOnly AchievementDate, string Made, string Client, NationalPrevalence National);
