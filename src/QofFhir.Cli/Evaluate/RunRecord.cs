using System.Reflection;
using System.Text.Json;
using QofFhir.Cli.Output;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Cli.Evaluate;

/// <summary>What a run was made from and what it came to: enough to run it again and get the same.</summary>
internal static class RunRecord
{
    public static ReadOnlyMemory<byte> Bytes(RunOutput run, Durations durations) => JsonText.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("tool", $"qof {Version}");
        json.WriteString("computedAt", run.ComputedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        Asked(json, run);
        Result(json, run);
        Inputs(json, run);
        json.WriteStartArray("warnings");
        run.Warnings.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        Definitions(json, run);
        json.WriteStartObject("durationsInMilliseconds");
        foreach (var (part, milliseconds) in durations.Parts)
        {
            json.WriteNumber(part, milliseconds);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static string Version => typeof(RunRecord).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private static void Asked(Utf8JsonWriter json, RunOutput run)
    {
        var (framework, dates) = (run.Result.Framework, run.Result.Dates);
        json.WriteStartObject("framework");
        json.WriteString("id", framework.Id);
        json.WriteString("rules", framework.Rules);
        json.WriteBoolean("sampleCodes", framework.SampleCodes);
        json.WriteBoolean("outsideItsYear", run.Result.OutsideItsYear);
        json.WriteStartArray("strata");
        framework.Strata.ToList().ForEach(s => json.WriteStringValue(s.Rule.Name));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WritePropertyName("partedBy");
        StrataSheet.Strata(run.Result).WriteJson(json);
        json.WriteString("practice", run.Result.Practice);
        json.WriteStartObject("serviceDates");
        json.WriteString("paymentPeriodStart", Words.Day(dates.PaymentPeriodStart));
        json.WriteString("paymentPeriodEnd", Words.Day(dates.PaymentPeriodEnd));
        json.WriteString("achievementDate", Words.Day(dates.AchievementDate));
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, RunOutput run)
    {
        json.WriteString("registration", run.Result.Registration == RegistrationBasis.Recorded ? "recorded" : "none-recorded");
        json.WriteNumber("patients", run.Intake.Read.Records.PatientCount);
        json.WriteNumber("events", run.Intake.Read.Records.EventCount);
        json.WriteNumber("listSize", run.Result.ListSize);
        json.WriteStartObject("points");
        json.WriteNumber("earned", run.Result.PointsEarned);
        json.WriteNumber("evaluated", run.Result.PointsEvaluated);
        json.WriteNumber("available", run.Result.Framework.Points);
        json.WriteEndObject();
    }

    private static void Inputs(Utf8JsonWriter json, RunOutput run)
    {
        json.WriteStartArray("inputs");
        foreach (var file in run.Intake.Files)
        {
            json.WriteStartObject();
            json.WriteString("file", file.Path);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("missing");
        run.Intake.Missing.ToList().ForEach(m => json.WriteStringValue(m.ToString()));
        json.WriteEndArray();
        var counts = run.Intake.Read.Counts;
        json.WriteStartObject("counts");
        json.WriteNumber("in", counts.In);
        json.WriteNumber("accepted", counts.Accepted);
        json.WriteNumber("rejected", counts.Rejected);
        json.WritePropertyName("types");
        ReadSheet.Counts(counts).WriteJson(json);
        json.WriteEndObject();
        json.WritePropertyName("problems");
        ReadSheet.Problems(run.Intake.Read.Problems).WriteJson(json);
    }

    private static void Definitions(Utf8JsonWriter json, RunOutput run)
    {
        json.WriteStartArray("codePacks");
        run.Arguments.CodePacks.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        var sheet = new Sheet("cluster", "version", "completeness", "codes");
        foreach (var cluster in run.Result.Framework.Plan.Clusters.OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            sheet.Add(cluster.Name, cluster.Version, Name(cluster.Completeness), cluster.Codes.Count);
        }

        json.WritePropertyName("valueSets");
        sheet.WriteJson(json);
    }

    private static string Name(Completeness completeness) => completeness.ToString().ToLowerInvariant();
}
