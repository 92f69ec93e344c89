using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace QofFhir.Extraction.Access;

/// <summary>Our certificate for mutual TLS, with its private key: PKCS #12, or PEM with both in one file.</summary>
public static class ClientCertificate
{
    /// <param name="password">Null where the file has none.</param>
    /// <exception cref="ExtractionException">There is no such file, or none of this kind; nothing of its content is told.</exception>
    public static X509Certificate2 Read(string path, string? password)
    {
        if (!File.Exists(path))
        {
            throw new ExtractionException($"certificate: the file {path} is not there");
        }

        try
        {
            var certificate = IsPem(path) ? FromPem(path, password) : X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return certificate.HasPrivateKey ? certificate : throw new CryptographicException("no private key");
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            throw new ExtractionException(
                $"certificate: the file {path} cannot be used; a certificate with its private key is needed, as PKCS #12 or PEM, and its password where it has one");
        }
    }

    private static bool IsPem(string path)
    {
        using var text = new StreamReader(path);
        return text.ReadLine()?.StartsWith("-----BEGIN", StringComparison.Ordinal) ?? false;
    }

    /// <summary>By way of PKCS #12: not every system takes a key that was never stored.</summary>
    private static X509Certificate2 FromPem(string path, string? password)
    {
        using var read = password is null ? X509Certificate2.CreateFromPemFile(path) : X509Certificate2.CreateFromEncryptedPemFile(path, password);
        return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
    }
}
