using System.Globalization;

namespace QofFhir.Service.Payments;

/// <summary>A statement as it is kept: never edited, only superseded by the next of the same practice and framework.</summary>
/// <param name="Number">1, 2, ... among those of the practice.</param>
/// <param name="Run">The payer's run whose national prevalence it uses.</param>
/// <param name="Digest">SHA-256 of its inputs.</param>
/// <param name="Points">Null when they are not known.</param>
/// <param name="Pounds">The year's whole payment; null when it is not known.</param>
/// <param name="Supersedes">Number of the one before; null for the first.</param>
/// <param name="Difference">Pounds more than the one before; null where either is not known.</param>
internal sealed record KeptStatement(
    string Practice, long Number, string Framework, DateOnly AchievementDate, long Run, string Made, string Client, string Digest, decimal? Points, decimal? Pounds,
    bool Provisional, bool Sample, long? Supersedes, decimal? Difference)
{
    public const string Columns =
        "practice AS Practice, number AS Number, framework AS Framework, achieved AS Achieved, run AS Run, made AS Made, client AS Client, digest AS Digest, points AS Points, pounds AS Pounds, provisional AS Provisional, sample AS Sample, supersedes AS Supersedes, difference AS Difference";

    /// <summary>As the tables have it.</summary>
    internal sealed class Row
    {
        public string Practice { get; init; } = "";

        public long Number { get; init; }

        public string Framework { get; init; } = "";

        public string Achieved { get; init; } = "";

        public long Run { get; init; }

        public string Made { get; init; } = "";

        public string Client { get; init; } = "";

        public string Digest { get; init; } = "";

        public string? Points { get; init; }

        public string? Pounds { get; init; }

        public long Provisional { get; init; }

        public long Sample { get; init; }

        public long? Supersedes { get; init; }

        public string? Difference { get; init; }

        public KeptStatement Statement() => new(
            Practice, Number, Framework, DateOnly.ParseExact(Achieved, "yyyy-MM-dd", CultureInfo.InvariantCulture), Run, Made, Client, Digest, MoneyText.Read(Points), MoneyText.Read(Pounds),
            Provisional == 1, Sample == 1, Supersedes, MoneyText.Read(Difference));
    }
}
