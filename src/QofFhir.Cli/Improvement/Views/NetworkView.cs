using QofFhir.Cli.Improvement.Told;
using QofFhir.Cli.Output;
using Spectre.Console;

namespace QofFhir.Cli.Improvement.Views;

/// <summary>What a network's practices did, for the network: measure by measure, then what they shared.</summary>
internal static class NetworkView
{
    public static void Write(IAnsiConsole page, NetworkTold network)
    {
        page.MarkupLine($"[bold]{Markup.Escape(Words.Plain(network.Title))}[/]");
        page.MarkupLine(Markup.Escape($"network {network.Network}, {Words.ServiceYear(network.Year)}, as of {Words.Day(network.Today)}"));
        page.WriteLine();
        foreach (var measure in network.Measures.Where(m => m.Practices.Any(p => p.Baseline is not null)))
        {
            page.MarkupLine($"[bold]{Markup.Escape(measure.Measure)}[/] {Markup.Escape(Words.Plain(measure.Title))}");
            var table = new PageTable(new("Practice"), new("Baseline"), new("Now"), new("Target"), new("Change", Elastic: true));
            foreach (var practice in measure.Practices)
            {
                table.Add(
                    practice.Practice ?? "", ProgressCell.Counts(practice.Baseline), ProgressCell.Counts(practice.Now), ProgressCell.Target(practice),
                    ProgressCell.Verdict(practice.Verdict));
            }

            table.Note($"{measure.Coverage} {measure.Text}");
            table.Write(page);
            page.WriteLine();
        }

        if (network.Measures.Where(m => m.Practices.All(p => p.Baseline is null)).Select(m => m.Measure).ToList() is { Count: > 0 } rest)
        {
            page.MarkupLine($"[dim]{Markup.Escape($"Without a baseline: {string.Join(", ", rest)}.")}[/]");
        }

        foreach (var learning in network.Learning)
        {
            page.MarkupLine(Markup.Escape(string.Join(", ", new[] { learning.Practice, learning.On is { } on ? Words.Day(on) : null, learning.Field }.OfType<string>()) + ": " + Words.Plain(learning.Text)));
        }
    }
}
