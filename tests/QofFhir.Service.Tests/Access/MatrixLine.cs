namespace QofFhir.Service.Tests.Access;

/// <summary>What one endpoint answers to everybody.</summary>
/// <param name="Endpoint">Method and template, as they are mapped.</param>
/// <param name="Expected">While the practice does not consent to its network's reading.</param>
/// <param name="Consented">While it does; null: that is not tried.</param>
internal sealed record MatrixLine(string Endpoint, string Expected, string? Consented = null)
{
    public string Method => Endpoint.Split(' ')[0];

    /// <summary>What is asked, where the template is no address.</summary>
    public string Ask { get; init; } = Endpoint.Split(' ')[1];

    public Func<HttpContent>? Body { get; init; }

    /// <summary>What shows that the answer holds the practice's data.</summary>
    public string Sign { get; init; } = "A81001";
}
