using QofFhir.Fhir.Reading;

namespace QofFhir.Tests.Fhir.Reading;

public sealed class InputFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qof-input-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Folders_are_searched_to_any_depth_in_ordinal_order()
    {
        string[] names = ["B.json", "a.ndjson", "deep/er/c.jsonl.gz", "z.JSON.GZ"];
        foreach (var name in names.Append("notes.txt").Append("x.gz"))
        {
            Write(name);
        }

        Assert.Equal(names.Select(n => Path.Combine(_folder, n)), InputFiles.Find([_folder, Path.Combine(_folder, "a.ndjson")]));
    }

    [Fact]
    public void A_file_that_is_named_is_taken_whatever_it_is_called() => Assert.Equal([Write("export")], InputFiles.Find([Write("export")]));

    [Fact]
    public void Links_lead_to_each_file_once_and_never_round_in_circles()
    {
        var file = Write("in/a.ndjson");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "in", "up"), _folder);
        File.CreateSymbolicLink(Path.Combine(_folder, "in", "z.ndjson"), file);

        Assert.Equal([file], InputFiles.Find([Path.Combine(_folder, "in"), file]));
    }

    [Fact]
    public void What_is_missing_is_said_with_what_was_expected()
    {
        Assert.Contains("*.ndjson", Assert.Throws<FileNotFoundException>(() => InputFiles.Find([Path.Combine(_folder, "none")])).Message, StringComparison.Ordinal);
        Write("notes.txt");
        Assert.Contains("no FHIR files", Assert.Throws<FileNotFoundException>(() => InputFiles.Find([_folder])).Message, StringComparison.Ordinal);
    }

    private string Write(string name)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "{}");
        return path;
    }
}
