using System.Text;
using QofFhir.Core.Achievement;
using QofFhir.Publication.Statements;

namespace QofFhir.Service.Payments;

/// <summary>Looks whether the live reports still say what a statement rests on.</summary>
internal sealed class Outdating(PaymentStore store, FiguresReader reader)
{
    /// <summary>The newest of each framework is looked at; one that was superseded stays as it was.</summary>
    public Standing Of(Standing standing) => standing.SupersededBy is not null ? standing : standing with { Changes = Changes(standing.Statement) };

    private IReadOnlyList<ChangedFigure> Changes(KeptStatement statement)
    {
        var kept = StatementJson.Read(Encoding.UTF8.GetString(store.Text(statement.Practice, statement.Number).Inputs));
        string[] attested = [.. kept.Indicators.Where(i => i.Kind == IndicatorKind.Attestation).Select(i => i.Id)];
        return ChangedFigure.Of(kept, reader.Read(kept.Framework, kept.AchievementDate, kept.Year, attested, statement.Practice).GetValueOrDefault(statement.Practice));
    }
}
