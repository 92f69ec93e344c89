using System.Globalization;
using QofFhir.Cli.Input;
using QofFhir.Core.Payments;

namespace QofFhir.Cli.Outlook;

/// <summary>Registers and lists of all practices together as CSV, columns <c>group,register,list</c> in any order. A group is named as the framework's payment part names it, or by its code in the NHS publication.</summary>
internal static class NationalFile
{
    private static readonly string[] Columns = ["group", "register", "list"];

    /// <param name="on">The day of which the counts are taken to be.</param>
    /// <exception cref="StopException">The file is missing, or has mistakes: all of them, each with its line.</exception>
    public static IReadOnlyDictionary<string, RegisterShare> Read(string path, PaymentYear year, DateOnly on)
    {
        if (!File.Exists(path))
        {
            throw new StopException(ExitCode.Files, $"{path}: no such file of national prevalence");
        }

        var mistakes = new List<string>();
        var found = new Dictionary<string, RegisterShare>(StringComparer.Ordinal);
        foreach (var (line, cells) in SmallTable.Rows(File.ReadLines(path), Columns, (line, text) => mistakes.Add($"{path}:{line}: {text}")))
        {
            // What the year does not weight is of no use here, and no mistake: a file may serve several years.
            var groups = year.Groups.Where(g => g.Weighting == Weighting.Prevalence && (g.Name == cells[0] || g.PublishedAs == cells[0])).ToList();
            if (!Whole(cells[1], out var register) || !Whole(cells[2], out var list) || register > list)
            {
                mistakes.Add($"{path}:{line}: register {cells[1]} of list {cells[2]}, expected whole numbers, the register no longer than the list");
            }
            else if (groups.Exists(g => !found.TryAdd(g.Name, new RegisterShare(register, list, on))))
            {
                mistakes.Add($"{path}:{line}: {cells[0]} again");
            }
        }

        return mistakes.Count == 0 ? found : throw new StopException(ExitCode.Usage, mistakes);
    }

    private static bool Whole(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
