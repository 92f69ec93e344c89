using System.Text;
using QofFhir.Fhir.Reading.Cds;

namespace QofFhir.Tests.Fhir.Reading.Cds;

public sealed class FeedbackReaderTests
{
    private const string Card = "4f6d1c9e-2d3b-4b3e-9a57-0a5d6b8f3c21";
    private const string Suggestion = "a0c3b0de-5a55-4a44-8f0a-6a2d0a8f7b10";
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_became_of_each_card_is_read()
    {
        var reading = Read($$$"""
            {"feedback":[
             {"card":"{{{Card}}}","outcome":"accepted","acceptedSuggestions":[{"id":"{{{Suggestion}}}"}],"outcomeTimestamp":"2026-11-21T10:05:31Z"},
             {"card":"{{{Suggestion}}}","outcome":"overridden","overrideReason":{"reason":{"code":"c","system":"s","display":"d"},"userComment":"later"},"outcomeTimestamp":"2026-11-21T11:05:31.25+01:00"},
             {"card":"{{{Card}}}","outcome":"overridden","overrideReason":{"userComment":"x"},"outcomeTimestamp":"2026-11-22T09:30:00Z"},
             {"card":"{{{Card}}}","outcome":"overridden","outcomeTimestamp":"2026-11-22T09:30:00Z"}]}
            """);
        Assert.Empty(reading.Faults);
        Assert.Equal(4, reading.Feedback.Count);
        Assert.Equal(Guid.Parse(Suggestion), Assert.Single(reading.Feedback[0].AcceptedSuggestions));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 10, 5, 31, 250, TimeSpan.Zero), reading.Feedback[1].At);
        Assert.Equal(new OverrideReason("s", "c", "d", "later"), reading.Feedback[1].Reason);
        Assert.Null(reading.Feedback[2].Reason!.Code);
        Assert.Null(reading.Feedback[3].Reason);
        Assert.DoesNotContain("later", reading.Feedback[1].ToString() + reading.Feedback[1].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "feedback")]
    [InlineData("""{"feedback":{}}""", "feedback")]
    [InlineData("""{"feedback":[]}""", "feedback")]
    [InlineData("""{"feedback":[1]}""", "feedback[0]")]
    [InlineData("""{"feedback":[{}]}""", "feedback[0].card feedback[0].outcome feedback[0].outcomeTimestamp")]
    [InlineData("""{"feedback":[{"card":"x","outcome":"ignored","outcomeTimestamp":"yesterday"}]}""", "feedback[0].card feedback[0].outcome feedback[0].outcomeTimestamp")]
    [InlineData("""{"feedback":[{"card":"CARD","outcome":"accepted","outcomeTimestamp":"2026-11-21T10:05:31Z"}]}""", "feedback[0].acceptedSuggestions")]
    [InlineData("""{"feedback":[{"card":"CARD","outcome":"accepted","acceptedSuggestions":[{"id":7}],"outcomeTimestamp":"2026-11-21T10:05:31Z"}]}""", "feedback[0].acceptedSuggestions[0].id")]
    [InlineData("""{"feedback":[{"card":"CARD","outcome":"overridden","overrideReason":{"reason":{"display":"x"}},"outcomeTimestamp":"2026-11-21T10:05:31Z"}]}""", "feedback[0].overrideReason.reason.code")]
    [InlineData("""{"feedback":[{"card":"CARD","outcome":"overridden","outcomeTimestamp":"2026-11-21"}]}""", "feedback[0].outcomeTimestamp")]
    [InlineData("""{"feedback":[{"card":"CARD","outcome":"overridden","outcomeTimestamp":"2026-11-21T10:05:31"}]}""", "feedback[0].outcomeTimestamp")]
    [InlineData("""{"feedback":[{"card":"CARD","outcome":"overridden","outcomeTimestamp":"2026-13-21T10:05:31Z"}]}""", "feedback[0].outcomeTimestamp")]
    [InlineData("""{"feedback":[{"card":"CARD","outcome":"overridden","outcomeTimestamp":"2027-11-21T10:05:31Z"}]}""", "feedback[0].outcomeTimestamp")]
    [InlineData("""{"feedback":[{"card":"CARD","outcome":"overridden","outcomeTimestamp":"2026-11-21T10:05:31Z"},{"card":"CARD","outcome":"overridden"}]}""", "feedback[1].outcomeTimestamp")]
    public void One_bad_entry_and_none_is_taken(string json, string places)
    {
        var reading = Read(json.Replace("CARD", Card, StringComparison.Ordinal));
        Assert.Empty(reading.Feedback);
        Assert.Equal(places, string.Join(' ', reading.Faults.Select(f => f.Expression)));
    }

    [Fact]
    public void A_comment_has_a_most() => Assert.Equal(
        "too-long",
        Assert.Single(Read($$$"""{"feedback":[{"card":"{{{Card}}}","outcome":"overridden","overrideReason":{"userComment":"{{{new string('x', 10_001)}}}"},"outcomeTimestamp":"2026-11-21T10:05:31Z"}]}""").Faults).Code);

    private static FeedbackReading Read(string json) => FeedbackReader.Read(Encoding.UTF8.GetBytes(json), Now);
}
