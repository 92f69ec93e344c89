using System.CommandLine;
using System.Net.Http.Headers;
using QofFhir.Cli.Arguments;
using QofFhir.Cli.Endpoints;

namespace QofFhir.Cli.Improvement;

/// <summary>Which service is asked, and what it knows us by.</summary>
internal sealed class ServerOptions
{
    private const string UsualVariable = "QOFFHIR_KEY";

    /// <summary>Counting a practice's records is the longest that a service does for one request.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const long LongestAnswer = 64 * 1024 * 1024;

    private readonly Option<string> _server = new("--server") { Required = true, HelpName = "URL", Description = "The QofFhir service that holds the plans." };

    private readonly Option<string?> _variable = new("--bearer-variable")
    {
        HelpName = "NAME",
        Description = $"The environment variable that holds the service's key, or a token [default: {UsualVariable}].",
    };

    private readonly Option<string?> _file = new("--bearer-file") { HelpName = "FILE", Description = "The same, in a file." };

    public void AddTo(Command command)
    {
        command.Add(_server);
        command.Add(_variable);
        command.Add(_file);
    }

    /// <exception cref="StopException">No address, or no key where it should be.</exception>
    public ServiceClient Client(ParseResult parsed)
    {
        var address = Ask.Address(parsed.GetRequiredValue(_server), "--server");
        var token = (parsed.GetValue(_file), parsed.GetValue(_variable)) switch
        {
            ({ }, { }) => throw new StopException(ExitCode.Usage, "--bearer-file and --bearer-variable do not go together"),
            ({ } file, _) => Secret.Token(File.ReadAllText(file).Trim(), file),
            var (_, name) => Secret.Token(Secret.OfVariable(name ?? UsualVariable), $"the environment variable {name ?? UsualVariable}"),
        };
        Secret.MayTravelTo(address);

        // A redirect could carry what a practice wrote elsewhere.
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/"),
            Timeout = Patience,
            MaxResponseContentBufferSize = LongestAnswer,
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new ServiceClient(http);
    }
}
