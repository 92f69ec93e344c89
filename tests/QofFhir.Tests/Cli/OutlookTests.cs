using System.Text.Json;

namespace QofFhir.Tests.Cli;

public sealed class OutlookTests
{
    private const string Payment = """
        rulesets: [TINY]
        payment:
          point-value: { value: 200, certainty: found, source: "made up" }
          average-list: { value: 8, certainty: found, source: "made up" }
          groups:
            - { group: "Sickness", weighted-by: SICK_REG, published-as: SICK, certainty: found }
            - { group: "Quality", weighted-by: nothing, certainty: found }
        """;

    [Fact]
    public void The_table_fits_80_columns_and_says_what_the_next_patient_brings()
    {
        using var practice = Paid();
        var ran = Look(practice, "--national", National(practice), "--gain", "£900", "--what-if", "T002=75%", "--what-if", "list=16");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.All(ran.Lines, l => Assert.True(l.Length <= 80, l));
        Assert.Contains(ran.Lines, l => Words(l).StartsWith("T002 50.0 50.0 50.0 50.0 met 1 £1,000.00 ", StringComparison.Ordinal));
        Assert.Contains("11.5 points at the year end if nothing is added; 2.5 more can still be had", ran.Output, StringComparison.Ordinal);
        Assert.Contains("1 patient, £1,000.00; no list is shorter", ran.Output, StringComparison.Ordinal);
        Assert.Contains("What if: T002 at 75 %, list of 16", ran.Output, StringComparison.Ordinal);
        Assert.Contains(ran.Lines, l => Words(l) == "Sickness 11.5 14 £4,600.00 £11,200.00 £6,600.00");
    }

    [Fact]
    public void The_files_say_who_and_what_for()
    {
        using var practice = Paid();
        Look(practice, "--national", National(practice), "--gain", "2points", "--out", practice.Out);
        Assert.Equal(["outlook.csv", "outlook.json", "patients.csv", "shortest-list.csv", "trajectory.csv"], practice.Files("out").Keys);
        Assert.Equal(
            """
            patient,points,pounds,pounds_remark,indicators,lapses,in_time_to,sittings,if_as_wanted
            due-later,2.5,1000.0,provisional: Sickness,T002,T002:2027-03-31,,not named,
            old,2.5,1000.0,provisional: Sickness,T002,,,not named,

            """.ReplaceLineEndings("\n"),
            practice.Read("out/patients.csv"));
        using var json = JsonDocument.Parse(practice.Read("out/outlook.json"));
        Assert.Equal(["now", "in 1 month", "in 3 months", "year end"], json.RootElement.GetProperty("views").EnumerateArray().Select(v => v.GetProperty("view").GetString()));
        var indicator = json.RootElement.GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("indicator").GetString() == "T002");
        Assert.Equal((0, 1), (indicator.GetProperty("neededToLower").GetInt32(), indicator.GetProperty("neededToUpper").GetInt32()));
        Assert.Equal(1000, indicator.GetProperty("nextPounds").GetDecimal());
    }

    [Fact]
    public void Without_national_prevalence_there_are_points_and_no_pounds()
    {
        using var practice = Paid();
        var ran = Look(practice);
        Assert.Contains(ran.Lines, l => Words(l).Contains(" met 1 2.5 pt", StringComparison.Ordinal));
        Assert.Contains("the national prevalence was not given", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("£0", ran.Output, StringComparison.Ordinal);
        Assert.Contains("cannot be had any more: all that is left brings £0.00", Look(practice, "--gain", "£1").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Late_in_the_year_the_views_end_with_it_and_say_so()
    {
        using var practice = Paid();
        var ran = Ran.Qof("outlook", practice.Input, "--framework", TinyPractice.Framework, "--today", "2027-02-15", "--definitions", practice.Definitions);
        Assert.Contains("! The year ends on 31 March 2027: that is as far as \"in 3 months\" can look.", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--gain", "20")]
    [InlineData("--gain", "0points")]
    [InlineData("--what-if", "T002")]
    [InlineData("--what-if", "T002=175%")]
    [InlineData("--what-if", "T009=75%")]
    [InlineData("--what-if", "T002=+3")]
    [InlineData("--what-if", "prevalence:Quality=3%")]
    [InlineData("--list-size", "-1")]
    public void What_cannot_be_understood_is_said_before_anything_is_shown(string option, string value)
    {
        using var practice = Paid();
        var ran = Look(practice, option, value);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Contains(option, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_in_the_national_file_are_told_with_their_lines()
    {
        using var practice = Paid();
        var ran = Look(practice, "--national", practice.Write("national.csv", "group,register,list\nSICK,9,7\nSickness,7,16\nSICK,7,16\n"));
        Assert.Equal(2, ran.Code);
        Assert.Contains("REGISTER is more than the list.", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Sickness has more than one row of the whole list", ran.Error, StringComparison.Ordinal);
    }

    private static TinyPractice Paid()
    {
        var practice = new TinyPractice();
        const string file = "defs/frameworks/tiny-2026-27.yaml";
        practice.Write(file, practice.Read(file).Replace("rulesets: [TINY]", Payment.ReplaceLineEndings("\n"), StringComparison.Ordinal));
        return practice;
    }

    /// <summary>Half as many sick in the country as here: the factor is 2.</summary>
    private static string National(TinyPractice practice) => practice.Write("national.csv", "group,register,list,day\nSICK,7,16,2027-03-31\n");

    private static Ran Look(TinyPractice practice, params string[] more) => Ran.Qof(
        ["outlook", practice.Input, "--framework", TinyPractice.Framework, "--today", TinyPractice.Day, "--definitions", practice.Definitions, .. more]);

    private static string Words(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
