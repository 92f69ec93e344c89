namespace QofFhir.Definitions;

/// <summary>The definitions that were asked for have mistakes; all of them are inside and in the message.</summary>
public sealed class DefinitionException(string subject, IReadOnlyList<DefinitionMistake> mistakes)
    : Exception(MessageOf(subject, mistakes))
{
    public IReadOnlyList<DefinitionMistake> Mistakes { get; } = mistakes;

    private static string MessageOf(string subject, IReadOnlyList<DefinitionMistake> mistakes) =>
        $"{subject} has {mistakes.Count} mistake{(mistakes.Count == 1 ? "" : "s")}:\n"
        + string.Join('\n', mistakes.Select(m => $"{m.File}:{m.Line}:{m.Column} {m.Text}"));
}
