using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using QofFhir.Extraction;
using QofFhir.Service.Practices;

namespace QofFhir.Service.CareGaps;

/// <summary>The jobs and their files, a folder each in the practice tier: they outlive the process, and their owner alone can read them.</summary>
internal sealed class GapsJobs(ServicePlan plan, TimeProvider clock)
{
    public const string Bundles = "bundles.ndjson";
    public const string Outcomes = "outcomes.ndjson";

    /// <summary>Of one asker, at work or not yet fetched and deleted.</summary>
    public const int MostOfOne = 20;

    private const string State = "job.json";

    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    private readonly Lock _gate = new();
    private readonly Dictionary<string, GapsJob> _jobs = new(StringComparer.Ordinal);

    private string Root => Path.Combine(plan.DataFolder, "patients", "care-gaps");

    /// <summary>Takes up what an earlier process left, and forgets what cannot be read.</summary>
    /// <returns>Those that have not ended, the oldest first.</returns>
    public IReadOnlyList<GapsJob> Load()
    {
        lock (_gate)
        {
            foreach (var folder in Directory.Exists(Root) ? Directory.GetDirectories(Root) : [])
            {
                // What names itself otherwise was moved here, or its process was killed before it stood.
                if (Read(Path.Combine(folder, State)) is { } job && job.Id == Path.GetFileName(folder))
                {
                    _jobs[job.Id] = job;
                }
                else
                {
                    Directory.Delete(folder, recursive: true);
                }
            }

            return [.. _jobs.Values.Where(j => j.EndedAt is null).OrderBy(j => j.AskedAt)];
        }
    }

    /// <returns>Null when the asker has as many as one may have.</returns>
    public GapsJob? Add(string asker, string request, GapsQuestion question)
    {
        lock (_gate)
        {
            if (_jobs.Values.Count(j => j.Asker == asker) >= MostOfOne)
            {
                return null;
            }

            var job = new GapsJob
            {
                Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
                Asker = asker,
                Request = request,
                Question = question,
                AskedAt = clock.GetUtcNow(),
            };
            PrivateFolder.Create(Root);
            PrivateFolder.Create(Folder(job.Id));
            Write(job);
            return job;
        }
    }

    /// <returns>Null when there is none, when it has expired, and when another asked for it.</returns>
    public GapsJob? Find(string id, string asker)
    {
        lock (_gate)
        {
            return _jobs.TryGetValue(id, out var job) && job.Asker == asker && !IsOver(job) ? job : null;
        }
    }

    public bool Has(string id)
    {
        lock (_gate)
        {
            return _jobs.ContainsKey(id);
        }
    }

    /// <summary>Keeps how a job ended, unless it was removed meanwhile.</summary>
    public void End(GapsJob job)
    {
        lock (_gate)
        {
            if (_jobs.ContainsKey(job.Id))
            {
                Write(job with { EndedAt = clock.GetUtcNow() });
            }
        }
    }

    public void Remove(string id)
    {
        lock (_gate)
        {
            if (_jobs.ContainsKey(id))
            {
                Directory.Delete(Folder(id), recursive: true);
                _jobs.Remove(id);
            }
        }
    }

    /// <summary>Deletes what nobody may fetch any more.</summary>
    public void Sweep()
    {
        lock (_gate)
        {
            foreach (var job in _jobs.Values.Where(IsOver).ToArray())
            {
                Remove(job.Id);
            }
        }
    }

    /// <summary>When an ended job's files are deleted.</summary>
    public DateTimeOffset ExpiresAt(GapsJob job) => job.EndedAt!.Value + plan.GapsExpire;

    public string FileOf(string id, string name) => Path.Combine(Folder(id), name);

    /// <summary>A file of a job, new and closed to others; compressed, for a list's Bundles say much the same again and again.</summary>
    public Stream Create(string id, string name) => new GZipStream(New(id, name), CompressionLevel.Fastest);

    /// <summary>Who reads it reads on, also when it is deleted meanwhile.</summary>
    /// <param name="packed">As it lies on disk.</param>
    /// <returns>Null when there is no such file.</returns>
    public Stream? Open(string id, string name, bool packed)
    {
        lock (_gate)
        {
            if (!File.Exists(FileOf(id, name)))
            {
                return null;
            }

            var file = new FileStream(FileOf(id, name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, useAsync: true);
            return packed ? file : new GZipStream(file, CompressionMode.Decompress);
        }
    }

    private FileStream New(string id, string name)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        lock (_gate)
        {
            return new FileStream(FileOf(id, name), options);
        }
    }

    private bool IsOver(GapsJob job) => job.EndedAt is not null && clock.GetUtcNow() >= ExpiresAt(job);

    private string Folder(string id) => Path.Combine(Root, id);

    private void Write(GapsJob job)
    {
        const string aside = State + ".new";
        using (var file = New(job.Id, aside))
        {
            JsonSerializer.Serialize(file, job, Options);
            file.Flush(flushToDisk: true);
        }

        File.Move(FileOf(job.Id, aside), FileOf(job.Id, State), overwrite: true);
        _jobs[job.Id] = job;
    }

    private static GapsJob? Read(string file)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<GapsJob>(File.ReadAllBytes(file), Options);
        }
        catch (JsonException)
        {
            return null; // Of another version, or broken by hand.
        }
    }
}
