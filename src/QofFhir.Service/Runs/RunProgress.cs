namespace QofFhir.Service.Runs;

/// <summary>How far an extraction is.</summary>
/// <param name="Bytes">Taken in so far, unpacked.</param>
/// <param name="Server">What the server says of its own progress; null: nothing.</param>
/// <param name="SecondsLeft">Reckoned from the server's own percentage while it prepares, then from the resources of the run before; null where neither is told.</param>
internal sealed record RunProgress(
    double Seconds, int Requests, long Resources, double ResourcesPerSecond, long Bytes, string? Server, double? SecondsLeft);
