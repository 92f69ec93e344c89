using QofFhir.Extraction.Http;

namespace QofFhir.Extraction.Bulk;

/// <summary>Remembers on disk which export a server is working on for us: after a kill the next extraction removes it, since many servers do one at a time.</summary>
/// <param name="file">Null: nothing is remembered.</param>
internal sealed class LeftExport(string? file)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Tells the server that an export of before is not needed any more.</summary>
    public async Task Remove(FhirConnection connection, FhirEndpoint endpoint)
    {
        if (File.Exists(file) && Uri.TryCreate((await File.ReadAllTextAsync(file)).Trim(), UriKind.Absolute, out var status) && endpoint.Holds(status))
        {
            using var request = new HttpRequestMessage(HttpMethod.Delete, status);
            await connection.Notify(request, Patience);
        }

        Forget();
    }

    public void Note(Uri status)
    {
        if (file is not null)
        {
            File.WriteAllText(file, status.AbsoluteUri);
        }
    }

    public void Forget()
    {
        if (file is not null)
        {
            File.Delete(file);
        }
    }
}
