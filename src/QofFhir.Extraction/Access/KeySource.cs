namespace QofFhir.Extraction.Access;

/// <summary>Where private keys stand: as PEM, as a JWK, or as a set of JWKs.</summary>
public abstract record KeySource
{
    private protected KeySource()
    {
    }

    internal abstract string? Text { get; }

    /// <summary>Read again for each assertion, so a new key serves without a restart.</summary>
    public sealed record File(string Path) : KeySource
    {
        internal override string? Text => System.IO.File.Exists(Path) ? System.IO.File.ReadAllText(Path) : null;

        public override string ToString() => $"the file {Path}";
    }

    public sealed record Variable(string Name) : KeySource
    {
        internal override string? Text => Environment.GetEnvironmentVariable(Name);

        public override string ToString() => $"the environment variable {Name}";
    }
}
