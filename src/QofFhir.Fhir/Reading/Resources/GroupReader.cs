using QofFhir.Core;
using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Resources;

/// <summary>Reads practice lists that come as Groups of persons.</summary>
internal static class GroupReader
{
    public static void Read(Resource group, Intake intake)
    {
        if (group.Text("type"u8) != "person" || !group.IsTrue("actual"u8) || group["active"u8].SequenceEqual("false"u8))
        {
            group.SetAside();
        }

        var practice = PracticeReference.Read(group, group["managingEntity"u8]);
        var members = group.List("member"u8);
        if (group.IsDone)
        {
            return;
        }

        foreach (var member in members)
        {
            ReadMember(group, intake, member, practice);
        }
    }

    private static void ReadMember(Resource group, Intake intake, ReadOnlySpan<byte> member, PracticeReference practice)
    {
        var reference = JsonText.Of(Properties.Find(Properties.Find(member, "entity"u8), "reference"u8));
        if (string.IsNullOrEmpty(reference))
        {
            group.Warn(ProblemKind.Required, "member.entity", "A member names no patient and is left out.");
            return;
        }

        if (Period.Read(Properties.Find(member, "period"u8), out var element) is not { } period)
        {
            group.Warn(
                ProblemKind.Value, element is null ? "member.period" : "member.period." + element,
                "This member's period cannot be read; the membership is left out.");
            return;
        }

        var subject = intake.Subjects.Of(Reference.Key(reference));
        intake.Registrations.Listed(subject, group);
        intake.Registrations.Add(
            subject, RegistrationSource.Group, practice, period,
            onList: period.End is not null || !Properties.Find(member, "inactive"u8).SequenceEqual("true"u8));
    }
}
