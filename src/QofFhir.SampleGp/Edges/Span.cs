using QofFhir.Core.Rules;

namespace QofFhir.SampleGp.Edges;

/// <summary>Where a date or a number may lie; both ends are inside. No span at all where it must be absent.</summary>
internal readonly record struct Span(decimal Low, decimal High)
{
    public bool IsEmpty => Low > High;

    /// <summary>Whether some value of this span may compare so with some value of the other.</summary>
    public bool May(Comparison comparison, Span other) => comparison switch
    {
        Comparison.Less => Low < other.High,
        Comparison.AtMost => Low <= other.High,
        Comparison.Equal => Low <= other.High && other.Low <= High,
        Comparison.AtLeast => High >= other.Low,
        _ => High > other.Low,
    };

    /// <summary>The part of this span that may compare so with some value of the other.</summary>
    /// <param name="least">The smallest difference between two values.</param>
    public Span Narrowed(Comparison comparison, Span other, decimal least) => comparison switch
    {
        Comparison.Less => this with { High = Math.Min(High, other.High - least) },
        Comparison.AtMost => this with { High = Math.Min(High, other.High) },
        Comparison.Equal => new Span(Math.Max(Low, other.Low), Math.Min(High, other.High)),
        Comparison.AtLeast => this with { Low = Math.Max(Low, other.Low) },
        _ => this with { Low = Math.Max(Low, other.Low + least) },
    };
}
