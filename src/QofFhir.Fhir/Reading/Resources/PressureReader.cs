using System.Text;
using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;
using QofFhir.Fhir.Reading.Subjects;

namespace QofFhir.Fhir.Reading.Resources;

/// <summary>Reads blood pressures: the Observation's own code decides what kind of reading it is, listed codes alone say which half a number is.</summary>
internal sealed class PressureReader(Resource observation, Intake intake)
{
    private readonly ValueReader _values = new(observation, intake);
    private readonly List<(PressurePart Part, MeasuredValue Value)> _halves = [];
    private bool _strange;

    /// <summary>One event for each half that could be read; if there is none, one event without a value.</summary>
    public void Read(EventEntry entry, Codings code)
    {
        ReadHalf(code, observation.Choice("value"u8, out var name), name, name);
        foreach (var component in observation.List("component"u8))
        {
            ReadComponent(component);
        }

        foreach (var (part, value) in _halves)
        {
            entry.Add(code, value: value, part: part);
        }

        if (_halves.Count == 0)
        {
            entry.Add(code);
        }
    }

    private void ReadComponent(ReadOnlySpan<byte> component)
    {
        var value = Properties.FindPrefix(component, "value"u8, out var name);
        var code = observation.ConceptOf(Properties.Find(component, "code"u8)) ?? Codings.None;
        ReadHalf(code, value, name, "component." + name);
    }

    private void ReadHalf(Codings code, ReadOnlySpan<byte> json, string name, string path)
    {
        if (json.IsEmpty)
        {
            return;
        }

        var (key, part) = PartOf(code);
        if (part == PressurePart.None)
        {
            TellStrange(name, path);
            return;
        }

        if (_values.Number(json, name, path) is { } quantity)
        {
            var value = _values.Convert(quantity, [(key, Units.Pressure)], path);
            if (value.Value is not null)
            {
                _halves.Add((part, value));
            }
        }
    }

    private (string Key, PressurePart Part) PartOf(Codings code)
    {
        foreach (var key in code.Keys)
        {
            if (intake.Codes.PartOf(key) is not PressurePart.None and var part)
            {
                return (key, part);
            }
        }

        return ("", PressurePart.None);
    }

    /// <summary>A mean pressure or a heart rate is no half; it is said once, whatever their number.</summary>
    private void TellStrange(string name, string path)
    {
        if (!_strange && name is "valueQuantity" or "valueInteger")
        {
            _strange = true;
            observation.Warn(
                ProblemKind.Value, path, "A number stands here whose code is neither a systolic nor a diastolic pressure; it is not used.");
        }
    }
}
