using QofFhir.Extraction.Access;
using QofFhir.Extraction.Http;
using QofFhir.Extraction.Requirements;

namespace QofFhir.Extraction.Probing;

/// <summary>Holds a server to what frameworks ask of one: its own statements first, then some small searches. It exports nothing.</summary>
/// <param name="http">Best from <see cref="SearchExtraction.NewClient"/>.</param>
/// <param name="jitter">Spreads the retries; used by this probe only.</param>
public sealed class EndpointProbe(HttpClient http, FhirEndpoint endpoint, ExtractionSettings settings, TimeProvider clock, Random jitter)
{
    private static readonly string[] Areas = ["server", "access", "types", "export", "search", "elements", "speed"];

    /// <param name="patientFree">Ask for nothing that is about a patient: what only records can show is left out.</param>
    public async Task<ProbeReport> Run(IReadOnlyList<TypeQuery> queries, bool patientFree, CancellationToken cancellation)
    {
        var notGranted = new List<string>();
        var known = new ProbeConnection(Connection(endpoint, notGranted), endpoint);
        var open = endpoint with { Access = null };
        var stranger = new ProbeConnection(Connection(open, []), open);
        var requirements = ServerRequirements.For(queries);

        // The statement is open to all by FHIR; some servers think otherwise.
        var (said, fault) = await known.Ask("metadata", () => new HttpRequestMessage(HttpMethod.Get, endpoint.At("metadata")), ServerStatement.Parse, cancellation);
        var fits = said?.FhirVersion is { } version && (version == "4.0" || version.StartsWith("4.0.", StringComparison.Ordinal));
        var rows = new List<ProbeRow>
        {
            new(
                "server", "FHIR R4", Expectation.Shall, fits ? ProbeFinding.Has : ProbeFinding.Lacks,
                fault ?? (said!.FhirVersion is { Length: < 20 } spoken ? $"speaks {spoken}" : "no CapabilityStatement with a fhirVersion"), "nothing can be read"),
        };
        if (!fits)
        {
            return new ProbeReport(endpoint, rows);
        }

        rows.AddRange(requirements.Select(r => Type(r, said!)));
        rows.AddRange(await AccessProbe.Run(stranger, [.. requirements.Select(r => r.Type)], cancellation));
        rows.Add(await LetIn(known, said!, patientFree, cancellation));
        rows.AddRange(Exports(said!));
        if (patientFree)
        {
            rows.AddRange(requirements.SelectMany(r => Declared(r, said!)));
        }
        else
        {
            rows.AddRange(await new SearchProbe(known, requirements, queries).Run(said!, cancellation));
            rows.AddRange(await new SampleProbe(known, requirements, clock).Run(said!, cancellation));
        }

        rows.Add(Way(said!, rows, patientFree));
        if (endpoint.Access is EndpointAccess.Smart)
        {
            rows.Add(new ProbeRow(
                "access", "scopes granted", Expectation.Should, notGranted.Count == 0 ? ProbeFinding.Has : ProbeFinding.Lacks,
                notGranted.Count == 0 ? "all that were asked for" : string.Join("; ", notGranted), "types without a scope are refused"));
        }

        return new ProbeReport(endpoint, [.. rows.OrderBy(r => Array.IndexOf(Areas, r.Area))]);
    }

    private FhirConnection Connection(FhirEndpoint to, List<string> told) => new(http, to, settings, clock, jitter)
    {
        Tell = told.Add,
        Until = clock.GetUtcNow() + settings.TotalTime,
    };

    private static ProbeRow Type(TypeRequirement type, ServerStatement said)
    {
        var (found, detail) = said.Offers(type.Type) switch
        {
            true => (ProbeFinding.Has, "offered"),
            null => (ProbeFinding.Unknown, "the statement lists no types"),

            // A server that exports need not list what only an export holds.
            false when said.Exports.Count > 0 => (ProbeFinding.Unknown, "not in the statement; an export may hold it"),
            false => (ProbeFinding.Lacks, "not offered"),
        };
        return new ProbeRow("types", type.Type, type.Expectation, found, detail, type.Without);
    }

    private async Task<ProbeRow> LetIn(ProbeConnection known, ServerStatement said, bool patientFree, CancellationToken cancellation)
    {
        const string what = "lets us in";
        if (patientFree && said.Offers("Organization") != true)
        {
            return new ProbeRow("access", what, Expectation.Shall, ProbeFinding.Unknown, "it offers nothing to ask for that is about no patient", "nothing can be fetched");
        }

        var (page, fault) = await known.Search(patientFree ? "Organization" : "Patient", 1, cancellation);
        return new ProbeRow(
            "access", what, Expectation.Shall, page is null ? ProbeFinding.Lacks : ProbeFinding.Has,
            page is null ? fault ?? "no answer" : endpoint.Access switch
            {
                EndpointAccess.Bearer => "with the token given",
                EndpointAccess.Smart => "with a signed assertion",
                EndpointAccess.MutualTls => "with our certificate",
                _ => "without credentials",
            },
            "nothing can be fetched");
    }

    private static IEnumerable<ProbeRow> Exports(ServerStatement said) =>
        from level in new[] { "Group", "Patient", "System" }
        let listed = said.Exports.TryGetValue(level, out var version)
        select new ProbeRow(
            "export", $"Bulk Data export of {(level == "Group" ? "a Group" : level == "Patient" ? "all patients" : "everything")}",
            level == "System" ? Expectation.May : Expectation.Should, listed ? ProbeFinding.Has : ProbeFinding.Lacks,
            !listed ? "not in the statement" : said.Exports[level] is { Length: < 20 } told ? $"version {told}" : "version not said",
            level == "Group" ? "a server of several practices cannot give one of them" : "another level or search must do");

    private static IEnumerable<ProbeRow> Declared(TypeRequirement type, ServerStatement said) =>
        from name in type.CodeParameters
        where said.Offers(type.Type) == true
        let listed = said.Parameters![type.Type].Contains(name)
        select new ProbeRow(
            "search", $"{type.Type}?{name}", Expectation.Should, listed ? ProbeFinding.Has : ProbeFinding.Lacks, listed ? "in the statement" : "not in the statement",
            "the type is fetched whole by search");

    private static ProbeRow Way(ServerStatement said, IEnumerable<ProbeRow> rows, bool patientFree)
    {
        var searches = patientFree ? said.Offers("Patient") == true : rows.Any(r => r is { What: "search of a whole type", Found: ProbeFinding.Has });
        return new ProbeRow(
            "export", "one way to fetch a practice", Expectation.Shall, said.Exports.Count > 0 || searches ? ProbeFinding.Has : ProbeFinding.Lacks,
            said.Exports.Count > 0 ? "Bulk Data" : searches ? "search" : "neither export nor search", "nothing can be fetched");
    }
}
