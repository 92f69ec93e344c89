using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Compilation;

/// <summary>Holds every cluster, and every code, to one unit: a reader converts a value once.</summary>
internal sealed class UnitLedger(CompilationContext context)
{
    private readonly Dictionary<string, string?> _ofCluster = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Unit, string Cluster)> _ofCode = new(StringComparer.Ordinal);

    public void Declare(IEnumerable<Cluster> clusters, string? unit, Place place)
    {
        foreach (var cluster in clusters)
        {
            if (!_ofCluster.TryAdd(cluster.Name, unit))
            {
                if (_ofCluster[cluster.Name] != unit)
                {
                    context.Mistakes.Add(
                        place, $"{cluster.Name} is read in {Said(_ofCluster[cluster.Name])} by another field, here in {Said(unit)}");
                }
            }
            else if (unit is not null)
            {
                DeclareCodes(cluster, unit, place);
            }
        }
    }

    private void DeclareCodes(Cluster cluster, string unit, Place place)
    {
        var other = cluster.Codes
            .Where(code => !_ofCode.TryAdd(code, (unit, cluster.Name)) && _ofCode[code].Unit != unit)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
        if (other is not null)
        {
            var (otherUnit, otherCluster) = _ofCode[other];
            context.Mistakes.Add(
                place, $"code {other} of {cluster.Name} is read in {unit} here, as part of {otherCluster} in {otherUnit}");
        }
    }

    private static string Said(string? unit) => unit ?? "no unit";
}
