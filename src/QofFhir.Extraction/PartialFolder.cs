namespace QofFhir.Extraction;

/// <summary>A folder that is there with everything in it, or not at all.</summary>
internal static class PartialFolder
{
    /// <param name="folder">Must not exist.</param>
    /// <param name="fetch">Gets the folder to fill; what an earlier attempt left there is gone.</param>
    public static async Task<ExtractionResult> Fill(string folder, Func<string, Task<ExtractionResult>> fetch)
    {
        var aside = folder + ".partial";
        Remove(aside);
        PrivateFolder.Create(aside);
        try
        {
            var result = await fetch(aside);
            Directory.Move(aside, folder);
            return result with
            {
                Folder = folder,
                Files = [.. Directory.GetFiles(folder, "*.ndjson").Order(StringComparer.Ordinal)],
                Deleted = result.Deleted is null ? null : Path.Combine(folder, Path.GetFileName(result.Deleted)),
            };
        }
        finally
        {
            Remove(aside);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
