namespace QofFhir.SampleGp.Practice.Cases;

/// <summary>A blood pressure target of 2019/20 (<paramref name="Then"/>) and its successor of 2026/27 (<paramref name="Now"/>), in mmHg.</summary>
internal sealed record PressureTarget(
    string Then, string Now, int Age, int Systolic, int DiastolicThen, int DiastolicNow,
    SampleCode Disease, SampleCode Unsuitable, SampleCode Declined, SampleCode Invite1, SampleCode Invite2,
    string UnsuitableRow, string DeclinedRow, string InviteRow);
