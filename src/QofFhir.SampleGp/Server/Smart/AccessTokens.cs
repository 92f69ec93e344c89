using System.Buffers.Text;
using System.Security.Cryptography;

namespace QofFhir.SampleGp.Server.Smart;

/// <summary>The tokens that one practice gave out, and the assertions that it has seen.</summary>
internal sealed class AccessTokens(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Token> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _assertions = new(StringComparer.Ordinal);

    /// <summary>Whether the assertion's id is new; it is remembered until the assertion ends.</summary>
    public bool IsFresh(string jti, DateTimeOffset until)
    {
        lock (_lock)
        {
            Forget(_assertions, ends => ends);
            return _assertions.TryAdd(jti, until);
        }
    }

    public string Issue(Grant grant, TimeSpan lifetime)
    {
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        lock (_lock)
        {
            Forget(_tokens, t => t.Ends);
            _tokens.Add(text, new Token(grant, clock.GetUtcNow() + lifetime));
        }

        return text;
    }

    /// <summary>What the token allows, or null when it is unknown or has ended.</summary>
    /// <param name="token">As it came.</param>
    /// <param name="mostUses">So many requests it is good for; null for any number.</param>
    public Grant? Use(string token, int? mostUses)
    {
        lock (_lock)
        {
            if (!_tokens.TryGetValue(token, out var found) || found.Ends <= clock.GetUtcNow() || found.Uses >= mostUses)
            {
                return null;
            }

            found.Uses++;
            return found.Grant;
        }
    }

    private void Forget<T>(Dictionary<string, T> all, Func<T, DateTimeOffset> ends)
    {
        foreach (var old in all.Where(a => ends(a.Value) <= clock.GetUtcNow()).Select(a => a.Key).ToList())
        {
            all.Remove(old);
        }
    }

    private sealed class Token(Grant grant, DateTimeOffset ends)
    {
        public Grant Grant => grant;

        public DateTimeOffset Ends => ends;

        public int Uses { get; set; }
    }
}
