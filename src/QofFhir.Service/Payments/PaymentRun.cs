namespace QofFhir.Service.Payments;

/// <summary>A run of the payer, as it is told.</summary>
/// <param name="Expected">Practices that belong on the achievement date, and those with live reports of it.</param>
/// <param name="Members">Of the expected, those that belong to an organisation on the day.</param>
/// <param name="Made">Statements that are new; the others were there already, of the same inputs.</param>
/// <param name="Points">Of all its statements; those that are not known are not among them.</param>
/// <param name="Provisional">Statements whose pounds may change.</param>
/// <param name="WithoutPounds">Statements whose pounds are not known.</param>
/// <param name="Reconciled">True when every check holds.</param>
internal sealed record PaymentRun(
    long Id, string Framework, DateOnly AchievementDate, string Made, string Client, NationalPrevalence National, int Expected, int Members, int New, decimal Points, decimal Pounds,
    int Provisional, int WithoutPounds, bool Sample, bool Reconciled, IReadOnlyList<RunCheck> Checks, IReadOnlyList<RunStatement> Statements, IReadOnlyList<LeftOut> LeftOut);

/// <summary>A statement of a run.</summary>
/// <param name="Stranger">The practice belongs to no organisation on the day: true or null.</param>
internal sealed record RunStatement(string Practice, long Number, decimal? Points, decimal? Pounds, bool New, bool? Stranger);

/// <summary>A practice without statement.</summary>
internal sealed record LeftOut(string Practice, string Why);

/// <summary>A figure that was worked out twice.</summary>
internal sealed record RunCheck(string Check, decimal Here, decimal There, string What)
{
    public bool Holds => Here == There;
}
