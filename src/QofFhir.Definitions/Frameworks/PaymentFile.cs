using QofFhir.Core.Payments;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;

namespace QofFhir.Definitions.Frameworks;

/// <summary>How a framework pays, as written.</summary>
/// <param name="Figures">All but the groups.</param>
/// <param name="Indicators">Those that are named outside the groups.</param>
internal sealed record PaymentFile(
    Place Place, PaymentYear Figures, IReadOnlyList<PaymentGroupEntry> Groups, IReadOnlyList<NameRef> Indicators);

/// <summary>A payment group as written.</summary>
/// <param name="Indicators">Empty: those of the framework's group that no other entry names.</param>
internal sealed record PaymentGroupEntry(
    NameRef Group, IReadOnlyList<NameRef> Indicators, Weighting Weighting, IReadOnlyList<NameRef> Registers, string? PublishedAs, Certainty Certainty, string Source);
