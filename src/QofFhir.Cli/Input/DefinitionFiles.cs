using QofFhir.Core.Achievement;
using QofFhir.Core.Records;
using QofFhir.Definitions;

namespace QofFhir.Cli.Input;

/// <summary>Frameworks, rulesets and value sets as the commands ask for them.</summary>
internal static class DefinitionFiles
{
    /// <exception cref="StopException">A folder is missing.</exception>
    public static DefinitionLibrary Load(string? root, IReadOnlyList<string> codePacks)
    {
        foreach (var folder in new[] { root }.Concat(codePacks).OfType<string>())
        {
            if (!Directory.Exists(folder))
            {
                throw new StopException(ExitCode.Files, $"{folder}: no such folder of definitions");
            }
        }

        return DefinitionLibrary.Load(root ?? DefinitionLibrary.DefaultRoot, codePacks);
    }

    /// <param name="id">Null: the newest.</param>
    /// <exception cref="StopException">There is no such framework; those that there are, are listed.</exception>
    /// <exception cref="DefinitionException">Its definitions have mistakes.</exception>
    public static Framework FrameworkOf(DefinitionLibrary library, string? id)
    {
        var asked = id ?? Newest(library);
        return library.Frameworks.Any(f => f.Id == asked)
            ? library.Framework(asked)
            : throw new StopException(
                ExitCode.Usage, $"there is no framework '{asked}'; there are: {string.Join(", ", library.Frameworks.Select(f => f.Id))}");
    }

    /// <summary>Sample codes mean nothing on real data, and look as if they did.</summary>
    /// <exception cref="StopException">There are sample codes, and a patient without the sample tag.</exception>
    public static void RefuseSampleCodesOnRealData(Framework framework, PracticeRecords records)
    {
        if (framework.SampleCodes && records.PatientCount > 0 && !records.AllSample)
        {
            throw new StopException(
                ExitCode.Refused,
                "refused: the code pack holds sample codes, and not every patient of the input carries the sample tag",
                "leave --code-pack out, or give it data that `qof synth` made");
        }
    }

    private static string Newest(DefinitionLibrary library) => library.Frameworks.MaxBy(f => f.YearStart)?.Id
        ?? throw new StopException(ExitCode.Definitions, "there is no framework at all; `qof rules check` says why");
}
