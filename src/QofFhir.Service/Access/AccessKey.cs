using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Access;

/// <summary>The key to what is about patients: made at the first start, shown once, kept only as a digest.</summary>
/// <remarks>A plain digest is enough: the key is 256 random bits, not a password that could be guessed.</remarks>
internal sealed class AccessKey
{
    private readonly string _file;
    private readonly byte[] _digest;
    private string? _unseen;

    private AccessKey(string file, byte[] digest, string? unseen) => (_file, _digest, _unseen) = (file, digest, unseen);

    /// <exception cref="SettingsException">The file of the digest is damaged.</exception>
    public static AccessKey In(string dataFolder)
    {
        var file = Path.Combine(dataFolder, "access-key.sha256");
        if (!File.Exists(file))
        {
            var key = "qof_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
            return new AccessKey(file, Digest(key), key);
        }

        var text = File.ReadAllText(file).Trim();
        return text.Length == 2 * SHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigit)
            ? new AccessKey(file, Convert.FromHexString(text), null)
            : throw new SettingsException([$"{file} is damaged; delete it, and the next start makes a new key."]);
    }

    /// <summary>Shows a new key and then keeps its digest: a start that failed before would have shown it to nobody.</summary>
    public void ShowOnce(TextWriter console)
    {
        if (_unseen is not { } key)
        {
            return;
        }

        console.WriteLine($"The key that opens everything here, shown this once: {key}");
        console.WriteLine();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(_file, options);
        stream.Write(Encoding.ASCII.GetBytes(Convert.ToHexString(_digest)));
        _unseen = null;
    }

    public bool Is(string key) => CryptographicOperations.FixedTimeEquals(Digest(key), _digest);

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
