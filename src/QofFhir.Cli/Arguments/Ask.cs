using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Arguments;

/// <summary>The arguments that several commands ask for, each described once.</summary>
internal static class Ask
{
    public static Argument<string[]> Inputs() => new("INPUT")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "FHIR R4 files or folders: Bundles (.json) and NDJSON (.ndjson), plain or gzip (.gz). A folder is read with all below it.",
    };

    public static Option<string> Framework() => new("--framework")
    {
        Required = true,
        HelpName = "ID",
        Description = "The framework and year, such as qof-england-2026-27; `qof frameworks` lists them.",
    };

    public static Option<DateOnly> AchievementDate() => new("--achievement-date")
    {
        Required = true,
        HelpName = "YYYY-MM-DD",
        Description = "The day to judge by: nothing dated after it counts. The service year, 1 April to 31 March, is the one that holds it.",
        CustomParser = result => Day(result, "--achievement-date"),
    };

    public static Option<DateOnly?> AchievementDate(string description) => Day("--achievement-date", description);

    public static Option<DateOnly?> Day(string option, string description) => new(option)
    {
        HelpName = "YYYY-MM-DD",
        Description = description,
        CustomParser = result => Day(result, option),
    };

    public static Option<string?> Practice() => new("--practice")
    {
        HelpName = "ODS",
        Description = "ODS code: only patients registered there count, or all where the input has no registration data. Without it everyone in the input is one practice.",
    };

    public static Option<string?> Definitions() => new("--definitions")
    {
        HelpName = "DIR",
        Description = "Folder that holds frameworks/, rulesets/ and valuesets/ [default: the ones beside the tool].",
    };

    public static Option<string[]> CodePacks() => new("--code-pack")
    {
        HelpName = "DIR",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
        Description = "Folder of further value sets, laid over the standing ones; may be repeated. Sample codes (samples/valuesets) are refused on data without the sample tag.",
    };

    public static Option<OutputFormat> Format(params OutputFormat[] among)
    {
        var names = string.Join('|', among.Select(f => f.ToString().ToLowerInvariant()));
        return new Option<OutputFormat>("--format")
        {
            HelpName = names,
            Description = "table for people; with any other, standard output holds nothing but data [default: table].",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                var format = among.Select(f => (OutputFormat?)f).FirstOrDefault(f => string.Equals(f.ToString(), text, StringComparison.OrdinalIgnoreCase));
                if (format is null)
                {
                    result.AddError($"'{text}' is no format: --format expects {names}.");
                }

                return format ?? OutputFormat.Table;
            },
        };
    }

    /// <summary>One of an enumeration's names; the first where none is given.</summary>
    public static Option<T> Choice<T>(string name, string description)
        where T : struct, Enum
    {
        var words = string.Join('|', Enum.GetNames<T>().Select(n => n.ToLowerInvariant()));
        return new Option<T>(name)
        {
            HelpName = words,
            Description = description,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!Enum.GetNames<T>().Any(n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase)))
                {
                    result.AddError($"'{text}' is none of {words}: {name} expects one of them.");
                    return default;
                }

                return Enum.Parse<T>(text, ignoreCase: true);
            },
        };
    }

    /// <exception cref="StopException">It is no address, or it holds a name and password, which others could read off the command line.</exception>
    public static Uri Address(string text, string option) =>
        !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
            ? throw new StopException(ExitCode.Usage, $"'{text}' is no address: {option} expects one that begins with https:// or http://")
            : url.UserInfo.Length > 0
            ? throw new StopException(ExitCode.Usage, $"{option}: a name or password does not belong in an address")
            : url;

    private static DateOnly Day(ArgumentResult result, string option)
    {
        var text = result.Tokens[0].Value;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day.Year is < 1900 or > 2200)
        {
            // The years around the day must be dates too.
            result.AddError($"'{text}' is no date: {option} expects YYYY-MM-DD, such as 2027-03-31.");
        }

        return day;
    }
}
