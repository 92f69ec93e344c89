using System.Text;
using QofFhir.Core.Aggregation;
using QofFhir.Publication;
using QofFhir.Publication.Cqrs;
using QofFhir.Publication.Geographies;
using QofFhir.Publication.Practices;

namespace QofFhir.Tests.PublishedFiles;

/// <summary>The publication's files, in and out, and every way in which they come broken.</summary>
public sealed class PublishedFileTests
{
    [Theory]
    [InlineData("PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\nA81001,AF,12,TOTAL,4000\n")]
    [InlineData("\uFEFFPRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\r\nA81001,AF,12,TOTAL,4000\r\n")]
    [InlineData("\"PRACTICE_LIST_SIZE\",\"EXTRA\",\"REGISTER\",\"PATIENT_LIST_TYPE\",\"GROUP_CODE\",\"PRACTICE_CODE\"\n\"4000\",\"x, y\",\"12\",\"TOTAL\",\"AF\",\"a81001\"")]
    [InlineData("PRACTICE_CODE,INDICATOR_GROUP_CODE,REGISTER,PATIENT_LIST_SIZE\n\nA81001,AF,12,4000\n\n")]
    [InlineData(" practice code , group code , register , patient list type , practice list size \n A81001 , AF , 12 , TOTAL , 4000 \n")]
    public void Prevalence_is_read_in_every_shape_that_it_comes_in(string text)
    {
        var (rows, reading) = Read(text, PrevalenceFile.Read);
        Assert.Empty(reading.Mistakes);
        Assert.Equal([new PrevalenceRow("A81001", "AF", 12, "TOTAL", 4000)], rows);
        Assert.Equal((1, 1, 0), (reading.Rows, reading.Accepted, reading.Rejected));
    }

    [Fact]
    public void All_mistakes_are_told_at_once_and_cost_no_other_row()
    {
        var (rows, reading) = Read(
            """
            PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE
            A81001,AF,12,TOTAL,4000
            A8,,-1,TOTAL,many
            A81002,AF,12,TOTAL
            "A81003,AF,12,TOTAL,4000
            A8"10"04,AF,12,TOTAL,4000
            A81005,AF,12,TOTAL,4000,1
            A81006,AF,1e3,TOTAL,9999999999999999999999
            A81007,AF,12,TOTAL,4000
            """,
            PrevalenceFile.Read);
        Assert.Equal(["A81001", "A81007"], rows.Select(r => r.Practice));
        Assert.Equal((8, 2, 6), (reading.Rows, reading.Accepted, reading.Rejected));
        Assert.Equal(
            ["3:1", "3:2", "3:3", "3:5", "4:1", "5:1", "6:1", "7:1", "8:3", "8:5"],
            reading.Mistakes.OrderBy(m => m.Line).ThenBy(m => m.Column).Select(m => $"{m.Line}:{m.Column}"));
        Assert.Equal("file.csv:3:5: PRACTICE_LIST_SIZE is no whole number from 0.", reading.Mistakes.Single(m => m is { Line: 3, Column: 5 }).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("PRACTICE_CODE,REGISTER\nA81001,1\n")]
    [InlineData("<html><body>Not found</body></html>")]
    public void A_file_of_another_kind_has_no_rows_and_says_why(string text)
    {
        var (rows, reading) = Read(text, PrevalenceFile.Read);
        Assert.Empty(rows);
        Assert.NotEmpty(reading.Mistakes);
        Assert.All(reading.Mistakes, m => Assert.Equal(1, m.Line));
    }

    [Fact]
    public void Hostile_bytes_cost_their_row_alone_or_end_the_file_with_a_word()
    {
        byte[] bytes = [.. "PRACTICE_CODE,GROUP_CODE,REGISTER,PRACTICE_LIST_SIZE\nA81001,"u8, 0xFF, 0xFE, .. ",12,4000\nA81002,AF,12,4000\n"u8];
        var reading = new FileReading("file.csv");
        Assert.Equal(["A81002"], PrevalenceFile.Read(new MemoryStream(bytes), reading).Select(r => r.Practice));
        Assert.Contains("UTF-8", Assert.Single(reading.Mistakes).Text, StringComparison.Ordinal);

        var (rows, endless) = Read("PRACTICE_CODE,GROUP_CODE,REGISTER,PRACTICE_LIST_SIZE\nA81001,AF,12,4000\n" + new string('x', 5_000_000), PrevalenceFile.Read);
        Assert.Single(rows);
        Assert.NotEmpty(endless.Mistakes);
        Assert.Equal(endless.Rows, endless.Accepted + endless.Rejected);
    }

    [Fact]
    public void Achievement_is_long_and_knows_exceptions_of_old_years()
    {
        var (rows, reading) = Read(
            "PRACTICE_CODE,INDICATOR_CODE,MEASURE,VALUE\nA81001,AF006,NUMERATOR,10\nA81001,AF006,EXCEPTIONS,2\nA81001,AF006,ACHIEVED_POINTS,11.25\nA81001,AF006,HEIGHT,3\nA81001,AF006,DENOMINATOR,1.5\n",
            AchievementFile.Read);
        Assert.Equal([(AchievementMeasure.Numerator, 10m), (AchievementMeasure.Pcas, 2m), (AchievementMeasure.AchievedPoints, 11.25m)], rows.Select(r => (r.Measure, r.Value)));
        Assert.Equal([(5, 3), (6, 4)], reading.Mistakes.Select(m => (m.Line, m.Column)));
    }

    [Fact]
    public void What_is_written_is_read_back_the_same_formulas_too()
    {
        var random = new Random(9);
        string[] words = ["plain", "=1+1", "@x", "-minus", "say \"a\", b", "Practice (The)", "é", "'quoted"];
        PrevalenceRow[] prevalence = [.. Enumerable.Range(0, 100).Select(i => new PrevalenceRow($"A{i:00000}", words[random.Next(words.Length)], random.Next(), words[random.Next(words.Length)], random.Next()))];
        Assert.Equal(prevalence, Back(prevalence, PrevalenceFile.WriteHead, PrevalenceFile.Write, PrevalenceFile.Read));
        AchievementRow[] achievement = [.. Enum.GetValues<AchievementMeasure>().Select(m => new AchievementRow("A81001", "=AF006", m, 12))];
        Assert.Equal(achievement, Back(achievement, AchievementFile.WriteHead, AchievementFile.Write, AchievementFile.Read));
        IndicatorRow[] indicators = [new("AF006", "Stroke, \"risk\"", 12.5m, "AF", "-AF", null, "Clinical", "17OV"), new("BP002", null, 15, "BP", null, null, null, null)];
        Assert.Equal(indicators, Back(indicators, IndicatorFile.WriteHead, IndicatorFile.Write, IndicatorFile.Read));
        IndicatorValue[] values = [new("QOF2627", "QOF", "A81001", new(2026, 11, 30), "AF006", "Numerator", 7, true, "@user", new(2026, 12, 1, 9, 8, 7), false)];
        Assert.Equal(values, Back(values, IndicatorValuesFile.WriteHead, IndicatorValuesFile.Write, IndicatorValuesFile.Read));
        AchievedPoints[] points = [new("QOF2627", "A81001", new(2026, 11, 30), "AF006", 11.25m, true)];
        Assert.Equal(points, Back(points, AchievedPointsFile.WriteHead, AchievedPointsFile.Write, AchievedPointsFile.Read));
    }

    [Fact]
    public void A_cell_that_looks_like_a_formula_is_written_with_an_apostrophe()
    {
        using var text = new StringWriter();
        PrevalenceFile.Write(text, new("A81001", "=cmd", 1, "+TOTAL", 2));
        Assert.Equal("A81001,'=cmd,1,'+TOTAL,2\n", text.ToString());
    }

    [Theory]
    [InlineData("PRACTICE_CODE,PRACTICE_NAME,PCN_ODS_CODE,PCN_NAME,SUB_ICB_LOC_ODS_CODE,SUB_ICB_LOC_ONS_CODE,SUB_ICB_LOC_NAME,ICB_ODS_CODE,ICB_NAME,REGION_ODS_CODE,REGION_NAME,COUNTRY_ODS_CODE,COUNTRY_NAME",
        "A81001,One,U12345,Net,00L,E38000130,Sub,QHM,Board,Y63,North,E92000001,England")]
    [InlineData("REGION_CODE,REGION_NAME,STP_CODE,STP_NAME,CCG_CODE,CCG_NAME,PCN_CODE,PCN_NAME,PRACTICE_CODE,PRACTICE_NAME", "Y63,North,QHM,Board,00L,Sub,U12345,Net,A81001,One")]
    public void Geographies_are_found_by_the_pattern_of_their_columns(string header, string row)
    {
        var reading = new FileReading("mapping.csv");
        var geography = GeographyFile.Read(Stream($"{header}\n{row}\n"), reading);
        Assert.Empty(reading.Mistakes);
        Assert.Equal(
            ["A81001 One", "U12345 Net", "00L Sub", "QHM Board", "Y63 North", "E92000001 England"],
            geography.Organisations.OrderBy(o => o.Kind).Select(o => $"{o.Code} {o.Name}"));
        Assert.Equal(
            ["00L>QHM", "A81001>00L", "A81001>U12345", "QHM>Y63", "Y63>E92000001"],
            geography.Pairs.Select(p => $"{p.Child}>{p.Parent}").Order(StringComparer.Ordinal));
        using var text = new StringWriter();
        GeographyFile.WriteHead(text);
        GeographyFile.Write(text, geography.Organisations.First(o => o.Kind == OrganisationKind.Practice), geography.Always().Ancestors("A81001"));
        Assert.Equal(geography.Pairs.Order(), GeographyFile.Read(Stream(text.ToString()), new FileReading("again")).Pairs.Order());
    }

    [Fact]
    public void A_mapping_that_contradicts_itself_says_where()
    {
        var reading = new FileReading("mapping.csv");
        var geography = GeographyFile.Read(
            Stream("""
            PRACTICE_CODE,PCN_CODE,SUB_ICB_CODE,ICB_CODE
            A81001,U11111,00L,QHM
            A81002,U11111,00L,QOQ
            A81001,U22222,00L,QHM
            A81003,U,00L,QHM
            A81004,00L,00L,QHM
            """),
            reading);
        Assert.Equal(["3:4", "4:1", "6:2"], reading.Mistakes.Select(m => $"{m.Line}:{m.Column}"));
        Assert.Equal((5, 2, 3), (reading.Rows, reading.Accepted, reading.Rejected));
        Assert.Equal(["A81001", "A81003"], geography.Always().Practices("E92000001"));
        Assert.Equal(["A81001"], geography.Always().Practices("U11111"));
    }

    private static T[] Back<T>(T[] rows, Action<TextWriter> head, Action<TextWriter, T> write, Func<Stream, FileReading, IEnumerable<T>> read)
    {
        using var text = new StringWriter();
        head(text);
        foreach (var row in rows)
        {
            write(text, row);
        }

        var (back, reading) = Read(text.ToString(), read);
        Assert.Empty(reading.Mistakes);
        return [.. back];
    }

    private static (List<T> Rows, FileReading Reading) Read<T>(string text, Func<Stream, FileReading, IEnumerable<T>> read)
    {
        var reading = new FileReading("file.csv");
        return ([.. read(Stream(text), reading)], reading);
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
