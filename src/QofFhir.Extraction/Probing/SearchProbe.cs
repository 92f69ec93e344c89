using QofFhir.Extraction.Requirements;
using QofFhir.Extraction.Searching;

namespace QofFhir.Extraction.Probing;

/// <summary>How a server searches, found out by searching. Each question asks for one resource at most.</summary>
internal sealed class SearchProbe(ProbeConnection connection, IReadOnlyList<TypeRequirement> requirements, IReadOnlyList<TypeQuery> queries)
{
    private const string Area = "search";
    private const string Whole = "the type is fetched whole by search";

    public async Task<IReadOnlyList<ProbeRow>> Run(ServerStatement statement, CancellationToken cancellation)
    {
        var rows = new List<ProbeRow>();
        foreach (var requirement in requirements.Where(r => r.CodeParameters.Count > 0 && statement.Offers(r.Type) != false))
        {
            var code = queries.First(q => q.ResourceType == requirement.Type && q.Codes.Count > 0).Codes[0];
            foreach (var name in requirement.CodeParameters)
            {
                rows.Add(await Taken($"{requirement.Type}?{name}", requirement.Type, name, code.Tokens[0], Whole, posted: false, cancellation));
            }
        }

        if (requirements.FirstOrDefault(r => r.CodeParameters.Contains("code") && statement.Offers(r.Type) != false) is { } coded)
        {
            var list = queries.First(q => q.ResourceType == coded.Type && q.Codes.Count > 0).Codes[0];
            rows.Add(await ByValueSet(coded.Type, coded.CodeParameters[0], list, cancellation));
            rows.Add(await Taken(
                "POST _search", coded.Type, coded.CodeParameters[0], list.Tokens[0], "lists of codes do not fit an address, so types are fetched whole by search", posted: true, cancellation));
        }

        rows.Add(await Taken(
            "_lastUpdated", "Patient", "_lastUpdated", "ge2100-01-01", "changes cannot be searched for, so every search fetches all", posted: false, cancellation));
        rows.AddRange(await Unknown(cancellation));
        return rows;
    }

    private async Task<ProbeRow> Taken(
        string what, string type, string name, string value, string without, bool posted, CancellationToken cancellation)
    {
        var (page, fault) = await connection.Search(type, 1, cancellation, (name, value), posted);
        return new ProbeRow(
            Area, what, Expectation.Should,
            page is null || !SelfLink.Took(page.Self, name, posted) ? ProbeFinding.Lacks : page.Self is null ? ProbeFinding.Unknown : ProbeFinding.Has,
            page is null ? fault ?? "no answer" : !SelfLink.Took(page.Self, name, posted) ? "left out of the self link" : page.Self is null ? "answered without a self link" : "taken",
            without);
    }

    /// <summary>A server that does not know a value set may give nothing instead of an error, which looks like a value set that nobody has.</summary>
    private async Task<ProbeRow> ByValueSet(string type, string parameter, CodeList list, CancellationToken cancellation)
    {
        var name = parameter + ":in";
        var (page, fault) = await connection.Search(type, 1, cancellation, (name, list.ValueSet));
        var found = page is null || !SelfLink.Took(page.Self, name, posted: false) ? ProbeFinding.Lacks : page.Entries.Count > 0 ? ProbeFinding.Has : ProbeFinding.Unknown;
        return new ProbeRow(
            Area, "search by value set (:in)", Expectation.May, found,
            found switch
            {
                ProbeFinding.Has => "taken",
                ProbeFinding.Lacks => fault ?? "left out of the self link",
                _ => "gave nothing: the value set may not be known there",
            },
            "codes are sent instead, in portions");
    }

    private async Task<IReadOnlyList<ProbeRow>> Unknown(CancellationToken cancellation)
    {
        const string nonsense = "qoffhir-no-such-parameter";
        var (page, fault) = await connection.Search("Patient", 1, cancellation, (nonsense, "1"));
        var tells = page is null || !SelfLink.Took(page.Self, nonsense, posted: false);
        var (plain, _) = await connection.Search("Patient", 1, cancellation);
        return
        [
            new ProbeRow(
                Area, "unknown parameters are refused, or told by the self link", Expectation.Should,
                tells ? ProbeFinding.Has : ProbeFinding.Lacks,
                page is null ? $"refused: {fault}" : tells ? "left out of the self link" : page.Self is null ? "answered as if nothing was, without a self link" : "the self link says that it was taken",
                "what is ignored without a word is found out by comparing answers, which takes more searches"),
            new ProbeRow(
                Area, "search of a whole type", Expectation.Should, plain is null ? ProbeFinding.Lacks : ProbeFinding.Has,
                plain is null ? "Patient is not listed" : plain.Self is null ? "without self link" : "with self link", "only Bulk Data can fetch the practice"),
            new ProbeRow(
                Area, "link to the next page", Expectation.Should,
                plain?.Next is not null ? ProbeFinding.Has : plain?.Total > 1 ? ProbeFinding.Lacks : ProbeFinding.Unknown,
                plain?.Next is not null ? "given" : plain?.Total > 1 ? $"{plain.Total} patients, none" : "not enough patients to tell", "only the first page of a search can be had"),
        ];
    }
}
