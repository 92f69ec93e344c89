using System.Text.Json;
using QofFhir.Extraction.Requirements;

namespace QofFhir.Extraction.Probing;

/// <summary>Looks at the first resources of each type: which elements they have, and how fast they came. Only counts leave it.</summary>
internal sealed class SampleProbe(ProbeConnection connection, IReadOnlyList<TypeRequirement> requirements, TimeProvider clock)
{
    /// <summary>As deep as a page may be.</summary>
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    /// <summary>Resources of a type that are looked at.</summary>
    private const int Size = 50;

    /// <summary>From this share on an element counts as there: single records without a date are everywhere.</summary>
    private const double Enough = 0.9;

    /// <summary>Of a practice of 10,000: what one extraction of everything fetches.</summary>
    private const int Practice = 1_200_000;

    public async Task<IReadOnlyList<ProbeRow>> Run(ServerStatement statement, CancellationToken cancellation)
    {
        var rows = new List<ProbeRow>();
        var (resources, begun) = (0, clock.GetTimestamp());
        foreach (var requirement in requirements.Where(r => r.Elements.Count > 0 && statement.Offers(r.Type) != false))
        {
            var (page, _) = await connection.Search(requirement.Type, Size, cancellation);
            var sample = page is null ? [] : page.Entries.Where(e => e.Type == requirement.Type).Select(e => JsonDocument.Parse(e.Json, Deep)).ToArray();
            resources += sample.Length;
            rows.AddRange(sample.Length == 0
                ? [new ProbeRow("elements", requirement.Type, requirement.Expectation, ProbeFinding.Unknown, "none to look at", requirement.Without)]
                : requirement.Elements.Select(e => Rate(requirement, e, sample)));
            foreach (var resource in sample)
            {
                resource.Dispose();
            }
        }

        return [.. rows, Speed(resources, clock.GetElapsedTime(begun))];
    }

    private static ProbeRow Rate(TypeRequirement type, ElementRequirement element, JsonDocument[] sample)
    {
        var asked = sample.Select(r => element.Held(r.RootElement)).OfType<bool>().ToArray();
        var held = asked.Count(h => h);

        // Of a type that is not needed no element is needed either.
        var expectation = type.Expectation > element.Expectation ? type.Expectation : element.Expectation;
        return new ProbeRow(
            "elements", $"{type.Type}: {element.Name}", expectation,
            asked.Length == 0 ? ProbeFinding.Unknown : held >= Enough * asked.Length ? ProbeFinding.Has : ProbeFinding.Lacks,
            asked.Length == 0 ? "nothing to look at" : $"{held} of {asked.Length}", element.Without);
    }

    private static ProbeRow Speed(int resources, TimeSpan took)
    {
        var rate = took > TimeSpan.Zero ? resources / took.TotalSeconds : 0;
        return new ProbeRow(
            "speed", "resources per second by search", Expectation.May, rate > 0 ? ProbeFinding.Has : ProbeFinding.Unknown,
            rate > 0 ? $"{rate:0} ({resources} in {took.TotalSeconds:0.0} s); a practice of {Practice} resources would take {Practice / rate / 3600:0.0} h" : "nothing to look at",
            "a full extraction takes long");
    }
}
