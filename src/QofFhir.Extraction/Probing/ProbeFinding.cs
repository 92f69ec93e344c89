namespace QofFhir.Extraction.Probing;

/// <summary>What a probe found. Unknown is not a no: nothing was there to look at, or the server does not say.</summary>
public enum ProbeFinding { Has, Lacks, Unknown }
