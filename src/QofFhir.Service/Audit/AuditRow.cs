using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using QofFhir.Fhir.Writing.Audit;

namespace QofFhir.Service.Audit;

/// <summary>An access as it is kept.</summary>
/// <param name="Number">Its place in the chain, without gaps from 1.</param>
/// <param name="Digest">SHA-256 of the row before and of this one: a row that was changed, removed or put between does not fit its neighbours.</param>
internal sealed record AuditRow(
    long Number, string Recorded, string Method, string Route, string Path, string? Query, long Status,
    string Purpose, string? Client, string? Issuer, string? Role, string? Organisation, string? Address, string Digest)
{
    /// <summary>The digest that this row has after the row with that digest.</summary>
    public string Linked(string before) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        (string?[])[before, Number.ToString(CultureInfo.InvariantCulture), Recorded, Method, Route, Path, Query, Status.ToString(CultureInfo.InvariantCulture), Purpose, Client, Issuer, Role, Organisation, Address])));

    /// <summary>In the order of the columns.</summary>
    public object?[] Values() => [Number, Recorded, Method, Route, Path, Query, Status, Purpose, Client, Issuer, Role, Organisation, Address, Digest];

    public AuditedAccess Access() => new(
        Number.ToString(CultureInfo.InvariantCulture), DateTimeOffset.Parse(Recorded, CultureInfo.InvariantCulture), Method, Route, Path, (int)Status, Purpose)
    {
        Query = Query,
        Client = Client,
        Issuer = Issuer,
        Role = Role,
        Organisation = Organisation,
        Address = Address,
    };
}
