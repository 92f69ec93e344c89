using System.Net;
using QofFhir.Extraction;
using QofFhir.Extraction.Access;
using QofFhir.Extraction.Cache;
using QofFhir.Fhir.Writing;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Practices;

/// <summary>Turns the configuration into a <see cref="ServicePlan"/>, or tells all its mistakes at once.</summary>
internal static class SettingsCheck
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
        var onLoopback = Addresses(configuration, urls, settings.Jwt, mistakes);
        JwtCheck.Check(settings.Jwt, mistakes);
        Ranges(settings, mistakes);
        var access = new AccessCheck(configuration, contentRoot, mistakes);
        var prompts = onLoopback || settings.Cds.Clients.Length > 0;
        var roles = Roles(settings.Roles ?? (prompts ? ["worker", "practice-api", "cds"] : ["worker", "practice-api"]), mistakes);
        if (roles.Contains(Role.Cds) && !prompts)
        {
            mistakes.Add($"{ServiceSettings.Section}:Cds:Clients: the role cds can be reached from other machines, and no client is configured that may call. Set Issuer and JwksUrl or JwksFile of each, or listen on {ServiceSettings.DefaultUrl}.");
        }

        Aggregator(roles, settings, mistakes);
        var plan = new ServicePlan(
            settings.Framework,
            Day(settings.AchievementDate, mistakes),
            Path.GetFullPath(settings.DataFolder, contentRoot),
            Postgres(settings, access, mistakes),
            settings.Definitions is { } root ? Path.GetFullPath(root, contentRoot) : null,
            [.. (settings.CodePacks ?? []).Select(p => Path.GetFullPath(p, contentRoot))],
            roles,
            ["localhost", "127.0.0.1", "[::1]", .. settings.AllowedHosts ?? []],
            new PracticesCheck(access, mistakes).Of(settings),
            Target(settings.Submission, access, mistakes),
            settings.Jwt,
            settings.Extractions,
            settings.Checks,
            Records(settings, contentRoot, mistakes),
            urls)
        {
            OnLoopback = onLoopback,
            RunsPerHost = settings.RunsPerHost,
            DeadAfter = TimeSpan.FromSeconds(settings.DeadAfterSeconds),
            Realm = Realm(settings.DeqmRealm, mistakes),
            GapsExpire = TimeSpan.FromHours(settings.CareGaps.ExpireHours),
            Calendar = settings.Calendar,
            WithholdOneIn = settings.WithholdOneIn,
            Limits = settings.Limits,
            National = PaymentCheck.National(settings.Payment, contentRoot, mistakes),
            Cds = CdsCheck.Of(settings.Cds, contentRoot, mistakes),
        };
        return mistakes.Count == 0 ? plan : throw new SettingsException(mistakes);
    }

    private static ServiceSettings Bound(IConfiguration configuration)
    {
        try
        {
            return configuration.GetSection(ServiceSettings.Section).Get<ServiceSettings>(o => o.ErrorOnUnknownConfiguration = true) ?? new ServiceSettings();
        }
        catch (InvalidOperationException fault)
        {
            // A value of another type than its setting, or a setting that does not exist; inside a list the one that names it lies within.
            while (fault.InnerException is InvalidOperationException within)
            {
                fault = within;
            }

            throw new SettingsException([$"{ServiceSettings.Section}: {fault.Message}"]);
        }
    }

    /// <returns>Whether it is reached from this machine alone.</returns>
    private static bool Addresses(IConfiguration configuration, string urls, JwtSettings? jwt, List<string> mistakes)
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
                + $"Set {ServiceSettings.Section}:Jwt:Issuers (Issuer, Audiences), or listen on {ServiceSettings.DefaultUrl}.");
        }

        return open.Length == 0;
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

    private static HashSet<Role> Roles(string[] names, List<string> mistakes)
    {
        mistakes.AddRange(names
            .Where(n => !RoleNames.ContainsKey(n))
            .Select(n => $"{ServiceSettings.Section}:Roles: '{n}' is no role; there are {string.Join(", ", RoleNames.Keys)}."));
        HashSet<Role> roles = [.. names.Where(RoleNames.ContainsKey).Select(n => RoleNames[n])];
        if (roles.Contains(Role.Aggregator) && roles.Count > 1)
        {
            mistakes.Add($"{ServiceSettings.Section}:Roles: an aggregator stands alone, so that it cannot open patient data; the other roles need a service of their own.");
        }

        return roles;
    }

    /// <summary>What an aggregator would pass over is a mistake of whoever set it.</summary>
    private static void Aggregator(HashSet<Role> roles, ServiceSettings settings, List<string> mistakes)
    {
        if (roles.Count == 1 && roles.Contains(Role.Aggregator))
        {
            mistakes.AddRange(new[] { ("Practices", settings.Practices.Length > 0), ("Submission", settings.Submission is not null), ("Auth", settings.Auth is not null), ("Payment", settings.Payment.NationalPrevalence is not null) }
                .Where(s => s.Item2)
                .Select(s => $"{ServiceSettings.Section}:{s.Item1}: an aggregator asks no practice, submits nothing and takes national prevalence from what it collects; this belongs to a worker."));
        }
    }

    private static string? Postgres(ServiceSettings settings, AccessCheck access, List<string> mistakes)
    {
        const string place = ServiceSettings.Section + ":PostgresVariable";
        if (settings.PostgresVariable is not { } variable || access.Secret(variable, place) is not { Length: > 0 } connection)
        {
            return null;
        }

        try
        {
            return PostgresDatabase.Unlocking(connection, TimeSpan.FromSeconds(settings.DeadAfterSeconds));
        }
        catch (ArgumentException)
        {
            // The fault's own text may hold the password.
            mistakes.Add($"{place}: {variable} holds no connection in Npgsql's words, such as Host=db.example;Database=qoffhir;Username=qoffhir_worker.");
            return null;
        }
    }

    private static FhirEndpoint? Target(SubmissionSettings? settings, AccessCheck access, List<string> mistakes)
    {
        const string place = ServiceSettings.Section + ":Submission";
        if (settings is null || PracticesCheck.Address(settings.BaseUrl, place, mistakes) is not { } address)
        {
            return null;
        }

        var token = settings.BearerTokenVariable is { } variable ? access.Secret(variable, place + ":BearerTokenVariable") : null;
        return new FhirEndpoint(address, EndpointAccess.Token(token));
    }

    private static DeqmRealm Realm(string name, List<string> mistakes)
    {
        switch (name.ToLowerInvariant())
        {
            case "universal":
                return DeqmRealm.Universal100;
            case "us":
                return DeqmRealm.Us500;
            default:
                mistakes.Add($"{ServiceSettings.Section}:DeqmRealm: '{name}' is no edition of DEQM; there are universal, us.");
                return default;
        }
    }

    private static RecordsPlan Records(ServiceSettings settings, string contentRoot, List<string> mistakes)
    {
        const string place = ServiceSettings.Section + ":Records";
        var records = settings.Records;
        CacheKey? key = null;
        try
        {
            key = AccessCheck.Source(records.KeyFile, records.KeyVariable, contentRoot) is { } source ? CacheKey.From(source) : null;
        }
        catch (ExtractionException fault)
        {
            mistakes.Add($"{place}: {fault.Message}");
        }

        if (records is { KeyFile: not null, KeyVariable: not null })
        {
            mistakes.Add($"{place}: KeyFile or KeyVariable, not both.");
        }

        var folder = Path.Combine(Path.GetFullPath(settings.DataFolder, contentRoot), "records");
        return new RecordsPlan(folder, records.Keep, records.FullEvery, TimeSpan.FromDays(records.RetainDays), key)
        {
            Fresh = TimeSpan.FromHours(records.FreshHours),
            AtHand = records.AtHand,
        };
    }

    /// <summary>Numbers that have a least and a most.</summary>
    private static void Ranges(ServiceSettings settings, List<string> mistakes)
    {
        Check(settings.Extractions is >= 1 and <= 5000, "Extractions: 1 to 5000.");
        Check(settings.RunsPerHost is >= 1 and <= 5000, "RunsPerHost: 1 to 5000.");
        Check(settings.DeadAfterSeconds is >= 3 and <= 3600, "DeadAfterSeconds: 3 to 3600.");
        Check(settings.Calendar.MonthlyDay is null or (>= 1 and <= 28), "Calendar:MonthlyDay: 1 to 28, a day that every month has.");
        Check(settings.Calendar.YearEndDay is null or (>= 1 and <= 28), "Calendar:YearEndDay: 1 to 28, a day of April.");
        Check(settings.Calendar.SpreadHours is >= 1 and <= 20, "Calendar:SpreadHours: 1 to 20.");
        Check(!(settings.Calendar.PausedUntil < settings.Calendar.PausedFrom), "Calendar:PausedUntil: not before PausedFrom.");
        Check(settings.Checks.ClusterFall is > 0 and <= 1, "Checks:ClusterFall: a share above 0, at most 1 (never told).");
        Check(settings.Checks.SmallestCluster >= 1, "Checks:SmallestCluster: 1 or more.");
        Check(settings.WithholdOneIn is 0 or (>= 2 and <= 1000), "WithholdOneIn: 0 (none) or 2 to 1000.");
        Check(settings.Records.FullEvery is >= 1 and <= 1000, "Records:FullEvery: 1 (always everything) to 1000.");
        Check(settings.Records.RetainDays is >= 1 and <= 3660, "Records:RetainDays: 1 to 3660.");
        Check(settings.CareGaps.ExpireHours is >= 1 and <= 720, "CareGaps:ExpireHours: 1 to 720.");
        Check(settings.Records.FreshHours is >= 1 and <= 8784, "Records:FreshHours: 1 to 8784.");
        Check(settings.Records.AtHand is >= 1 and <= 1000, "Records:AtHand: 1 to 1000.");
        Check(settings.Limits.RequestsPerSecond is >= 1 and <= 1_000_000, "Limits:RequestsPerSecond: 1 to 1000000.");
        Check(settings.Limits.Burst is >= 1 and <= 1_000_000, "Limits:Burst: 1 to 1000000.");
        Check(settings.Limits.ConcurrentRequests is >= 1 and <= 10_000, "Limits:ConcurrentRequests: 1 to 10000.");
        Check(settings.Limits.BodyMegabytes is >= 1 and <= 1000, "Limits:BodyMegabytes: 1 to 1000.");
        Check(settings.Limits.BodyBytesPerSecond is >= 1 and <= 1_000_000, "Limits:BodyBytesPerSecond: 1 to 1000000.");
        Check(settings.Limits.HeaderSeconds is >= 1 and <= 600, "Limits:HeaderSeconds: 1 to 600.");
        Check(settings.Limits.Connections is >= 1 and <= 1_000_000, "Limits:Connections: 1 to 1000000.");
        Check(settings.Limits.JsonDepth is >= 16 and <= 256, "Limits:JsonDepth: 16 to 256.");
        Check(settings.Checks.LastWorkingDays is >= 0 and <= 60, "Checks:LastWorkingDays: 0 (not looked at) to 60.");

        void Check(bool fits, string mistake)
        {
            if (!fits)
            {
                mistakes.Add($"{ServiceSettings.Section}:{mistake}");
            }
        }
    }
}
