using System.Collections.Concurrent;
using QofFhir.Core.Achievement;
using QofFhir.Core.Records;
using QofFhir.SampleGp.Edges;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.SampleGp.Edges;

/// <summary>A framework and the edge patients made for it, once for all tests.</summary>
internal sealed record EdgeCase(Framework Framework, CodeIndex Codes, EdgePractice Practice)
{
    private static readonly ConcurrentDictionary<string, Lazy<EdgeCase>> Made = new();

    /// <param name="id">Of a framework of this checkout, or <c>hard tables</c> and a version of the business rules.</param>
    public static EdgeCase Of(string id) => Made.GetOrAdd(id, i => new Lazy<EdgeCase>(() => Make(i))).Value;

    private static EdgeCase Make(string id)
    {
        var isHard = id.StartsWith("hard tables ", StringComparison.Ordinal);
        var framework = isHard ? HardTables.Framework(id["hard tables ".Length..]) : Rulebook.Framework(id);
        var codes = isHard ? HardTables.Codes(framework.Plan) : Rulebook.Library.CodeIndex(framework);
        var recipe = new EdgeRecipe(framework.YearStart.AddYears(1).AddDays(-1), []);
        return new EdgeCase(framework, codes, EdgePractice.Make(framework, codes, recipe));
    }
}
