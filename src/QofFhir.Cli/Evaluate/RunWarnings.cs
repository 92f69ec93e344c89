using QofFhir.Cli.Input;
using QofFhir.Cli.Output;
using QofFhir.Core.Achievement;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;

namespace QofFhir.Cli.Evaluate;

/// <summary>What every output of a run must say beside its numbers.</summary>
internal static class RunWarnings
{
    public static IReadOnlyList<string> Of(PracticeResult result, Intake intake)
    {
        var warnings = new List<string>();
        if (intake.Unread)
        {
            warnings.Add("A part of the input could not be read: every number may be too small.");
        }

        warnings.AddRange(intake.Missing.Select(m => $"The extraction lacks data, and what rests on it is not evaluated. {m}."));

        if (result.Framework.SampleCodes)
        {
            warnings.Add("Sample codes are in use: these results are for trying out only.");
        }

        if (result.OutsideItsYear)
        {
            warnings.Add(
                $"{Words.LongDay(result.Dates.AchievementDate)} lies outside the year of {result.Framework.Id}, which began on {Words.LongDay(result.Framework.YearStart)}.");
        }

        if (result.Registration == RegistrationBasis.NoneRecorded)
        {
            warnings.Add("The input has no registration data: everyone alive counts as registered since birth.");
        }

        if (result.ListSize == 0)
        {
            warnings.Add(result.Practice is null
                ? "Nobody is on the practice list at the achievement date."
                : $"Nobody is on the list of practice {result.Practice} at the achievement date.");
        }

        warnings.AddRange(result.Strata
            .Where(s => s.Evaluability.State == EvaluabilityState.NotEvaluable)
            .Select(s => $"Nothing is parted by {s.Rule.Name}: {s.Evaluability.Reason}."));
        return warnings;
    }
}
