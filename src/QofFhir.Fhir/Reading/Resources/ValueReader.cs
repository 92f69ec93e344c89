using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Resources;

/// <summary>Reads a value in the unit that the rules compare in; where it cannot it says why and gives none, never a guess.</summary>
internal sealed class ValueReader(Resource observation, Intake intake)
{
    /// <summary>The value of the Observation itself, if a rule reads values of one of its codes.</summary>
    public MeasuredValue Read(Codings code)
    {
        var targets = code.Targets ??= [.. code.Keys.Where(k => intake.Codes.UnitFor(k) is not null).Select(k => (k, intake.Codes.UnitFor(k)!))];
        var json = observation.Choice("value"u8, out var name);
        return targets.Length == 0 || json.IsEmpty || Number(json, name, name) is not { } quantity
            ? default
            : Convert(quantity, targets, name);
    }

    /// <summary>A quantity with a number in it; null when there is none.</summary>
    /// <param name="name">The choice element, such as valueQuantity.</param>
    /// <param name="path">Where it stands, for problems.</param>
    public Quantity? Number(ReadOnlySpan<byte> json, string name, string path)
    {
        var quantity = name switch
        {
            "valueQuantity" => Quantity.Read(json),
            "valueInteger" => Quantity.Integer(json),
            _ => default,
        };
        if (quantity.Number is not null)
        {
            return quantity;
        }

        if (name is "valueString" or "valueRange" or "valueRatio")
        {
            observation.Warn(ProblemKind.Value, path, "A single number was expected; the value is not used.");
        }
        else if (quantity.IsBroken || quantity.Written is not null)
        {
            observation.Warn(ProblemKind.Value, path, "This is no number that a measurement can have; the value is not used.");
        }

        return null;
    }

    public MeasuredValue Convert(in Quantity quantity, ReadOnlySpan<(string Code, string Unit)> targets, string path)
    {
        var unit = quantity.KnownUnit();
        foreach (var (_, target) in targets)
        {
            if (Units.Convert(quantity.Number!.Value, unit, target, out var possible) is { } number)
            {
                return new MeasuredValue(
                    new Measured(number, quantity.Bound),
                    target.Length == 0 ? null : target,
                    unit == target || Units.IsUnity(target) ? null : quantity.AsRecorded(unit!));
            }

            if (!possible)
            {
                observation.Warn(ProblemKind.Value, path, "No measurement in this unit can have this number; the value is not used.");
                return default;
            }
        }

        intake.Notes.Unit(targets[0].Code, missing: unit is null);
        observation.Warn(
            ProblemKind.Unit, path,
            unit is null
                ? $"The unit is missing; {targets[0].Unit} was expected. The value is not used."
                : $"The unit is not understood; {targets[0].Unit} was expected. The value is not used.");
        return default;
    }
}
