using System.Globalization;

namespace QofFhir.Tests.Cli;

/// <summary><c>qof peers</c> over published files.</summary>
public sealed class PeersTests : IDisposable
{
    private const string Mapping = """
        PRACTICE_CODE,PCN_ODS_CODE,PCN_NAME,SUB_ICB_LOC_ODS_CODE,SUB_ICB_LOC_NAME,ICB_ODS_CODE,ICB_NAME,REGION_ODS_CODE,COUNTRY_ODS_CODE
        A81001,U1111,=One,00L,Place,QHM,North,Y63,E92000001
        A81002,U1111,=One,00L,Place,QHM,North,Y63,E92000001
        A81003,U2222,Two,00M,Other,QHM,North,Y63,E92000001

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("qof-peers-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_practice_stands_where_counting_by_hand_puts_it()
    {
        // Against 60 %: 40 % is lower, 60 % alike, 80 % and 90 % higher.
        var file = Achievement(("A81001", 60, 100), ("A81002", 80, 100), ("A81003", 4, 10), ("A81004", 120, 200), ("A81005", 90, 100));

        var ran = Peers("A81001", "--achievement", file, "--mapping", Write("mapping.csv", Mapping));

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var rows = Rows(ran);
        Assert.Equal(["all", "pcn", "sub-icb", "icb"], rows.Select(r => r["level"]));
        Assert.Equal(("60.00", "100.00", "60.00", "25.00", "20.00"), (rows[0]["numerator"], rows[0]["denominator"], rows[0]["percentage"], rows[0]["pcas"], rows[0]["pca_rate"]));
        Assert.Equal(("5.00", "3.00", "37.50"), (rows[0]["practices"], rows[0]["rank"], rows[0]["percentile"]));
        Assert.Equal(("60.00", "60.00", "80.00"), (rows[0]["lower_quartile"], rows[0]["median"], rows[0]["upper_quartile"]));
        Assert.Equal(("2.00", "2.00", "0.00", "'=One"), (rows[1]["practices"], rows[1]["rank"], rows[1]["percentile"], rows[1]["name"]));
        Assert.Equal(("3.00", "2.00", "50.00"), (rows[3]["practices"], rows[3]["rank"], rows[3]["percentile"]));
        Assert.Equal("", rows[1]["funnel"]);
    }

    [Fact]
    public void A_practice_far_from_the_others_lies_outside_the_funnel()
    {
        var others = Enumerable.Range(0, 50).Select(i => ($"B{i:00000}", 80 + (i % 5), 100)).ToArray();

        Assert.Equal("below 99.8 %", Rows(Peers("A81001", "--achievement", Achievement([("A81001", 40, 100), .. others])))[0]["funnel"]);
        Assert.Equal("within", Rows(Peers("A81001", "--achievement", Achievement([("A81001", 80, 100), .. others])))[0]["funnel"]);
        Assert.StartsWith("above ", Rows(Peers("A81001", "--achievement", Achievement([("A81001", 99, 100), .. others])))[0]["funnel"], StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_of_today_stand_in_place_of_what_was_published_of_the_practice()
    {
        using var practice = new PaidPractice();
        practice.Evaluate();
        var file = Write("achievement.csv", "PRACTICE_CODE,INDICATOR_CODE,MEASURE,VALUE\n" + string.Concat(
            new[] { ("A99999", 9, 10), ("A81001", 6, 10), ("A81002", 4, 10) }.Select(p => $"{p.Item1},T002,NUMERATOR,{p.Item2}\n{p.Item1},T002,DENOMINATOR,{p.Item3}\n")));

        var ran = Peers("--reports", practice.At("out/measure-reports.ndjson"), "--framework", TinyPractice.Framework, "--definitions", practice.At("defs"), "--achievement", file);

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var row = Assert.Single(Rows(ran));
        Assert.Equal(("A99999", "T002", "2.00", "4.00", "3.00", "2.00", "50.00"), (row["practice"], row["indicator"], row["numerator"], row["denominator"], row["practices"], row["rank"], row["percentile"]));
    }

    [Fact]
    public void Odd_rows_are_told_and_cost_no_other()
    {
        var file = Write("achievement.csv", "PRACTICE_CODE,INDICATOR_CODE,MEASURE,VALUE\n" + string.Concat(new[]
        {
            "A81001,AF006,NUMERATOR,8", "A81001,AF006,DENOMINATOR,10", "A81001,DM006,NUMERATOR,5", "A81001,HF003,DENOMINATOR,0", "A81001,HF003,NUMERATOR,0",
            "A81001,BP002,NUMERATOR,1", "A81001,BP002,DENOMINATOR,2", "A81002,AF006,NUMERATOR,11", "A81002,AF006,DENOMINATOR,10", "A81003,AF006,NUMERATOR,7",
            "A81003,AF006,DENOMINATOR,10", "A81003,AF006,DENOMINATOR,12", "A81003,AF006,MAGIC,12",
        }.Select(l => l + "\n")));

        var ran = Peers("a81001", "--achievement", file, "--mapping", Write("mapping.csv", Mapping.Replace("A81001,", "A89999,", StringComparison.Ordinal)));

        Assert.Equal(6, ran.Code);
        var rows = Rows(ran);
        Assert.Equal(["AF006", "BP002", "HF003"], rows.Select(r => r["indicator"]));
        Assert.Equal(("2.00", "1.00", ""), (rows[0]["practices"], rows[0]["rank"], rows[0]["remark"]));
        Assert.Equal(["no other practice of the files has it", "nobody is in the denominator"], rows.Skip(1).Select(r => r["remark"]));
        foreach (var said in new[] { "2 pairs of practice and indicator left out", "A81001 DM006, A81002 AF006", "1 row said again", "MEASURE is none of", "A81001 is not in the mapping" })
        {
            Assert.Contains(said, ran.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_table_fits_and_names_the_levels()
    {
        var file = Achievement(("A81001", 60, 100), ("A81002", 80, 100), ("A81003", 4, 10));

        var ran = Ran.Qof("peers", "A81001", "--achievement", file, "--mapping", Write("mapping.csv", Mapping), "--out", Path.Combine(_folder, "out"));

        Assert.Equal(0, ran.Code);
        Assert.All(ran.Lines, l => Assert.True(l.Length <= 80, l));
        Assert.Contains(ran.Lines, l => l.StartsWith("AF006", StringComparison.Ordinal) && l.Contains("60 100", StringComparison.Ordinal) && l.EndsWith("within", StringComparison.Ordinal));
        Assert.Contains(ran.Lines, l => l.StartsWith("- sub-icb", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(_folder, "out", "peers.csv")));
    }

    [Fact]
    public void What_cannot_be_answered_is_refused()
    {
        var file = Achievement(("A81001", 60, 100));

        Assert.Equal(3, Ran.Qof("peers", "B99999", "--achievement", file).Code);
        Assert.Equal(2, Ran.Qof("peers", "--achievement", file).Code);
        Assert.Equal(2, Ran.Qof("peers", "--achievement", file, "--reports", file).Code);
        Assert.Equal(3, Ran.Qof("peers", "A81001", "--achievement", Path.Combine(_folder, "none.csv")).Code);
    }

    private static Ran Peers(params string[] args) => Ran.Qof(["peers", .. args, "--format", "csv"]);

    private static List<Dictionary<string, string>> Rows(Ran ran)
    {
        var head = ran.Lines[0].Split(',');
        return [.. ran.Lines.Skip(1).Where(l => l.Length > 0).Select(l => head.Zip(l.Split(',')).ToDictionary(c => c.First, c => Number(c.Second)))];
    }

    private static string Number(string cell) => decimal.TryParse(cell, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.00", CultureInfo.InvariantCulture) : cell;

    private string Achievement(params (string Practice, int Numerator, int Denominator)[] practices) => Write(
        "achievement.csv",
        "PRACTICE_CODE,INDICATOR_CODE,MEASURE,VALUE\n" + string.Concat(practices.Select(p => string.Create(
            CultureInfo.InvariantCulture, $"{p.Practice},AF006,NUMERATOR,{p.Numerator}\n{p.Practice},AF006,DENOMINATOR,{p.Denominator}\n{p.Practice},AF006,PCAS,{p.Denominator / 4}\n"))));

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text.ReplaceLineEndings("\n"));
        return file;
    }
}
