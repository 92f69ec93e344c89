namespace QofFhir.Definitions.ValueSets;

/// <summary>A folder of value set files, one a cluster, each named as its cluster.</summary>
internal static class ValueSetFolder
{
    /// <summary>Subfolder with the codes of the halves of a blood pressure.</summary>
    public const string Parts = "parts";

    /// <summary>The value sets in the order of their names; a folder that is not there, and a file that says another name than its own, are mistakes.</summary>
    /// <param name="inside">A folder in it, such as <see cref="Parts"/>; empty: itself.</param>
    public static IEnumerable<(string File, ValueSetContent Content)> Read(
        string folder, ICollection<DefinitionMistake> mistakes, string inside = "")
    {
        if (!Directory.Exists(folder))
        {
            mistakes.Add(new DefinitionMistake(folder, 1, 1, "there is no such folder of value sets"));
            yield break;
        }

        foreach (var file in StagedFolder.Files(folder, inside))
        {
            if (ValueSetReader.Read(file, File.ReadAllBytes(file), mistakes) is not { } content)
            {
                continue;
            }

            if (content.Name != Path.GetFileNameWithoutExtension(file))
            {
                mistakes.Add(new DefinitionMistake(file, 1, 1, $"name is '{content.Name}', expected the name of the file"));
                continue;
            }

            yield return (file, content);
        }
    }
}
