namespace QofFhir.Core.Aggregation;

/// <summary>A practice's patients are another's from a day on. A split has several successors, a merger several predecessors; a practice that keeps a part of its patients is among its own successors.</summary>
/// <param name="From">The first day of the successor; the day before is the predecessor's last.</param>
public sealed record Succession(string Predecessor, string Successor, DateOnly From);
