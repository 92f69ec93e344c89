using QofFhir.Core.Achievement;
using QofFhir.Core.Prompts;
using QofFhir.Core.Records;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Records;

/// <summary>A practice's kept records in memory.</summary>
/// <param name="Framework">The configured one, with what these records cannot answer marked as not evaluable.</param>
/// <param name="Prompter">Of that framework and these records: what it keeps of them goes when they go.</param>
/// <param name="Rejected">Entries of the practice that could not be read.</param>
/// <param name="TakenAt">The time of the data as the practice's system told it; null: it did not tell.</param>
/// <param name="Fresh">Taken no longer ago than the configuration calls fresh; false where it is not known.</param>
internal sealed record PracticeAtHand(
    Practice Practice, Framework Framework, Prompter Prompter, PracticeRecords Records, long Rejected, DateTimeOffset? TakenAt, bool Fresh);
