using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace QofFhir.Tests.Cli;

/// <summary><c>qof payment statement</c>, over a practice whose sums fit on a slip of paper.</summary>
public sealed class StatementCommandTests
{
    [Fact]
    public void The_statement_is_the_sum_by_hand()
    {
        using var practice = new PaidPractice();

        var ran = practice.Statement(
            "--last-year", "1000", "--last-point-value", "160", "--last-year-for-its-list", "--aspiration-paid", "900", "--out", practice.Out, "--format", "csv");

        Assert.Equal((0, ""), (ran.Code, string.Join('\n', ran.Error.Split('\n').Where(l => !l.StartsWith("warning: Nobody", StringComparison.Ordinal)))));
        // 4 of a register; 2 of 4 is 50 %, three quarters of the way from 20 to 60: 7.5 of 10; 3.5 protected.
        // List 8 of 10; 7 of 8 sick against 100 of 1,000.
        const decimal sickness = 15m * 200 * (8 / 10m) * (7 / 8m / (100 / 1000m));
        const decimal quality = 5m * 200 * (8 / 10m) * 1.5m;
        var rows = ran.Lines.Select(l => l.Split(',')).ToList();
        Assert.Equal([21_000m, 1_200m, 22_200m], [sickness, quality, sickness + quality]);
        Assert.Equal(("21", "15", "21000.00"), Of("group", "Sickness"));
        Assert.Equal(("5", "5", "1200.00"), Of("group", "Quality"));
        Assert.Equal(("26", "20", "22200.00"), Of("total", ""));
        // 80 % of £1,000, brought from £160 to £200 a point.
        Assert.Equal(("", "", "1000.00"), Of("aspiration", ""));
        Assert.Equal(("", "", "21300.00"), Of("balance", ""));
        Assert.Equal(ran.Output, practice.Read("statement/statement.csv"));

        (string, string, string) Of(string line, string group)
        {
            var row = rows.Single(r => r.Length > 4 && r[4] == line && r[5] == group);
            return (Plain(row[8]), Plain(row[9]), Money(row[10]));
        }
    }

    [Fact]
    public void The_table_says_what_was_lost_and_why()
    {
        using var practice = new PaidPractice();

        var ran = practice.Statement();

        Assert.Contains(ran.Lines, l => Regex.IsMatch(l, @"^  T002 +7\.50 of 10~\? +£10,500\.00~\? +2\.50 +£3,500\.00$"));
        Assert.Contains("2 of 4 is 50.00 %; all points from 60 %", ran.Output, StringComparison.Ordinal);
        Assert.Contains(ran.Lines, l => Regex.IsMatch(l, @"^Achievement payment +£22,200\.00~\?"));
        Assert.All(ran.Lines, l => Assert.True(l.Length <= 80, l));
    }

    [Fact]
    public void Reports_of_an_evaluation_give_the_statement_that_its_records_give()
    {
        using var practice = new PaidPractice();
        practice.Evaluate("--attestations", practice.Attestations);
        string[] more = [.. practice.Whole, "--list-size", "8", "--list-day", "2026-11-01", "--format", "json"];

        var fromRecords = practice.Bare([practice.At("in"), .. more]);
        var fromReports = practice.Bare(["--reports", practice.At("out/measure-reports.ndjson"), .. more]);

        Assert.Equal((0, 0), (fromRecords.Code, fromReports.Code));
        Assert.Contains("\"pounds\"", fromRecords.Output, StringComparison.Ordinal);
        Assert.Equal(fromRecords.Output, fromReports.Output);
    }

    [Fact]
    public void A_report_that_cannot_be_read_is_told_and_its_indicator_has_no_result()
    {
        using var practice = new PaidPractice();
        practice.Evaluate();
        var lines = practice.Read("out/measure-reports.ndjson").TrimEnd('\n').Split('\n');
        var other = lines[0].Replace("A99999", "B88888", StringComparison.Ordinal);
        var reports = practice.Write("reports.ndjson", string.Join('\n', [lines[0], "{\"resourceType\":", other, .. lines.Skip(2)]) + "\n");

        var ran = practice.Bare(["--reports", reports, .. practice.Whole, "--format", "csv"]);

        Assert.Equal(6, ran.Code);
        Assert.Contains($"{reports}:2: ", ran.Error, StringComparison.Ordinal);
        Assert.Contains("1 report of another practice or achievement date left aside", ran.Error, StringComparison.Ordinal);
        Assert.Contains(ran.Lines, l => l.Contains(",indicator,Sickness,T002,", StringComparison.Ordinal) && l.Contains("no result was given", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_two_reports_that_differ_the_later_counts_and_it_is_told()
    {
        using var practice = new PaidPractice();
        practice.Evaluate();
        var text = practice.Read("out/measure-reports.ndjson");
        var older = text.Replace("2026-12-01", "2026-11-30", StringComparison.Ordinal).Replace("\"valueInteger\":8", "\"valueInteger\":9", StringComparison.Ordinal);
        var reports = practice.Write("reports.ndjson", text + older);

        var ran = practice.Bare(["--reports", reports, .. practice.Whole]);

        Assert.Equal(6, ran.Code);
        Assert.Contains("T001 has reports that say different things", ran.Error, StringComparison.Ordinal);
        Assert.Contains("8 on the list", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_of_another_day_than_the_year_pays_by_makes_the_sums_provisional()
    {
        using var practice = new PaidPractice();
        var framework = $"defs/frameworks/{TinyPractice.Framework}.yaml";
        practice.Write(framework, practice.Read(framework).Replace("2026-11-01, certainty", "2027-01-01, certainty", StringComparison.Ordinal));

        Assert.Contains("8 on the list of 30 November 2026", practice.Statement().Output, StringComparison.Ordinal);
        Assert.Contains("the list size is of 2026-11-30; the year pays by 2027-01-01", practice.Statement("--format", "csv").Output, StringComparison.Ordinal);
        var given = practice.Statement("--list-size", "8", "--list-day", "2027-01-01", "--format", "csv");
        Assert.DoesNotContain("the year pays by", given.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_given_is_absent_and_never_nought()
    {
        using var practice = new PaidPractice();

        var ran = practice.Bare(practice.At("in"), "--format", "csv");

        Assert.Equal(0, ran.Code);
        Assert.Contains("no national prevalence was given", ran.Error, StringComparison.Ordinal);
        Assert.Contains(ran.Lines, l => Regex.IsMatch(l, "^A99999,tiny-2026-27,2026-11-30,false,group,Sickness,,,21,11.50?,,2.50?,,"));
        Assert.Contains(ran.Lines, l => l.Contains(",total,,,,26,", StringComparison.Ordinal) && l.Contains("not in the sum", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("group,register,list\nSICK,100,1000\n", "the day of the national counts was not given")]
    [InlineData("group,register,list,list_type\nSICK,100,900,17OV\n", "no national prevalence of Sickness by the whole list")]
    [InlineData("GROUP_CODE,REGISTER,LIST_SIZE\nsickness,100,1000\n", "taken for 30 November 2026")]
    [InlineData("group,payment_group,register,list\nXX,Other / Sickness,100,1000\n", "taken for 30 November 2026")]
    public void National_prevalence_is_found_by_code_and_name(string national, string said)
    {
        using var practice = new PaidPractice();

        var ran = practice.Statement("--national", practice.Write("other.csv", national), "--format", "csv");

        Assert.Contains(said, ran.Error, StringComparison.Ordinal);
        Assert.Equal(!national.Contains("17OV", StringComparison.Ordinal), ran.Lines.Any(l => l.Contains("group,Sickness", StringComparison.Ordinal) && l.Contains("21000.00", StringComparison.Ordinal)));
    }

    [Fact]
    public void Mistakes_of_a_table_are_said_at_once_with_their_lines()
    {
        using var practice = new PaidPractice();

        var points = practice.Statement("--protected", practice.Write("points.csv", "indicator,points\nT999,1\nT002,1\nT003,many\nT003,8\nT003,7\nT003,7\n"));
        Assert.Equal(2, points.Code);
        Assert.All(
            points.Error.TrimEnd('\n').Split('\n').Zip(
                [":2: tiny-2026-27 has no indicator 'T999'", ":3: T002 is not protected this year", ":4: points are 'many', expected a number from 0", ":5: T003 has 7 points at most", ":7: T003 has points above already"]),
            said => Assert.EndsWith(said.Second, said.First, StringComparison.Ordinal));
        var national = practice.Statement("--national", practice.Write("other.csv", "group,register,list,day\nSICK,1001,1000,\nSICK,1,2,soon\nSICK,1,2,\nSICK,1,3,\n"));
        Assert.Equal(2, national.Code);
        Assert.Contains("REGISTER is more than the list", national.Error, StringComparison.Ordinal);
        Assert.Contains("DAY is no day YYYY-MM-DD", national.Error, StringComparison.Ordinal);
        Assert.Contains("Sickness has more than one row of the whole list", national.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--list-size and --list-day go together", "--list-size", "8")]
    [InlineData("--list-size expects 0 or more", "--list-size", "-8", "--list-day", "2026-11-01")]
    [InlineData("--last-year and --last-point-value go together", "--last-year", "8")]
    [InlineData("--last-point-value is 0", "--last-year", "8", "--last-point-value", "0")]
    [InlineData("give one of them", "--last-year", "8", "--last-point-value", "2", "--agreed-points", "100")]
    [InlineData("'Sickness=1' is no GROUP=N; groups with such a factor: Quality", "--target-factor", "Sickness=1")]
    [InlineData("has no number from 0 to 1000 after the =", "--target-factor", "Quality=high")]
    [InlineData("has no number from 0 to 1000 after the =", "--target-factor", "Quality=79228162514264337593543950335")]
    [InlineData("'£8' is no number up to 1000000000000: --last-year expects digits", "--last-year", "£8", "--last-point-value", "2")]
    [InlineData("'1,50' is no number", "--aspiration-paid", "1,50")]
    [InlineData("'79228162514264337593543950335' is no number", "--agreed-points", "79228162514264337593543950335")]
    [InlineData("'99999999999' is no number up to 2147483647", "--list-size", "99999999999", "--list-day", "2026-11-01")]
    [InlineData("records, or --reports", "--reports", "x")]
    public void What_does_not_go_together_is_refused(string said, params string[] more)
    {
        using var practice = new PaidPractice();

        var ran = practice.Statement(more);

        Assert.Equal(2, ran.Code);
        Assert.Contains(said, ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-31", "31 March 2026 lies outside the year of tiny-2026-27, which began on 1 April 2026")]
    [InlineData("2027-04-01", "1 April 2027 lies outside the year of tiny-2026-27, which began on 1 April 2026")]
    public void A_year_pays_no_other_year(string day, string said)
    {
        using var practice = new PaidPractice();

        var ran = Ran.Qof(
            "payment", "statement", "--reports", "x", "--framework", TinyPractice.Framework, "--achievement-date", day, "--definitions", practice.At("defs"));

        Assert.Equal(2, ran.Code);
        Assert.Contains(said, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_to_be_repaid_while_the_payment_is_provisional()
    {
        using var practice = new PaidPractice();

        var ran = practice.Statement("--aspiration-paid", "90000", "--out", practice.Out);

        Assert.Contains("Balance", ran.Output, StringComparison.Ordinal);
        Assert.All([ran.Output, practice.Read("statement/statement.html")], text =>
        {
            Assert.Contains("-£67,800.00", text, StringComparison.Ordinal);
            Assert.DoesNotContain("To be repaid", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_text_of_a_definition_becomes_markup_or_a_formula()
    {
        using var practice = new PaidPractice();
        var framework = $"defs/frameworks/{TinyPractice.Framework}.yaml";
        practice.Write(framework, practice.Read(framework)
            .Replace("The tiny framework", "'<script>alert(1)</script> & \"more\"'", StringComparison.Ordinal)
            .Replace("Sick: care in 12 months", "=HYPERLINK(1) <img src=x onerror=y>", StringComparison.Ordinal));

        practice.Statement("--out", practice.Out);

        var page = practice.Read("statement/statement.html");
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;", page, StringComparison.Ordinal);
        Assert.Contains(",'=HYPERLINK(1) <img src=x onerror=y>,", practice.Read("statement/statement.csv"), StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", JsonNode.Parse(practice.Read("statement/statement.json"))!["inputs"]!["title"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_stands_alone_and_can_be_read_aloud()
    {
        using var practice = new PaidPractice();
        practice.Statement("--out", practice.Out);

        var page = practice.Read("statement/statement.html");

        Assert.StartsWith("<!doctype html>\n<html lang=\"en-GB\">", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(script|link|img|iframe|object)|@import|url\\(|https?:", page);
        Assert.Single(Regex.Matches(page, "<h1>"));
        Assert.All(Regex.Matches(page, "<th[ >][^>]*").Select(m => m.Value), th => Assert.Contains("scope=", th, StringComparison.Ordinal));
        Assert.All(
            Regex.Matches(page, "<(section|div|table|thead|tbody|tfoot|tr|ul|li|dl|main|header|footer)[ >]").GroupBy(m => m.Groups[1].Value),
            g => Assert.Equal(g.Count(), Regex.Count(page, $"</{g.Key}>")));
        Assert.Contains("15.00 × £200.00 × 0.800000 × 8.750000 = <strong>£21,000.00</strong>", page, StringComparison.Ordinal);
        Assert.Contains("2 of 4 is 50.0000 %; none at 20 %, all 10 at 60 %", page, StringComparison.Ordinal);
    }

    private static string Money(string cell) => decimal.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out var pounds) ? pounds.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) : cell;

    private static string Plain(string cell) => decimal.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out var points) ? points.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) : cell;
}
