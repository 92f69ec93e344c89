using System.Net;
using System.Text.RegularExpressions;
using QofFhir.Extraction;
using QofFhir.Extraction.Access;
using Quartz;

namespace QofFhir.Service.Practices;

/// <summary>Turns the configuration into a <see cref="ServicePlan"/>, or tells all its mistakes at once.</summary>
internal static partial class SettingsCheck
{
    private static readonly Dictionary<string, Role> RoleNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["worker"] = Role.Worker,
        ["practice-api"] = Role.PracticeApi,
        ["cds"] = Role.Cds,
        ["aggregator"] = Role.Aggregator,
    };

    /// <exception cref="SettingsException">The configuration has mistakes.</exception>
    public static ServicePlan Check(IConfiguration configuration, string contentRoot)
    {
        var settings = Bound(configuration);
        var mistakes = new List<string>();
        var urls = configuration["urls"] is { Length: > 0 } given ? given : ServiceSettings.DefaultUrl;
        Addresses(configuration, urls, settings.Jwt, mistakes);
        Jwt(settings.Jwt, mistakes);
        var plan = new ServicePlan(
            settings.Framework,
            Day(settings.AchievementDate, mistakes),
            Path.GetFullPath(settings.DataFolder, contentRoot),
            settings.Definitions is { } root ? Path.GetFullPath(root, contentRoot) : null,
            [.. (settings.CodePacks ?? []).Select(p => Path.GetFullPath(p, contentRoot))],
            Roles(settings.Roles ?? ["worker", "practice-api"], mistakes),
            ["localhost", "127.0.0.1", "[::1]", .. settings.AllowedHosts ?? []],
            Practices(settings.Practices, configuration, mistakes),
            settings.Submission is { } s ? Endpoint("Submission", s.BaseUrl, s.BearerTokenVariable, configuration, mistakes) : null,
            settings.Jwt,
            urls);
        return mistakes.Count == 0 ? plan : throw new SettingsException(mistakes);
    }

    private static ServiceSettings Bound(IConfiguration configuration)
    {
        try
        {
            return configuration.GetSection(ServiceSettings.Section).Get<ServiceSettings>() ?? new ServiceSettings();
        }
        catch (InvalidOperationException fault)
        {
            // A value of another type than its setting; the message names both.
            throw new SettingsException([fault.Message]);
        }
    }

    private static void Addresses(IConfiguration configuration, string urls, JwtSettings? jwt, List<string> mistakes)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>();
        var open = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(endpoints)
            .Where(url => !IsLoopback(url, mistakes))
            .ToArray();
        if (open.Length > 0 && jwt is null)
        {
            mistakes.Add(
                $"urls: {string.Join(", ", open)} can be reached from other machines, and no authentication is configured. "
                + $"Set {ServiceSettings.Section}:Jwt (Issuer, Audience), or listen on {ServiceSettings.DefaultUrl}.");
        }
    }

    private static DateOnly? Day(DateOnly? day, List<string> mistakes)
    {
        // The years around the day must be dates too.
        if (day is { Year: < 1900 or > 2200 })
        {
            mistakes.Add($"{ServiceSettings.Section}:AchievementDate: {day:yyyy-MM-dd} is far from any service year.");
        }

        return day;
    }

    private static bool IsLoopback(string url, List<string> mistakes)
    {
        string host;
        try
        {
            host = BindingAddress.Parse(url).Host;
        }
        catch (FormatException)
        {
            mistakes.Add($"urls: '{url}' is no address such as {ServiceSettings.DefaultUrl}.");
            return true;
        }

        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }

    private static void Jwt(JwtSettings? jwt, List<string> mistakes)
    {
        if (jwt is null)
        {
            return;
        }

        if (jwt.Issuer.Length == 0 || jwt.Audience.Length == 0)
        {
            mistakes.Add($"{ServiceSettings.Section}:Jwt: Issuer and Audience are both needed.");
        }
        else if (jwt.JwksFile is null && !(Uri.TryCreate(jwt.Issuer, UriKind.Absolute, out var issuer) && (issuer.Scheme == "https" || issuer.IsLoopback)))
        {
            mistakes.Add($"{ServiceSettings.Section}:Jwt:Issuer: its keys are discovered there, so an https address is needed; or set JwksFile.");
        }

        if (jwt.JwksFile is { } file && !File.Exists(file))
        {
            mistakes.Add($"{ServiceSettings.Section}:Jwt:JwksFile: there is no file {file}.");
        }
    }

    private static HashSet<Role> Roles(string[] names, List<string> mistakes)
    {
        mistakes.AddRange(names
            .Where(n => !RoleNames.ContainsKey(n))
            .Select(n => $"{ServiceSettings.Section}:Roles: '{n}' is no role; there are {string.Join(", ", RoleNames.Keys)}."));
        return [.. names.Where(RoleNames.ContainsKey).Select(n => RoleNames[n])];
    }

    private static List<Practice> Practices(PracticeSettings[] practices, IConfiguration configuration, List<string> mistakes)
    {
        var checkedOnes = new List<Practice>();
        for (var i = 0; i < practices.Length; i++)
        {
            var (place, one) = ($"Practices:{i}", practices[i]);
            if (!Ods().IsMatch(one.Ods))
            {
                mistakes.Add($"{ServiceSettings.Section}:{place}:Ods: an ODS code is needed, letters and digits.");
            }
            else if (checkedOnes.Any(p => p.Ods.Equals(one.Ods, StringComparison.OrdinalIgnoreCase)))
            {
                mistakes.Add($"{ServiceSettings.Section}:{place}:Ods: {one.Ods} is there twice.");
            }

            if (one.Schedule is { } cron && !CronExpression.TryParse(cron, out _))
            {
                mistakes.Add($"{ServiceSettings.Section}:{place}:Schedule: '{cron}' is no Quartz cron expression.");
            }

            if (Endpoint(place, one.BaseUrl, one.BearerTokenVariable, configuration, mistakes) is { } system)
            {
                checkedOnes.Add(new Practice(one.Ods, system, one.Schedule));
            }
        }

        return checkedOnes;
    }

    private static FhirEndpoint? Endpoint(
        string place, string url, string? tokenVariable, IConfiguration configuration, List<string> mistakes)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            mistakes.Add($"{ServiceSettings.Section}:{place}:BaseUrl: the http(s) address of a FHIR server is needed.");
            return null;
        }

        var token = tokenVariable is null ? null : configuration[tokenVariable];
        if (tokenVariable is not null && string.IsNullOrEmpty(token))
        {
            mistakes.Add($"{ServiceSettings.Section}:{place}:BearerTokenVariable: the environment has no {tokenVariable}.");
        }

        return new FhirEndpoint(address, EndpointAccess.Token(token));
    }

    [GeneratedRegex("^[A-Za-z0-9]{1,20}$")]
    private static partial Regex Ods();
}
