namespace QofFhir.SampleGp.Practice.Cases;

/// <summary>Short words for what a case must come to.</summary>
internal static class Expect
{
    public static ExpectedOutcome Excluded(string indicator, string row) => new(indicator, "excluded", row);

    public static ExpectedOutcome Achieved(string indicator) => new(indicator, "achieved");

    public static ExpectedOutcome Adjusted(string indicator, string row) => new(indicator, "adjusted", row);

    public static ExpectedOutcome Outstanding(string indicator) => new(indicator, "outstanding");

    public static ExpectedOutcome OnRegister(string indicator) => new(indicator, "on-register");

    public static ExpectedOutcome None(string indicator) => new(indicator, "none");
}
