using QofFhir.Fhir.Writing.Cds;

namespace QofFhir.Service.Cds;

/// <summary>The services that discovery tells.</summary>
internal static class CdsServices
{
    private const string Usage = "Needs the patient's record: send the whole prefetch, or fhirServer with fhirAuthorization for a server that is allowed here.";

    public const string Prompts = "qof-prompts", Orders = "qof-orders", Recall = "qof-recall";

    public static IReadOnlyList<CdsService> All { get; } =
    [
        new(Prompts, ["patient-view", "encounter-start"], "QOF prompts", "Care of the Quality and Outcomes Framework that this patient is still owed, also where a personalised care adjustment is recorded", Usage),
        new(Orders, ["order-sign", "order-select"], "QOF prompts for medicines", "Care of the Quality and Outcomes Framework that concerns what is being ordered for this patient", Usage),
        new(Recall, ["appointment-book"], "QOF prompts for appointments", "Care of the Quality and Outcomes Framework that can be given in the appointment that is being booked", Usage),
    ];

    public static CdsService? Find(string id) => All.FirstOrDefault(s => s.Id == id);
}
