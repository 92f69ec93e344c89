using QofFhir.Cli.Input;
using QofFhir.Cli.Output;
using QofFhir.Core.Recall;
using QofFhir.Core.Records;

namespace QofFhir.Cli.Recall;

/// <summary>What every form of a worklist must say beside it.</summary>
internal static class RecallWarnings
{
    public static IReadOnlyList<string> Of(Worklist worklist, Intake intake)
    {
        var warnings = new List<string>();
        if (intake.Unread)
        {
            warnings.Add("A part of the input could not be read: patients may be missing, and care may stand as owed that was given.");
        }

        warnings.AddRange(intake.Missing.Select(m => $"The extraction lacks data, and what rests on it is not evaluated. {m}."));
        if (worklist.Framework.SampleCodes)
        {
            warnings.Add("Sample codes are in use: this list is for trying out only.");
        }

        if (worklist.OutsideItsYear)
        {
            warnings.Add($"{Words.LongDay(worklist.Today)} lies outside the year of {worklist.Framework.Id}, which began on {Words.LongDay(worklist.Framework.YearStart)}.");
        }

        if (worklist.Registration == RegistrationBasis.NoneRecorded)
        {
            warnings.Add("The input has no registration data: everyone alive counts as registered since birth.");
        }

        if (worklist.NotEvaluated.Count > 0)
        {
            warnings.Add($"Not evaluated, so that patients may be missing: {string.Join(", ", worklist.NotEvaluated)}.");
        }

        return warnings;
    }
}
