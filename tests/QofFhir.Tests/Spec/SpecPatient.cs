using System.Text;
using QofFhir.Core.Records;

namespace QofFhir.Tests.Spec;

/// <summary>A patient drawn as a row of a table.</summary>
/// <param name="Registered">First day on the list; null where the row leaves it empty.</param>
/// <param name="Left">Day of leaving.</param>
internal sealed record SpecPatient(
    string Name,
    DateOnly Born,
    DateOnly? Registered,
    DateOnly? Left,
    DateOnly? Died,
    IReadOnlyList<SpecEvent> Events,
    Sex Sex = Sex.NotKnown)
{
    public SpecPatient Shifted(int years) => this with
    {
        Born = Born.AddYears(years),
        Registered = Registered?.AddYears(years),
        Left = Left?.AddYears(years),
        Died = Died?.AddYears(years),
        Events = [.. Events.Select(e => e.Shifted(years))],
    };

    public override string ToString() => new StringBuilder()
        .Append(Name).Append(" | born ").Append($"{Born:yyyy-MM-dd}")
        .Append(Sex is Sex.NotKnown ? "" : $" | {Sex.ToString().ToLowerInvariant()}")
        .Append(" | registered ").Append(Registered is { } from ? $"{from:yyyy-MM-dd}" : "")
        .Append(Left is { } left ? $" | left {left:yyyy-MM-dd}" : "")
        .Append(Died is { } died ? $" | died {died:yyyy-MM-dd}" : "")
        .Append(" | ").AppendJoin(", ", Events).ToString();
}
