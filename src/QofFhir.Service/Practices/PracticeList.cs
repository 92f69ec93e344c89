using QofFhir.Extraction;

namespace QofFhir.Service.Practices;

/// <summary>The practices that this process runs: those configured, or the sample practice once its server listens.</summary>
internal sealed class PracticeList(ServicePlan plan)
{
    private volatile IReadOnlyList<Practice> _practices = plan.Practices;

    public IReadOnlyList<Practice> All => _practices;

    public Practice? Find(string ods) => _practices.FirstOrDefault(p => p.Ods.Equals(ods, StringComparison.OrdinalIgnoreCase));

    /// <summary>The practices whose system is at this address, as a client writes it.</summary>
    public IReadOnlyList<Practice> At(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        ? [.. _practices.Where(p => Plain(p.System.Address) == Plain(uri))]
        : [];

    public void UseSample(string ods, Uri address) => _practices = [new Practice(ods, new FhirEndpoint(address), null)];

    /// <summary>A slash at the end and the writing of the host make no other address.</summary>
    private static string Plain(Uri address) => address.GetLeftPart(UriPartial.Path).TrimEnd('/');
}
