using QofFhir.Service.Cds;

namespace QofFhir.Service.Practices;

/// <summary>Looks through the settings of the role cds.</summary>
internal static class CdsCheck
{
    private const string Place = ServiceSettings.Section + ":Cds";

    public static CdsPlan Of(CdsSettings settings, string contentRoot, List<string> mistakes)
    {
        var servers = Servers(settings.FhirServers, $"{Place}:FhirServers", mistakes);
        Ranges(settings, mistakes);
        if (settings.Prefetch is not ("value-sets" or "whole"))
        {
            mistakes.Add($"{Place}:Prefetch: '{settings.Prefetch}' is no way to ask; there are value-sets and whole.");
        }

        return new CdsPlan(
            Clients(settings.Clients, contentRoot, servers, mistakes),
            PublicUrl(settings.PublicUrl, mistakes),
            Origins(settings.Origins, mistakes),
            servers,
            settings.Prefetch == "value-sets",
            Roles(settings.UserRoles, mistakes))
        {
            BodyBytes = settings.BodyMegabytes * 1024 * 1024,
            Resources = settings.Resources,
            FetchTime = TimeSpan.FromSeconds(settings.FetchSeconds),
            FetchBytes = settings.FetchMegabytes * 1024 * 1024,
            TokenLife = TimeSpan.FromMinutes(settings.TokenMinutes),
            LeadDays = settings.LeadDays,
            Cards = settings.Cards,
            Separate = settings.Separate,
            SnoozeDays = settings.SnoozeDays,
            FeedbackDays = settings.FeedbackDays,
        };
    }

    private static List<CdsClient> Clients(CdsClientSettings[] clients, string contentRoot, IReadOnlySet<string> servers, List<string> mistakes)
    {
        var found = new List<CdsClient>();
        for (var i = 0; i < clients.Length; i++)
        {
            var (client, place) = (clients[i], $"{Place}:Clients:{i}");
            if (client.Issuer.Length == 0)
            {
                mistakes.Add($"{place}:Issuer: it is needed, as the client's tokens say it.");
            }
            else if (found.Any(c => c.Keys.Issuer == client.Issuer))
            {
                mistakes.Add($"{place}: {client.Issuer} is there twice.");
            }

            if (client.JwksFile is null == client.JwksUrl is null)
            {
                mistakes.Add($"{place}: JwksFile or JwksUrl, one of them.");
            }

            var keys = new IssuerSettings { Issuer = client.Issuer, JwksFile = client.JwksFile is { } file ? Path.GetFullPath(file, contentRoot) : null, JwksUrl = client.JwksUrl };
            JwtCheck.Keys(keys, place, mistakes);
            var own = client.FhirServers is { } named ? Servers(named, $"{place}:FhirServers", mistakes) : null;
            if (own?.All(servers.Contains) == false)
            {
                mistakes.Add($"{place}:FhirServers: each must also be one of {Place}:FhirServers.");
            }

            found.Add(new CdsClient(keys, client.Tenants?.ToHashSet(StringComparer.Ordinal), client.Practice, own));
        }

        return found;
    }

    private static HashSet<string> Servers(string[] texts, string place, List<string> mistakes)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < texts.Length; i++)
        {
            if (Uri.TryCreate(texts[i], UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0
                && ServerAddress.Of(address) is { } spelled)
            {
                found.Add(spelled);
            }
            else
            {
                mistakes.Add($"{place}:{i}: the https address of a FHIR server is needed (http on this machine), without a password, query or fragment.");
            }
        }

        return found;
    }

    private static string? PublicUrl(string? text, List<string> mistakes)
    {
        if (text is null || (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0 && url.Fragment.Length == 0))
        {
            return text?.TrimEnd('/');
        }

        mistakes.Add($"{Place}:PublicUrl: an http(s) address is needed, such as https://cds.example.");
        return null;
    }

    /// <summary>Exactly as browsers send them.</summary>
    private static string[] Origins(string[] texts, List<string> mistakes)
    {
        foreach (var text in texts.Where(t => !(Uri.TryCreate(t, UriKind.Absolute, out var origin) && origin.Scheme is "http" or "https"
            && origin.GetLeftPart(UriPartial.Authority).Equals(t, StringComparison.OrdinalIgnoreCase))))
        {
            mistakes.Add($"{Place}:Origins: '{text}' is no origin such as https://ehr.example; * is not taken.");
        }

        return texts;
    }

    private static UserRoles Roles(UserRoleSettings[] settings, List<string> mistakes)
    {
        for (var i = 0; i < settings.Length; i++)
        {
            if (settings[i].Code.Length == 0 || UserRoles.Named(settings[i].Role) is null)
            {
                mistakes.Add($"{Place}:UserRoles:{i}: Code and Role are needed; roles are {UserRoles.Words}.");
            }
        }

        return new UserRoles([.. settings.Where(s => UserRoles.Named(s.Role) is not null)]);
    }

    private static void Ranges(CdsSettings settings, List<string> mistakes)
    {
        Check(settings.BodyMegabytes is >= 1 and <= 256, "BodyMegabytes: 1 to 256.");
        Check(settings.Resources is >= 100 and <= 1_000_000, "Resources: 100 to 1000000.");
        Check(settings.FetchSeconds is >= 1 and <= 120, "FetchSeconds: 1 to 120.");
        Check(settings.FetchMegabytes is >= 1 and <= 1000, "FetchMegabytes: 1 to 1000.");
        Check(settings.TokenMinutes is >= 1 and <= 60, "TokenMinutes: 1 to 60.");
        Check(settings.LeadDays is >= 0 and <= 366, "LeadDays: 0 to 366.");
        Check(settings.Cards is >= 1 and <= 50, "Cards: 1 to 50.");
        Check(settings.SnoozeDays is >= 1 and <= 92, "SnoozeDays: 1 to 92.");
        Check(settings.FeedbackDays is >= 1 and <= 3660, "FeedbackDays: 1 to 3660.");

        void Check(bool fits, string mistake)
        {
            if (!fits)
            {
                mistakes.Add($"{Place}:{mistake}");
            }
        }
    }
}
