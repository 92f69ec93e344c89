using QofFhir.Tests.House;

namespace QofFhir.Tests.Fhir.Writing;

/// <summary>The FHIR validators of tests/validators.</summary>
internal static class Validators
{
    private static readonly NodeProject Project = new("tests", "validators");

    /// <summary>The folder of the node scripts, with what they need in it.</summary>
    public static string RestoredFolder => Project.RestoredFolder;

    /// <summary>Runs the validators over resources, one JSON object each.</summary>
    /// <returns>Exit code, and what was printed: a fault's line begins with FILE:LINE.</returns>
    public static (int Exit, string Output) Validate(IEnumerable<string> resources)
    {
        var folder = Directory.CreateTempSubdirectory("qoffhir-validators-");
        try
        {
            var file = Path.Combine(folder.FullName, "in.ndjson");
            File.WriteAllText(file, string.Join('\n', resources) + "\n");
            return ValidateFiles(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static (int Exit, string Output) ValidateFiles(params string[] files) => Project.Run("validate.mjs", files);
}
