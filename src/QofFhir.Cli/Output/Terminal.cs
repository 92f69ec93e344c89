using Spectre.Console;

namespace QofFhir.Cli.Output;

/// <summary>Where a command speaks: data on one side, messages on the other, and the clock.</summary>
/// <remarks>The consoles of Spectre are made when first asked for: help and JSON need none.</remarks>
internal sealed class Terminal(TextWriter data, TextWriter messages, TimeProvider clock)
{
    /// <summary>Columns where the output is no terminal, and the least that the views are drawn for.</summary>
    public const int NarrowWidth = 80;

    private const int WidestUseful = 120;

    /// <summary>Messages in a log are one line each, however long.</summary>
    private const int Unbroken = 10_000;
    private IAnsiConsole? _page;
    private IAnsiConsole? _side;

    /// <summary>Standard output: nothing but what was asked for.</summary>
    public TextWriter Data { get; } = data;

    /// <summary>Standard error: progress, warnings, mistakes.</summary>
    public TextWriter Messages { get; } = messages;

    public TimeProvider Clock { get; } = clock;

    public IAnsiConsole Page => _page ??= ConsoleOn(Data, ReferenceEquals(Data, Console.Out) && !Console.IsOutputRedirected, NarrowWidth);

    public IAnsiConsole Side => _side ??= ConsoleOn(Messages, IsLive, Unbroken);

    /// <summary>True when a person watches the messages, so that a progress bar makes sense.</summary>
    public bool IsLive { get; } = ReferenceEquals(messages, Console.Error) && !Console.IsErrorRedirected;

    public void Warn(string text) => Side.MarkupLine($"[yellow]warning:[/] {Markup.Escape(text)}");

    private static IAnsiConsole ConsoleOn(TextWriter writer, bool isTerminal, int widthInPipe)
    {
        var plain = !isTerminal || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        console.Profile.Width = isTerminal ? Math.Clamp(Console.WindowWidth, NarrowWidth / 2, WidestUseful) : widthInPipe;
        return console;
    }
}
