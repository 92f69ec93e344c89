using QofFhir.Cli.Input;
using QofFhir.Cli.Output;
using QofFhir.Cli.Payment;
using QofFhir.Cli.Rollup;
using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Publication.Practices;

namespace QofFhir.Cli.Peers;

/// <summary>One practice among those of published files.</summary>
internal sealed class PeersRun(PeersArguments arguments, Terminal terminal)
{
    private const int NamesShown = 10;
    private static readonly string[] Names = ["peers.csv"];

    private readonly PublishedInput _input = new(terminal);
    private bool _incomplete;

    /// <exception cref="StopException">There is no such practice in the files, or nobody to hold it against.</exception>
    public ExitCode Run()
    {
        if (arguments is { Practice: null, Reports: null } or { Reports: not null, Framework: null })
        {
            throw new StopException(ExitCode.Usage, arguments.Reports is null ? "say which practice: PRACTICE, or --reports" : "--reports needs --framework");
        }

        if (arguments.Out is { } target)
        {
            OutFolder.CheckIsFree(target, Names);
        }

        var framework = arguments.Framework is { } id ? DefinitionFiles.FrameworkOf(DefinitionFiles.Load(arguments.Definitions, []), id) : null;
        var reported = arguments.Reports is { } reports ? ReportFile.Read(reports, framework!, arguments.Practice, null, terminal) : null;
        var practice = reported?.Practice ?? arguments.Practice!;
        var sums = new AchievementSums();
        arguments.Achievement.ToList().ForEach(file => _input.Each(file, AchievementFile.Read, sums.Add));
        var published = sums.Reports.Where(r => framework is null || framework.Indicators.Any(i => i.Id == r.Indicator))
            .GroupBy(r => r.Indicator, r => r.Report).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        Tell(sums, practice);
        var own = reported is null ? Published(published, practice) : Reported(reported, framework!);
        if (own.Count == 0)
        {
            throw new StopException(ExitCode.Files, $"{practice} has no indicator with a denominator in {string.Join(", ", reported is null ? arguments.Achievement : [arguments.Reports!])}");
        }

        var groups = Groups(practice);
        List<PeerLine> lines = [.. own.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => Line(o.Key, new PracticeReport(practice, o.Value), published.GetValueOrDefault(o.Key) ?? [], groups))];
        var sheet = PeersView.Sheet(practice, lines);
        Keep(sheet);
        PeersView.Show(terminal, arguments.Format, practice, lines, sheet);
        return _incomplete || _input.Incomplete || reported is { Incomplete: true } ? ExitCode.Incomplete : ExitCode.Ok;
    }

    private static Dictionary<string, ReportedCounts> Published(Dictionary<string, List<PracticeReport>> published, string practice) => published
        .Select(p => (p.Key, Report: p.Value.Find(r => r.Practice == practice))).Where(p => p.Report is not null)
        .ToDictionary(p => p.Key, p => p.Report!.Counts, StringComparer.Ordinal);

    private static Dictionary<string, ReportedCounts> Reported(ReportFile file, Framework framework) => framework.Indicators
        .Where(i => i.Kind == IndicatorKind.Fraction && file.Reports.GetValueOrDefault(i.Id)?.Counts is not null)
        .ToDictionary(i => i.Id, i => file.Reports[i.Id].Counts!, StringComparer.Ordinal);

    /// <summary>The practice's own counts stand in place of what was published of it.</summary>
    private static PeerLine Line(string indicator, PracticeReport own, List<PracticeReport> published, IReadOnlyList<PeerGroup> groups)
    {
        PracticeReport[] peers = [.. published.Where(p => p.Practice != own.Practice), own];
        var remark = own.Counts.Denominator == 0 ? "nobody is in the denominator"
            : peers.Length == 1 ? "no other practice of the files has it"
            : null;
        return new PeerLine(indicator, own.Counts, remark is null ? [.. groups.Select(g => Standing.Of(g, own, peers)!)] : [], remark);
    }

    private List<PeerGroup> Groups(string practice)
    {
        var groups = new List<PeerGroup> { PeerGroup.All };
        if (arguments.Mapping is not { } file)
        {
            return groups;
        }

        var day = _input.Geography(file).Always();
        if (!day.IsActive(practice))
        {
            terminal.Warn($"{file}: {practice} is not in the mapping: it is held against all practices alone");
        }

        groups.AddRange(day.Ancestors(practice).Where(a => a.Kind is OrganisationKind.Pcn or OrganisationKind.SubIcb or OrganisationKind.Icb)
            .Select(a => new PeerGroup(RollupLevel.Names.First(n => n.Value == a.Kind).Key, a.Code, a.Name, day.Practices(a.Code))));
        return groups;
    }

    private void Tell(AchievementSums sums, string practice)
    {
        (string Practice, string Indicator)[] odd = [.. sums.Odd];
        if (odd.Length > 0)
        {
            _incomplete = true;
            var shown = odd.OrderBy(o => o.Practice != practice).Take(NamesShown).Select(o => $"{o.Practice} {o.Indicator}");
            terminal.Warn(
                $"{Words.Plural(odd.Length, "pair")} of practice and indicator left out, numerator and denominator do not go together: {string.Join(", ", shown)}{(odd.Length > NamesShown ? ", ..." : "")}");
        }
    }

    private void Keep(Sheet sheet)
    {
        if (arguments.Out is { } target)
        {
            using var folder = new OutFolder(target, Names);
            using (var output = new StreamWriter(folder.Create(Names[0])))
            {
                sheet.WriteCsv(output);
            }

            folder.MoveIn();
        }
    }
}
