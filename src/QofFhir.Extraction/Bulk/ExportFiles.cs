using System.Diagnostics.CodeAnalysis;
using QofFhir.Extraction.Http;

namespace QofFhir.Extraction.Bulk;

/// <summary>The files of an export and where they stand now: addresses expire, and then the manifest gives new ones.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing to let go of.")]
internal sealed class ExportFiles(ExportJob job, FhirEndpoint endpoint, Manifest manifest)
{
    private const int MostRenewals = 2;

    private readonly SemaphoreSlim _one = new(1);
    private Places _now = new(Flat(manifest), manifest.RequiresAccessToken);
    private int _renewals;

    public IReadOnlyList<ManifestFile> All { get; } = Flat(manifest);

    /// <summary>Reads a file at its present address, and once more where that has expired.</summary>
    /// <param name="read">Gets the address, and whether the token is wanted there.</param>
    /// <exception cref="ExtractionException">The file cannot be had.</exception>
    public async Task<T> Read<T>(string what, int file, Func<Uri, bool, Task<Answer<T>>> read, CancellationToken cancellation)
        where T : class
    {
        while (true)
        {
            var now = _now;
            var answer = await read(endpoint.Admit(what, endpoint.At(""), now.Files[file].Url), now.WithToken);
            if (answer.Value is { } value)
            {
                return value;
            }

            await Renew(what, now, answer.Refused!, cancellation);
        }
    }

    private async Task Renew(string what, Places expired, Refusal refusal, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (_now != expired)
            {
                return;
            }

            if (_renewals++ == MostRenewals)
            {
                throw new ExtractionException($"{what}: a file is not given ({refusal}), nor after the manifest was fetched again");
            }

            var fresh = await job.Finished(cancellation);
            _now = new Places(Matched(what, Flat(fresh)), fresh.RequiresAccessToken);
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

    private sealed record Places(IReadOnlyList<ManifestFile> Files, bool WithToken);
}
