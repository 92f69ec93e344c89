namespace QofFhir.Extraction;

/// <summary>The extraction could not be completed; nothing of it is kept. The message says why, without patient data or tokens.</summary>
public sealed class ExtractionException : Exception
{
    /// <summary>The server has no such operation: another way to fetch may do.</summary>
    public bool NotOffered { get; init; }

    /// <summary>The server answers, and not as asked: asking for more, or for everything, may do.</summary>
    public bool NotTaken { get; init; }

    public ExtractionException()
    {
    }

    public ExtractionException(string message)
        : base(message)
    {
    }

    public ExtractionException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
