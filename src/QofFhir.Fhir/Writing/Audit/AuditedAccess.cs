namespace QofFhir.Fhir.Writing.Audit;

/// <summary>One request to an aggregator and what came of it: who, what, when, what for. It holds nothing of what was answered.</summary>
/// <param name="Id">Of the AuditEvent.</param>
/// <param name="Recorded">When the answer began, to the second, UTC.</param>
/// <param name="Method">HTTP's.</param>
/// <param name="Route">The template of the address, such as <c>/fhir/MeasureReport/{id}</c>; empty when there is nothing at the address.</param>
/// <param name="Path">The address that was asked for, escaped, without query.</param>
/// <param name="Status">HTTP's.</param>
/// <param name="Purpose">A code of <see cref="PurposeOfUse"/>.</param>
public sealed record AuditedAccess(string Id, DateTimeOffset Recorded, string Method, string Route, string Path, int Status, string Purpose)
{
    /// <summary>As it was sent, without the question mark; the fields of a posted search too; null: there was none.</summary>
    public string? Query { get; init; }

    /// <summary>The client as its token names it; null: unknown.</summary>
    public string? Client { get; init; }

    /// <summary>Who vouches for the client; null: the service itself, or nobody.</summary>
    public string? Issuer { get; init; }

    /// <summary>practice, network, national or payer; null: the client was refused before it had one.</summary>
    public string? Role { get; init; }

    /// <summary>ODS code of the organisation that the client works for; null for the national roles.</summary>
    public string? Organisation { get; init; }

    /// <summary>The network address that the request came from.</summary>
    public string? Address { get; init; }
}
