using QofFhir.Fhir.Reading.Reports;
using QofFhir.Service.Access;

namespace QofFhir.Service.Collection;

/// <summary>Several resources that came together, each judged: reports, and what is told of where they come from.</summary>
internal sealed class Consignment
{
    private readonly List<(SubmittedEntry Entry, Judgement Judged)> _reports = [];
    private readonly List<(SubmittedEntry Entry, ReportFault Fault)> _others = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private Consignment(IReadOnlyList<SubmittedEntry> entries) => Entries = entries;

    public IReadOnlyList<SubmittedEntry> Entries { get; }

    /// <summary>In the order of their entries.</summary>
    public IReadOnlyList<(SubmittedEntry Entry, Judgement Judged)> Reports => _reports;

    /// <summary>Faults of what is no report.</summary>
    public IReadOnlyList<(SubmittedEntry Entry, ReportFault Fault)> Others => _others;

    public List<IncomingProvenance> Provenances { get; } = [];

    public bool Good => _others.Count == 0 && _reports.TrueForAll(r => r.Judged.Incoming is not null);

    /// <summary>The faults of all, each with its place.</summary>
    public IEnumerable<Reports.Issue> Issues =>
        _others.Select(o => ReportIssues.Of(o.Fault)).Concat(_reports.SelectMany(r => r.Judged.Faults.Select(f => ReportIssues.Of(f, r.Entry.Place))));

    public IReadOnlyList<Refusal> Refusals =>
    [
        .. _reports.Where(r => r.Judged.Incoming is null).Select(r => new Refusal(r.Entry.Place, [.. r.Judged.Faults.Select(ReportIssues.Text)])),
        .. _others.Select(o => new Refusal(o.Entry.Place, [ReportIssues.Text(o.Fault)])),
    ];

    /// <param name="asked">Whether each entry says what is to be done with it, as those of transactions and batches do.</param>
    /// <param name="together">One identity may stand in it once: they are taken together or not at all.</param>
    /// <param name="measure">Id of the Measure that all are to be of; null: any.</param>
    public static Consignment Of(IReadOnlyList<SubmittedEntry> entries, ReportIntake intake, Reader by, bool asked, bool together, string? measure = null)
    {
        var consignment = new Consignment(entries);
        foreach (var entry in entries)
        {
            if (entry.Resource is not { } resource)
            {
                consignment._others.Add((entry, new ReportFault("required", entry.Place, "A resource was expected.")));
            }
            else if (resource.Type == "MeasureReport")
            {
                consignment.Report(entry, asked ? Asked(entry, intake, by) : intake.Judge(resource, by), measure);
            }
            else if (asked && entry.Method is not ("POST" or "PUT"))
            {
                consignment._others.Add((entry, new ReportFault("not-supported", entry.Place, "POST or PUT was expected.")));
            }
        }

        if (together)
        {
            consignment.Twice();
        }

        foreach (var entry in entries.Where(e => e.Resource?.Type == "Provenance"))
        {
            consignment.Provenance(entry);
        }

        return consignment;
    }

    private static Judgement Asked(SubmittedEntry entry, ReportIntake intake, Reader by)
    {
        const string conditional = "MeasureReport?identifier=";
        const string byId = "MeasureReport/";
        var resource = entry.Resource!.Value;
        return entry.IfMatch is not null
            ? Judgement.Refused(StatusCodes.Status422UnprocessableEntity, "not-supported", null, "ifMatch is taken of a report that is sent alone.")
            : (entry.Method, entry.Url) switch
            {
                ("POST", "MeasureReport") => intake.Judge(resource, by),
                ("PUT", { } url) when url.StartsWith(conditional, StringComparison.Ordinal) => intake.Judge(resource, by, Uri.UnescapeDataString(url[conditional.Length..])),
                ("PUT", { } url) when url.StartsWith(byId, StringComparison.Ordinal) => intake.Judge(resource, by, null, url[byId.Length..]),
                _ => Judgement.Refused(
                    StatusCodes.Status422UnprocessableEntity, "not-supported", null, "The request was expected to be POST MeasureReport, PUT MeasureReport?identifier= or PUT MeasureReport/ID."),
            };
    }

    private void Report(SubmittedEntry entry, Judgement judged, string? measure)
    {
        if (judged.Incoming is { } incoming)
        {
            if (measure is not null && !incoming.Report.Measure.Url.EndsWith("/" + measure, StringComparison.Ordinal))
            {
                judged = Judgement.Refused(StatusCodes.Status422UnprocessableEntity, "invalid", "MeasureReport.measure", "It is not the measure of the address.");
            }

            _names[$"MeasureReport/{incoming.Id}"] = incoming.Id;
            if (entry.Resource!.Value.Id is { } own)
            {
                _names[$"MeasureReport/{own}"] = incoming.Id;
            }

            if (entry.FullUrl is { } url)
            {
                _names[SubmittedProvenance.Key(url)] = incoming.Id;
            }
        }

        _reports.Add((entry, judged));
    }

    private void Twice()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _reports.Count; i++)
        {
            if (_reports[i].Judged.Incoming is { } incoming && !seen.Add(incoming.Id))
            {
                _reports[i] = (_reports[i].Entry, Judgement.Refused(
                    StatusCodes.Status422UnprocessableEntity, "duplicate", "MeasureReport", "A report of the same identity stands before it: what is taken together has each once."));
            }
        }
    }

    private void Provenance(SubmittedEntry entry)
    {
        ReportFault[] faults = [.. SubmittedProvenance.Faults(entry)];
        var reports = SubmittedProvenance.Targets(entry.Resource!.Value).Select(t => _names.GetValueOrDefault(t)).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (faults.Length == 0 && reports.Length == 0)
        {
            faults = [new ReportFault("not-found", entry.Place + ".target", "None of the targets is a good report of this submission.")];
        }

        _others.AddRange(faults.Select(f => (entry, f)));
        if (faults.Length == 0)
        {
            Provenances.Add(new IncomingProvenance(SubmittedProvenance.Digest(entry.Resource.Value), reports, Packed.Pack(entry.Resource.Value.Text)));
        }
    }
}
