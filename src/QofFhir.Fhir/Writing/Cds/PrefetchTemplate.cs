namespace QofFhir.Fhir.Writing.Cds;

/// <summary>A query that a client answers before it calls.</summary>
/// <param name="Query">Below the FHIR base, with the tokens of CDS Hooks in it.</param>
/// <param name="Needed">False for what prompts can be told without.</param>
public sealed record PrefetchTemplate(string Key, string Query, bool Needed = true)
{
    public const string PatientToken = "{{context.patientId}}";

    /// <summary>What the query gives.</summary>
    public string Type { get; } = Query[..Query.IndexOfAny(['/', '?'])];

    /// <summary>A search; else the read of one resource.</summary>
    public bool IsSearch => Query.Length > Type.Length && Query[Type.Length] == '?';

    /// <summary>The search parameter that names a value set, such as <c>code:in</c>; null: it asks the type whole.</summary>
    public string? ValueSetParameter { get; } = Query.Split('?', '&').FirstOrDefault(p => p.Contains(":in=", StringComparison.Ordinal))?.Split('=')[0];

    /// <summary>The query about this patient.</summary>
    public string For(string patientId) => Query.Replace(PatientToken, patientId, StringComparison.Ordinal);

    /// <summary>The same for all entries of the type, whatever their codes.</summary>
    public PrefetchTemplate Whole => ValueSetParameter is null ? this : this with { Query = Query[..Query.LastIndexOf('&')] };
}
