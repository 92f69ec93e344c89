using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace QofFhir.Tests.Cli;

/// <summary><c>qof rollup</c> over published files.</summary>
public sealed class RollupTests : IDisposable
{
    private const string PrevalenceHead = "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\n";
    private const string MappingHead = "PRACTICE_CODE,PCN_ODS_CODE,PCN_NAME,SUB_ICB_LOC_ODS_CODE,ICB_ODS_CODE,ICB_NAME,REGION_ODS_CODE,COUNTRY_ODS_CODE,COUNTRY_NAME\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("qof-rollup-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Sums_are_of_counts_and_a_practice_without_mapping_counts_in_England_and_is_told()
    {
        var mapping = Write("mapping.csv", MappingHead + "A81001,U1111,One,00L,QHM,North,Y63,E92000001,England\nA81002,U2222,Two,00L,QHM,North,Y63,E92000001,England\n");
        var prevalence = Write("prevalence.csv", PrevalenceHead + "A81001,AF,10,TOTAL,1000\nA81002,AF,30,TOTAL,1000\nB99999,AF,5,TOTAL,100\nA81001,DM,50,17OV,800\n");

        var england = Ran.Qof("rollup", "--prevalence", prevalence, "--mapping", mapping, "--format", "csv");
        Assert.Equal(0, england.Code);
        Assert.Equal(
            "organisation,name,group,patient_list_type,practices,register,list_size,prevalence\n"
            + "E92000001,England,AF,TOTAL,3,45,2100,2.14\n"
            + "E92000001,England,DM,17OV,1,50,800,6.25\n",
            england.Output);
        Assert.Contains("1 practice not in the mapping, counted in England alone: B99999", england.Error, StringComparison.Ordinal);

        var networks = Ran.Qof("rollup", "--prevalence", prevalence, "--mapping", mapping, "--by", "pcn", "--format", "csv");
        Assert.Contains("U1111,One,AF,TOTAL,1,10,1000,1.00", networks.Lines);
        Assert.Contains("U2222,Two,AF,TOTAL,1,30,1000,3.00", networks.Lines);
        Assert.DoesNotContain("B99999", networks.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Achievement_has_its_interval_and_the_spread_of_practices()
    {
        var mapping = Write("mapping.csv", MappingHead + "A81001,U1111,One,00L,QHM,North,Y63,E92000001,England\nA81002,U1111,One,00L,QHM,North,Y63,E92000001,England\n");
        var achievement = Write("achievement.csv", "PRACTICE_CODE,INDICATOR_CODE,MEASURE,VALUE\n" + string.Concat(
            new[] { "A81001,AF006,NUMERATOR,80", "A81001,AF006,DENOMINATOR,100", "A81001,AF006,PCAS,100", "A81002,AF006,NUMERATOR,10", "A81002,AF006,DENOMINATOR,20", "A81002,AF006,REGISTER,30", "A81001,AF001,REGISTER,200", "A81002,DM006,NUMERATOR,5" }.Select(l => l + "\n")));
        var ran = Ran.Qof("rollup", "--achievement", achievement, "--mapping", mapping, "--by", "icb", "--format", "csv", "--out", Path.Combine(_folder, "out"));
        Assert.Equal(6, ran.Code);
        Assert.Contains("A81002 DM006", ran.Error, StringComparison.Ordinal);
        Assert.StartsWith("QHM,North,AF006,2,90,120,100,75.00,66.56,81.89,40.91,45.45,65.00,57.50,72.50,", ran.Lines[1], StringComparison.Ordinal);
        Assert.Equal(ran.Output, File.ReadAllText(Path.Combine(_folder, "out", "achievement.csv")));
    }

    [Fact]
    public void A_bad_row_costs_no_other_and_changes_the_exit_code()
    {
        var mapping = Write("mapping.csv", MappingHead + "A81001,U1111,One,00L,QHM,North,Y63,E92000001,England\n");
        var prevalence = Write("prevalence.csv", PrevalenceHead + "A81001,AF,ten,TOTAL,1000\nA81001,DM,30,TOTAL,1000\nA81001,DM,30,TOTAL,1000\n");
        var ran = Ran.Qof("rollup", "--prevalence", prevalence, "--mapping", mapping);
        Assert.Equal(6, ran.Code);
        Assert.Contains("prevalence.csv:2:3: REGISTER is no whole number from 0.", ran.Error, StringComparison.Ordinal);
        Assert.Contains("3 rows = 2 accepted + 1 rejected", ran.Error, StringComparison.Ordinal);
        Assert.Contains("1 row said again", ran.Error, StringComparison.Ordinal);
        Assert.Contains(ran.Lines, l => l.Contains("DM", StringComparison.Ordinal) && l.Contains("3.00", StringComparison.Ordinal));
    }

    [Fact]
    public void Files_are_read_as_spreadsheets_save_them_and_a_hidden_count_is_never_taken_for_none()
    {
        var mapping = Write("mapping.csv", "\uFEFF" + MappingHead.Replace("\n", "\r\n", StringComparison.Ordinal) + "\"A81001\",,,00L,QHM,\"North, \"\"old\"\"\",Y63,E92000001,England\r\n");
        var prevalence = Write("prevalence.csv", "\uFEFF" + PrevalenceHead + "a81001,AF,\"1,234\",TOTAL,\"1,010,000\"\r\nA81001,DM,*,TOTAL,9000\r\nA81001,CHD,\"1,23\",TOTAL,9000\r\n\r\n");
        var achievement = Write("achievement.csv", "PRACTICE_CODE,INDICATOR_CODE,MEASURE,VALUE\nA81001,AF006,NUMERATOR,*\nA81001,AF006,DENOMINATOR,50\nA81001,DM006,NUMERATOR,\nA81001,DM006,DENOMINATOR,8\nA81001,HF003,NUMERATOR,5\nA81001,HF003,DENOMINATOR,\"1,000\"\n");
        var ran = Ran.Qof("rollup", "--prevalence", prevalence, "--achievement", achievement, "--mapping", mapping, "--by", "icb", "--format", "csv");
        Assert.Equal(6, ran.Code);
        Assert.Equal("QHM,\"North, \"\"old\"\"\",AF,TOTAL,1,1234,1010000,0.12", ran.Lines[1]);
        Assert.StartsWith("QHM,\"North, \"\"old\"\"\",HF003,1,5,1000,", ran.Lines[3], StringComparison.Ordinal);
        Assert.Equal(5, ran.Lines.Length);
        Assert.Contains("2 pairs of practice and indicator left out", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_understood_is_refused()
    {
        var mapping = Write("mapping.csv", "NOTHING\nhere\n");
        Assert.Equal(2, Ran.Qof("rollup", "--mapping", mapping).Code);
        Assert.Equal(2, Ran.Qof("rollup", "--mapping", mapping, "--prevalence", mapping, "--by", "moon").Code);
        Assert.Equal(3, Ran.Qof("rollup", "--mapping", mapping, "--prevalence", mapping).Code);
        Assert.Equal(3, Ran.Qof("rollup", "--mapping", Path.Combine(_folder, "none.csv"), "--prevalence", mapping).Code);
    }

    [Fact]
    public void A_nation_is_added_up_exactly_and_soon()
    {
        const int practices = 6200;
        const int groups = 20;
        var (mapping, prevalence) = (new StringBuilder(MappingHead), new StringBuilder(PrevalenceHead));
        var (random, registers, lists) = (new Random(4), new long[groups], 0L);
        for (var i = 0; i < practices; i++)
        {
            mapping.Append(CultureInfo.InvariantCulture, $"A{i:00000},U{i / 5:00000},Net,S{i / 60:00000},I{i / 180:00000},Board,Y{i / 900:00},E92000001,England\n");
            var list = random.Next(1000, 30000);
            lists += list;
            for (var g = 0; g < groups; g++)
            {
                var register = random.Next(list / 10);
                registers[g] += register;
                prevalence.Append(CultureInfo.InvariantCulture, $"A{i:00000},G{g:00},{register},TOTAL,{list}\n");
            }
        }

        var (map, file) = (Write("mapping.csv", mapping.ToString()), Write("prevalence.csv", prevalence.ToString()));
        var start = Stopwatch.GetTimestamp();
        var ran = Ran.Qof("rollup", "--prevalence", file, "--mapping", map, "--format", "csv");
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        for (var g = 0; g < groups; g++)
        {
            Assert.StartsWith($"E92000001,England,G{g:00},TOTAL,{practices},{registers[g]},{lists},", ran.Lines[g + 1], StringComparison.Ordinal);
        }

        Assert.True(seconds < 10, $"{seconds:0.0} s; alone on the machine it takes less than 2");
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
