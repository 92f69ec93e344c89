using System.Globalization;
using QofFhir.Core.Payments;
using QofFhir.Core.Rules;

namespace QofFhir.Publication.Statements;

/// <summary>What a statement came to.</summary>
/// <param name="Index">The contractor population index, unrounded.</param>
/// <param name="Pounds">The achievement payment.</param>
/// <param name="PoundsLost">What all points that were not earned would have brought.</param>
/// <param name="Aspiration">Null when it is not known.</param>
/// <param name="Balance">Null when it is not known what was paid.</param>
public sealed record StatementOutcome(
    StatementFigure Index, StatementFigure Points, StatementFigure Pounds, StatementFigure PoundsLost, StatementFigure? Aspiration,
    IReadOnlyList<StatementFigure> AspirationParts, StatementFigure? Balance, IReadOnlyList<StatementRow> Groups, IReadOnlyList<StatementRow> Indicators)
{
    private IEnumerable<(string Name, StatementFigure? Figure)> Figures =>
    [
        ("contractor population index", Index), ("points", Points), ("achievement payment", Pounds), ("pounds lost", PoundsLost), ("aspiration", Aspiration), ("balance", Balance),
        .. AspirationParts.Select((part, i) => (string.Create(CultureInfo.InvariantCulture, $"aspiration, part {i + 1}"), (StatementFigure?)part)),
        .. Groups.Concat(Indicators).SelectMany(row => new (string, StatementFigure?)[]
        {
            ($"{row.Name}, points available", new StatementFigure(row.Available, false, Certainty.Found)),
            ($"{row.Name}, points", row.Points), ($"{row.Name}, pounds", row.Pounds), ($"{row.Name}, points lost", row.PointsLost), ($"{row.Name}, pounds lost", row.PoundsLost),
        }),
    ];

    public static StatementOutcome Of(Statement statement) => new(
        StatementFigure.Of(statement.Achievement.Index), StatementFigure.Of(statement.Achievement.Points), StatementFigure.Of(statement.Achievement.Pounds),
        StatementFigure.Of(statement.Lost), Of(statement.Aspiration), [.. statement.AspirationParts.Select(StatementFigure.Of)], Of(statement.Balance),
        [.. statement.Groups.Select(StatementRow.Of)], [.. statement.Indicators.Select(StatementRow.Of)]);

    /// <summary>Where this one, that was kept, and another differ; one sentence each.</summary>
    public IEnumerable<string> Against(StatementOutcome other)
    {
        var (kept, now) = (ByName(this), ByName(other));
        foreach (var name in kept.Keys.Union(now.Keys))
        {
            var (before, after) = (kept.GetValueOrDefault(name), now.GetValueOrDefault(name));
            if (before is null != after is null || (before is not null && !before.Agrees(after!)))
            {
                yield return $"{name}: kept as {Text(before)}, worked out anew it is {Text(after)}";
            }
        }
    }

    /// <summary>A name comes twice in a changed file alone; it must not hide the first.</summary>
    private static Dictionary<string, StatementFigure?> ByName(StatementOutcome outcome)
    {
        var figures = new Dictionary<string, StatementFigure?>(StringComparer.Ordinal);
        foreach (var (name, figure) in outcome.Figures)
        {
            var free = name;
            while (!figures.TryAdd(free, figure))
            {
                free += " (again)";
            }
        }

        return figures;
    }

    private static StatementFigure? Of(PaymentLine? line) => line is null ? null : StatementFigure.Of(line);

    private static string Text(StatementFigure? figure) => figure is not { Value: { } value }
        ? "not known"
        : value.ToString(CultureInfo.InvariantCulture) + (figure.Provisional ? " (provisional)" : "");
}
