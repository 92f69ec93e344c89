namespace QofFhir.Core.Rules;

/// <summary>Whom an indicator is about: who is on the practice list, or who died while on it.</summary>
/// <param name="DiedInMonths">Null: on the list at the achievement date. Else those who were on the list until they died, in so many months up to the achievement date, that day inside. Each is judged as of the day of death: nothing later counts, and ACHV_DAT is that day.</param>
public sealed record People(int? DiedInMonths)
{
    public static People OnList { get; } = new((int?)null);
}
