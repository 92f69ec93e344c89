using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using QofFhir.Core.Achievement;
using QofFhir.Core.Payments;
using QofFhir.Core.Rules;
using QofFhir.Publication.Statements;
using QofFhir.Service.Collection;

namespace QofFhir.Service.Payments;

/// <summary>A statement that was worked out and is not kept yet.</summary>
/// <param name="Inputs">Packed.</param>
/// <param name="Outcome">Packed.</param>
/// <param name="Digest">SHA-256 of the inputs' text: the same inputs are the same statement.</param>
internal sealed record StatementDraft(
    string Practice, string Framework, DateOnly AchievementDate, bool Sample, string Digest, decimal? Points, decimal? Pounds, bool Provisional, byte[] Inputs, byte[] Outcome)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>A nation's statements are written one after the other into the same room: texts of this length would each be a large object.</summary>
    [ThreadStatic]
    private static MemoryStream? _room;

    /// <summary>The sum of its groups, each rounded: what the whole must come to.</summary>
    public decimal GroupPounds { get; private init; }

    /// <summary>As they stand in its inputs.</summary>
    public IReadOnlyList<StatementIndicator> Indicators { get; private init; } = [];

    /// <summary>What it came to, figure by figure.</summary>
    public required StatementOutcome Came { get; init; }

    public static StatementDraft Of(Framework framework, DateOnly on, PracticeFigures figures, NationalPrevalence national)
    {
        var reported = framework.Reported.Select(i => StatementIndicator.Of(
            i, figures.Counts(i.Id), figures.Attested.TryGetValue(i.Id, out var declared) ? declared : null, NotKnown(i, figures)))
            .Select(i => ByRules(i, figures, framework.Rules)).ToList();
        var inputs = StatementInputs.Of(framework, figures.Practice, on, reported, national.ByGroup(), figures.List(on), figures.ListSize);
        return Of(figures.Sample ? inputs with { Sample = true } : inputs);
    }

    public static StatementDraft Of(StatementInputs inputs)
    {
        var statement = Statement.Of(inputs);
        var room = _room ??= new MemoryStream();
        var text = Text(room, () => StatementJson.Write(room, inputs));
        var (digest, packed) = (Digested(text), Packed.Pack(text));
        var (points, pounds, came) = (statement.Achievement.Points, statement.Achievement.Pounds, StatementOutcome.Of(statement));
        return new StatementDraft(
            inputs.Practice!, inputs.Framework, inputs.AchievementDate, inputs.Sample, digest, points.Value, pounds.Value, pounds.Provisional,
            packed, Packed.Pack(Text(room, () => JsonSerializer.Serialize(room, came, Options))))
        {
            GroupPounds = statement.Achievement.Groups.Sum(g => g.Pounds.Value ?? 0),
            Indicators = inputs.Indicators,
            Came = came,
        };
    }

    public StatementInputs Read() => StatementJson.Read(Encoding.UTF8.GetString(Packed.Unpack(Inputs)));

    public static string Digested(ReadOnlySpan<byte> inputs) => Convert.ToHexStringLower(SHA256.HashData(inputs));

    public static StatementOutcome ReadOutcome(byte[] text) => JsonSerializer.Deserialize<StatementOutcome>(text, Options)!;

    private static ReadOnlySpan<byte> Text(MemoryStream room, Action write)
    {
        room.SetLength(0);
        write();
        return room.GetBuffer().AsSpan(0, (int)room.Length);
    }

    /// <summary>Counts by other rules than the year's may be others by these.</summary>
    private static StatementIndicator ByRules(StatementIndicator indicator, PracticeFigures figures, string rules) =>
        indicator.Counts is not null && figures.Reports[indicator.Id].Rules is var met && met != rules
            ? indicator with { MayChange = $"counted by rules {met}, and the year's are {rules}" + (indicator.MayChange is { } other ? $"; {other}" : "") }
            : indicator;

    /// <summary>Why an indicator has no counts; null: as the framework says.</summary>
    private static string? NotKnown(FrameworkIndicator indicator, PracticeFigures figures) =>
        indicator.Evaluability.State == EvaluabilityState.NotEvaluable ? null
        : figures.Reports.ContainsKey(indicator.Id) ? "the practice's report says that it was not evaluated"
        : "no report of it was collected";
}
