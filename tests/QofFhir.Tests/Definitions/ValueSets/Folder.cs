using System.Text;

namespace QofFhir.Tests.Definitions.ValueSets;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class Folder : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string Path { get; } = Directory.CreateTempSubdirectory("qof-valuesets-").FullName;

    /// <summary>The folder that holds the solution.</summary>
    public static string Repository { get; } = FindRepository();

    public string File(string name, string text) => File(name, Utf8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        var path = At(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "QofFhir.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("no QofFhir.sln above the tests");
        }

        return folder.FullName;
    }
}
