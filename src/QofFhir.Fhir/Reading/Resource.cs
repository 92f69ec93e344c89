using System.Text;
using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;
using QofFhir.Fhir.Reading.Input;

namespace QofFhir.Fhir.Reading;

/// <summary>What became of a resource.</summary>
internal enum Verdict { Accepted, NotUsed, SetAside, Rejected }

/// <summary>The resource in hand: its elements by name, and the verdict on it. Only valid until the scanner goes on.</summary>
/// <remarks>The first fault that rejects a resource is told and reading it ends there, so that one resource is one error.</remarks>
internal sealed class Resource(Intake intake)
{
    private readonly List<Problem> _problems = intake.Problems;
    private readonly ConceptCache _concepts = intake.Concepts;
    private readonly HashSet<(ProblemKind, string?)> _warned = [];
    private ReadOnlyMemory<byte> _window;
    private Outline _outline = new();
    private string? _id;
    private ReadOnlyMemory<byte> _plainId;

    public string Type { get; private set; } = "";

    public Place Place { get; private set; }

    public string? FullUrl { get; private set; }

    /// <summary>Takes up what the scanner stands at.</summary>
    public void Begin(string type, ResourceScanner scanner, Place place)
    {
        (Type, Place, _window, _outline, Verdict) = (type, place, scanner.Window, scanner.Resource, Verdict.Accepted);
        (_id, _plainId) = (null, default);
        _warned.Clear();
        FullUrl = JsonText.Of(scanner.FullUrl);
        var id = _outline.Locate(_window.Span, "id"u8);
        if (JsonText.IsPlain(_window.Span[id]))
        {
            _plainId = _window[id][1..^1];
        }
        else
        {
            _id = Text("id"u8) ?? (FullUrl is null ? null : Reference.LastPart(FullUrl));
        }
    }

    /// <summary>Its own id, else the last part of its fullUrl, else null.</summary>
    public string? Id => _plainId.IsEmpty ? _id : Encoding.UTF8.GetString(_plainId.Span);

    /// <summary>What stands for its type and id; null where it has no id.</summary>
    public UInt128? Mark => !_plainId.IsEmpty ? SeenIds.Mark(Type, _plainId.Span) : _id is null ? null : SeenIds.Mark(Type, Encoding.UTF8.GetBytes(_id));

    /// <summary>Names it in the records: <c>Type/id</c>, or its place in the input where it has no id.</summary>
    public int AddSource(PracticeRecordsBuilder records) =>
        records.AddSource(Type, _plainId.IsEmpty ? Encoding.UTF8.GetBytes(_id ?? Place.Where) : _plainId.Span);

    public Verdict Verdict { get; private set; }

    public bool IsDone => Verdict != Verdict.Accepted;

    /// <summary>The element as it stands in the JSON; empty when it is absent.</summary>
    public ReadOnlySpan<byte> this[ReadOnlySpan<byte> name] => _outline.Find(_window.Span, name);

    /// <summary>The first element whose name begins so, as choice elements do.</summary>
    public ReadOnlySpan<byte> Choice(ReadOnlySpan<byte> prefix, out string name) => _outline.FindPrefix(_window.Span, prefix, out name);

    public void Reject(ProblemKind kind, string? element, string text)
    {
        if (Verdict != Verdict.Rejected)
        {
            Verdict = Verdict.Rejected;
            Tell(kind, ProblemSeverity.Error, element, text);
        }
    }

    /// <summary>Rejects it for a fault that was told, or will be, at another resource.</summary>
    public void RejectSilently() => Verdict = Verdict.Rejected;

    public void SetAside() => Verdict = Verdict == Verdict.Accepted ? Verdict.SetAside : Verdict;

    public void LeaveUnused() => Verdict = Verdict.NotUsed;

    /// <summary>The same fault in the same element, as both halves of a pressure without unit have it, is told once.</summary>
    public void Warn(ProblemKind kind, string? element, string text)
    {
        if (_warned.Add((kind, element)))
        {
            Tell(kind, ProblemSeverity.Warning, element, text);
        }
    }

    public void Tell(ProblemKind kind, ProblemSeverity severity, string? element, string text) =>
        _problems.Add(new Problem(kind, severity, Place.Where, Expression(element), text));

    public string? Expression(string? element) => Place.Expression(Type, element);

    /// <summary>A string element; null when it is absent. Anything else in its place rejects the resource.</summary>
    public string? Text(ReadOnlySpan<byte> name)
    {
        var json = this[name];
        var text = JsonText.Of(json);
        if (text is null && !json.IsEmpty)
        {
            Reject(ProblemKind.Structure, Encoding.UTF8.GetString(name), "A text was expected.");
        }

        return text;
    }

    public bool IsTrue(ReadOnlySpan<byte> name) => this[name].SequenceEqual("true"u8);

    /// <summary>All codings of a CodeableConcept. Anything else in its place rejects the resource.</summary>
    public Codings Concept(ReadOnlySpan<byte> name, bool required = false)
    {
        var json = this[name];
        if (json.IsEmpty && required)
        {
            Reject(ProblemKind.Required, Encoding.UTF8.GetString(name), "The code is missing, which this resource must have.");
        }

        return Checked(_concepts.Read(json), name);
    }

    /// <summary>A concept that stands anywhere in the resource; null when it is none.</summary>
    public Codings? ConceptOf(ReadOnlySpan<byte> json) => _concepts.Read(json);

    /// <summary>Adds the concepts of a list element, each with all its codings.</summary>
    public void AddConcepts(ReadOnlySpan<byte> name, List<Codings> concepts)
    {
        foreach (var concept in List(name))
        {
            concepts.Add(Checked(_concepts.Read(concept), name));
        }
    }

    /// <summary>The items of a list element. Anything but a list in its place rejects the resource.</summary>
    public Items List(ReadOnlySpan<byte> name)
    {
        var json = this[name];
        if (json is [not (byte)'[', ..])
        {
            Reject(ProblemKind.Structure, Encoding.UTF8.GetString(name), "A list was expected.");
        }

        return new Items(json);
    }

    private Codings Checked(Codings? codings, ReadOnlySpan<byte> name)
    {
        if (codings is null)
        {
            Reject(ProblemKind.Structure, Encoding.UTF8.GetString(name), "A CodeableConcept with codings of text was expected.");
        }

        return codings ?? Codings.None;
    }
}
