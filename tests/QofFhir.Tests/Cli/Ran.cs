using QofFhir.Cli;

namespace QofFhir.Tests.Cli;

/// <summary>What the tool said and answered.</summary>
internal sealed record Ran(int Code, string Output, string Error)
{
    /// <summary>What the tool takes for the time.</summary>
    public static TimeProvider Clock { get; } = new StoppedClock();

    /// <summary>Runs the tool in this process, at noon of one fixed day.</summary>
    public static Ran Qof(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = QofTool.Run(args, output, error, Clock);
        return new Ran(code, output.ToString(), error.ToString());
    }

    public string[] Lines => Output.Split('\n');

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

        public override long GetTimestamp() => 0;
    }
}
