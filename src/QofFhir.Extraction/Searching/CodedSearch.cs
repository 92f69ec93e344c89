using QofFhir.Extraction.Files;

namespace QofFhir.Extraction.Searching;

/// <summary>Fetches the resources of some codes by the narrowest search that the server takes: by value set, by codes, or whole.</summary>
internal sealed class CodedSearch(PagedSearch search, PatientCrawl crawl, ExtractionSettings settings, Findings findings)
{
    /// <summary>Learnt once a server: it does not know our value sets, so they are not asked again.</summary>
    private bool _valueSetsFail;

    public async Task Run(TypeQuery query, TypeFile file, Action<SearchEntry>? onEntry, CancellationToken cancellation)
    {
        foreach (var parameter in query.CodeParameters)
        {
            if (await ByValueSet(query, parameter, file, onEntry, cancellation)
                || await ByTokens(query.ResourceType, parameter, Tokens(query.Codes), file, onEntry, cancellation) is not null)
            {
                return;
            }
        }

        findings.NotTaken($"{query.ResourceType}: fetched whole, because the server takes no search by code");
        await Whole(query, file, onEntry, cancellation);
    }

    public async Task Whole(TypeQuery query, TypeFile file, Action<SearchEntry>? onEntry, CancellationToken cancellation)
    {
        var all = await search.Run(query.ResourceType, null, posted: false, file, onEntry, cancellation);
        if (all.NotTaken is not { } refusal)
        {
            return;
        }

        if (!query.Needed || refusal.Status == 404)
        {
            findings.NotTaken($"{query.ResourceType}: the server does not list this type ({refusal}), so none was fetched");
        }
        else if (PatientCrawl.Serves(query.ResourceType) && await crawl.Run(query.ResourceType, crawl.Patients, file, onEntry, cancellation) is null)
        {
            findings.NotTaken($"{query.ResourceType}: the server lists this type for one patient at a time ({refusal}), so it was fetched patient by patient");
        }
        else
        {
            throw new ExtractionException($"{query.ResourceType}: the server refuses to list this type, with {refusal}");
        }
    }

    /// <summary>Sends the values in chunks.</summary>
    /// <returns>How many matched, or null when the server does not take the parameter; then it was not asked again.</returns>
    public async Task<int?> ByTokens(
        string type, string parameter, IReadOnlyList<string> tokens, TypeFile file, Action<SearchEntry>? onEntry,
        CancellationToken cancellation)
    {
        var (matches, echo) = (0, new Echo());
        foreach (var chunk in tokens.Chunk(settings.CodesPerSearch))
        {
            var found = await search.Run(
                type, new SearchFilter(parameter, string.Join(',', chunk)), posted: true, file, onEntry, cancellation);
            if (!found.Taken)
            {
                findings.NotTaken($"{type}: the parameter {parameter} is not taken ({found.NotTaken})");
                return null;
            }

            matches += found.Matches;
            if (echo.Heard(found))
            {
                findings.NotTaken($"{type}: the parameter {parameter} seems to be ignored without a word: different codes give the same answer");
                return null;
            }
        }

        return matches;
    }

    private async Task<bool> ByValueSet(
        TypeQuery query, string parameter, TypeFile file, Action<SearchEntry>? onEntry, CancellationToken cancellation)
    {
        var (silent, echo) = (new List<CodeList>(), new Echo());
        foreach (var list in query.Codes)
        {
            if (_valueSetsFail)
            {
                return false;
            }

            var found = await search.Run(
                query.ResourceType, new SearchFilter(parameter + ":in", list.ValueSet), posted: false, file, onEntry, cancellation);
            if (!found.Taken)
            {
                GiveUpValueSets($"value sets ({parameter}:in) are not taken ({found.NotTaken}); codes were sent instead");
                return false;
            }

            if (echo.Heard(found))
            {
                GiveUpValueSets($"value sets ({parameter}:in) seem to be ignored without a word; codes were sent instead");
                return false;
            }

            if (found.Matches == 0)
            {
                silent.Add(list);
            }
        }

        // Nothing found may mean that the server does not know the value set and does not say so: the codes tell.
        var hidden = await ByTokens(query.ResourceType, parameter, Tokens(silent), file, onEntry, cancellation);
        if (hidden is null)
        {
            // Nothing tells an empty value set from an unknown one.
            return false;
        }

        if (hidden > 0)
        {
            GiveUpValueSets($"value sets ({parameter}:in) that the server does not know give nothing instead of an error; codes were sent instead");
            return silent.Count == query.Codes.Count;
        }

        return query.Codes.Count > 0;
    }

    private void GiveUpValueSets(string why)
    {
        _valueSetsFail = true;
        findings.NotTaken(why);
    }

    private static string[] Tokens(IEnumerable<CodeList> lists) =>
        [.. lists.SelectMany(l => l.Tokens).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
