using QofFhir.Cli.Input;
using QofFhir.Cli.Output;
using QofFhir.Core.Payments;
using QofFhir.Publication.Practices;

namespace QofFhir.Cli.Payment;

/// <summary>From published prevalence to the factors of every practice.</summary>
internal sealed class FactorsRun(FactorsArguments arguments, Terminal terminal)
{
    private const int NamesShown = 10;

    private readonly PublishedInput _input = new(terminal);

    /// <exception cref="StopException">Nothing can be read.</exception>
    public ExitCode Run()
    {
        if (arguments is { MappingIndicators: not null, Framework: null })
        {
            throw new StopException(ExitCode.Usage, "--mapping-indicators needs --framework: it finds the codes of its payment groups");
        }

        if (arguments.Out is { } target)
        {
            OutFolder.CheckIsFree(target, FactorFiles.All);
        }

        var year = arguments.Framework is { } id ? Year(id) : null;
        var indicators = arguments.MappingIndicators is { } mapping ? _input.Read(mapping, (stream, reading) => IndicatorFile.Read(stream, reading).ToList()) : [];
        var paid = new PaidGroups(year, indicators);
        var book = new PrevalenceBook();
        arguments.Prevalence.ToList().ForEach(file => _input.Each(file, PrevalenceFile.Read, book.Add));
        if (book.Rows.Count == 0)
        {
            throw new StopException(ExitCode.Files, "no row of prevalence can be read");
        }

        var national = book.National(paid.Of, arguments.Day);
        var table = new FactorTable(book, national, arguments.AverageList ?? year?.AverageList?.Value);
        var output = new FactorOutput(table, [.. national.Values.OrderBy(n => n.Group, StringComparer.Ordinal).ThenBy(n => n.ListType, StringComparer.Ordinal)], book, paid);
        var odd = Tell(book, table, paid);
        if (arguments.Out is { } folder)
        {
            FactorFiles.Write(folder, output);
        }

        Show(output);
        return _input.Incomplete || odd ? ExitCode.Incomplete : ExitCode.Ok;
    }

    private PaymentYear Year(string id)
    {
        var framework = DefinitionFiles.FrameworkOf(DefinitionFiles.Load(arguments.Definitions, []), id);
        return framework.Payment ?? throw new StopException(ExitCode.Usage, $"{framework.Id} does not say how its year pays");
    }

    /// <returns>True when something in the files cannot be right.</returns>
    private bool Tell(PrevalenceBook book, FactorTable table, PaidGroups paid)
    {
        var odd = table.Rows.Where(r => r.Remark is not null).ToList();
        foreach (var remark in odd.GroupBy(r => r.Remark).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            terminal.Warn($"{remark.Key}: {Words.Plural(remark.Count(), "row")} ({Named(remark.Select(r => $"{r.Practice} {r.Group}"))})");
        }

        if (book.TwoLists.Count > 0)
        {
            terminal.Warn($"whole lists of different sizes, the first counts for the index: {Words.Plural(book.TwoLists.Count, "practice")} ({Named(book.TwoLists)})");
        }

        if (arguments.AverageList is null && arguments.Framework is null && table.Average is not null)
        {
            terminal.Warn("no average list to pay by was given (--framework, --average-list): the index is by the average of the files themselves");
        }

        if (table.Average is null)
        {
            terminal.Warn("no average list is known: there is no index");
        }

        var missing = paid.Missing(book.Rows.Select(r => r.Group).ToHashSet(StringComparer.OrdinalIgnoreCase)).Concat(paid.WithoutCode.Select(g => $"{g} (no code known)")).ToList();
        if (missing.Count > 0)
        {
            terminal.Warn($"payment groups without a row: {string.Join(", ", missing)}");
        }

        return book.TwoLists.Count > 0 || odd.Exists(r => r.Remark!.StartsWith("more ", StringComparison.Ordinal));
    }

    private static string Named(IEnumerable<string> names)
    {
        var all = names.Take(NamesShown + 1).ToList();
        return string.Join(", ", all.Take(NamesShown)) + (all.Count > NamesShown ? ", ..." : "");
    }

    private void Show(FactorOutput output)
    {
        switch (arguments.Format)
        {
            case OutputFormat.Csv:
                output.WriteFactors(terminal.Data);
                break;
            case OutputFormat.Json:
                output.WriteJson(terminal.Data);
                break;
            default:
                FactorsView.Write(terminal.Page, output, arguments.Out);
                break;
        }
    }
}
