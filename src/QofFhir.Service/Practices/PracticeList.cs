using QofFhir.Extraction;

namespace QofFhir.Service.Practices;

/// <summary>The practices that this process runs: those configured, or the sample practice once its server listens.</summary>
internal sealed class PracticeList(ServicePlan plan)
{
    private volatile IReadOnlyList<Practice> _practices = plan.Practices;

    public IReadOnlyList<Practice> All => _practices;

    public Practice? Find(string ods) => _practices.FirstOrDefault(p => p.Ods.Equals(ods, StringComparison.OrdinalIgnoreCase));

    public void UseSample(string ods, Uri address) => _practices = [new Practice(ods, new FhirEndpoint(address), null)];
}
