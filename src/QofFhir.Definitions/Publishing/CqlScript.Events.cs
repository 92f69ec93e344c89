using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Publishing;

internal sealed partial class CqlScript
{
    /// <summary>What a field needs to know of the events of its clusters.</summary>
    private enum EventView { Days, NewEpisodes, Codes, NewEpisodeCodes, Values, Pressures }

    /// <summary>The events of a field's clusters that lie within its bounds; against an absent date nothing fits.</summary>
    /// <param name="alias">The event inside the query.</param>
    /// <param name="date">How its date is reached.</param>
    private string Events(EventFilter filter, EventView view, string alias, string date, string? limit = null)
    {
        var clusters = filter.Clusters.Select(c => View(c, view, filter.Value?.Unit)).ToList();
        var source = clusters.Count == 1 ? clusters[0] : $"(flatten {{ {string.Join(", ", clusters)} }})";
        var bounds = filter.Bounds.Select(b => $"{alias}{date} {Sign(b.Kind)} {On(b.On)}");
        var where = string.Join(" and ", limit is null ? bounds : bounds.Append(limit));
        return where.Length > 0 ? $"{source} {alias}\n    where {where}" : source;
    }

    private string Cluster(int cluster)
    {
        _valueSets.Add(plan.Clusters[cluster].Name);
        return Quoted(plan.Clusters[cluster].Name);
    }

    private string View(int cluster, EventView view, string? unit)
    {
        var (name, drug) = (plan.Clusters[cluster].Name, plan.Clusters[cluster].Class == ClusterClass.Drug);
        _taken.Add(name);
        return view switch
        {
            EventView.Values => Reference(
                (cluster, view), name + " values", null,
                () => $"  Records.Values(\"ACHV_DAT\", [Observation: code in {Cluster(cluster)}], '{unit ?? "1"}')",
                $"Values of {name}{(unit is null ? "" : " in " + unit)}"),
            EventView.Pressures => Reference(
                (cluster, view), name + " pressures", null,
                () => $"  Records.Pressures(\"ACHV_DAT\", [Observation: code in {Cluster(cluster)}])",
                $"Halves of blood pressures of {name}"),
            _ when drug => Issues(cluster, codes: view is EventView.Codes or EventView.NewEpisodeCodes),
            _ => Entries(cluster, view),
        };
    }

    private string Entries(int cluster, EventView view)
    {
        var name = plan.Clusters[cluster].Name;
        var (what, function) = view switch
        {
            EventView.Days => ("days", "EntryDays"),
            EventView.NewEpisodes => ("days of new episodes", "EntryDays"),
            EventView.Codes => ("codes", "EntryCodes"),
            _ => ("codes of new episodes", "EntryCodes"),
        };
        return Reference((cluster, view), $"{name} {what}", null, () =>
        {
            var set = Cluster(cluster);
            var conditions = $"[Condition: code in {set}]";
            conditions = view is EventView.NewEpisodes or EventView.NewEpisodeCodes
                ? $"{conditions} C where Records.OpensEpisode(C)"
                : conditions;
            return $"""
                  Records.{function}("ACHV_DAT", Patient,
                    {conditions}, [Observation: code in {set}], [Procedure: code in {set}],
                    [AllergyIntolerance: code in {set}], [ServiceRequest: code in {set}], [Flag: code in {set}],
                    [Encounter: type in {set}], [Encounter: reasonCode in {set}],
                    [Immunization] I where Records.VaccinationProcedure(I) in {set})
                """.ReplaceLineEndings("\n");
        }, $"Entries of {name}");
    }

    private string Issues(int cluster, bool codes)
    {
        var name = plan.Clusters[cluster].Name;
        return Reference((cluster, codes, "issues"), $"{name} {(codes ? "codes" : "days")}", null, () =>
        {
            var set = Cluster(cluster);
            return $"""
                  Records.{(codes ? "IssueCodes" : "IssueDays")}("ACHV_DAT",
                    [MedicationRequest: medication in {set}],
                    [MedicationRequest] R where Records.ReferredMedicine(R, [Medication]) in {set},
                    [Immunization: vaccineCode in {set}]{(codes ? ", [Medication]" : "")})
                """.ReplaceLineEndings("\n");
        }, $"Issues of {name}, and vaccines given");
    }

    private static string Sign(BoundKind kind) => kind switch
    {
        BoundKind.After => ">",
        BoundKind.OnOrAfter => ">=",
        BoundKind.Before => "<",
        BoundKind.OnOrBefore => "<=",
        _ => "=",
    };
}
