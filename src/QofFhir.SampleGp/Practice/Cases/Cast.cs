namespace QofFhir.SampleGp.Practice.Cases;

/// <summary>All cases, in the order in which they are written.</summary>
internal static class Cast
{
    public static IReadOnlyList<CaseScript> All { get; } =
    [
        .. HbA1cCases.All,
        .. PressureCases.All,
        .. BloodPressureCheckCases.All,
        .. RegisterCases.All,
        .. RegistrationCases.All,
        .. DataEdgeCases.All,
    ];
}
