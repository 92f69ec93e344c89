using System.Text;
using QofFhir.Core;
using QofFhir.Fhir.Reading.Elements;
using QofFhir.Fhir.Reading.Input;

namespace QofFhir.Fhir.Reading;

/// <summary>What became of a resource.</summary>
internal enum Verdict { Accepted, NotUsed, SetAside, Rejected }

/// <summary>The resource in hand: its elements by name, and the verdict on it. Only valid until the scanner goes on.</summary>
/// <remarks>The first fault that rejects a resource is told and reading it ends there, so that one resource is one error.</remarks>
internal sealed class Resource
{
    private readonly ReadOnlyMemory<byte> _window;
    private readonly Outline _outline;
    private readonly List<Problem> _problems;
    private readonly ConceptCache _concepts;
    private readonly string? _id;
    private readonly ReadOnlyMemory<byte> _plainId;
    private HashSet<(ProblemKind, string?)>? _warned;
    private string? _source;

    public Resource(string type, ResourceScanner scanner, Place place, Intake intake)
    {
        (Type, Place, _window, _outline) = (type, place, scanner.Window, scanner.Resource);
        (_problems, _concepts) = (intake.Problems, intake.Concepts);
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

    public string Type { get; }

    public Place Place { get; }

    public string? FullUrl { get; }

    /// <summary>Its own id, else the last part of its fullUrl, else null.</summary>
    public string? Id => _plainId.IsEmpty ? _id : Encoding.UTF8.GetString(_plainId.Span);

    /// <summary>What stands for its type and id; null where it has no id.</summary>
    public UInt128? Mark => !_plainId.IsEmpty ? SeenIds.Mark(Type, _plainId.Span) : _id is null ? null : SeenIds.Mark(Type, Encoding.UTF8.GetBytes(_id));

    /// <summary><c>Type/id</c>, or its place in the input where it has no id.</summary>
    public string Source => _source ??= $"{Type}/{Id ?? Place.Where}";

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
        if ((_warned ??= []).Add((kind, element)))
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

    /// <summary>The concepts of a list element, each with all its codings.</summary>
    public List<Codings> Concepts(ReadOnlySpan<byte> name)
    {
        var concepts = new List<Codings>();
        foreach (var concept in List(name))
        {
            concepts.Add(Checked(_concepts.Read(concept), name));
        }

        return concepts;
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
