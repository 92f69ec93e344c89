using System.Security.Cryptography;
using System.Text.Json;
using QofFhir.Extraction.Access;
using QofFhir.SampleGp.Server;
using QofFhir.SampleGp.Server.Smart;

namespace QofFhir.Tests.Cli;

/// <summary>The tiny practice behind a real FHIR endpoint, and the tool run against it.</summary>
internal sealed class ServedPractice : IAsyncDisposable
{
    public const string Token = "standing-t0ken";

    private ServedPractice(TinyPractice practice, SampleGpServer server) => (Practice, Server) = (practice, server);

    public TinyPractice Practice { get; }

    public SampleGpServer Server { get; }

    public string Base => Server.BaseUrl.ToString();

    public string Folder => Practice.At("extract");

    public string KeyFile => Practice.At("key.pem");

    public JsonElement Record => JsonDocument.Parse(Practice.Read("extract/extraction.json")).RootElement;

    /// <param name="smart">Let in only who signs with the key in <see cref="KeyFile"/>.</param>
    public static async Task<ServedPractice> Start(bool smart = false)
    {
        var practice = new TinyPractice();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var file = practice.Write("key.pem", key.ExportECPrivateKeyPem());
        return new ServedPractice(practice, await SampleGpServer.StartAsync(new SampleGpSettings(practice.Input)
        {
            Clock = smart ? Ran.Clock : TimeProvider.System,
            Client = smart ? new SampleGpClient("qof", new SigningKeys(new KeySource.File(file)).PublicKeySet()) : null,
        }));
    }

    public string[] ExtractArguments(params string[] more) => ["extract", "--base", Base, "--out", Folder, "--definitions", Practice.Definitions, .. more];

    public Ran Extract(params string[] more) => Ran.Qof(ExtractArguments(more));

    public Ran Evaluate() => Ran.Qof(
        "evaluate", Folder, "--framework", TinyPractice.Framework, "--achievement-date", TinyPractice.Day, "--definitions", Practice.Definitions, "--out", Practice.Out);

    public Ran Probe(params string[] more) => Ran.Qof(["probe", Base, "--definitions", Practice.Definitions, .. more]);

    /// <summary>Nothing is there of an extraction that did not end well.</summary>
    public void AssertNothingLeft() => Assert.DoesNotContain(Practice.Siblings(), s => s.StartsWith("extract", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Practice.Dispose();
    }
}
