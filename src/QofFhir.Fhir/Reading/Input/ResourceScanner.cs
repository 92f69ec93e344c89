using System.Text.Json;
using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Input;

/// <summary>What a scanner's step came to.</summary>
internal enum ScanStep { Resource, Deletion, Fault, End }

/// <summary>Goes through one input token by token and stops at each resource, which then stands complete in the window.</summary>
/// <remarks>It takes what comes: one resource, a Bundle whose entries are handed out one by one, or any number of these after each other, which is NDJSON.</remarks>
internal sealed class ResourceScanner(JsonFeed feed, ReadingLimits limits, bool lines, bool byToken)
{
    // Depth is judged resource by resource, so that one nested too deeply does not cost the rest of its Bundle.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = int.MaxValue };

    // Levels at which the properties of a root, of a Bundle entry and of its resource stand.
    private const int RootLevel = 1;
    private const int EntryLevel = 3;
    private const int EntryResourceLevel = 4;

    private readonly LineSearch _lines = new(feed, lines);
    private readonly LineReader _line = new(limits.Depth);
    private readonly Outline _entry = new();
    private JsonReaderState _state;
    private int _offset;
    private bool _begun;
    private bool _faultTold;
    private bool _inValue;
    private bool _isBundle;
    private bool _inEntries;
    private bool _inEntry;
    private Watched _property;
    private int _deepest;
    private Range _bounds;

    private enum Watched { Other, ResourceType, Entry, Resource }

    /// <summary>Line, from 1, on which the present value begins.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Number of the present Bundle entry from 0, or -1 outside Bundles.</summary>
    public int Entry { get; private set; } = -1;

    public InputFault? Fault { get; private set; }

    /// <summary>The properties of the present resource, within <see cref="Window"/>.</summary>
    public Outline Resource { get; } = new();

    /// <summary>What the present entry deletes, as <c>Type/id</c>.</summary>
    public string? Deleted { get; private set; }

    public ReadOnlyMemory<byte> Window => feed.Memory;

    public ReadOnlyMemory<byte> ResourceBytes => feed.Memory[_bounds];

    /// <summary>The entry's fullUrl as it stands in the JSON; empty where there is none.</summary>
    public ReadOnlySpan<byte> FullUrl => _entry.Find(feed.Window, "fullUrl"u8);

    /// <summary>Goes on to the next resource or fault; what the step before gave is gone then.</summary>
    public ScanStep Next()
    {
        while (_inValue || StartValue())
        {
            if (!byToken && _offset == 0 && Entry < 0 && ReadLine())
            {
                return ScanStep.Resource;
            }

            try
            {
                if (ReadOn() is { } step)
                {
                    return step;
                }
            }
            catch (JsonException)
            {
                return Break(_isBundle ? InputFault.BundleBroken : InputFault.NotJson);
            }
        }

        return End();
    }

    private bool StartValue()
    {
        feed.Advance(_offset);
        (_offset, _state, _property, _bounds) = (0, new JsonReaderState(Options), Watched.Other, default);
        (_isBundle, _inEntries, _inEntry, _deepest, Entry) = (false, false, false, 0, -1);
        Resource.Clear();
        _entry.Clear();
        if (!_begun && !TextBegin.Skip(feed))
        {
            return false;
        }

        _inValue = _lines.SkipSpace();
        _begun |= _inValue;
        Line = feed.Line;
        return _inValue;
    }

    /// <summary>Takes a resource that stands whole on a line; false leaves everything as it was.</summary>
    private bool ReadLine()
    {
        if (_lines.End() is not (>= 0 and var end) || end > limits.ResourceBytes || !_line.Read(feed.Window, end, Resource) || Resource.MayBeBundle(feed.Window))
        {
            Resource.Clear();
            return false;
        }

        (_offset, _inValue, _bounds) = (end, false, 0..end);
        _lines.ValueEnded(Line, end);
        return true;
    }

    private ScanStep End()
    {
        Fault = _faultTold ? null
            : feed.Fault is { } fault ? fault
            : _begun ? null
            : feed.Window.IsEmpty ? InputFault.Empty
            : InputFault.Encoding;
        (_faultTold, Entry) = (true, -1);
        return Fault is null ? ScanStep.End : ScanStep.Fault;
    }

    private ScanStep? ReadOn()
    {
        while (true)
        {
            var json = new Utf8JsonReader(feed.Window[_offset..], isFinalBlock: false, _state);
            while (json.Read())
            {
                var step = See(ref json);
                if (step == ScanStep.Fault && Fault!.EndsValue)
                {
                    return Break(Fault);
                }

                if (step is not null || !_inValue)
                {
                    Keep(ref json);
                    return step;
                }
            }

            Keep(ref json);
            if (_isBundle && !_inEntry)
            {
                feed.Advance(_offset);
                _offset = 0;
            }

            if (feed.Window.Length > limits.ResourceBytes)
            {
                return Break(InputFault.TooLarge);
            }

            if (!feed.More())
            {
                return Break(InputFault.Truncated);
            }
        }
    }

    private void Keep(ref Utf8JsonReader json)
    {
        _offset += (int)json.BytesConsumed;
        _state = json.CurrentState;
    }

    private ScanStep? See(ref Utf8JsonReader json)
    {
        var level = json.CurrentDepth;
        if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && level >= _deepest)
        {
            _deepest = level + 1;
        }

        return _inEntries
            ? level switch
            {
                1 => SeeEndOfEntries(),
                2 => SeeEntry(ref json),
                EntryLevel => SeeEntryProperty(ref json),
                EntryResourceLevel when _property == Watched.Resource => SeeResourceProperty(ref json),
                _ => null,
            }
            : level switch
            {
                0 => SeeRoot(ref json),
                RootLevel => SeeRootProperty(ref json),
                _ => null,
            };
    }

    private ScanStep? SeeRoot(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject:
                return null;
            case JsonTokenType.EndObject:
                var end = _offset + (int)json.BytesConsumed;
                _inValue = false;
                _lines.ValueEnded(Line, end);
                _bounds = 0..end;
                return _isBundle ? null : Complete(0);
            default:
                Fault = json.TokenType == JsonTokenType.StartArray ? InputFault.List : InputFault.NoObject;
                return ScanStep.Fault;
        }
    }

    private ScanStep? SeeRootProperty(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.PropertyName:
                _property = json.ValueSpan.SequenceEqual("resourceType"u8) ? Watched.ResourceType
                    : json.ValueSpan.SequenceEqual("entry"u8) ? Watched.Entry
                    : Watched.Other;
                break;
            case JsonTokenType.String when _property == Watched.ResourceType:
                _isBundle |= json.ValueSpan.SequenceEqual("Bundle"u8);
                break;
            case JsonTokenType.StartArray when _property == Watched.Entry:
                // A Bundle may name its type after its entries; what else has an entry is read by no rule.
                _isBundle |= Resource.Find(feed.Window, "resourceType"u8).IsEmpty;
                _inEntries = _isBundle;
                break;
            case not JsonTokenType.EndArray when _property == Watched.Entry && _isBundle:
                Fault = InputFault.EntriesAreNoList;
                _property = Watched.Other;
                return ScanStep.Fault;
        }

        return _isBundle ? null : SeeResourceProperty(ref json);
    }

    private ScanStep? SeeEndOfEntries()
    {
        _inEntries = false;
        _property = Watched.Other;
        return null;
    }

    private ScanStep? SeeEntry(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.EndObject:
                _inEntry = false;
                return EntryEnds();
            case JsonTokenType.EndArray:
                return null;
        }

        Entry++;
        _entry.Clear();
        Resource.Clear();
        (_property, _deepest, _bounds) = (Watched.Other, 0, default);
        if (json.TokenType != JsonTokenType.StartObject)
        {
            Fault = InputFault.EntryIsNoObject;
            return ScanStep.Fault;
        }

        // From here on the window begins with the entry, and what lies before it may go.
        var start = _offset + (int)json.TokenStartIndex;
        feed.Advance(start);
        _offset -= start;
        _inEntry = true;
        return null;
    }

    private ScanStep? SeeEntryProperty(ref Utf8JsonReader json)
    {
        if (_inEntry)
        {
            _entry.See(ref json, _offset);
            if (json.TokenType == JsonTokenType.PropertyName)
            {
                _property = json.ValueSpan.SequenceEqual("resource"u8) ? Watched.Resource : Watched.Other;
            }
        }

        return null;
    }

    private ScanStep? SeeResourceProperty(ref Utf8JsonReader json)
    {
        Resource.See(ref json, _offset);
        return null;
    }

    /// <summary>An entry without a resource is a deletion, or nothing to read.</summary>
    private ScanStep? EntryEnds()
    {
        _bounds = _entry.Locate(feed.Window, "resource"u8);
        var resource = feed.Window[_bounds];
        if (resource.IsEmpty)
        {
            Deleted = _deepest - EntryLevel > limits.Depth ? null : Deletion();
            return Deleted is null ? null : ScanStep.Deletion;
        }

        if (resource[0] != (byte)'{')
        {
            Fault = InputFault.ResourceIsNoObject;
            return ScanStep.Fault;
        }

        return Complete(EntryLevel);
    }

    private string? Deletion()
    {
        var request = _entry.Find(feed.Window, "request"u8);
        if (!JsonText.Is(Properties.Find(request, "method"u8), "DELETE"u8))
        {
            return null;
        }

        var key = JsonText.Of(Properties.Find(request, "url"u8)) is { } url ? Reference.Key(url) : "";
        if (Reference.TypeOf(key).IsEmpty && JsonText.Of(FullUrl) is { } fullUrl)
        {
            key = Reference.Key(fullUrl);
        }

        return Reference.TypeOf(key).IsEmpty ? null : key;
    }

    private ScanStep Complete(int level)
    {
        Fault = _deepest - level > limits.Depth ? InputFault.TooDeep : null;
        return Fault is null ? ScanStep.Resource : ScanStep.Fault;
    }

    /// <summary>Ends the present value at a fault, and goes on with the next line where that can be another value.</summary>
    private ScanStep Break(InputFault fault)
    {
        var lostRecord = fault.IsRecord && (!_isBundle || _inEntry);
        if (_isBundle && !_inEntry)
        {
            Entry++;
        }

        if (fault == InputFault.List || (_isBundle && feed.Line > Line))
        {
            _lines.ToEnd();
        }
        else
        {
            _lines.ToNextLine();
        }

        _offset = 0;
        _inValue = false;
        _faultTold |= feed.Fault is not null;
        Fault = (feed.Fault ?? fault) with { IsRecord = lostRecord };
        return ScanStep.Fault;
    }
}
