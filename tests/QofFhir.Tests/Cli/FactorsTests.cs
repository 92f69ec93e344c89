using System.Globalization;
using System.Text;
using System.Text.Json;

namespace QofFhir.Tests.Cli;

/// <summary><c>qof payment factors</c> over published files.</summary>
public sealed class FactorsTests : IDisposable
{
    private const string Head = "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("qof-factors-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_factor_equals_an_independent_recount(int seed)
    {
        var random = new Random(seed);
        var rows = new List<(string Practice, string Group, long Register, string Type, long List)>();
        for (var p = 0; p < 250; p++)
        {
            var whole = random.Next(20) == 0 ? 0 : random.Next(1, 20_000);
            foreach (var (group, age) in new[] { ("AF", "TOTAL"), ("CHD", "TOTAL"), ("DM", "17OV"), ("AST", "06OV"), ("CS", "25_64_F") })
            {
                if (random.Next(12) > 0)
                {
                    var list = age == "TOTAL" ? whole : random.Next(whole + 1);
                    rows.Add(($"A{p:00000}", group, random.Next(list + 2), age, list));
                }
            }
        }

        rows = [.. rows.OrderBy(_ => random.Next())];
        var file = Write("prevalence.csv", Head + string.Concat(rows.Select(r => $"{r.Practice},{r.Group},{r.Register},{r.Type},{r.List}\n")));

        var ran = Ran.Qof("payment", "factors", "--prevalence", file, "--average-list", "9000", "--format", "csv");

        Assert.Equal(rows.Count + 2, ran.Lines.Length);
        var columns = ran.Lines[0].Split(',').Index().ToDictionary(c => c.Item, c => c.Index);
        foreach (var (row, line) in rows.Zip(ran.Lines.Skip(1).Select(l => l.Split(','))))
        {
            var wholes = rows.Where(r => r.Practice == row.Practice && r.Type == "TOTAL").Select(r => r.List).ToList();
            long? whole = wholes.Count > 0 ? wholes[0] : null;
            var same = rows.Where(r => r.Group == row.Group).ToList();
            var listed = same.Select(r => (r.Register, Whole: rows.Where(o => o.Practice == r.Practice && o.Type == "TOTAL").Select(o => (long?)o.List).FirstOrDefault())).Where(r => r.Whole is not null).ToList();
            Assert.Equal((row.Practice, row.Group, row.Type), (line[columns["practice"]], line[columns["group"]], line[columns["list_type"]]));
            Same(Factor(row.Register, row.List, same.Sum(r => r.Register), same.Sum(r => r.List)), line[columns["factor"]]);
            Same(Factor(row.Register, whole, listed.Sum(r => r.Register), listed.Sum(r => r.Whole!.Value)), line[columns["whole_factor"]]);
            Same(whole > 0 ? whole / 9000m : null, line[columns["cpi"]]);
            Assert.Equal(whole?.ToString(CultureInfo.InvariantCulture) ?? "", line[columns["whole_list"]]);
        }

        static decimal? Factor(long register, long? list, long all, long lists) =>
            list is null or 0 || register > list || lists == 0 || all == 0 ? null : register / (decimal)list / (all / (decimal)lists);
        static void Same(decimal? expected, string cell) => Assert.Equal(
            expected is { } e ? Math.Round(e, 10, MidpointRounding.AwayFromZero) : default(decimal?), cell.Length == 0 ? default(decimal?) : decimal.Parse(cell, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void National_prevalence_is_the_two_sums()
    {
        var file = Write("prevalence.csv", Head + "A81001,AF,10,TOTAL,1000\nA81002,AF,30,TOTAL,3000\nA81001,DM,50,17OV,800\nA81002,DM,150,17OV,2400\nB99999,DM,7,17OV,60\n");

        var ran = Ran.Qof("payment", "factors", "--prevalence", file, "--framework", "qof-england-2026-27", "--day", "2026-03-31", "--out", Path.Combine(_folder, "out"));

        Assert.Equal(0, ran.Code);
        Assert.Equal(
            """
            group,payment_group,list_type,register,list,practices,prevalence,day
            AF,Atrial fibrillation,TOTAL,40,4000,2,0.0100000000,2026-03-31
            DM,Diabetes mellitus,17OV,207,3260,3,0.0634969325,2026-03-31
            DM,Diabetes mellitus,TOTAL,200,4000,2,0.0500000000,2026-03-31

            """.ReplaceLineEndings("\n"), Padded(File.ReadAllText(Path.Combine(_folder, "out", "national.csv"))));
        Assert.Contains("no row of the practice tells its whole list: 1 row (B99999 DM)", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Average list paid by: 10,349", ran.Lines);
        Assert.Contains("Average list of the files: 2,000", ran.Lines);
    }

    [Fact]
    public void What_is_odd_is_told_and_stays_in_the_file()
    {
        var file = Write("prevalence.csv", Head + string.Concat(new[]
        {
            "A81001,AF,10,TOTAL,1000", "A81002,AF,0,TOTAL,0", "A81003,AF,12,TOTAL,10", "A81001,AF,11,TOTAL,1000", "A81004,AF,ten,TOTAL,1000", "A81001,CHD,5,TOTAL,1001",
            "A81005,DM,5,17OV,100", "A81001,\"=cmd|' /C calc'!A0\",1,\"@SUM(1)\",10",
        }.Select(l => l + "\n")));

        var ran = Ran.Qof("payment", "factors", "--prevalence", file, "--format", "csv");

        Assert.Equal(6, ran.Code);
        Assert.Equal(7, ran.Lines.Length - 1);
        Assert.EndsWith(",nobody is on the list", ran.Lines[2], StringComparison.Ordinal);
        Assert.EndsWith(",more on the register than on the list", ran.Lines[3], StringComparison.Ordinal);
        Assert.EndsWith(",no row of the practice tells its whole list", ran.Lines[5], StringComparison.Ordinal);
        Assert.StartsWith("A81001,'=cmd|' /C calc'!A0,,1,'@SUM(1),10,", ran.Lines[6], StringComparison.Ordinal);
        foreach (var said in new[]
        {
            "1 row said again what an earlier row said", "prevalence.csv:6:3: REGISTER is no whole number from 0.", "8 rows = 7 accepted + 1 rejected",
            "whole lists of different sizes, the first counts for the index: 1 practice (A81001)", "nobody is on the list: 1 row (A81002 AF)",
            "the index is by the average of the files themselves",
        })
        {
            Assert.Contains(said, ran.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Names_of_columns_until_2018_are_understood_and_a_missing_code_is_found_by_indicators()
    {
        var file = Write("prevalence.csv", "PRACTICE_CODE,INDICATOR_GROUP_CODE,REGISTER,PATIENT_LIST_SIZE\nA81001,AF,10,1000\nA81001,CVD,20,1000\n");
        var mapping = Write("mapping.csv", "INDICATOR_CODE,INDICATOR_POINT_VALUE,GROUP_CODE\nCD001,41,CVD\nCD002,20,CVD\n");

        var ran = Ran.Qof("payment", "factors", "--prevalence", file, "--framework", "qof-england-2026-27", "--mapping-indicators", mapping, "--format", "json");

        Assert.Equal(0, ran.Code);
        using var json = JsonDocument.Parse(ran.Output);
        Assert.Equal(
            ["Atrial fibrillation", "Cardiovascular disease (CHD + stroke/TIA)"], json.RootElement.GetProperty("factors").EnumerateArray().Select(f => f.GetProperty("paymentGroup").GetString()!));
        Assert.Equal(1, json.RootElement.GetProperty("factors")[0].GetProperty("factor").GetDecimal());
        Assert.Contains("payment groups without a row: ", ran.Error, StringComparison.Ordinal);
        Assert.Equal(2, Ran.Qof("payment", "factors", "--prevalence", file, "--mapping-indicators", mapping).Code);
        Assert.Equal(2, Ran.Qof("payment", "factors", "--prevalence", file, "--average-list", "0").Code);
        Assert.Equal(3, Ran.Qof("payment", "factors", "--prevalence", mapping).Code);
    }

    [Fact]
    public void What_is_written_for_the_nation_is_what_the_statement_reads()
    {
        using var practice = new PaidPractice();
        var file = Write("prevalence.csv", Head + "A81001,SICK,60,17OV,500\nA81002,SICK,40,17OV,300\nA81001,AF,1,TOTAL,600\nA81002,AF,1,TOTAL,400\n");
        Ran.Qof("payment", "factors", "--prevalence", file, "--day", "2026-11-30", "--out", Path.Combine(_folder, "out"));

        var ran = practice.Statement("--national", Path.Combine(_folder, "out", "national.csv"), "--format", "csv");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains(ran.Lines, l => l.Contains("group,Sickness", StringComparison.Ordinal) && l.Contains("21000.00", StringComparison.Ordinal));
    }

    /// <summary>The share with all its places: a decimal keeps as many as it was divided to.</summary>
    private static string Padded(string csv) => string.Join('\n', csv.Split('\n').Select(line => line.Split(',') is { Length: 8 } cells && decimal.TryParse(cells[6], CultureInfo.InvariantCulture, out var share)
        ? string.Join(',', [.. cells[..6], share.ToString("0.0000000000", CultureInfo.InvariantCulture), cells[7]])
        : line));

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text, Encoding.UTF8);
        return file;
    }
}
