using System.Security.Cryptography;
using System.Text;

namespace QofFhir.Extraction;

/// <summary>A value set to search by: its canonical URL for servers that know it, its codes for those that do not.</summary>
/// <param name="Tokens">As search tokens, <c>system|code</c>, escaped.</param>
public sealed record CodeList(string ValueSet, IReadOnlyList<string> Tokens)
{
    /// <summary>The value set, and a digest of its codes.</summary>
    internal string Identity => $"{ValueSet} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', Tokens))).AsSpan(0, 8))}";
}
