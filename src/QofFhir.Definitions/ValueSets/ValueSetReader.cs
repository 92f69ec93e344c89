using System.Text.Json;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Definitions.ValueSets;

/// <summary>Reads one FHIR R4 ValueSet, ours or a terminology server's, token by token; what it does not need it skips.</summary>
internal ref struct ValueSetReader
{
    private readonly List<ListedCode> _codes = [];
    private JsonTokens _json;
    private ValueSetContent _content = new() { Name = "" };

    private ValueSetReader(JsonTokens json) => _json = json;

    /// <summary>Null when the file is no ValueSet at all; smaller mistakes are told and the rest is kept.</summary>
    public static ValueSetContent? Read(string file, ReadOnlySpan<byte> bytes, ICollection<DefinitionMistake> mistakes)
    {
        bytes = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        try
        {
            return new ValueSetReader(new JsonTokens(file, bytes, mistakes)).Read();
        }
        catch (JsonException broken)
        {
            var what = bytes.IsEmpty ? "the file is empty" : "not JSON: " + broken.Message.Split(" LineNumber")[0];
            mistakes.Add(new DefinitionMistake(
                file, (int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1, what));
            return null;
        }
    }

    private ValueSetContent? Read()
    {
        if (!_json.EnterObject())
        {
            return null;
        }

        string? type = null;
        while (_json.NextProperty())
        {
            switch (_json.Property)
            {
                case "resourceType": type = _json.Text(); break;
                case "name": _content = _content with { Name = _json.Text() ?? "" }; break;
                case "title": _content = _content with { Title = _json.Text() }; break;
                case "version": _content = _content with { Version = _json.Text() ?? "" }; break;
                case "meta": ReadMeta(); break;
                case "extension": ReadExtensions(); break;
                case "compose": _content = _content with { RefsetId = ComposeReader.RefsetId(ref _json) }; break;
                case "expansion": _content = _content with { Total = ExpansionReader.Read(ref _json, _codes) }; break;
                default: _json.Skip(); break;
            }
        }

        _json.End();
        if (type != "ValueSet")
        {
            _json.Mistake(0, $"resourceType is '{type}', expected ValueSet");
            return null;
        }

        if (_content.Name.Length == 0)
        {
            _json.Mistake(0, "name is missing; expected the cluster's name");
            return null;
        }

        return _content with { Codes = _codes };
    }

    private void ReadMeta()
    {
        if (!_json.EnterObject())
        {
            return;
        }

        while (_json.NextProperty())
        {
            if (_json.Is("tag"u8))
            {
                ReadTags();
            }
            else
            {
                _json.Skip();
            }
        }
    }

    private void ReadTags()
    {
        if (!_json.EnterArray())
        {
            return;
        }

        while (_json.NextObject())
        {
            string? system = null, code = null;
            while (_json.NextProperty())
            {
                switch (_json.Property)
                {
                    case "system": system = _json.Text(); break;
                    case "code": code = _json.Text(); break;
                    default: _json.Skip(); break;
                }
            }

            if (system == ValueSetTerms.TagSystem && code == ValueSetTerms.SampleTag)
            {
                _content = _content with { Sample = true };
            }
        }
    }

    private void ReadExtensions()
    {
        if (!_json.EnterArray())
        {
            return;
        }

        while (_json.NextObject())
        {
            string? url = null, text = null;
            int? number = null;
            var at = _json.Here;
            while (_json.NextProperty())
            {
                switch (_json.Property)
                {
                    case "url": url = _json.Text(); break;
                    case "valueCode" or "valueString": text = _json.Text(); break;
                    case "valueUnsignedInt": number = _json.WholeNumber(); break;
                    default: _json.Skip(); break;
                }
            }

            _content = url switch
            {
                ValueSetTerms.ClusterClass => _content with { Class = Choice<ClusterClass>(at, text) },
                ValueSetTerms.Completeness => _content with { Completeness = Choice<Completeness>(at, text) },
                ValueSetTerms.Certainty => _content with { Certainty = Choice<Certainty>(at, text) },
                ValueSetTerms.PublishedSize => _content with { PublishedSize = number },
                ValueSetTerms.Provenance => _content with { Provenance = text },
                _ => _content,
            };
        }
    }

    private readonly T? Choice<T>(long at, string? text)
        where T : struct, Enum
    {
        string[] allowed = [.. Enum.GetNames<T>().Select(n => n.ToLowerInvariant())];
        if (text is not null && Array.IndexOf(allowed, text) is >= 0 and var place)
        {
            return Enum.GetValues<T>()[place];
        }

        _json.Mistake(at, $"'{text}' is none of {string.Join(", ", allowed)}");
        return null;
    }
}
