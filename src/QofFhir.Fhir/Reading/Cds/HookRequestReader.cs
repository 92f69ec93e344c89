using QofFhir.Fhir.Reading.Reports;

namespace QofFhir.Fhir.Reading.Cds;

/// <summary>Reads requests of CDS Hooks 2.0 and tells all that is wrong with their form at once.</summary>
/// <param name="hooks">Of the service that is called.</param>
/// <param name="keys">Of its prefetch; only these are named in faults.</param>
/// <param name="mostResources">A request with more is not read.</param>
/// <remarks>No fault repeats what was sent. Members that the specification does not have are passed over, and null stands for an absent one.</remarks>
public sealed class HookRequestReader(IReadOnlyCollection<string> hooks, IReadOnlyCollection<string> keys, int mostResources)
{
    /// <summary>The member of <c>extension</c> that says who looks at the cards.</summary>
    public const string RoleMember = "org.example.qoffhir.role";

    /// <summary>Member of the request\'s extension: one, or separate for a card an indicator.</summary>
    public const string CardsMember = "org.example.qoffhir.cards";

    private static readonly ReportFault Unreadable = new(
        "structure", null, "This is no request of CDS Hooks: one JSON object in UTF-8, at most 64 deep, no name twice in an object, nothing after it.");

    /// <param name="body">What is read refers to it: it must not change afterwards.</param>
    public HookReading Read(ReadOnlyMemory<byte> body)
    {
        using var sent = SubmittedJson.Read(body);
        if (sent is null)
        {
            return new HookReading(null, [Unreadable]);
        }

        var resources = new HookResourceReader(sent, mostResources);
        var root = new Element(sent.Root.Json, new Spot(null, ""), new FaultList());
        var request = Checked(root, resources);
        return resources.TooMany
            ? new HookReading(null, [new("too-costly", null, $"There are more than {mostResources} resources in the request.")], TooMany: true)
            : new HookReading(root.Faults.Any ? null : request, root.Faults.All);
    }

    private HookRequest? Checked(Element root, HookResourceReader resources)
    {
        var hook = root.Text("hook", required: true);
        if (hook is not null && !hooks.Contains(hook))
        {
            root.Fault("not-supported", "hook", $"This service answers {string.Join(" and ", hooks)}.");
        }

        var instance = Instance(root);
        var server = root.Optional("fhirServer") ? Server(root) : null;
        var authorization = root.Optional("fhirAuthorization") ? root.Object("fhirAuthorization") : null;
        if (authorization is not null && !root.Optional("fhirServer"))
        {
            root.Fault("required", "fhirServer", "It is missing, and fhirAuthorization is of no use without it.");
        }

        var context = root.Object("context", required: true) is { } found ? new HookContextReader(found, resources).Read(hook) : null;
        var right = authorization is { } given ? HookAuthorizationReader.Read(given, context?.PatientId) : null;
        var values = root.Optional("prefetch") && root.Object("prefetch") is { } prefetch ? new PrefetchReader(prefetch, resources, keys) : null;
        values?.Read();
        var (role, separate) = (Role(root), Separate(root));
        return context is null || hook is null || instance is not { } call ? null : new HookRequest(hook, call, context.UserId, context.PatientId)
        {
            EncounterId = context.EncounterId,
            Server = server,
            Authorization = right,
            Role = role,
            Separate = separate,
            Prefetch = values?.Asked ?? [],
            Unasked = values?.Unasked ?? [],
            Drafts = context.Drafts,
            Selections = context.Selections,
            Appointments = context.Appointments,
        };
    }

    private static Guid? Instance(Element root)
    {
        if (root.Text("hookInstance", required: true) is not { } text)
        {
            return null;
        }

        if (Guid.TryParseExact(text, "D", out var instance))
        {
            return instance;
        }

        root.Fault("value", "hookInstance", "A UUID was expected.");
        return null;
    }

    private static Uri? Server(Element root)
    {
        if (root.Text("fhirServer") is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var server) && server.Scheme is "http" or "https"
            && server.UserInfo.Length == 0 && server.Query.Length == 0 && server.Fragment.Length == 0)
        {
            return server;
        }

        root.Fault("value", "fhirServer", "The http(s) address of a FHIR server was expected, without a password, a query or a fragment.");
        return null;
    }

    private static string? Role(Element root) => Member(root, RoleMember)?.ToLowerInvariant();

    private static bool? Separate(Element root)
    {
        switch (Member(root, CardsMember))
        {
            case "separate":
                return true;
            case "one":
                return false;
            case not null:
                root.Object("extension")?.Fault("value", CardsMember, "one or separate was expected.");
                break;
        }

        return null;
    }

    private static string? Member(Element root, string name) =>
        root.Optional("extension") && root.Object("extension") is { } extension && extension.Optional(name) ? extension.Text(name) : null;
}
