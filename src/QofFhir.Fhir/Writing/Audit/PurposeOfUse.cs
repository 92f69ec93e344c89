namespace QofFhir.Fhir.Writing.Audit;

/// <summary>What counts are asked for, in the codes of HL7's v3-ActReason.</summary>
public static class PurposeOfUse
{
    public const string System = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    public const string Quality = "HQUALIMP";
    public const string Payment = "HPAYMT";

    /// <summary>All that are taken: treatment and care management, quality, payment, running the service, public health, test.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["TREAT", "CAREMGT", Quality, Payment, "HOPERAT", "PUBHLTH", "HTEST"];
}
