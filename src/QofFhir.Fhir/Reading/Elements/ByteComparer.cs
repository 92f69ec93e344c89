using System.Diagnostics.CodeAnalysis;

namespace QofFhir.Fhir.Reading.Elements;

/// <summary>Lets a table be asked by text as it stands in the input, without a string of it.</summary>
internal sealed class ByteComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static ByteComparer Instance { get; } = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode([DisallowNull] byte[] text) => GetHashCode(text.AsSpan());

    public byte[] Create(ReadOnlySpan<byte> text) => text.ToArray();

    public bool Equals(ReadOnlySpan<byte> text, byte[] other) => text.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<byte> text) => (int)TextMark.Of(text);
}
