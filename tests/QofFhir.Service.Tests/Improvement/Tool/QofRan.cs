using QofFhir.Cli;

namespace QofFhir.Service.Tests.Improvement.Tool;

/// <summary>What the tool said and answered.</summary>
internal sealed record QofRan(int Code, string Output, string Error)
{
    public string[] Lines => Output.Split('\n');

    /// <summary>Runs the tool in this process, on the day that the services take for today.</summary>
    public static QofRan Of(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = QofTool.Run(args, output, error, new FakeClock(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero)));
        return new QofRan(code, output.ToString(), error.ToString());
    }

    /// <summary>The line of a table that begins with this word, its cells one space apart.</summary>
    public string Row(string word) =>
        string.Join(' ', Lines.First(l => l.StartsWith(word + " ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public QofRan Well()
    {
        Assert.Equal((0, ""), (Code, Error));
        return this;
    }
}
