using QofFhir.Core;
using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Resources;

/// <summary>Reads registrations with a practice.</summary>
internal static class EpisodeOfCareReader
{
    private const string ProgrammeSystem = "http://terminology.hl7.org/CodeSystem/episodeofcare-type";

    private static readonly string[] OffListWords = ["temporary", "emergency", "immediately necessary", "private"];

    public static void Read(Resource episode, Intake intake)
    {
        Status.Judge(episode);
        var status = episode.Text("status"u8);
        var type = TypeOf(episode);
        if (status is "planned" or "waitlist" || type == EpisodeType.Programme)
        {
            episode.SetAside();
        }

        if (episode.IsDone || ReadPeriod(episode) is not { } period || intake.OpenSubject(episode, "patient"u8) is not { } subject)
        {
            return;
        }

        if (!subject.IsKnown)
        {
            subject.Wait(episode, "patient"u8);
        }

        if (status == "finished" && period.End is null)
        {
            episode.Warn(
                ProblemKind.Required, "period.end", "A finished registration has no end; it is read as one that never was active.");
            period = period with { End = period.Start ?? new FhirDate(DateOnly.MinValue, false) };
        }

        intake.Registrations.Add(
            subject, RegistrationSource.EpisodeOfCare, PracticeReference.Read(episode, episode["managingOrganization"u8]), period,
            onList: type != EpisodeType.OffList);
    }

    private enum EpisodeType { Regular, OffList, Programme }

    private static Period? ReadPeriod(Resource episode)
    {
        var period = Period.Read(episode["period"u8], out var element);
        if (period is null)
        {
            episode.Reject(ProblemKind.Value, element is null ? "period" : "period." + element, FhirDate.Expected);
        }

        return period;
    }

    private static EpisodeType TypeOf(Resource episode)
    {
        var found = EpisodeType.Regular;
        foreach (var type in episode.List("type"u8))
        {
            if (SaysOffList(JsonText.Of(Properties.Find(type, "text"u8))))
            {
                found = EpisodeType.OffList;
            }

            foreach (var coding in new Items(Properties.Find(type, "coding"u8)))
            {
                var system = JsonText.Of(Properties.Find(coding, "system"u8));
                if (system == ProgrammeSystem)
                {
                    return EpisodeType.Programme;
                }

                if (SaysOffList(JsonText.Of(Properties.Find(coding, "display"u8)))
                    || (IsRegistrationSystem(system)
                        && JsonText.Of(Properties.Find(coding, "code"u8))?.ToUpperInvariant() is "T" or "E" or "IN" or "P"))
                {
                    found = EpisodeType.OffList;
                }
            }
        }

        return found;
    }

    private static bool SaysOffList(string? text) =>
        text is not null && OffListWords.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <summary>GP Connect, UK Core and local code systems of registration types all say so in their URL.</summary>
    private static bool IsRegistrationSystem(string? system) =>
        system?.Replace("-", "", StringComparison.Ordinal).Contains("registrationtype", StringComparison.OrdinalIgnoreCase) == true;
}
