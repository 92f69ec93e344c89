using QofFhir.Fhir;
using QofFhir.SampleGp.Practice.Entries;

namespace QofFhir.SampleGp.Practice;

/// <summary>The parts that resources are made of.</summary>
internal sealed partial class ResourceWriter
{
    private void Open(string type, string id, DateOnly updated)
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("resourceType"u8, type);
        _json.WriteString("id"u8, id);
        _json.WriteStartObject("meta"u8);
        _json.WriteString("lastUpdated"u8, When.Utc(updated, 20, 0));
        _json.WriteStartArray("tag"u8);
        Coding(SampleTag.System, SampleTag.Code, "Synthetic sample data");
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private SampleResource Close(string type, string id)
    {
        _json.WriteEndObject();
        _json.Flush();
        return new SampleResource(type, id, _buffer.WrittenSpan.ToArray());
    }

    private void GeneralPractitioner(DateOnly from)
    {
        _json.WriteStartArray("generalPractitioner"u8);
        _json.WriteStartObject();
        _json.WriteString("type"u8, "Organization"u8);
        _json.WriteStartObject("identifier"u8);
        _json.WriteString("system"u8, Ods);
        _json.WriteString("value"u8, _practice);
        Period("period"u8, When.Day(from));
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void LogicalPractice()
    {
        _json.WriteStartObject("identifier"u8);
        _json.WriteString("system"u8, Ods);
        _json.WriteString("value"u8, _practice);
        _json.WriteEndObject();
    }

    private void ConditionEpisode(string episode)
    {
        _json.WriteStartArray("extension"u8);
        _json.WriteStartObject();
        _json.WriteString("url"u8, "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-ConditionEpisode"u8);
        Coded("valueCodeableConcept"u8, "https://fhir.hl7.org.uk/CodeSystem/UKCore-ConditionEpisodicity", episode);
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void Identifier(string system, string value)
    {
        _json.WriteStartArray("identifier"u8);
        _json.WriteStartObject();
        _json.WriteString("system"u8, system);
        _json.WriteString("value"u8, value);
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void Quantity(ReadOnlySpan<byte> element, Amount amount)
    {
        _json.WriteStartObject(element);
        _json.WriteNumber("value"u8, amount.Value);
        if (amount.Comparator is not null)
        {
            _json.WriteString("comparator"u8, amount.Comparator);
        }

        if (amount.Unit is not null)
        {
            _json.WriteString("unit"u8, amount.Unit);
            _json.WriteString("system"u8, Ucum);
            _json.WriteString("code"u8, amount.Unit);
        }

        _json.WriteEndObject();
    }

    private void Period(ReadOnlySpan<byte> element, string start)
    {
        _json.WriteStartObject(element);
        _json.WriteString("start"u8, start);
        _json.WriteEndObject();
    }

    private void Reference(ReadOnlySpan<byte> element, string to)
    {
        _json.WriteStartObject(element);
        _json.WriteString("reference"u8, to);
        _json.WriteEndObject();
    }

    private void Code(ReadOnlySpan<byte> element, IReadOnlyList<SampleCode> codes)
    {
        _json.WriteStartObject(element);
        _json.WriteStartArray("coding"u8);
        foreach (var code in codes)
        {
            Coding(code.System, code.Code, code.Display);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Coded(ReadOnlySpan<byte> element, string system, string code)
    {
        _json.WritePropertyName(element);
        Concept(system, code, null);
    }

    private void Concept(string system, string code, string? display)
    {
        _json.WriteStartObject();
        _json.WriteStartArray("coding"u8);
        Coding(system, code, display);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Coding(string system, string code, string? display)
    {
        _json.WriteStartObject();
        _json.WriteString("system"u8, system);
        _json.WriteString("code"u8, code);
        if (display is not null)
        {
            _json.WriteString("display"u8, display);
        }

        _json.WriteEndObject();
    }
}
