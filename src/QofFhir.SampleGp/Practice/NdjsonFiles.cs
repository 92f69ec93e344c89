namespace QofFhir.SampleGp.Practice;

/// <summary>One NDJSON file a type that there is any of, under another name until all are whole.</summary>
internal sealed class NdjsonFiles : IDisposable
{
    private const string Unfinished = ".unfinished";

    private readonly string _folder;
    private readonly Dictionary<string, FileStream> _files;
    private long _written;
    private bool _finished;

    public NdjsonFiles(string folder, IReadOnlyList<string> types)
    {
        _folder = folder;
        _files = types.ToDictionary(t => t, t => new FileStream(Name(t) + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16));
    }

    public void Add(SampleResource resource)
    {
        var file = _files[resource.Type];
        file.Write(resource.Json);
        file.WriteByte((byte)'\n');
        _written++;
    }

    public long Finish()
    {
        foreach (var file in _files.Values)
        {
            file.Dispose();
        }

        foreach (var type in _files.Keys)
        {
            // An empty file is what a reader takes for a broken export.
            var unfinished = new FileInfo(Name(type) + Unfinished);
            if (unfinished.Length > 0)
            {
                unfinished.MoveTo(Name(type), overwrite: true);
            }
            else
            {
                unfinished.Delete();
                File.Delete(Name(type));
            }
        }

        _finished = true;
        return _written;
    }

    public void Dispose()
    {
        foreach (var (type, file) in _files)
        {
            file.Dispose();
            if (!_finished)
            {
                File.Delete(Name(type) + Unfinished);
            }
        }
    }

    private string Name(string type) => Path.Combine(_folder, type + ".ndjson");
}
