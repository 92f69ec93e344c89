using QofFhir.Core.Improvement;

namespace QofFhir.Tests.Core.Improvement;

public sealed class ObjectiveTests
{
    [Theory]
    [InlineData(Direction.Higher, 2, 3, "66.6", true)]
    [InlineData(Direction.Higher, 2, 3, "66.7", false)]
    [InlineData(Direction.Higher, 9, 10, "90", true)]
    [InlineData(Direction.Higher, 8, 10, "90", false)]
    [InlineData(Direction.Lower, 1, 10, "10", true)]
    [InlineData(Direction.Lower, 2, 10, "10", false)]
    [InlineData(Direction.Lower, 0, 10, "0", true)]
    [InlineData(Direction.Lower, 0, 0, "10", null)]
    public void The_target_itself_is_reached_and_nobody_counted_reaches_nothing(Direction direction, long numerator, long denominator, string target, bool? reached)
    {
        var objective = SafetyModule.Undeclared.Objectives[0] with { Direction = direction, Target = decimal.Parse(target, System.Globalization.CultureInfo.InvariantCulture) };
        Assert.Equal(reached, objective.IsReachedBy(SafetyModule.Counted("m", "NSAID", numerator, denominator, SafetyModule.Today)));
    }
}
