namespace QofFhir.SampleGp.Server.Bulk;

/// <summary>How the sample GP system does Bulk Data.</summary>
public sealed record BulkSettings
{
    /// <summary>Version of the Bulk Data guide: 2 or 3 (GET and POST) or 4 (POST only, another manifest).</summary>
    public int Version { get; init; } = 3;

    /// <summary>How often polling answers 202 before the manifest is there.</summary>
    public int Polls { get; init; } = 1;

    /// <summary>Retry-After of those answers, unless the fault plan names another.</summary>
    public int RetryAfterSeconds { get; init; }

    public int ResourcesPerFile { get; init; } = 50_000;

    /// <summary>Files a page of the manifest where the client allows partial manifests; version 3 on.</summary>
    public int FilesPerManifest { get; init; } = 1000;
}
