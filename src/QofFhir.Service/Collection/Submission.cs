using QofFhir.Service.Access;

namespace QofFhir.Service.Collection;

/// <summary>What one request brought.</summary>
/// <param name="Id">Sorts by the time of its coming.</param>
/// <param name="Reports">No identity twice; what the fates are told of, in this order.</param>
/// <param name="Refused">All that were not accepted, whether or not each has a reason of its own.</param>
/// <param name="Refusals">Some of the reasons.</param>
internal sealed record Submission(
    string Id, string Received, Reader By, IReadOnlyList<Incoming> Reports, int Refused = 0, IReadOnlyList<Refusal>? Refusals = null)
{
    public IReadOnlyList<IncomingProvenance> Provenances { get; init; } = [];
}

/// <summary>Why something was not accepted.</summary>
/// <param name="Place">Where it stood in what was sent.</param>
internal sealed record Refusal(string Place, IReadOnlyList<string> Reasons);

/// <param name="Reports">Ids of the reports, all of the same submission, that it tells of.</param>
/// <param name="Body">As it was sent, packed.</param>
internal sealed record IncomingProvenance(string Digest, IReadOnlyList<string> Reports, byte[] Body);
