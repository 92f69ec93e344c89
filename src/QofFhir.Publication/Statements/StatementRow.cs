using QofFhir.Core.Payments;

namespace QofFhir.Publication.Statements;

/// <summary>What a group or an indicator came to.</summary>
/// <param name="Name">A payment group's name, or an indicator's id.</param>
/// <param name="Available">All points that can be earned.</param>
/// <param name="Why">Why points are lost or not known; null when all are earned.</param>
public sealed record StatementRow(
    string Name, decimal Available, StatementFigure Points, StatementFigure Pounds, StatementFigure PointsLost, StatementFigure PoundsLost, string? Why)
{
    public static StatementRow Of(StatementLine line) => new(
        line.Name, line.Available, StatementFigure.Of(line.Points), StatementFigure.Of(line.Pounds), StatementFigure.Of(line.PointsLost),
        StatementFigure.Of(line.PoundsLost), line.Why);
}
