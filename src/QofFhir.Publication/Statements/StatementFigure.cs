using QofFhir.Core.Payments;
using QofFhir.Core.Rules;

namespace QofFhir.Publication.Statements;

/// <summary>What a figure of a statement came to.</summary>
/// <param name="Value">Null when it is not known, which is never 0.</param>
public sealed record StatementFigure(decimal? Value, bool Provisional, Certainty Certainty)
{
    public static StatementFigure Of(PaymentLine line) => new(line.Value, line.Provisional, line.Certainty);

    /// <summary>To the penny, and settled or not; how sure it is may be judged anew.</summary>
    public bool Agrees(StatementFigure other) => (Value, Provisional) == (other.Value, other.Provisional);
}
