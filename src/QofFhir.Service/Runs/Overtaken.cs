namespace QofFhir.Service.Runs;

/// <summary>Another worker has begun the run, or a later one of its practice: the store takes nothing more of this one.</summary>
internal sealed class Overtaken() : Exception("another worker has taken the run over");
