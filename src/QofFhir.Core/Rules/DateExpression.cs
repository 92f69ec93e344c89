namespace QofFhir.Core.Rules;

/// <summary>A date of the rule language; it may be absent, and whatever is built on an absent date is absent.</summary>
public abstract record DateExpression
{
    private protected DateExpression()
    {
    }

    /// <summary>The date of a field, such as <c>HBA_DAT</c>.</summary>
    /// <param name="Field">Number of the field in the plan.</param>
    public sealed record OfField(int Field) : DateExpression;

    /// <summary>PPSD, PPED, ACHV_DAT, BIRTH_DAT or REG_DAT.</summary>
    public sealed record Named(NamedDate Name) : DateExpression;

    public sealed record Literal(DateOnly On) : DateExpression;

    /// <summary>A day and month: the one within PPSD to PPED, both inside.</summary>
    public sealed record DayOfServiceYear(int Day, int Month) : DateExpression;

    /// <summary>The latest of the dates that are present; absent when none is.</summary>
    public sealed record LaterOf(IReadOnlyList<DateExpression> Dates) : DateExpression;

    /// <summary>The earliest of the dates that are present; absent when none is.</summary>
    public sealed record EarlierOf(IReadOnlyList<DateExpression> Dates) : DateExpression;

    public sealed record Plus(DateExpression Start, Amount Amount) : DateExpression;
}

/// <summary>The dates that every rule may name.</summary>
public enum NamedDate { PaymentPeriodStart, PaymentPeriodEnd, Achievement, Birth, Registration }
