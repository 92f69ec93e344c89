using System.Buffers;
using System.Globalization;
using QofFhir.Core.Cards;
using QofFhir.Core.Prompts;
using QofFhir.Fhir.Reading.Cds;
using QofFhir.Fhir.Writing.Cds;
using QofFhir.Service.Cds.Clients;
using QofFhir.Service.Cds.Drawn;
using QofFhir.Service.Cds.Snoozes;
using QofFhir.Service.Cds.Switches;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Cds;

/// <summary>Says what is to be said about the patient at hand.</summary>
internal sealed class HookAnswer(ServicePlan plan, SwitchStore switches, SnoozeStore snoozes, EncounterBudgets budgets, DrawnCards drawn, TimeProvider clock)
{
    public IResult Of(PatientAtHand at, HookRequest request, LoadedFramework rules, Caller caller)
    {
        var (now, today) = (clock.GetUtcNow(), plan.Today(clock));
        var encounter = at.EncounterId is { } id ? PatientSystem.Of(request.Server, caller) + "/" + id : null;
        var prompts = Prompts(at, rules, today);
        var wanted = Wanted(at, rules) with
        {
            Budget = budgets.Left(encounter, at.Service, plan.Cds.Cards),
            Separate = request.Separate ?? plan.Cds.Separate,
            Snoozed = snoozes.Of(PatientSystem.Of(request.Server, caller), at.PatientId, today),
            Ordered = DraftMedicines.CareOf(at, rules.Framework),
        };
        var cards = prompts is null ? [CardDeck.Unknown(rules.Framework, today, wanted)]
            : CardDeck.Of(prompts, at.Prompter.AdjustmentsOf(at.Records, at.Patient!.Value, prompts, at.Practice), wanted);
        budgets.Take(encounter, at.Service, cards.Count);
        foreach (var card in cards)
        {
            drawn.Add(new DrawnCard(CardWriter.UuidOf(request.Instance, card), caller.Name, at.Service, [.. card.Prompts.Select(PromptName.Of).DefaultIfEmpty(card.Name)], now));
        }

        var scene = new CardScene(request.Instance, rules.Framework, today, at.PatientId, request.UserId, at.Origin.ToString().ToLowerInvariant(), at.At, now)
        {
            EncounterId = at.EncounterId,
            ForReception = wanted.Role == StaffRole.Reception,
            TermOf = wanted.TermOf,
        };
        var output = new ArrayBufferWriter<byte>(4096);
        CardWriter.Write(output, scene, cards);
        return Results.Bytes(output.WrittenMemory, "application/json; charset=utf-8");
    }

    /// <summary>Null where nothing can be said: the patient's own entry could not be read, or sample codes meet a real patient.</summary>
    private static PatientPrompts? Prompts(PatientAtHand at, LoadedFramework rules, DateOnly today) =>
        at.Patient is not { } patient || (rules.Framework.SampleCodes && !at.Records.Patient(patient).Sample)
            ? null
            : at.Prompter.Of(at.Records, patient, today, at.Practice);

    private CardOptions Wanted(PatientAtHand at, LoadedFramework rules) => new()
    {
        Purpose = at.Service switch
        {
            CdsServices.Orders => CardPurpose.Orders,
            CdsServices.Recall => CardPurpose.Recall,
            _ => CardPurpose.Consultation,
        },
        Role = at.Role,
        LeadDays = plan.Cds.LeadDays,
        Off = switches.Off,
        Source = Source(at),
        StoredAt = at.Origin == RecordsOrigin.Kept ? Moment(at) : null,
        Statements = at.Statements,
        TermOf = rules.Terms.Value.GetValueOrDefault,
    };

    private static string Source(PatientAtHand at) => at.Origin switch
    {
        RecordsOrigin.Prefetch => $"the record that came with the call ({Moment(at)})",
        RecordsOrigin.Fetched => $"the record as the clinical system gave it ({Moment(at)})",
        _ => $"the stored record as of {Moment(at)}: what was added since is not seen",
    };

    private static string Moment(PatientAtHand at) => TimeZoneInfo.ConvertTime(at.At, London.Zone).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
