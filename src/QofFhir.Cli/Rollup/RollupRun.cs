using QofFhir.Cli.Input;
using QofFhir.Cli.Output;
using QofFhir.Core.Aggregation;
using QofFhir.Publication.Geographies;
using QofFhir.Publication.Practices;

namespace QofFhir.Cli.Rollup;

/// <summary>From published files to sums by level.</summary>
internal sealed class RollupRun(RollupArguments arguments, Terminal terminal)
{
    private const int NamesShown = 10;
    private static readonly string[] Names = ["prevalence.csv", "achievement.csv"];

    private readonly SortedSet<string> _unmapped = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _organisations = new(StringComparer.Ordinal);
    private readonly PublishedInput _input = new(terminal);
    private bool _incomplete;

    /// <exception cref="StopException">There is nothing to add up, or the mapping cannot be used.</exception>
    public ExitCode Run()
    {
        if (arguments.Prevalence.Count + arguments.Achievement.Count == 0)
        {
            throw new StopException(ExitCode.Usage, "there is nothing to add up: give --prevalence or --achievement");
        }

        if (arguments.Out is { } target)
        {
            OutFolder.CheckIsFree(target, Names);
        }

        var mapping = _input.Geography(arguments.Mapping);
        var view = new RollupView(arguments.By, mapping.Organisations);
        var (prevalence, achievement) = (new PrevalenceSums(), new AchievementSums());
        var day = mapping.Always();
        foreach (var file in arguments.Prevalence)
        {
            _input.Each(file, PrevalenceFile.Read, row => prevalence.Add(row, Organisations(row.Practice, day)));
        }

        foreach (var file in arguments.Achievement)
        {
            _input.Each(file, AchievementFile.Read, achievement.Add);
        }

        Sheet[] sheets = [RollupView.Prevalence(prevalence), RollupView.Achievement(achievement, practice => Organisations(practice, day))];
        Tell(achievement);
        view.Name(sheets);
        RollupView.Write(terminal, arguments.Format, sheets);
        Keep(sheets);
        return _incomplete || _input.Incomplete ? ExitCode.Incomplete : ExitCode.Ok;
    }

    /// <summary>Of the level asked for. England holds everybody, those without a row in the mapping too.</summary>
    private IReadOnlyList<string> Organisations(string practice, GeographyOnDay day)
    {
        if (_organisations.TryGetValue(practice, out var known))
        {
            return known;
        }

        if (!day.IsActive(practice))
        {
            _unmapped.Add(practice);
        }

        return _organisations[practice] = arguments.By switch
        {
            OrganisationKind.Country => [day.Ancestor(practice, OrganisationKind.Country)?.Code ?? GeographyFile.England.Code],
            OrganisationKind.Practice => [practice],
            _ => [.. day.Ancestors(practice).Where(a => a.Kind == arguments.By).Select(a => a.Code)],
        };
    }

    private void Tell(AchievementSums achievement)
    {
        if (_unmapped.Count > 0)
        {
            var names = string.Join(", ", _unmapped.Take(NamesShown)) + (_unmapped.Count > NamesShown ? ", ..." : "");
            terminal.Warn($"{Words.Plural(_unmapped.Count, "practice")} not in the mapping, counted in England alone: {names}");
        }

        (string Practice, string Indicator)[] odd = [.. achievement.Odd];
        if (odd.Length > 0)
        {
            _incomplete = true;
            terminal.Warn($"{Words.Plural(odd.Length, "pair")} of practice and indicator left out, numerator and denominator do not go together: {string.Join(", ", odd.Take(NamesShown).Select(o => $"{o.Practice} {o.Indicator}"))}");
        }
    }

    private void Keep(Sheet[] sheets)
    {
        if (arguments.Out is not { } target)
        {
            return;
        }

        using var folder = new OutFolder(target, Names);
        foreach (var (name, sheet) in Names.Zip(sheets).Where(s => s.Second.Rows.Count > 0))
        {
            using var output = new StreamWriter(folder.Create(name));
            sheet.WriteCsv(output);
        }

        folder.MoveIn();
    }
}
