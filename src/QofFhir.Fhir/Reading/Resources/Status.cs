using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Resources;

/// <summary>Finds the resources whose own status says that they never count.</summary>
internal static class Status
{
    /// <summary>Sets such a resource aside. Neither abatement nor clinicalStatus is asked: only a resolution code resolves.</summary>
    public static void Judge(Resource resource)
    {
        if (NeverCounts(resource.Text("status"u8))
            || resource.IsTrue("doNotPerform"u8)
            || resource.Concept("verificationStatus"u8).Keys.Any(k => k.EndsWith("|entered-in-error", StringComparison.Ordinal)
                || k.EndsWith("|refuted", StringComparison.Ordinal)))
        {
            resource.SetAside();
        }
    }

    /// <summary>No type of resource uses one of these for anything that happened.</summary>
    private static bool NeverCounts(string? status) =>
        status is "entered-in-error" or "not-done" or "cancelled" or "revoked" or "not-taken";
}
