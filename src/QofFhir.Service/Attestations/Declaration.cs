using QofFhir.Core.Achievement;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Attestations;

/// <summary>What a practice said of an attested indicator.</summary>
/// <param name="By">Who said it; nobody's patient.</param>
/// <param name="At">When, by the service's clock.</param>
internal sealed record Declaration(bool Declared, string By, DateTimeOffset At)
{
    public Attestation Of(string indicator) => new(indicator, Declared, By, London.Day(At));
}
