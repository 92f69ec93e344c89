using System.Diagnostics.CodeAnalysis;
using QofFhir.Extraction.Http;

namespace QofFhir.Extraction.Bulk;

/// <summary>The files of an export and where they stand now: addresses expire, and then the manifest gives new ones.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing to let go of.")]
internal sealed class ExportFiles(ExportJob job, FhirEndpoint endpoint, Manifest manifest)
{
    /// <summary>For the sake of one file: an export of many hours outlives its addresses more than once.</summary>
    private const int MostRenewals = 2;

    private readonly SemaphoreSlim _one = new(1);
    private Addresses _now = new(manifest.RequiresAccessToken, Flat(manifest));

    public IReadOnlyList<ManifestFile> All { get; } = Flat(manifest);

    /// <summary>Reads a file at its present address, and at a fresh one where that has expired.</summary>
    /// <param name="read">Gets the address, and whether the token is wanted there.</param>
    /// <exception cref="ExtractionException">The file cannot be had.</exception>
    public async Task<T> Read<T>(string what, int file, Func<Uri, bool, Task<Answer<T>>> read, CancellationToken cancellation)
        where T : class
    {
        for (var renewals = 0; ; renewals++)
        {
            var now = _now;
            var answer = await read(endpoint.Admit(what, endpoint.At(""), now.Files[file].Url), now.WithToken);
            if (answer.Value is { } value)
            {
                return value;
            }

            if (renewals == MostRenewals)
            {
                throw new ExtractionException($"{what}: a file is not given ({answer.Refused}), nor after the manifest was fetched again");
            }

            await Renew(what, now, cancellation);
        }
    }

    private async Task Renew(string what, Addresses expired, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (_now != expired)
            {
                return;
            }

            var fresh = await job.Finished(cancellation);
            _now = new Addresses(fresh.RequiresAccessToken, Matched(what, Flat(fresh)));
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>In the order of the first manifest: a server may list the same files in another one. Addresses are signed anew in their queries.</summary>
    private ManifestFile[] Matched(string what, ManifestFile[] fresh)
    {
        var places = fresh.ToLookup(f => (f.Type, f.Url.Split('?')[0]));
        ManifestFile[] same = [.. All.Select(f => places[(f.Type, f.Url.Split('?')[0])].ToArray()).Where(n => n.Length == 1).Select(n => n[0])];
        return same.Length == All.Count && fresh.Length == All.Count ? same
            : fresh.Select(f => (f.Type, f.Count)).SequenceEqual(All.Select(f => (f.Type, f.Count))) ? fresh
            : throw new ExtractionException($"{what}: the server changed the export while it was fetched");
    }

    private static ManifestFile[] Flat(Manifest manifest) => [.. manifest.Output, .. manifest.Deleted, .. manifest.Outcomes];

    private sealed record Addresses(bool WithToken, IReadOnlyList<ManifestFile> Files);
}
