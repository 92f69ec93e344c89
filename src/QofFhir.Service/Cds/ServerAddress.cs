namespace QofFhir.Service.Cds;

/// <summary>One spelling for the base address of a FHIR server, so that two can be compared sign for sign.</summary>
internal static class ServerAddress
{
    /// <summary>Null for what is never called: a token needs https, or an address on this machine.</summary>
    public static string? Of(Uri server) => server.Scheme == "https" || (server.Scheme == "http" && server.IsLoopback) ? server.AbsoluteUri.TrimEnd('/') : null;
}
