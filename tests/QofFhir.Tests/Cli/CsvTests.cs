using QofFhir.Publication;

namespace QofFhir.Tests.Cli;

public sealed class CsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"a\"", "\"say \"\"a\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("a=b", "a=b")]
    public void A_text_is_quoted_where_needed_and_never_a_formula(string text, string cell) => Assert.Equal(cell, Csv.Cell(text));

    [Fact]
    public void Numbers_days_and_flags_are_written_plainly()
    {
        Assert.Equal("-1.5", Csv.Cell(-1.5m));
        Assert.Equal("2026-04-01", Csv.Cell(new DateOnly(2026, 4, 1)));
        Assert.Equal("true", Csv.Cell(true));
        Assert.Equal("", Csv.Cell(null));
    }

    [Fact]
    public void A_line_ends_with_a_line_feed_alone()
    {
        using var text = new StringWriter { NewLine = "\r\n" };

        Csv.WriteLine(text, "a", null, 1);

        Assert.Equal("a,,1\n", text.ToString());
    }
}
