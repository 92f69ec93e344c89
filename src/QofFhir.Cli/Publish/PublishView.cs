using QofFhir.Cli.Output;
using QofFhir.Core.Achievement;
using QofFhir.Fhir.Publishing;
using Spectre.Console;

namespace QofFhir.Cli.Publish;

/// <summary>What was published, and what of it an engine cannot run as it is.</summary>
internal static class PublishView
{
    public static void Write(
        Terminal terminal, PublishedFramework publication, FhirPackage package, Elm elm, string folder, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json: JsonText.Write(terminal.Data, Sheet(publication, elm).WriteJson); break;
            case OutputFormat.Csv: Sheet(publication, elm).WriteCsv(terminal.Data); break;
            default: Page(terminal.Page, publication, package, folder); break;
        }

        if (elm.Missing is { } reason)
        {
            var without = publication.Framework.Reported.Where(i => publication.LibraryOf(i) is { Elm: null }).Select(i => i.Id);
            terminal.Warn($"CQL only, without ELM ({reason}): {string.Join(", ", without)}");
        }
    }

    private static Sheet Sheet(PublishedFramework publication, Elm elm)
    {
        var sheet = new Sheet("indicator", "kind", "library", "library_version", "elm", "reason");
        foreach (var indicator in publication.Framework.Reported)
        {
            var library = publication.LibraryOf(indicator);
            sheet.Add(
                indicator.Id, Words.Name(indicator.Kind), library?.Name, library?.Version, library?.Elm is not null,
                library is null ? WhyNoLibrary(indicator) : library.Elm is null ? elm.Missing : null);
        }

        return sheet;
    }

    private static string WhyNoLibrary(FrameworkIndicator indicator) => indicator.Kind == IndicatorKind.Attestation
        ? "attested by the practice, so it has no Measure"
        : "no rules yet, so its Measure is a draft";

    private static void Page(IAnsiConsole page, PublishedFramework publication, FhirPackage package, string folder)
    {
        var framework = publication.Framework;
        page.WriteLine();
        page.MarkupLine($"[bold]{Markup.Escape(framework.Title)}[/]");
        page.MarkupLine($"[dim]{framework.Id}, rules {Markup.Escape(framework.Rules)}[/]");
        page.WriteLine();
        foreach (var (type, what) in new[] { ("Measure", "Measure"), ("Library", "Library"), ("ValueSet", "ValueSet") })
        {
            var count = publication.Resources.Count(r => r.Type == type);
            page.WriteLine($"{Words.Count(count),6}  {(count == 1 ? what : what == "Library" ? "Libraries" : what + "s")}");
        }

        page.WriteLine();
        foreach (var group in framework.Reported.Where(i => publication.LibraryOf(i) is null).GroupBy(WhyNoLibrary))
        {
            Say($"{Words.Plural(group.Count(), "indicator")} without logic ({group.Key}): {string.Join(", ", group.Select(i => i.Id))}");
        }

        if (framework.SampleCodes)
        {
            Say("Sample codes are in use: this publication is for trying out only.");
        }

        Say($"Written to {folder}; package.tgz is {package.Name} {package.Version}.");

        void Say(string text) => TextWrap.Lines(text, page.Profile.Width).ToList().ForEach(page.WriteLine);
    }
}
