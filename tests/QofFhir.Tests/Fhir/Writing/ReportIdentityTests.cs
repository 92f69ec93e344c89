using System.Text.RegularExpressions;
using QofFhir.Core.Achievement;
using QofFhir.Core.Evaluation;
using QofFhir.Fhir.Writing;

namespace QofFhir.Tests.Fhir.Writing;

public sealed class ReportIdentityTests
{
    private static readonly PracticeResult Practice = HandMadePractice.Result();
    private static readonly FrameworkIndicator Indicator = HandMadePractice.Of(Practice, "DM020").Indicator;

    [Fact]
    public void The_value_is_reporter_framework_indicator_period_and_achievement_date() => Assert.Equal(
        "A81001:qof-england-2026-27:DM020:2026-04-01:2027-03-31:2026-11-20",
        ReportIdentity.Summary(Practice, Indicator).Value);

    [Fact]
    public void Without_a_practice_the_reporter_is_unknown() =>
        Assert.StartsWith("unknown:", ReportIdentity.Summary(Practice with { Practice = null }, Indicator).Value, StringComparison.Ordinal);

    // Registrations are matched without regard to case: one practice must not become two reporters by the way it is typed.
    [Fact]
    public void A_practice_is_the_same_in_small_letters() =>
        Assert.Equal(ReportIdentity.Summary(Practice, Indicator), ReportIdentity.Summary(Practice with { Practice = "a81001" }, Indicator));

    [Fact]
    public void Id_is_the_start_of_the_hash_of_the_value()
    {
        // sha256sum of the value above.
        Assert.Equal("7819d44afab6a9e71f5be425a57ccd63", ReportIdentity.Summary(Practice, Indicator).Id);
        Assert.Matches("^[A-Za-z0-9.-]{1,64}$", ReportIdentity.Individual(Practice, Indicator, new string('p', 64), null).Id);
    }

    [Fact]
    public void What_is_not_part_of_the_identity_does_not_change_it()
    {
        var again = Practice with { Framework = Practice.Framework with { Rules = "51.3" }, ListSize = 1 };
        Assert.Equal(ReportIdentity.Summary(Practice, Indicator), ReportIdentity.Summary(again, Indicator with { Points = 1 }));
    }

    [Fact]
    public void Each_part_makes_another_report()
    {
        ReportIdentity[] all =
        [
            ReportIdentity.Summary(Practice, Indicator),
            ReportIdentity.Summary(Practice with { Practice = "A81002" }, Indicator),
            ReportIdentity.Summary(Practice with { Framework = Practice.Framework with { Id = "other" } }, Indicator),
            ReportIdentity.Summary(Practice, Indicator with { Id = "DM021" }),
            ReportIdentity.Summary(Practice with { Dates = ServiceDates.Year(new(2026, 11, 21)) }, Indicator),
            ReportIdentity.Summary(Practice with { Dates = ServiceDates.Clinical(new(2026, 11, 20)) }, Indicator),
            ReportIdentity.SubjectList(Practice, Indicator),
            ReportIdentity.Individual(Practice, Indicator, "p-1", null),
            ReportIdentity.Individual(Practice, Indicator, "p-2", null),
            ReportIdentity.Individual(Practice, Indicator, "subject-list", null),
            ReportIdentity.Individual(Practice, Indicator, "p-1", new byte[] { 1 }),
            ReportIdentity.Individual(Practice, Indicator, "p-1", new byte[] { 2 }),
        ];
        Assert.Equal(all.Length, all.Select(i => i.Value).Distinct().Count());
        Assert.Equal(all.Length, all.Select(i => i.Id).Distinct().Count());
    }

    [Fact]
    public void Signs_that_would_run_parts_together_or_break_a_search_are_encoded()
    {
        var odd = ReportIdentity.Individual(Practice, Indicator, "urn:uuid:1|2", null);
        Assert.EndsWith(":patient:urn%3Auuid%3A1%7C2", odd.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_key_the_patient_cannot_be_read_from_the_identifier()
    {
        var keyed = ReportIdentity.Individual(Practice, Indicator, "p-1", "secret"u8.ToArray());
        Assert.Matches(new Regex(":patient:[0-9a-f]{32}$"), keyed.Value);
        Assert.DoesNotContain("p-1", keyed.Value, StringComparison.Ordinal);
        Assert.Equal(keyed, ReportIdentity.Individual(Practice, Indicator, "p-1", "secret"u8.ToArray()));
    }
}
