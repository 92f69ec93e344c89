using System.Text.Unicode;
using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;
using QofFhir.Fhir.Reading.Input;

namespace QofFhir.Fhir.Reading;

/// <summary>Reads patient records from FHIR R4 JSON, input after input, and lays them out for evaluation.</summary>
/// <remarks>Bad data never throws: it becomes a <see cref="Problem"/>, and reading goes on. Not for use by several threads at once.</remarks>
public sealed class RecordReader
{
    private static readonly string[] LineEndings = [".ndjson", ".jsonl", ".ndjson.gz", ".jsonl.gz"];

    private readonly ReadingLimits _limits;
    private readonly bool _byToken;
    private readonly Intake _intake;
    private readonly Resource _resource;
    private readonly TypeNames _types = new();
    private readonly SeenIds _seen = new();
    private bool _finished;

    public RecordReader(CodeIndex codes, ReadingLimits? limits = null)
        : this(codes, limits, byToken: false)
    {
    }

    /// <param name="byToken">Goes through every line token by token, as through what is not whole on a line.</param>
    internal RecordReader(CodeIndex codes, ReadingLimits? limits, bool byToken)
    {
        _byToken = byToken;
        _limits = limits ?? ReadingLimits.Default;
        _intake = new Intake(codes);
        _resource = new Resource(_intake);
    }

    /// <summary>Reads all there is in one call: a patient's Bundle, or anything else that <see cref="Read(Stream, string, CancellationToken)"/> reads. May be called by any number of threads.</summary>
    /// <param name="input">Read where it lies, and not kept.</param>
    /// <param name="name">What problems call it.</param>
    public static ReadResult ReadAll(CodeIndex codes, byte[] input, string name = "input", ReadingLimits? limits = null)
    {
        var reader = new RecordReader(codes, limits);
        using var stream = new MemoryStream(input, writable: false);
        reader.Read(stream, name);
        return reader.Finish();
    }

    /// <summary>Reads one input: gzip or plain; NDJSON, a Bundle of any type, or one resource; UTF-8 with or without byte order mark.</summary>
    /// <param name="name">What problems call this input, such as a file's name; its ending may tell NDJSON.</param>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public void Read(Stream stream, string name, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        ThrowIfFinished();
        var lines = LineEndings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        using var feed = new JsonFeed(stream, _limits);
        Read(new ResourceScanner(feed, _limits, lines, _byToken), name, within: null, cancellation);
    }

    /// <summary>Ends reading: what waited for its patient or medicine is settled, and the records are built. To be called once.</summary>
    public ReadResult Finish()
    {
        ThrowIfFinished();
        _finished = true;
        _intake.Subjects.Finish();
        _intake.Medicines.Finish();
        _intake.Subjects.CountNotes();
        var registrations = _intake.Registrations.Finish();
        var records = _intake.Records.Build();
        var without = Enumerable.Range(0, records.PatientCount).Count(p => records.Spells(p).Count == 0);
        return new ReadResult(records, _intake.Problems, _intake.Tally.Counts(), _intake.Notes.Quality(registrations, without));
    }

    private void Read(ResourceScanner scanner, string name, OuterPlace? within, CancellationToken cancellation)
    {
        var encodingTold = false;
        for (var step = scanner.Next(); step != ScanStep.End; step = scanner.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            var place = new Place(name, scanner.Line, scanner.Entry, within);
            if (step == ScanStep.Fault)
            {
                Tell(scanner.Fault!, place);
            }
            else if (step == ScanStep.Deletion)
            {
                _seen.Delete(scanner.Deleted!);
            }
            else if (!Utf8.IsValid(scanner.ResourceBytes.Span))
            {
                // A text in another encoding is one fault, however many of its records it spoils.
                Tell(InputFault.Encoding with { IsRecord = true }, place, silently: encodingTold);
                encodingTold = true;
            }
            else
            {
                Read(scanner, place, cancellation);
            }
        }
    }

    private void Read(ResourceScanner scanner, Place place, CancellationToken cancellation)
    {
        var type = _types.Of(scanner.Resource.Find(scanner.Window.Span, "resourceType"u8));
        if (type is null)
        {
            Tell(InputFault.NoType, place);
        }
        else if (type != "Bundle")
        {
            _resource.Begin(type, scanner, place);
            ResourceReaders.Read(_resource, _intake, _seen);
            _intake.Tally.Add(type, _resource.Verdict);
        }
        else if (place.Within is not null)
        {
            Tell(InputFault.NestedBundle, place);
        }
        else
        {
            using var inner = new MemoryStream(scanner.ResourceBytes.ToArray());
            using var feed = new JsonFeed(inner, _limits);
            Read(new ResourceScanner(feed, _limits, lines: false, _byToken), place.Input, new OuterPlace(place), cancellation);
        }
    }

    private void ThrowIfFinished()
    {
        if (_finished)
        {
            throw new InvalidOperationException("This reader has finished; each result takes a new one.");
        }
    }

    private void Tell(InputFault fault, Place place, bool silently = false)
    {
        if (fault.IsRecord)
        {
            _intake.Tally.Add(ReadCounts.Unknown, Verdict.Rejected);
        }

        if (!silently)
        {
            _intake.Problems.Add(new Problem(
                fault.Kind, ProblemSeverity.Error, place.Where, place.Expression(null, fault.Element), fault.Text));
        }
    }
}
