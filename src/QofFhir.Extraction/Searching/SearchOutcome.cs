using QofFhir.Extraction.Http;

namespace QofFhir.Extraction.Searching;

/// <summary>How a search went.</summary>
/// <param name="Matches">Resources of the type that came, those seen before included.</param>
/// <param name="Sum">Of their identities: two searches that give the same have the same.</param>
/// <param name="NotTaken">Null when the server did as asked; else why not, and then nothing was written.</param>
internal readonly record struct SearchOutcome(int Matches, UInt128 Sum, Refusal? NotTaken)
{
    public bool Taken => NotTaken is null;
}
