using System.Globalization;
using QofFhir.Core.Prompts;

namespace QofFhir.Core.Outlook;

/// <summary>What has to be done for one patient so that indicators are achieved.</summary>
/// <param name="Actions">At most 32.</param>
/// <param name="Needs">By indicator, the actions that together achieve it, as bits.</param>
internal sealed record PatientNeeds(int Patient, IReadOnlyList<Sitting?> Actions, IReadOnlyList<(int Indicator, uint Actions)> Needs, IReadOnlySet<int> IfAsWanted)
{
    /// <summary>Patients of whom the same is needed are alike to a search.</summary>
    public string Kind { get; } = string.Join(' ', Needs.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Indicator}:{n.Actions}")));

    /// <returns>Null when nothing of worth can be achieved for the patient.</returns>
    public static PatientNeeds? Of(PatientOutlook patient, ListWorth worth, bool bySitting)
    {
        var open = patient.StillPossible.Select(c => (Care: c, Place: worth.Place(c.Indicator.Id))).Where(c => c.Place is not null).ToList();
        var actions = bySitting ? open.SelectMany(c => c.Care.Sittings).DistinctBy(s => s?.Id).ToList() : [null];
        return open.Count == 0 ? null : new PatientNeeds(
            patient.Patient, actions, [.. open.Select(c => (c.Place!.Value, bySitting ? Bits(c.Care.Sittings) : 1u))],
            open.Where(c => c.Care.IfAsWanted).Select(c => c.Place!.Value).ToHashSet());

        uint Bits(IEnumerable<Sitting?> sittings) => sittings.Aggregate(0u, (bits, s) => bits | (1u << actions.FindIndex(a => a?.Id == s?.Id)));
    }

    /// <summary>Indicators that are achieved with some actions and were not with fewer.</summary>
    public IEnumerable<int> Achieved(uint with, uint before) =>
        Needs.Where(n => (n.Actions & ~with) == 0 && (n.Actions & ~before) != 0).Select(n => n.Indicator);
}
