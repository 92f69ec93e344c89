using System.Text;
using System.Text.Json.Nodes;
using QofFhir.Extraction;
using QofFhir.Service.Practices;
using QofFhir.Service.Reports;
using QofFhir.Service.Runs;

namespace QofFhir.Service.Submission;

/// <summary>Sends a practice's summary reports to the configured aggregator: those that it has not taken yet, each version once.</summary>
internal sealed class Submitter(
    ServicePlan plan, SummaryStore reports, HttpClient http, ExtractionSettings settings, TimeProvider clock)
{
    /// <summary>Reports of sample data never leave this machine, and those of an empty list wait until somebody has looked at it.</summary>
    /// <returns>Null when nothing is to be submitted anywhere.</returns>
    public async Task<RunSubmission?> Submit(Run run, CancellationToken cancellation)
    {
        if (plan.Target is not { } target)
        {
            return null;
        }

        var name = target.ToString();
        if (run.Result!.Sample && !target.Address.IsLoopback)
        {
            return new RunSubmission(name, 0, 0, ["reports of sample data are not submitted to another machine"]);
        }

        if (run.Result.ListSize == 0 && run.Records!.Patients > 0)
        {
            return new RunSubmission(name, 0, 0, ["nobody who came is on the practice's list, so its reports are not submitted"]);
        }

        var submission = new ReportSubmission(http, target, settings, clock, new Random(run.Attempt));
        var (sent, failures) = (0, new List<string>());
        foreach (var report in reports.Pending(run.Practice, name))
        {
            string? refused;
            try
            {
                refused = await submission.Put(report.Identifier, WithoutId(report.Body), cancellation);
            }
            catch (ExtractionException fault)
            {
                // The aggregator is away or does not let us in: the others would fare the same, and the next run sends them.
                reports.Submitted(report, null, fault.Message);
                failures.Add($"{report.Id}: {fault.Message}; the rest was not tried");
                break;
            }

            reports.Submitted(report, refused is null ? name : null, refused ?? "taken");
            sent += refused is null ? 1 : 0;
            if (refused is not null)
            {
                failures.Add($"{report.Id}: {refused}");
            }
        }

        return new RunSubmission(name, sent, failures.Count, failures);
    }

    private static byte[] WithoutId(string body)
    {
        var report = JsonNode.Parse(body)!.AsObject();
        report.Remove("id");
        return Encoding.UTF8.GetBytes(report.ToJsonString());
    }
}
