using System.Text.Json;
using QofFhir.Publication.Statements;

namespace QofFhir.Cli.Payment;

/// <summary>A statement that was kept, as a command reads it.</summary>
internal static class KeptStatement
{
    /// <exception cref="StopException">It is no statement, or its inputs do not go together.</exception>
    public static StatementDocument Read(string path, out IReadOnlyList<string> differences)
    {
        var text = File.ReadAllText(path);
        try
        {
            return StatementDocument.Read(text, out differences);
        }
        catch (JsonException fault)
        {
            throw new StopException(ExitCode.Files, $"{path}:{fault.LineNumber + 1}:{fault.BytePositionInLine + 1} it is no statement: {fault.Message}");
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException or KeyNotFoundException or OverflowException)
        {
            throw new StopException(ExitCode.Differs, $"{path}: the inputs do not go together, so something was changed: {fault.Message}");
        }
    }
}
