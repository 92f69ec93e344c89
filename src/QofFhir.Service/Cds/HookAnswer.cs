using System.Text;

namespace QofFhir.Service.Cds;

/// <summary>Says what is to be said about the patient at hand.</summary>
internal sealed class HookAnswer
{
    public IResult Of(PatientAtHand at)
    {
        ArgumentNullException.ThrowIfNull(at);
        return Results.Text("""{"cards":[]}""", "application/json", Encoding.UTF8);
    }
}
