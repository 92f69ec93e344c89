using System.Text.RegularExpressions;
using QofFhir.Extraction;
using QofFhir.Extraction.Access;
using QofFhir.Extraction.Bulk;
using Quartz;

namespace QofFhir.Service.Practices;

/// <summary>Turns the practices of the configuration into those of the plan.</summary>
internal sealed partial class PracticesCheck(AccessCheck access, List<string> mistakes)
{
    public List<Practice> Of(ServiceSettings settings)
    {
        var shared = access.Of(settings.Auth, $"{ServiceSettings.Section}:Auth");
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. settings.Practices.Select((p, i) => Of(p, $"{ServiceSettings.Section}:Practices:{i}", shared, seen)).OfType<Practice>()];
    }

    /// <returns>Null, with a mistake told, when it is no http address.</returns>
    public static Uri? Address(string url, string place, List<string> mistakes)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0)
        {
            return address;
        }

        mistakes.Add($"{place}:BaseUrl: the http(s) address of a FHIR server is needed, without a password in it.");
        return null;
    }

    private Practice? Of(PracticeSettings settings, string place, EndpointAccess shared, HashSet<string> seen)
    {
        if (!Ods().IsMatch(settings.Ods))
        {
            mistakes.Add($"{place}:Ods: an ODS code is needed, letters and digits.");
        }
        else if (!seen.Add(settings.Ods))
        {
            mistakes.Add($"{place}:Ods: {settings.Ods} is there twice.");
        }

        if (settings.Schedule is { } cron && !CronExpression.TryParse(cron, out _))
        {
            mistakes.Add($"{place}:Schedule: '{cron}' is no Quartz cron expression.");
        }

        if (settings.Group is { } group && !Id().IsMatch(group))
        {
            mistakes.Add($"{place}:Group: the id of a FHIR Group is needed.");
        }

        var mode = ExtractionMode.Auto;
        if (settings.Mode is { } named && (!Enum.TryParse(named, ignoreCase: true, out mode) || !Enum.IsDefined(mode) || char.IsAsciiDigit(named[0])))
        {
            mistakes.Add($"{place}:Mode: '{named}' is no mode; there are auto, bulk, search.");
        }

        if (settings.Group is not null && mode == ExtractionMode.Search)
        {
            mistakes.Add($"{place}:Mode: a search takes all patients that the server lists; with a Group there are auto and bulk.");
        }

        var origins = Origins(settings.AllowedOrigins ?? [], place);
        var how = settings.Auth is null ? shared : access.Of(settings.Auth, place + ":Auth");
        if (Address(settings.BaseUrl, place, mistakes) is not { } address)
        {
            return null;
        }

        if (how is EndpointAccess.Bearer or EndpointAccess.Smart && address.Scheme != "https" && !address.IsLoopback)
        {
            mistakes.Add($"{place}:BaseUrl: a token needs an https address, or it would travel in the open.");
        }

        if (how is EndpointAccess.MutualTls && address.Scheme != "https")
        {
            mistakes.Add($"{place}:BaseUrl: mutual-tls needs an https address.");
        }

        return new Practice(settings.Ods, new FhirEndpoint(address, how) { AllowedOrigins = origins }, settings.Schedule)
        {
            Mode = mode,
            Level = settings.Group is { } list ? new BulkLevel.Group(list) : new BulkLevel.Patients(),
        };
    }

    private List<Uri> Origins(string[] texts, string place)
    {
        var origins = new List<Uri>();
        foreach (var text in texts)
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme is "http" or "https" && origin.PathAndQuery == "/")
            {
                origins.Add(origin);
            }
            else
            {
                mistakes.Add($"{place}:AllowedOrigins: '{text}' is no origin such as https://files.example.");
            }
        }

        return origins;
    }

    [GeneratedRegex("^[A-Za-z0-9]{1,20}$")]
    private static partial Regex Ods();

    [GeneratedRegex(@"^[A-Za-z0-9.\-]{1,64}$")]
    private static partial Regex Id();
}
