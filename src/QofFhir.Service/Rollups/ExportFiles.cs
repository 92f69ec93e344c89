using System.Globalization;
using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Publication.Cqrs;
using QofFhir.Publication.Geographies;
using QofFhir.Publication.Practices;

namespace QofFhir.Service.Rollups;

/// <summary>Collected reports as the files of the publication and of CQRS; row by row, none of it kept.</summary>
internal sealed class ExportFiles(CollectedReader collected)
{
    /// <summary>Numerator, net denominator and adjustments of fractions, the size of registers, and points where the practice told them.</summary>
    public void Achievement(TextWriter output, ExportQuestion question)
    {
        AchievementFile.WriteHead(output);
        foreach (var (indicator, report) in Reports(question))
        {
            foreach (var (measure, value) in Measures(indicator, report))
            {
                AchievementFile.Write(output, new AchievementRow(report.Practice, indicator.Id, measure, value));
            }
        }
    }

    /// <summary>The registers of practices that told the size of their list. The list is the whole one: nobody reports lists by age.</summary>
    public void Prevalence(TextWriter output, ExportQuestion question)
    {
        PrevalenceFile.WriteHead(output);
        foreach (var (indicator, report) in Reports(question).Where(r => r.Indicator.Kind == IndicatorKind.Register && r.Report.Report!.ListSize is not null))
        {
            PrevalenceFile.Write(output, new PrevalenceRow(
                report.Practice, GroupOf(question.Framework, indicator), report.Report!.Counts.Population, PrevalenceFile.WholeList, report.Report.ListSize!.Value));
        }
    }

    public static void Mapping(TextWriter output, ExportQuestion question, Geography geography)
    {
        GeographyFile.WriteHead(output);
        foreach (var practice in question.Practices.Order(StringComparer.Ordinal))
        {
            GeographyFile.Write(output, geography.Find(practice)!, question.Geography.Ancestors(practice));
        }
    }

    public static void Indicators(TextWriter output, ExportQuestion question)
    {
        IndicatorFile.WriteHead(output);
        foreach (var indicator in question.Framework.Indicators)
        {
            IndicatorFile.Write(output, new IndicatorRow(
                indicator.Id, indicator.Title, indicator.Points, GroupOf(question.Framework, indicator), indicator.Group, null, indicator.Domain, null));
        }
    }

    /// <summary>Each field as CQRS takes it; exclusions and adjustments by name where the practice told them. Which of the counts came by default, and who sent them, is not known here: N and nobody.</summary>
    public void Values(TextWriter output, ExportQuestion question)
    {
        IndicatorValuesFile.WriteHead(output);
        var labels = question.Framework.Reported.ToDictionary(i => i.Id, i => OutcomeLabels.Of(question.Framework, i), StringComparer.Ordinal);
        foreach (var (indicator, report) in Reports(question, withParts: true))
        {
            var counts = report.Report!.Counts;
            (string, long)[] fields = indicator.Kind == IndicatorKind.Register
                ? [(indicator.Id, counts.Population)]
                : [("Numerator", counts.Numerator), ("Denominator", counts.Denominator), .. OutcomeLabels.Counts(report.Report, labels[indicator.Id]).Select(l => (l.Group, l.Counts.Exclusions + l.Counts.Adjusted))];
            foreach (var (field, value) in fields)
            {
                IndicatorValuesFile.Write(output, new IndicatorValue(
                    question.Service, question.Framework.Title, report.Practice, question.On, indicator.Id, field, value, false, null,
                    report.Computed.ToDateTime(TimeOnly.MinValue), true));
            }
        }
    }

    /// <summary>Points where the practice told them; nobody has approved them here.</summary>
    public void Points(TextWriter output, ExportQuestion question)
    {
        AchievedPointsFile.WriteHead(output);
        foreach (var (indicator, report) in Reports(question).Where(r => r.Report.Points is not null))
        {
            AchievedPointsFile.Write(output, new AchievedPoints(question.Service, report.Practice, question.On, indicator.Id, Number(report.Points!), false));
        }
    }

    /// <summary>The letters that the indicators of a group begin with, as the publication has it; an unpaid register is in no group of it and stands under its own name, as does one of several registers of a group.</summary>
    internal static string GroupOf(Framework framework, FrameworkIndicator indicator)
    {
        var letters = string.Concat(indicator.Id.TakeWhile(char.IsAsciiLetter));
        var shared = indicator.Kind == IndicatorKind.Register
            && framework.Indicators.Count(i => i.Kind == IndicatorKind.Register && string.Concat(i.Id.TakeWhile(char.IsAsciiLetter)) == letters) > 1;
        return indicator.Paid && !shared ? letters : indicator.Id;
    }

    private static IEnumerable<(AchievementMeasure, decimal)> Measures(FrameworkIndicator indicator, CollectedReport report)
    {
        var counts = report.Report!.Counts;
        if (indicator.Kind == IndicatorKind.Register)
        {
            yield return (AchievementMeasure.Register, counts.Population);
        }
        else
        {
            yield return (AchievementMeasure.Numerator, counts.Numerator);
            yield return (AchievementMeasure.Denominator, counts.Denominator);
            yield return (AchievementMeasure.Pcas, counts.Adjusted);
        }

        if (report.Points is { } points)
        {
            yield return (AchievementMeasure.AchievedPoints, Number(points));
        }
    }

    /// <summary>Practice by practice, and for each in the order of the framework; those with counts alone.</summary>
    private IEnumerable<(FrameworkIndicator Indicator, CollectedReport Report)> Reports(ExportQuestion question, bool withParts = false)
    {
        var places = question.Framework.Reported.Index().ToDictionary(i => i.Item.Id, StringComparer.Ordinal);
        foreach (var few in question.Practices.Order(StringComparer.Ordinal).Chunk(PracticesAtOnce))
        {
            var reports = collected.Reports(question.Framework.Id, question.On, null, few.ToHashSet(StringComparer.Ordinal), withParts)
                .Where(r => r.Report is not null && places.ContainsKey(r.Indicator))
                .OrderBy(r => r.Practice, StringComparer.Ordinal).ThenBy(r => places[r.Indicator].Index);
            foreach (var report in reports)
            {
                yield return (places[report.Indicator].Item, report);
            }
        }
    }

    private const int PracticesAtOnce = 200;

    private static decimal Number(string points) => decimal.Parse(points, CultureInfo.InvariantCulture);
}
