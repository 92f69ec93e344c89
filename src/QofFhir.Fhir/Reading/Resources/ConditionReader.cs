using QofFhir.Core;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Resources;

internal static class ConditionReader
{
    private const string EpisodeExtension = "Extension-UKCore-ConditionEpisode";

    private static readonly DateElement[] Dates =
    [
        new("onsetDateTime"), new("onsetPeriod", DateShape.Period), new("onsetAge", DateShape.Age), new("recordedDate"),
    ];

    public static void Read(Resource condition, Intake intake)
    {
        Status.Judge(condition);
        var code = condition.Concept("code"u8);
        if (intake.Open(condition, "subject"u8, Dates, code) is { } entry)
        {
            entry.Add(code, episode: Episode(condition), abated: IsAbated(condition));
        }
    }

    private static EpisodeKind Episode(Resource condition)
    {
        var value = Extension.Value(condition["extension"u8], EpisodeExtension);
        if (value.IsEmpty)
        {
            return EpisodeKind.NotStated;
        }

        var code = JsonText.Of(value) ?? condition.ConceptOf(value)?.Keys.Select(k => CodeKey.Split(k).Code).FirstOrDefault();
        switch (code?.ToLowerInvariant())
        {
            case "first": return EpisodeKind.First;
            case "new": return EpisodeKind.New;
            case "review": return EpisodeKind.Review;
            case "end": return EpisodeKind.End;
        }

        condition.Warn(ProblemKind.Value, "extension", "The episode is none of first, new, review and end, and is read as not stated.");
        return EpisodeKind.NotStated;
    }

    private static bool IsAbated(Resource condition) =>
        !condition.Choice("abatement"u8, out _).IsEmpty
        || HasEnded(condition.ConceptOf(condition["clinicalStatus"u8]) ?? Codings.None);

    private static bool HasEnded(Codings status)
    {
        foreach (var key in status.Keys)
        {
            if (key.EndsWith("|resolved", StringComparison.Ordinal) || key.EndsWith("|inactive", StringComparison.Ordinal) || key.EndsWith("|remission", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
