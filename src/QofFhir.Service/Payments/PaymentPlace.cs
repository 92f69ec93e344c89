using QofFhir.Core.Achievement;
using QofFhir.Service.Access;
using QofFhir.Service.Organisations;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Payments;

/// <summary>Whose statements somebody may read, and which framework and date are meant.</summary>
internal sealed class PaymentPlace(ReportAccess access, KnownFrameworks frameworks)
{
    /// <summary>A practice its own alone; a network those of its practices that consent, as their reports.</summary>
    public bool MayRead(Reader reader, KeptStatement statement) => reader.Role == ReaderRole.Practice
        ? reader.Organisation == statement.Practice
        : access.Of(reader).Includes(statement.Practice, statement.AchievementDate);

    /// <summary>Whether somebody acts for the practice itself.</summary>
    public static bool IsOwn(Reader reader, string practice) => reader.Role == ReaderRole.Practice && reader.Organisation == practice;

    /// <returns>Null with a refusal.</returns>
    public (Framework Framework, DateOnly On)? Find(string? framework, string? achievementDate, out IResult? refusal)
    {
        refusal = null;
        if (framework is null || frameworks.Find(framework) is not { } found)
        {
            refusal = Refused("framework: one of the definitions was expected, such as qof-england-2026-27.");
            return null;
        }

        if (found.Payment is null)
        {
            refusal = Refused("framework: one that says how its year pays was expected.");
            return null;
        }

        if (QueryDay.Parse(achievementDate) is not { } on || on < found.YearStart || on >= found.YearStart.AddYears(1))
        {
            refusal = Refused($"achievementDate: a day of the framework's year was expected, such as {found.YearStart.AddYears(1).AddDays(-1):yyyy-MM-dd}.");
            return null;
        }

        return (found, on);
    }

    public static IResult NotHere() => Results.Problem("There is no such statement here.", statusCode: StatusCodes.Status404NotFound);

    private static IResult Refused(string text) => Results.Problem(text, statusCode: StatusCodes.Status400BadRequest);
}
