using System.Text.RegularExpressions;
using QofFhir.Cli.Output;
using QofFhir.Extraction;
using Spectre.Console;

namespace QofFhir.Cli.Extract;

/// <summary>Shows how far an extraction is: a bar where a person watches, a line now and then elsewhere.</summary>
internal static partial class ExtractionWatch
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);

    public static Task<ExtractionResult> Run(Terminal terminal, Func<IProgress<ExtractionProgress>, Task<ExtractionResult>> fetch) =>
        terminal.IsLive ? Bar(terminal, fetch) : fetch(Lines(terminal));

    /// <summary>Per cent done, where the server's own words say so.</summary>
    public static int? Percent(string? server) =>
        server is not null && PercentSaid().Match(server) is { Success: true } said
            && int.TryParse(said.Groups[1].ValueSpan, System.Globalization.NumberStyles.None, null, out var percent) && percent <= 100 ? percent : null;

    public static string Text(ExtractionProgress progress) =>
        $"{Words.Count(progress.Resources)} resources, {Words.Count(progress.Bytes / 1_000_000)} MB, {Words.Count(progress.Requests)} requests"
        + (progress.Server is { Length: > 0 } said ? $"; the server says: {said}" : "");

    private static Task<ExtractionResult> Bar(Terminal terminal, Func<IProgress<ExtractionProgress>, Task<ExtractionResult>> fetch) => terminal.Side
        .Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new ProgressBarColumn(), new ElapsedTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
        .StartAsync(async context =>
        {
            var task = context.AddTask("asking the server", maxValue: 100);
            task.IsIndeterminate = true;
            return await fetch(new Listener(heard =>
            {
                task.Description = Markup.Escape(Text(heard));
                var percent = Percent(heard.Server);
                task.IsIndeterminate = percent is null;
                task.Value = percent ?? 0;
            }));
        });

    private static Listener Lines(Terminal terminal)
    {
        long? last = null;
        return new Listener(heard =>
        {
            if (last is null || terminal.Clock.GetElapsedTime(last.Value) >= BetweenLines)
            {
                last = terminal.Clock.GetTimestamp();
                terminal.Messages.WriteLine(Text(heard));
            }
        });
    }

    [GeneratedRegex(@"(?<![\d.])(\d{1,3})(?:\.\d+)?\s*%")]
    private static partial Regex PercentSaid();

    /// <summary>Heard where it is said, one at a time: several downloads tell.</summary>
    private sealed class Listener(Action<ExtractionProgress> hear) : IProgress<ExtractionProgress>
    {
        private readonly Lock _one = new();

        public void Report(ExtractionProgress value)
        {
            lock (_one)
            {
                hear(value);
            }
        }
    }
}
