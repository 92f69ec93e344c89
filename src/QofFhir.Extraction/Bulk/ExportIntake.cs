using QofFhir.Extraction.Bulk.Files;
using QofFhir.Extraction.Http;

namespace QofFhir.Extraction.Bulk;

/// <summary>Takes in the files of an export, some side by side, and holds what they bring against what the manifest says.</summary>
internal sealed class ExportIntake(
    FhirConnection connection, FileDownload download, ExportFiles files, Landing landing, DeletedFile deleted, Findings findings,
    IProgress<ExtractionProgress>? progress)
{
    /// <param name="manifest">As it was first; the addresses may be fresh ones by the time a file is read.</param>
    public Task All(Manifest manifest, int sideBySide, CancellationToken cancellation)
    {
        var (outputs, deletions) = (manifest.Output.Count, manifest.Output.Count + manifest.Deleted.Count);
        return Parallel.ForEachAsync(
            Enumerable.Range(0, files.All.Count),
            new ParallelOptions { MaxDegreeOfParallelism = sideBySide, CancellationToken = cancellation },
            async (file, token) => await (file < outputs ? Output(file, token) : file < deletions ? Deletions(file, token) : Outcomes(file, token)));
    }

    private async Task Output(int file, CancellationToken cancellation)
    {
        var (type, _, count) = files.All[file];
        if (type is not null && landing.File(type) is null)
        {
            findings.Warn($"{Shown(type)}: not asked for, so its files were left aside");
            return;
        }

        var what = type ?? "output";
        var taken = await Read(what, file, () => new LineTaker(landing, type), (taker, lines, unended) => taker.Take(lines, unended), cancellation);
        if (taken.Lines < count)
        {
            findings.Lose(type, $"the manifest says {count} resources and the file holds {taken.Lines}");
        }
        else if (taken.Lines > count)
        {
            findings.Warn($"{what}: the manifest says {count} resources and the file holds {taken.Lines}");
        }

        if (taken.Cut)
        {
            findings.Lose(type, "a file ends in the middle of a line");
        }

        if (taken.Strange > 0 && taken.Strange == taken.Lines)
        {
            findings.Lose(type, "a file holds no FHIR resource at all");
        }
        else if (taken.Strange > 0)
        {
            findings.Warn($"{what}: {taken.Strange} lines of a file hold no FHIR resource");
        }

        if (taken.LeftAside > 0)
        {
            findings.Warn($"{what}: {taken.LeftAside} resources of types that were not asked for were left aside");
        }
    }

    private async Task Deletions(int file, CancellationToken cancellation)
    {
        var understood = true;
        await Read("deleted", file, () => deleted, (target, lines, _) => understood &= target.Take(lines), cancellation);
        if (!understood)
        {
            findings.Lose(null, "what was deleted since is not told in a way that can be read");
        }
    }

    private async Task Outcomes(int file, CancellationToken cancellation) =>
        await Read("outcome", file, () => findings, (_, lines, _) => Heed(files.All[file].Type, lines), cancellation);

    /// <param name="type">Of the row in the manifest: some servers say there what could not be exported.</param>
    private void Heed(string? type, Memory<byte> lines)
    {
        while (!lines.IsEmpty)
        {
            var end = lines.Span.IndexOf((byte)'\n');
            var line = lines[..end];
            var issues = OutcomeIssues.Read(line);
            lines = lines[(end + 1)..];
            if (!issues.Fails)
            {
                if (issues.Codes.Count > 0)
                {
                    findings.Warn($"export: the server warns{issues}");
                }
                else if (line.Span.IndexOfAnyExcept(" \r\t"u8) >= 0)
                {
                    findings.Lose(null, "the server tells of trouble in a way that cannot be read");
                }

                continue;
            }

            // A failing issue that names only types which were not asked takes nothing from us.
            string?[] about = issues.Types.Count > 0 ? [.. issues.Types.Where(t => landing.File(t) is not null)]
                : [type is not null && landing.File(type) is not null ? type : null];
            foreach (var lost in about)
            {
                findings.Lose(lost, $"the server could not export all of it{issues}");
            }
        }
    }

    private Task<T> Read<T>(string what, int file, Func<T> begin, Action<T, Memory<byte>, bool> take, CancellationToken cancellation)
        where T : class
    {
        return files.Read(what, file, (address, withToken) => download.Read(what, address, withToken, Begin, cancellation), cancellation);

        (T State, Action<Memory<byte>, bool> Take) Begin()
        {
            var state = begin();
            return (state, (lines, unended) =>
            {
                take(state, lines, unended);
                progress?.Report(new ExtractionProgress(connection.Requests, connection.Bytes, landing.Lines, null));
            }
            );
        }
    }

    private static string Shown(string type) => type.Length < 40 && type.All(char.IsAsciiLetter) ? type : "a type";
}
