using System.Text;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading;

namespace QofFhir.Tests.Fhir.Reading;

/// <summary>A line read by its marks gives what the same line gives token by token.</summary>
public class LineTests
{
    private const string Div = "<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">a \\\\ b \\u00e9 [{</div>";

    private static readonly string[] Whole =
    [
        Given.Ann,
        Given.Diabetes("1", ",\"recordedDate\":\"2019-01-01\""),
        Given.Of("Observation", "2", $$""","status":"final","code":{{Given.Sct("999791000000106")}},"effectiveDateTime":"2026-05-04T23:30:00+01:00","valueQuantity":{"value":-5.1e+1,"unit":"mmol/mol","system":"http://unitsofmeasure.org","code":"mmol/mol"}"""),
        Given.Of("Observation", "3", $$""","code":{{Given.Loinc("85354-9")}},"effectiveDateTime":"2026-05-04","component":[{"code":{{Given.Loinc("8480-6")}},"valueQuantity":{"value":140,"unit":"mm[Hg]"} },{"code":{{Given.Loinc("8462-4")}},"valueQuantity":{"value":80,"unit":"mm[Hg]"} }]"""),
        Given.Of("Procedure", "4", $$""" , "status" : "completed","code":{{Given.Sct("73211009")}},"performedPeriod":{"start":"2026-01-01","end":null},"extension":[],"x":{},"usedCode":[true,false,null,0,-0.5E3]"""),
        Given.Of("Encounter", "5", $$""","type":[{{Given.Sct("73211009")}},{"text":"\ud83d\ude00 \"quoted\""}],"period":{"start":"2026-01-01"}"""),
        $$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{Given.Ann}}}]}""",
        "{}",
        "",
        """{"resourceType":"Patient","id":"ann","birthDate":"1960"} {"resourceType":"Patient","id":"bob","birthDate":"1961"}""",
    ];

    [Fact]
    public void Whole_lines_are_read_alike() => Alike(Whole);

    /// <summary>The property's value is of no interest, but brackets, strings and encoding are.</summary>
    [Theory]
    [InlineData("{\"status\":\"generated\",\"div\":\"" + Div + "\"}")]
    [InlineData("[[{}],[],{\"a\":[{\"b\":\"]}\"}]}]")]
    [InlineData("{]")]
    [InlineData("[}")]
    [InlineData("{[}]")]
    [InlineData("{\"a\":1")]
    [InlineData("{\"a\":\"b}")]
    [InlineData("{\"a\":\"\\x\"}")]
    [InlineData("{\"a\":\"\\u12g4\"}")]
    [InlineData("{\"a\":\"\u0001\"}")]
    [InlineData("{\"a\":\"\t\"}")]
    [InlineData("\"a\\\\\"")]
    [InlineData("\"a\\\"")]
    [InlineData("tru")]
    [InlineData("01")]
    public void What_is_passed_over_is_sound_or_the_line_is_told(string value) => Alike(
        Given.Ann, Given.Of("Condition", "1", $$""","text":{{value}},"code":{{Given.Sct("73211009")}},"recordedDate":"2019-01-01" """), Given.Diabetes("2", ",\"recordedDate\":\"2019-01-01\""));

    /// <summary>As documented: inside what no rule reads, numbers, words, commas and colons are not looked at.</summary>
    [Theory]
    [InlineData("{\"a\":01}")]
    [InlineData("{\"a\" \"b\"}")]
    [InlineData("[1 2,]")]
    public void Slips_inside_what_is_passed_over_do_not_cost_the_resource(string value)
    {
        var line = Given.Of("Condition", "1", $$""","text":{{value}},"code":{{Given.Sct("73211009")}},"recordedDate":"2019-01-01" """);
        Assert.Equal(1, Read([Given.Ann, line, ""], byToken: false).Records.EventCount);
        Assert.Equal(0, Read([Given.Ann, line, ""], byToken: true).Records.EventCount);
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void The_depth_is_judged_alike(int levels, bool kept)
    {
        string[] lines = [Given.Ann, Given.Diabetes("1", $",\"recordedDate\":\"2019-01-01\",\"x\":{new string('[', levels)}{new string(']', levels)}"), ""];
        Alike(lines);
        Assert.Equal(kept ? 1 : 0, Read(lines, byToken: false).Records.EventCount);
    }

    /// <summary>Long strings and quotation marks at every place of a block of sixty-four bytes.</summary>
    [Fact]
    public void Strings_across_blocks_are_read_alike() => Alike(
    [
        Given.Ann,
        .. Enumerable.Range(0, 200).Select(n => Given.Diabetes(n.ToString(System.Globalization.CultureInfo.InvariantCulture), $",\"recordedDate\":\"2019-01-01\",\"text\":{{\"a\":\"{new string('x', n)}{string.Concat(Enumerable.Repeat("\\\\", n % 5))}\\\"\",\"b\":[\"{new string('\\', 2 * (n % 7))}\"]}}")),
    ]);

    [Theory]
    [InlineData(1, 4_000)]
    [InlineData(2, 4_000)]
    public void Lines_that_were_tampered_with_are_read_alike(int seed, int lines)
    {
        var random = new Random(seed);
        var seeds = Whole.Where(l => l.Length > 2).Select(Encoding.UTF8.GetBytes).ToArray();
        for (var batch = 0; batch < lines / 20; batch++)
        {
            using var input = new MemoryStream();
            input.Write(Given.Bytes(Given.Ann + "\n"));
            for (var i = 0; i < 20; i++)
            {
                input.Write(Tampered([.. seeds[random.Next(seeds.Length)]], random));
                input.WriteByte((byte)'\n');
            }

            var bytes = input.ToArray();
            Assert.Equal(Told(bytes, byToken: true), Told(bytes, byToken: false));
        }
    }

    private static byte[] Tampered(List<byte> line, Random random)
    {
        for (var times = random.Next(4); times > 0; times--)
        {
            var at = random.Next(line.Count);
            switch (random.Next(5))
            {
                case 0:
                    line[at] = (byte)random.Next(256);
                    break;
                case 1:
                    line[at] = "{}[]\":,\\0-e.tnu \r\n"u8[random.Next(18)];
                    break;
                case 2:
                    line.RemoveAt(at);
                    break;
                case 3:
                    line.Insert(at, "{}[]\":,\\0-e.tnu \r\n"u8[random.Next(18)]);
                    break;
                default:
                    line.RemoveRange(at, random.Next(line.Count - at));
                    line.Add((byte)' ');
                    break;
            }
        }

        return [.. line];
    }

    private static void Alike(params string[] lines)
    {
        var bytes = Given.Bytes(string.Join('\n', lines) + "\n");
        Assert.Equal(Told(bytes, byToken: true), Told(bytes, byToken: false));
    }

    private static ReadResult Read(string[] lines, bool byToken) => Read(Given.Bytes(string.Join('\n', lines)), byToken);

    private static ReadResult Read(byte[] bytes, bool byToken)
    {
        var reader = new RecordReader(Given.Codes, null, byToken);
        reader.Read(new MemoryStream(bytes), "a.ndjson");
        return reader.Finish();
    }

    /// <summary>All that reading found, a line each.</summary>
    private static List<string> Told(byte[] bytes, bool byToken)
    {
        var (records, problems, counts, quality) = Read(bytes, byToken);
        return
        [
            .. problems.Select(p => p.ToString()),
            .. counts.Types.Select(t => t.ToString()),
            $"{quality.PartialDates} {quality.ConvertedValues} {quality.OutsideValueSets} {quality.TextOnly} {quality.AbatedConditions} {string.Join(' ', quality.TopCodesOutside)}",
            .. Enumerable.Range(0, records.PatientCount).Select(p => records.Patient(p).ToString()),
            .. Enumerable.Range(0, records.EventCount).Select(e => records.Event(e).ToString() + string.Join(',', records.Concepts.Keys(records.Event(e).Concept))),
        ];
    }
}
