namespace QofFhir.Core.Records;

/// <summary>Whether a diagnosis opens an episode; a review or an end is no new episode, not stated counts as new.</summary>
public enum EpisodeKind : byte { NotStated, First, New, Review, End }
