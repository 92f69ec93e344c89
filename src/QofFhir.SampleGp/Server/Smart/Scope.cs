namespace QofFhir.SampleGp.Server.Smart;

/// <summary>One system scope that reads: <c>system/Observation.rs</c>, or <c>.read</c> and <c>.*</c> of the first version.</summary>
/// <param name="Type">A resource type, or <c>*</c>.</param>
/// <param name="Text">As the client wrote it.</param>
internal sealed record Scope(string Type, string Text)
{
    /// <summary>The scopes in a text that read; others are left out.</summary>
    public static IReadOnlyList<Scope> Read(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(One).OfType<Scope>()];

    public bool Covers(string type) => Type == "*" || Type == type;

    /// <summary>What is asked for, as far as it may be had: an asked <c>*</c> shrinks to what is allowed.</summary>
    public static IReadOnlyList<Scope> Narrow(IReadOnlyList<Scope> asked, IReadOnlyList<Scope> allowed) =>
        [.. asked.SelectMany(a => allowed.Any(w => w.Covers(a.Type)) ? [a] : a.Type == "*" ? allowed : []).Distinct()];

    private static Scope? One(string text)
    {
        if (text.Split('/') is not ["system", var rest] || rest.Split('?', 2)[0].Split('.') is not [var type, var verbs])
        {
            return null;
        }

        var reads = verbs is "read" or "*" || (verbs.Contains('r', StringComparison.Ordinal) && verbs.Contains('s', StringComparison.Ordinal) && verbs.All("cruds".Contains));
        return reads ? new Scope(type, text) : null;
    }
}
