using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Resources;

/// <summary>Finds the resources whose own status says that they never count.</summary>
internal static class Status
{
    /// <summary>Sets such a resource aside. Neither abatement nor clinicalStatus is asked: only a resolution code resolves.</summary>
    public static void Judge(Resource resource)
    {
        if (NeverCounts(resource)
            || resource.IsTrue("doNotPerform"u8)
            || IsRefuted(resource.Concept("verificationStatus"u8)))
        {
            resource.SetAside();
        }
    }

    private static bool IsRefuted(Codings verification)
    {
        foreach (var key in verification.Keys)
        {
            if (key.EndsWith("|entered-in-error", StringComparison.Ordinal) || key.EndsWith("|refuted", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>No type of resource uses one of these for anything that happened.</summary>
    private static bool NeverCounts(Resource resource)
    {
        var status = resource["status"u8];
        return JsonText.IsPlain(status)
            ? JsonText.Is(status, "entered-in-error"u8) || JsonText.Is(status, "not-done"u8) || JsonText.Is(status, "cancelled"u8)
                || JsonText.Is(status, "revoked"u8) || JsonText.Is(status, "not-taken"u8)
            : resource.Text("status"u8) is "entered-in-error" or "not-done" or "cancelled" or "revoked" or "not-taken";
    }
}
