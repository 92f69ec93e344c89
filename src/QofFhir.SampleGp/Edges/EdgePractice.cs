using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Records;
using QofFhir.Core.Rules;
using QofFhir.SampleGp.Practice;
using QofFhir.SampleGp.Practice.Entries;

namespace QofFhir.SampleGp.Edges;

/// <summary>Patients for every row and both sides of every edge of a framework's rules, made from the compiled rules alone.</summary>
public sealed class EdgePractice
{
    private static readonly IReadOnlyList<string> Types =
        ["Organization", "Patient", "EpisodeOfCare", "Condition", "Observation", "Procedure", "MedicationRequest", "Immunization"];

    private EdgePractice(IReadOnlyList<EdgePatient> patients, PracticeRecords records, EdgeCoverage coverage, SampleResource organization)
    {
        (Patients, Records, Coverage, Organization) = (patients, records, coverage, organization);
    }

    public IReadOnlyList<EdgePatient> Patients { get; }

    /// <summary>The patients as they were meant: reading their resources must give the same.</summary>
    public PracticeRecords Records { get; }

    public EdgeCoverage Coverage { get; }

    internal SampleResource Organization { get; }

    /// <exception cref="ArgumentException">The date lies outside the framework's year, or an indicator is not the framework's.</exception>
    public static EdgePractice Make(Framework framework, CodeIndex codes, EdgeRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(recipe);
        var dates = ServiceDates.Year(recipe.AchievementDate);
        if (dates.PaymentPeriodStart != framework.YearStart)
        {
            throw new ArgumentException($"{recipe.AchievementDate:yyyy-MM-dd} is outside the service year of {framework.Id}", nameof(recipe));
        }

        var asked = Asked(framework, recipe.Indicators);
        var evaluable = asked.Where(i => i.Evaluability.State != EvaluabilityState.NotEvaluable).ToArray();
        var choice = CodeChoice.Of(framework.Plan, codes);
        var searches = TableList.Of(framework, evaluable)
            .Select(t => new TableSearch(new Slice(framework.Plan, t, choice), dates, recipe.Seed, recipe.Full)).ToArray();
        Parallel.ForEach(searches, s => s.Run());
        return Lay(searches, asked, recipe);
    }

    /// <summary>Writes one NDJSON file a type.</summary>
    /// <returns>Resources written.</returns>
    public long Write(string folder)
    {
        Directory.CreateDirectory(folder);
        using var files = new NdjsonFiles(folder, Types);
        files.Add(Organization);
        foreach (var resource in Patients.SelectMany(p => p.Resources))
        {
            files.Add(resource);
        }

        return files.Finish();
    }

    private static FrameworkIndicator[] Asked(Framework framework, IReadOnlyList<string> ids)
    {
        var unknown = ids.Where(id => !framework.Reported.Any(i => i.Id == id)).ToArray();
        if (unknown.Length > 0)
        {
            throw new ArgumentException($"{framework.Id} has no indicator {string.Join(", ", unknown)}");
        }

        return [.. framework.Reported.Where(i => i.Rule is not null && (ids.Count == 0 || ids.Contains(i.Id)))];
    }

    private static EdgePractice Lay(TableSearch[] searches, FrameworkIndicator[] asked, EdgeRecipe recipe)
    {
        using var writer = new ResourceWriter(PracticeRecipe.FictionalPractice);
        var builder = new PracticeRecordsBuilder();
        var patients = new List<EdgePatient>();
        using var numbers = NhsNumbers.All().GetEnumerator();
        foreach (var (table, found) in searches.Select(s => (s.Table.Name, s.Found)).Append((ListEdges.Name, OnAndOffTheList(searches, recipe))))
        {
            var n = 0;
            foreach (var (draft, shows, _) in found)
            {
                numbers.MoveNext();
                var id = $"{table.Replace('_', '-')}-{++n:000}";
                var entries = new EntryWriter(writer, new Luck(recipe.Seed, id));
                entries.Write(id, draft.Events);
                draft.AddTo(builder, id, entries.Source);
                patients.Add(new EdgePatient(id, table, shows, [.. Person(writer, id, numbers.Current, draft, recipe), .. entries.Resources]));
            }
        }

        var missing = asked.Where(i => i.Evaluability.State == EvaluabilityState.NotEvaluable)
            .Select(i => (i.Id, i.Evaluability.Reason ?? "")).ToArray();
        var coverage = new EdgeCoverage(
            [.. searches.SelectMany(s => s.Coverage)], searches.Sum(s => s.TwinCount),
            [.. searches.SelectMany(s => s.Open.Select(t => (s.Table.Name, t.What)))], missing);
        return new EdgePractice(patients, builder.Build(), coverage, writer.Organization(recipe.AchievementDate));
    }

    /// <summary>Made from someone whose care is done, so that being on the list shows.</summary>
    private static IReadOnlyList<Found> OnAndOffTheList(TableSearch[] searches, EdgeRecipe recipe)
    {
        var origin = searches.SelectMany(s => s.Found.Where(f => s.Table.Result(f.Place).StartsWith(nameof(RowEnd.Achieve), StringComparison.Ordinal)))
            .FirstOrDefault();
        return origin is null ? [] : [.. ListEdges.Of(origin.Draft, origin.Place, ServiceDates.Year(recipe.AchievementDate))];
    }

    private static IEnumerable<SampleResource> Person(ResourceWriter writer, string id, string nhsNumber, Draft draft, EdgeRecipe recipe)
    {
        var person = new Person(id, nhsNumber, id, draft.Sex == Sex.Female, When.Day(DateOnly.FromDayNumber(draft.Born)))
        {
            GenderUnknown = draft.Sex == Sex.NotKnown,
            DeceasedUnknownDay = draft.DiedSomeDay,
            DeceasedOn = draft.Died is { } died ? When.Day(DateOnly.FromDayNumber(died)) : null,
        };
        yield return writer.Patient(person, recipe.AchievementDate);
        for (var i = 0; i < draft.Spells.Count; i++)
        {
            var spell = draft.Spells[i];
            yield return writer.EpisodeOfCare(
                $"{id}-r{i + 1}", id, new Registration(spell.From!.Value, spell.Until, spell.OnList ? "R" : "T"));
        }
    }
}
