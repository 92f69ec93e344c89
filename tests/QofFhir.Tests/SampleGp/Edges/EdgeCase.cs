using System.Collections.Concurrent;
using QofFhir.Core.Achievement;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading;
using QofFhir.SampleGp.Edges;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.SampleGp.Edges;

/// <summary>A framework and the edge patients made for it, once for all tests.</summary>
internal sealed record EdgeCase(Framework Framework, CodeIndex Codes, EdgePractice Practice)
{
    private static readonly ConcurrentDictionary<string, Lazy<EdgeCase>> Made = new();

    /// <param name="id">Of a framework of this checkout, or <c>hard tables</c> and a version of the business rules.</param>
    public static EdgeCase Of(string id) => Made.GetOrAdd(id, i => new Lazy<EdgeCase>(() => Make(i))).Value;

    /// <summary>The patients as they are read back, apart for each table that they were made for.</summary>
    public IReadOnlyDictionary<string, PracticeRecords> ReadByTable() =>
        Practice.Patients.GroupBy(p => p.Table).ToDictionary(t => t.Key, t => Read(t).Records);

    public ReadResult Read(IEnumerable<EdgePatient> patients)
    {
        var reader = new RecordReader(Codes);
        foreach (var resource in patients.SelectMany(p => p.Resources))
        {
            using var stream = new MemoryStream(resource.Json);
            reader.Read(stream, resource.Id);
        }

        return reader.Finish();
    }

    private static EdgeCase Make(string id)
    {
        var isHard = id.StartsWith("hard tables ", StringComparison.Ordinal);
        var framework = isHard ? HardTables.Framework(id["hard tables ".Length..]) : Rulebook.Framework(id);
        var codes = isHard ? HardTables.Codes(framework.Plan) : Rulebook.Library.CodeIndex(framework);
        var recipe = new EdgeRecipe(framework.YearStart.AddYears(1).AddDays(-1), []);
        return new EdgeCase(framework, codes, EdgePractice.Make(framework, codes, recipe));
    }
}
