using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Payments;
using QofFhir.Service.Organisations;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Payments;

/// <summary><c>/payments/{ods}</c> of the practice tier: what the practice's own reports come to before anything is declared.</summary>
internal static class PracticePaymentEndpoints
{
    public static void MapPracticePayments(this IEndpointRouteBuilder app) => app.MapGet("/payments/{ods}", Read);

    private static IResult Read(string ods, string? framework, string? date, HttpContext context, ServicePlan plan, RuleBook rules, PracticeList practices, OwnFigures figures)
    {
        if (Find(framework ?? plan.Framework, rules) is not { Payment: { } year } found)
        {
            return NotHere("There is no such framework here, or it does not say how its year pays.");
        }

        if (date is not null && QueryDay.Parse(date) is null)
        {
            return Results.Problem("date: an achievement date was expected, such as date=2026-11-30.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (QueryDay.Parse(date) is { } day && found.YearOf(day) != ServiceDates.Year(day).PaymentPeriodStart)
        {
            return NotHere("The date is not of the framework's year, and a framework pays its own.");
        }

        var practice = practices.Find(ods)?.Ods ?? ods;
        if ((QueryDay.Parse(date) ?? figures.Latest(practice, found)) is not { } on || figures.Of(practice, found, on) is not { } reported)
        {
            return NotHere("The practice has no reports of this framework and date here.");
        }

        var national = NationalOf(plan, year, on);
        var draft = StatementDraft.Of(found, on, reported, national);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept";
        return StatementForms.Of(context, () => Statement.Of(draft.Read())) ?? Results.Json(PaymentJson.Told(draft, national), PaymentJson.Options);
    }

    private static Framework? Find(string id, RuleBook rules) =>
        rules.Loaded?.Framework is { } loaded && loaded.Id == id ? loaded
        : rules.Library?.Frameworks.Any(f => f.Id == id && !f.HasMistakes) == true ? rules.Library.Framework(id)
        : null;

    /// <summary>A row is a group's when it bears its name, or the code that the publication has for it.</summary>
    private static NationalPrevalence NationalOf(ServicePlan plan, PaymentYear year, DateOnly on) => new(
        plan.National.Count == 0 ? $"not known: {ServiceSettings.Section}:Payment:NationalPrevalence names no file" : "the configured file",
        [
            .. year.Groups.Where(g => g.CountedBy is not null)
                .Select(g => (g.Name, Row: plan.National.FirstOrDefault(r => r.PaymentGroups.Append(r.Group).Any(n => IsOf(n, g)))))
                .Where(g => g.Row is not null)
                .Select(g => new NationalShare(g.Name, g.Row!.Register, g.Row.List, g.Row.Day ?? on) { Practices = g.Row.Practices }),
        ]);

    private static bool IsOf(string name, PaymentGroup group) =>
        name.Equals(group.Name, StringComparison.OrdinalIgnoreCase) || name.Equals(group.PublishedAs, StringComparison.OrdinalIgnoreCase);

    private static IResult NotHere(string text) => Results.Problem(text, statusCode: StatusCodes.Status404NotFound);
}
