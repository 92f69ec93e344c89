using QofFhir.Core.Prompts;

namespace QofFhir.Core.Cards;

/// <summary>What has to be said so that silence never reads as "all is well": what was not evaluated, not read, switched off or put off.</summary>
internal static class Statements
{
    /// <summary>True when without a card it would look as if nothing were due. What is for others stays silent, and so does what would not be shown yet were it not put off.</summary>
    public static bool Needed(Unshown left, CardOptions wanted) =>
        left.NotEvaluated.Count > 0 || left.Off.Count > 0 || left.PutOff.Count > 0 || wanted.Statements.Count > 0 || wanted.StoredAt is not null;

    public static IReadOnlyList<string> Of(Unshown left, CardOptions wanted)
    {
        var said = new List<string>();
        if (wanted.Statements.Count > 0)
        {
            said.Add($"**Not everything is known**: {string.Join(" ", wanted.Statements.Select(CardText.Plain))} Care may have been given that is not seen here.");
        }

        if (left.NotEvaluated.Count > 0)
        {
            said.Add($"**Not evaluated**: {Ids(left.NotEvaluated)}. The codes that decide are not known here; this does not mean that nothing is due.");
        }

        foreach (var off in left.Off.GroupBy(p => OffBy(p, wanted)!))
        {
            said.Add($"**Switched off**: {Ids([.. off])} ({CardText.Plain(off.Key)}). The care may still be due.");
        }

        foreach (var off in left.Snoozed.GroupBy(s => s.Until).OrderBy(g => g.Key.Back))
        {
            said.Add($"**Put off** until {Until(off.Key, wanted)}. {Ids([.. off.Select(s => s.Shown.Prompt)])}.");
        }

        if (left.ForOthers.Count > 0)
        {
            var sittings = left.ForOthers.SelectMany(p => p.Open).SelectMany(o => o.Care).Select(c => c.Sitting.Title).Distinct();
            said.Add($"**For others of the team**: {string.Join(", ", sittings)}.");
        }

        return said;
    }

    public static Card Alone(Unshown left, IReadOnlyList<string> statements, CardOptions wanted)
    {
        var (name, what) = WhyAlone(left, wanted);
        return new Card(name, CardText.Cut(what, CardText.LongestSummary), string.Join("\n\n", [.. statements, Foot(left.Patient, wanted)]), CardUrgency.Info);
    }

    public static Card NotOnList(PatientPrompts patient, CardOptions wanted) => new(
        "not-on-list",
        "No QOF prompts: the patient is not on the practice list today",
        "QOF asks care of registered patients alone. Nothing was evaluated; this does not mean that nothing is due.\n\n" + Foot(patient, wanted),
        CardUrgency.Info);

    public static Card Unknown(PatientPrompts patient, CardOptions wanted) => new(
        "not-evaluated",
        "QOF prompts could not be evaluated for this patient",
        (patient.Framework.SampleCodes
            ? "Sample codes are loaded here, and this is no sample patient. "
            : "The patient's own entry could not be read. ") + "This does not mean that nothing is due.\n\n" + Foot(patient, wanted),
        CardUrgency.Info);

    /// <summary>Which rules, which data, how sure.</summary>
    public static string Foot(PatientPrompts patient, CardOptions wanted)
    {
        var framework = patient.Framework;
        return $"{CardText.Plain(framework.Title)}, business rules {framework.Rules}."
            + (wanted.Source.Length > 0 ? $" Judged on {CardText.Day(patient.Today)} by {CardText.Plain(wanted.Source)}." : $" Judged on {CardText.Day(patient.Today)}.")
            + (patient.OutsideItsYear ? " **These are rules of another year.**" : "")
            + (framework.SampleCodes ? " **Sample codes: for trying out only.**" : "");
    }

    /// <summary>The reason why a prompt is switched off; null when it is not.</summary>
    public static string? OffBy(Prompt prompt, CardOptions wanted) =>
        new[] { PromptName.Of(prompt), prompt.Indicator.Id, PromptName.All }.Select(k => wanted.Off.GetValueOrDefault(k)).FirstOrDefault(r => r is not null);

    private static (string Name, string What) WhyAlone(Unshown left, CardOptions wanted) => wanted switch
    {
        _ when left.NotEvaluated.Count > 0 =>
            ("not-evaluated", $"{Count(left.NotEvaluated.Count, "QOF indicator", "QOF indicators")} could not be evaluated for this patient"),
        { StoredAt: null, Statements.Count: > 0 } => ("not-evaluated", "Part of the record could not be read: QOF prompts may be missing"),
        _ when left.Off.Count > 0 => ("switched-off", "QOF prompts of this patient are switched off"),
        _ when left.PutOff is [.., _] off => ("put-off", $"QOF prompts {(off.Count == 1 ? "put off" : "put off, the first")} until {Until(off[0], wanted)}"),
        _ => ("nothing-due", $"No QOF prompts by the record that was stored on {wanted.StoredAt}{(wanted.Statements.Count > 0 ? "; part of it is not known" : "")}"),
    };

    /// <summary>Why is not for whoever books.</summary>
    private static string Until(PutOff off, CardOptions wanted) =>
        CardText.Day(off.Back) + (wanted.Role == StaffRole.Reception ? "" : ": " + CardText.Plain(off.Reason));

    private static string Ids(IReadOnlyList<Prompt> prompts) => string.Join(", ", prompts.Select(p => p.Indicator.Id));

    private static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";
}
