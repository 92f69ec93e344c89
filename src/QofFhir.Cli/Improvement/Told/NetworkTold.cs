namespace QofFhir.Cli.Improvement.Told;

/// <summary>What the practices of a network did, as a service tells it.</summary>
internal sealed record NetworkTold(
    string Network, string Title, int Year, DateOnly Today, IReadOnlyList<NetworkMeasureTold> Measures, IReadOnlyList<LearningTold> Learning);

/// <param name="Text">What became of the sums, in a sentence.</param>
internal sealed record NetworkMeasureTold(string Measure, string Title, string Coverage, string Text, IReadOnlyList<ProgressTold> Practices);

/// <summary>What a practice shared on purpose.</summary>
internal sealed record LearningTold(string Practice, string Field, string Text, DateOnly? On = null);
