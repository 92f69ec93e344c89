using System.Text.Json;
using QofFhir.Core;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Fhir.Reading;
using QofFhir.Tests.House;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Oracle;

/// <summary>The measures of the improvement modules over the sample practice, counted twice: by the product, and by plain code over the raw JSON.</summary>
public sealed class SafetyRecountTests
{
    private static readonly string Practice = Path.Combine(Repository.Root, "samples", "practice");
    private static readonly RawCodes Codes = new(sample: true);

    [Theory]
    [InlineData("2026-11-30")]
    [InlineData("2026-10-15")]
    [InlineData("2026-04-01")]
    [InlineData("2027-03-31")]
    public void Patients_at_risk_are_those_of_a_plain_recount(string on)
    {
        var today = SpecTable.Day(on);
        var expected = People().SelectMany(p => Measured(p.Value, today).Select(m => $"{m.Measure} {p.Key} {(m.Safe ? "achieved" : "outstanding")}")).Order(StringComparer.Ordinal);

        var (result, id) = Evaluate("prescribing-safety", today);

        var told = result.Indicators.SelectMany(i => i.Outcomes.Select(o => $"{i.Indicator.Id} {id(o.Patient)} {o.Outcome.Name}")).Order(StringComparer.Ordinal);
        Assert.Equal(expected, told);
    }

    [Theory]
    [InlineData("2026-11-30")]
    [InlineData("2027-03-31")]
    [InlineData("2026-07-31")]
    public void Deaths_are_those_of_a_plain_recount(string on)
    {
        var today = SpecTable.Day(on);
        var expected = People().Where(p => p.Value.Died is { } died && died > today.AddMonths(-12) && died <= today && p.Value.Listed(died.AddDays(-1)))
            .Select(p => $"{p.Key} {(p.Value.Last("PALCARE", p.Value.Died!.Value) is null ? "outstanding" : "achieved")}").Order(StringComparer.Ordinal);

        var (result, id) = Evaluate("end-of-life", today);

        Assert.Equal(expected, result.Indicators[0].Outcomes.Select(o => $"{id(o.Patient)} {o.Outcome.Name}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_sample_shows_each_side_of_the_measures_that_it_can()
    {
        var (result, _) = Evaluate("prescribing-safety", new DateOnly(2026, 11, 30));
        foreach (var id in new[] { "NSAID65", "NSAIDBLOOD", "LITLEVEL", "VALREVIEW" })
        {
            var counts = result.Indicators.Single(i => i.Indicator.Id == id).Counts!;
            Assert.True(counts.Numerator > 0 && counts.Outstanding > 0, $"{id}: {counts.Numerator} of {counts.Denominator}");
        }
    }

    private static IEnumerable<(string Measure, bool Safe)> Measured(RawPerson p, DateOnly today)
    {
        if (!p.Listed(today))
        {
            yield break;
        }

        bool In(string cluster, int months) => p.Last(cluster, today) is { } last && last.On > today.AddMonths(-months);
        if (In("PSNSAIDDRUG", 3))
        {
            var safe = In("PSGASTRODRUG", 3);
            var (groups, eGfr) = (new List<string>(), p.Last("EGFR", today, valued: true));
            if (p.Age(today) >= 65) { groups.Add("NSAID65"); }
            if (p.Last("PSULCER", today) is not null) { groups.Add("NSAIDULCER"); }
            if (In("PSANTIPLATDRUG", 3) || In("ORANTICOAGDRUG", 3)) { groups.Add("NSAIDBLOOD"); }
            if (p.Last("HF", today) is not null) { groups.Add("NSAIDHF"); }
            if (eGfr?.Value < 45) { groups.Add("NSAIDKIDNEY"); }
            foreach (var group in groups)
            {
                yield return (group, safe);
            }
        }

        if (In("LIT", 6))
        {
            foreach (var (measure, cluster) in new[] { ("LITLEVEL", "PSLITLEV"), ("LITEGFR", "EGFR"), ("LITUE", "PSUE"), ("LITCALC", "CALC"), ("LITTFT", "PSTFT") })
            {
                yield return (measure, In(cluster, 6));
            }
        }

        if (p.Female && p.Age(today) is >= 12 and <= 54 && In("PSVALPROATEDRUG", 3))
        {
            yield return ("VALREVIEW", In("PSVALREVIEW", 12));
            yield return ("VALPREVENT", In("PSVALPREVENT", 12));
        }
    }

    private static Dictionary<string, RawPerson> People()
    {
        var people = Lines("Patient").ToDictionary(
            p => p.GetProperty("id").GetString()!,
            p => new RawPerson(Day(p, "birthDate")!.Value, p.TryGetProperty("gender", out var g) && g.GetString() == "female", Day(p, "deceasedDateTime"), p.TryGetProperty("deceasedBoolean", out _)));
        foreach (var patient in Lines("Patient").Where(p => p.TryGetProperty("generalPractitioner", out var g) && g[0].TryGetProperty("identifier", out var i) && i.TryGetProperty("period", out _)))
        {
            people[patient.GetProperty("id").GetString()!].Spells.Add((Day(patient.GetProperty("generalPractitioner")[0].GetProperty("identifier").GetProperty("period"), "start")!.Value, null));
        }

        foreach (var episode in Lines("EpisodeOfCare").Where(e => e.GetRawText().Contains("\"Regular\"", StringComparison.Ordinal)))
        {
            var period = episode.GetProperty("period");
            people[Subject(episode, "patient")].Spells.Add((Day(period, "start")!.Value, Day(period, "end")));
        }

        Add("MedicationRequest", "medicationCodeableConcept", r => r.GetProperty("intent").GetString() == "order", "authoredOn");
        Add("Condition", "code", _ => true, "onsetDateTime");
        Add("Observation", "code", r => r.GetProperty("status").GetString() != "entered-in-error", "effectiveDateTime");
        return people;

        void Add(string type, string concept, Func<JsonElement, bool> counts, string date)
        {
            foreach (var resource in Lines(type).Where(r => counts(r) && Day(r, date) is not null))
            {
                decimal? value = resource.TryGetProperty("valueQuantity", out var quantity) ? quantity.GetProperty("value").GetDecimal() : null;
                people[Subject(resource, "subject")].Entries.Add((Codes.Of(resource.GetProperty(concept)), Day(resource, date)!.Value, value));
            }
        }
    }

    private static IEnumerable<JsonElement> Lines(string type) =>
        File.ReadLines(Path.Combine(Practice, type + ".ndjson")).Select(line => JsonDocument.Parse(line).RootElement);

    private static string Subject(JsonElement resource, string name) => resource.GetProperty(name).GetProperty("reference").GetString()!["Patient/".Length..];

    /// <summary>Days alone: nothing that these measures read is dated near midnight.</summary>
    private static DateOnly? Day(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var text) && text.GetString() is { } day ? SpecTable.Day((day + "-01-01"[(day.Length == 7 ? 3 : 0)..])[..10]) : null;

    private static (PracticeResult Result, Func<int, string> Id) Evaluate(string module, DateOnly on)
    {
        var measures = Rulebook.Library.Module(module).Measures!;
        var reader = new RecordReader(Rulebook.Library.CodeIndex(measures));
        foreach (var file in InputFiles.Find([Practice]))
        {
            using var stream = File.OpenRead(file);
            reader.Read(stream, Path.GetFileName(file));
        }

        var records = reader.Finish().Records;
        return (Qof.Evaluate(measures, records, ServiceDates.Year(on)), p => records.Patient(p).Id);
    }

    private sealed record RawPerson(DateOnly Born, bool Female, DateOnly? Died, bool DiedSometime)
    {
        public List<(DateOnly From, DateOnly? Until)> Spells { get; } = [];

        public List<(HashSet<string> Clusters, DateOnly On, decimal? Value)> Entries { get; } = [];

        public bool Listed(DateOnly on) => !DiedSometime && !(Died <= on) && Spells.Any(s => s.From <= on && !(s.Until <= on));

        public int Age(DateOnly on) => on.Year - Born.Year - (on < Born.AddYears(on.Year - Born.Year) ? 1 : 0);

        /// <summary>Of several on one day the lowest value.</summary>
        public (DateOnly On, decimal? Value)? Last(string cluster, DateOnly known, bool valued = false) => Entries
            .Where(e => e.Clusters.Contains(cluster) && e.On <= known && (!valued || e.Value is not null))
            .OrderByDescending(e => e.On).ThenBy(e => e.Value).Select(e => ((DateOnly, decimal?)?)(e.On, e.Value)).FirstOrDefault();
    }
}
