using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace QofFhir.Tests.Cli;

/// <summary>A FHIR server without records that speaks TLS, and only with whom shows one certain certificate.</summary>
internal sealed class TlsGp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TlsGp(WebApplication app, X509Certificate2 server, X509Certificate2 client) =>
        (_app, ServerPem, ClientPem) = (app, server.ExportCertificatePem(), client.ExportCertificatePem() + "\n" + client.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());

    public string Address => _app.Urls.Single() + "/r4";

    /// <summary>What a client must trust.</summary>
    public string ServerPem { get; }

    /// <summary>What a client must show, with its key.</summary>
    public string ClientPem { get; }

    public static async Task<TlsGp> Start()
    {
        X509Certificate2 server = SelfSigned("CN=127.0.0.1"), client = SelfSigned("CN=qof");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = server;
            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            https.ClientCertificateValidation = (shown, _, _) => shown.Thumbprint == client.Thumbprint;
        })));
        var app = builder.Build();
        app.Run(context => context.Response.WriteAsync(context.Request.Path == "/r4/metadata"
            ? """{"resourceType":"CapabilityStatement","fhirVersion":"4.0.1","rest":[{"mode":"server","resource":[{"type":"Organization"}]}]}"""
            : """{"resourceType":"Bundle","type":"searchset"}"""));
        await app.StartAsync();
        return new TlsGp(app, server, client);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static X509Certificate2 SelfSigned(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }
}
