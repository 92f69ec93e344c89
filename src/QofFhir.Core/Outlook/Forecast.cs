namespace QofFhir.Core.Outlook;

/// <summary>A percentage that is expected, and how far it may be off; never past what is possible.</summary>
/// <param name="Within80">Holds it four times in five, were the months to come like those before.</param>
/// <param name="Within95">Holds it nineteen times in twenty.</param>
public sealed record Forecast(double Percent, PercentRange Within80, PercentRange Within95);
