using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using QofFhir.Extraction;

namespace QofFhir.Service.Access;

/// <summary>The key to what is about patients: made at the first start, shown once, kept only as a digest.</summary>
/// <remarks>A plain digest is enough: the key is 256 random bits, not a password that could be guessed.</remarks>
internal sealed class AccessKey
{
    private readonly byte[] _digest;

    private AccessKey(byte[] digest, string? shownOnce) => (_digest, ShownOnce) = (digest, shownOnce);

    /// <summary>The key itself, only in the process that made it.</summary>
    public string? ShownOnce { get; }

    public static AccessKey In(string dataFolder)
    {
        PrivateFolder.Create(dataFolder);
        var file = Path.Combine(dataFolder, "access-key.sha256");
        if (File.Exists(file))
        {
            return new AccessKey(Convert.FromHexString(File.ReadAllText(file).Trim()), null);
        }

        var key = "qof_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var digest = Digest(key);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
        stream.Write(Encoding.ASCII.GetBytes(Convert.ToHexString(digest)));
        return new AccessKey(digest, key);
    }

    public bool Is(string key) => CryptographicOperations.FixedTimeEquals(Digest(key), _digest);

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
