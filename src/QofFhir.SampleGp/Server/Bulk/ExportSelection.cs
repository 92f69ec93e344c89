using System.Buffers;
using System.Text.Json;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.SampleGp.Server.Search;
using QofFhir.SampleGp.Server.Shelves;

namespace QofFhir.SampleGp.Server.Bulk;

/// <summary>Chooses the resources of an export and lays them out in files.</summary>
internal sealed class ExportSelection(ExportRequest request, Holdings holdings, GroupMembers members, int mostPerFile, SampleGpFaultPlan plan, Func<string, bool> allowed)
{
    /// <summary>Deleted resources in one Bundle.</summary>
    private const int MostPerBundle = 500;

    /// <param name="empty">Whether there is nothing in the output.</param>
    public IReadOnlyList<ExportFile> Files(bool empty)
    {
        var failed = Of(plan.ErrorsFor);
        var halved = Of(plan.FilesFailFor);
        var types = holdings.Types.Where(t => request.Wants(t) && allowed(t) && !failed.Contains(t) && !IsLeftOut(t)).Order(StringComparer.Ordinal);
        var files = empty ? [] : types.SelectMany(t => Output(t).Select((f, place) => halved.Contains(t) && place % 2 == 1 ? NotWritten(t) : f)).ToList();
        return
        [
            .. files.Where(f => f.Kind == FileKind.Output),
            .. Deleted(),
            .. files.Where(f => f.Kind == FileKind.Error),
            .. failed.Select(t => Outcome(t, "error", "exception", $"{t} could not be exported.")),
            .. Of(plan.WarningsFor).Select(t => Outcome(t, "warning", "incomplete", $"Some of {t} may be missing.")),
        ];
    }

    private List<string> Of(IReadOnlyList<string>? types) => [.. (types ?? []).Where(request.Wants)];

    private bool IsLeftOut(string type) => plan.GroupSincePatientsOnly && request is { Level: ExportLevel.Group, Since: not null } && type != "Patient";

    private IEnumerable<ExportFile> Output(string type)
    {
        var shelf = holdings.Shelf(type);
        var searches = request.Filters[type].ToList();
        var most = plan.ResourcesPerFile ?? mostPerFile;
        var (begin, count, last) = (0, 0, (ShelfEntry?)null);
        for (var place = 0; place < shelf.Entries.Count; place++)
        {
            if (Holds(type, shelf.Entries[place], searches) && ++count == most)
            {
                yield return Part(begin, place + 1, count, last);
                (begin, count, last) = (place + 1, 0, plan.DuplicateAcrossFiles ? shelf.Entries[place] : null);
            }
        }

        if (count > 0)
        {
            yield return Part(begin, shelf.Entries.Count, count, last);
        }

        ExportFile Part(int from, int to, int lines, ShelfEntry? before)
        {
            var all = lines + (before is null ? 0 : 1);
            return new ExportFile(FileKind.Output, type, all, () =>
                (before is null ? Enumerable.Empty<ShelfEntry>() : [before]).Concat(Enumerable.Range(from, to - from).Select(p => shelf.Entries[p]).Where(e => Holds(type, e, searches)))
                    .Take(Math.Max(0, all - plan.LinesMissing)));
        }
    }

    private bool Holds(string type, ShelfEntry entry, List<IReadOnlyList<Criterion>> searches) =>
        IsInScope(type, entry)
        && !(request.Since is { } since && entry.LastUpdated is { } changed && changed.To <= since.UtcTicks)
        && (searches.Count == 0 || searches.Exists(s => s.All(c => c.Holds(entry))));

    /// <summary>What is about no patient (the practice, the medicines) comes along at each level.</summary>
    private bool IsInScope(string type, ShelfEntry entry)
    {
        var patient = type == "Patient" ? entry.Id : entry.Patient;
        return request.Level == ExportLevel.System || patient is null
            || (members.Holds(patient) && (request.Patients is null || request.Patients.Contains(patient)));
    }

    private IEnumerable<ExportFile> Deleted()
    {
        if (request.Since is not { } since || plan.LeaveOutDeleted)
        {
            return [];
        }

        var bundles = holdings.Deletions.Where(d => d.When >= since && request.Wants(d.Type) && allowed(d.Type))
            .Chunk(MostPerBundle).Select(c => ShelfEntry.Line(Bundle(c))).ToList();
        return bundles.Count == 0 ? [] : [new ExportFile(FileKind.Deleted, "Bundle", bundles.Count, () => bundles)];
    }

    private static byte[] Bundle(IEnumerable<Deletion> deletions) => Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("resourceType"u8, "Bundle"u8);
        json.WriteString("type"u8, "transaction"u8);
        json.WriteStartArray("entry"u8);
        foreach (var deletion in deletions)
        {
            json.WriteStartObject();
            json.WriteStartObject("request"u8);
            json.WriteString("method"u8, "DELETE"u8);
            json.WriteString("url"u8, $"{deletion.Type}/{deletion.Id}");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private ExportFile NotWritten(string type) => Outcome(type, "error", "processing", $"A file of {type} could not be written.") with { Unended = true };

    private ExportFile Outcome(string type, string severity, string code, string text)
    {
        var line = ShelfEntry.Line(Json(json => Answers.WriteOutcome(json, severity, code, [text], about: plan.OutcomesNameNoType ? null : type)));
        return new ExportFile(FileKind.Error, "OperationOutcome", 1, () => [line], severity);
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
