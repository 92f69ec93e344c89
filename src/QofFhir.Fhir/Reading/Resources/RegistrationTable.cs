using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;
using QofFhir.Fhir.Reading.Input;
using QofFhir.Fhir.Reading.Subjects;

namespace QofFhir.Fhir.Reading.Resources;

/// <summary>Gathers registrations from every source and gives each patient those of the first source that has any.</summary>
internal sealed class RegistrationTable(Intake intake)
{
    private readonly List<Found> _found = [];
    private readonly List<(Subject Member, Place Group, string? Expression)> _members = [];

    private readonly record struct Found(
        Subject Subject, RegistrationSource Source, PracticeReference Practice, DateOnly? From, DateOnly? Until, bool OnList);

    public void Add(
        Subject subject, RegistrationSource source, PracticeReference practice, Period period, bool onList = true)
    {
        intake.Notes.PartialDates += (period.Start?.IsPartial == true ? 1 : 0) + (period.End?.IsPartial == true ? 1 : 0);
        _found.Add(new Found(subject, source, practice, period.Start?.Day, period.End?.Day, onList));
    }

    /// <summary>Remembers that a Group lists the patient, so that one who never comes is noticed.</summary>
    public void Listed(Subject member, Resource group) =>
        _members.Add((member, group.Place, group.Expression("member")));

    /// <summary>To be called when it is settled which patients there are.</summary>
    /// <returns>How many patients have their registration from each source.</returns>
    public IReadOnlyDictionary<RegistrationSource, int> Finish()
    {
        TellMissingMembers();
        var counts = Enum.GetValues<RegistrationSource>().ToDictionary(s => s, _ => 0);
        foreach (var patient in _found.Where(f => f.Subject.Patient is not null).GroupBy(f => f.Subject.Patient!.Value))
        {
            var source = patient.Min(f => f.Source);
            counts[source]++;
            foreach (var spell in patient.Where(f => f.Source == source))
            {
                intake.Records.AddRegistration(
                    patient.Key,
                    new RegistrationSpell(intake.Organizations.Resolve(spell.Practice), spell.From, spell.Until, spell.OnList));
            }
        }

        return counts;
    }

    private void TellMissingMembers()
    {
        foreach (var group in _members.Where(m => m.Member.Patient is null).GroupBy(m => m.Group))
        {
            intake.Problems.Add(new Problem(
                ProblemKind.Reference, ProblemSeverity.Warning, group.Key.Where, group.First().Expression,
                $"{group.Count()} of the group's members are not among the input's patients and are left out."));
        }
    }
}
