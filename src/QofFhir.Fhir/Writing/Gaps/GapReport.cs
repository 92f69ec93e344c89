using System.Buffers;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;

namespace QofFhir.Fhir.Writing.Gaps;

/// <summary>The individual MeasureReport behind a gap: also of who is not in the population, and of status <c>error</c> where the measure could not be evaluated.</summary>
internal static class GapReport
{
    public static Report Of(MeasureReportSettings settings, PatientGaps gaps, PatientGap gap)
    {
        // Of a practice's result a report about one patient tells the dates and the rules, and no count.
        var practice = new PracticeResult(
            gaps.Framework, gaps.Practice, gaps.Dates, gaps.Registration, 0, gaps.Framework.YearStart != gaps.Dates.PaymentPeriodStart, []);
        return new Report(
            ReportType.Individual, settings, practice, new IndicatorResult(gap.Indicator, null, null, null, null, null, []),
            ReportIdentity.Individual(practice, gap.Indicator, gaps.Patient.Id, settings.PatientKey), gaps.ComputedAt)
        {
            // Who is not in the population may be known of a measure that cannot be evaluated.
            Evaluated = gap.Status != GapStatus.NotEvaluated,
        };
    }

    public static void Write(IBufferWriter<byte> output, Report report, PatientGaps gaps, PatientGap gap)
    {
        using var json = FhirJson.To(output);
        ReportHead.Open(json, report);
        if (!report.Evaluated)
        {
            json.WriteStartArray("contained");
            ReportMessages.Write(json, report);
            json.WriteEndArray();
        }

        ReportHead.Write(
            json, report, "Patient/" + gaps.Patient.Id, messages: !report.Evaluated,
            gap.Outcome is { } stands ? new IndividualResult(gaps.Patient.Id, stands, gap.Prompt.Clinical, gap.Evidence) : null);
        ReportGroup.Open(json, report, gap.Prompt.Adjustment is { } adjustment
            ? writer => GapRemark.Write(writer, gaps, gap, adjustment, GapsCanonicals.Of(report.Settings.Realm))
            : null);
        if (gap.Outcome is { } outcome)
        {
            ReportGroup.Populations(json, report, p => p.Holds(outcome) ? 1 : 0);
            var achieved = outcome is Outcome.Achieved;
            ReportGroup.Score(json, achieved ? 1 : 0, achieved || outcome.CountsAgainstPractice ? 1 : 0);
        }
        else
        {
            ReportGroup.Populations(json, report, report.Evaluated ? _ => 0 : null);
        }

        ReportGroup.Close(json);
        EvaluatedResources.Write(json, gap.Evidence);
        json.WriteEndObject();
    }
}
