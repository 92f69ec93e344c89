using QofFhir.Cli.Improvement.Told;
using QofFhir.Cli.Output;
using QofFhir.Core.Improvement;
using Spectre.Console;

namespace QofFhir.Cli.Improvement.Views;

/// <summary>A plan for people: what is met, what it earns, where the measures stand.</summary>
internal static class PlanView
{
    public static void Write(IAnsiConsole page, PlanTold plan)
    {
        page.MarkupLine($"[bold]{Markup.Escape(Words.Plain(plan.Title))}[/]");
        page.MarkupLine(Markup.Escape($"{plan.Practice}, {plan.Module}, {Words.ServiceYear(plan.Year)}: {(plan.Changes == 0 ? "nothing in it yet" : $"version {plan.Changes} of the plan")}, as of {Words.Day(plan.Today)}"));
        page.WriteLine();
        Requirements(page, plan.Review);
        Indicators(page, plan.Review);
        Measures(page, plan.Progress);
        var declaration = plan.Review.Declaration;
        page.MarkupLine($"[{(declaration.State == DeclarationState.Stands ? "green" : "yellow")}]{Markup.Escape($"Declaration: {declaration.Why}")}[/]");
        foreach (var problem in plan.Review.Problems)
        {
            page.MarkupLine($"[red]{Markup.Escape(problem)}[/]");
        }
    }

    private static void Requirements(IAnsiConsole page, ReviewTold review)
    {
        if (review.Requirements.Count == 0)
        {
            return;
        }

        var table = new PageTable(new("Requirement"), new("Met"), new("Why", Elastic: true));
        foreach (var requirement in review.Requirements)
        {
            table.Add(requirement.Id, requirement.Met ? new PageCell("yes", "green") : new PageCell("no", "yellow"), requirement.Why);
        }

        table.Write(page);
        page.WriteLine();
    }

    private static void Indicators(IAnsiConsole page, ReviewTold review)
    {
        if (review.Indicators.Count == 0)
        {
            return;
        }

        var table = new PageTable(new("Indicator"), new("Points", Right: true), new("Of", Right: true), new("Why", Elastic: true));
        foreach (var indicator in review.Indicators)
        {
            table.Add(indicator.Id, indicator.Points is { } points ? Words.Points(points) : "not known", indicator.Of is { } of ? Words.Points(of) : "not known", indicator.Why);
        }

        table.Write(page);
        page.WriteLine();
    }

    private static void Measures(IAnsiConsole page, IReadOnlyList<ProgressTold> measures)
    {
        if (measures.Count == 0)
        {
            return;
        }

        var table = new PageTable(new("Measure"), new("Baseline"), new("Now"), new("Target"), new("Change", Elastic: true));
        foreach (var measure in measures)
        {
            table.Add(
                measure.Measure ?? "", ProgressCell.Counts(measure.Baseline), ProgressCell.Counts(measure.Now), ProgressCell.Target(measure),
                measure.NotCounted is null ? ProgressCell.Verdict(measure.Verdict) : new PageCell("not evaluable", "dim"));
        }

        foreach (var measure in measures.Where(m => m is { Target: not null, By: not null }))
        {
            table.Note($"{measure.Measure}: {Words.Points(measure.Target!.Value)} % by {Words.Day(measure.By!.Value)}. {measure.Text}".TrimEnd());
        }

        foreach (var measure in measures.Where(m => m.NotCounted is not null))
        {
            table.Note($"{measure.Measure} is not evaluable: {measure.NotCounted}");
        }

        table.Write(page);
        page.WriteLine();
    }
}
