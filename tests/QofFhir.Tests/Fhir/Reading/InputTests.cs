using System.Text;
using QofFhir.Core;
using QofFhir.Fhir.Reading;

namespace QofFhir.Tests.Fhir.Reading;

/// <summary>Every shape that an input may have, good and bad.</summary>
public class InputTests
{
    private static readonly string C1 = Given.Diabetes("1", ",\"recordedDate\":\"2019-01-01\"");
    private static readonly string C2 = Given.Diabetes("2", ",\"recordedDate\":\"2019-01-02\"");
    private static readonly string C3 = Given.Diabetes("3", ",\"recordedDate\":\"2019-01-03\"");

    private static ReadResult Read(string text, string name = "in", ReadingLimits? limits = null) =>
        Given.ReadFiles(limits, (name, Given.Bytes(text)));

    private static void HasOne(ProblemKind kind, string where, ReadResult result)
    {
        var problem = Assert.Single(result.Problems);
        Assert.Equal((kind, where), (problem.Kind, problem.Where));
    }

    /// <summary>JSON spread over lines, as people and many servers write it.</summary>
    private static string Pretty(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString(new() { WriteIndented = true });

    public static TheoryData<string> Shapes => new()
    {
        string.Join('\n', Given.Ann, C1, C2),
        string.Join("\r\n", Given.Ann, "", C1, "  ", C2, ""),
        "\n\n" + string.Join('\n', C1, Given.Ann, C2) + "\n\n",
        Given.Bundle(Given.Entry(Given.Ann), Given.Entry(C1), Given.Entry(C2)),
        Pretty(Given.Bundle(Given.Entry(Given.Ann), Given.Entry(C1), Given.Entry(C2))),
        $"{{\"entry\":[{Given.Entry(C1)},{Given.Entry(Given.Ann)},{Given.Entry(C2)}],\"type\":\"searchset\",\"resourceType\":\"Bundle\"}}",
        $"{{\"resourceType\":\"Bundle\",\"entry\":[{{\"request\":{{\"method\":\"PUT\"}},\"resource\":{Given.Ann},\"search\":{{\"mode\":\"match\"}}}},{{\"fullUrl\":\"x\"}},{Given.Entry(C1)},{Given.Entry(C2)}],\"total\":4,\"link\":[]}}",
        Given.Bundle(Given.Entry(Given.Ann)) + "\n" + Given.Bundle(Given.Entry(C1), Given.Entry(C2)),
        Given.Bundle(Given.Entry(Given.Bundle(Given.Entry(Given.Ann), Given.Entry(C1))), Given.Entry(C2)),
        Pretty(Given.Ann) + "\n" + Pretty(C1) + "\n" + Pretty(C2),
        Given.Ann + C1 + " " + C2,
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_of_input_gives_the_same_records(string text)
    {
        byte[] plain = Given.Bytes(text);
        byte[][] forms = [plain, [0xEF, 0xBB, 0xBF, .. plain], Given.Gzip(plain), [.. Given.Gzip(plain[..20]), .. Given.Gzip(plain[20..])]];
        foreach (var form in forms)
        {
            var result = Given.ReadFiles(("in", form));
            Assert.Empty(result.Problems);
            Assert.Equal((3, 0, 1, 2), (result.Counts.In, result.Counts.Rejected, result.Records.PatientCount, result.Records.EventCount));
        }
    }

    [Fact]
    public void An_input_that_comes_byte_by_byte_reads_the_same()
    {
        var reader = new RecordReader(Given.Codes);
        reader.Read(new Trickle(Given.Bytes(Pretty(Given.Bundle(Given.Entry(Given.Ann), Given.Entry(C1))))), "in");
        Assert.Equal(1, reader.Finish().Records.EventCount);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\r\n ")]
    [InlineData("\uFEFF")]
    public void An_empty_input_is_a_problem(string text)
    {
        HasOne(ProblemKind.Unreadable, Read(text).Problems[0].Where, Read(text));
        Assert.Contains("empty", Read(text).Problems[0].Text, StringComparison.Ordinal);
        Assert.Contains("empty", Assert.Single(Given.ReadFiles(("in", Given.Gzip(Given.Bytes(text)))).Problems).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"resourceType\":\"Condition\",\"id\":")]
    [InlineData("{\"resourceType\":\"Condition\",,}")]
    [InlineData("{\"resourceType\":\"Condition\"")]
    [InlineData("}")]
    [InlineData("oops")]
    [InlineData("\"text\"")]
    [InlineData("12 ")]
    [InlineData("{}")]
    [InlineData("{\"resourceType\":\"Con dition\"}")]
    [InlineData("{\"resourceType\":5}")]
    public void A_broken_line_is_one_rejected_record_and_the_rest_counts(string broken)
    {
        foreach (var name in new[] { "in.ndjson", "in" })
        {
            var result = Read(string.Join('\n', Given.Ann, C1, broken, C2, C3), name);
            Assert.Equal(name + ":3", Assert.Single(result.Problems).Where);
            Assert.Equal((5, 1, 3), (result.Counts.In, result.Counts.Rejected, result.Records.EventCount));
        }
    }

    [Fact]
    public void A_first_line_that_is_broken_does_not_cost_the_others()
    {
        var result = Read(string.Join('\n', "{\"resourceType\":\"Condition\",\"id\":", Given.Ann, C1));
        HasOne(ProblemKind.Unreadable, "in:1", result);
        Assert.Equal((3, 1, 1), (result.Counts.In, result.Counts.Rejected, result.Records.EventCount));
    }

    [Fact]
    public void Two_broken_lines_are_two_problems()
    {
        var result = Read(string.Join('\n', Given.Ann, "oops", "oops", C1), "in.ndjson");
        Assert.Equal(["in.ndjson:2", "in.ndjson:3"], result.Problems.Select(p => p.Where));
    }

    [Fact]
    public void A_bundle_cut_short_keeps_what_came_before()
    {
        foreach (var whole in new[] { Given.Bundle(Given.Entry(Given.Ann), Given.Entry(C1), Given.Entry(C2)), Pretty(Given.Bundle(Given.Entry(Given.Ann), Given.Entry(C1), Given.Entry(C2))) })
        {
            var result = Read(whole[..^40]);
            HasOne(ProblemKind.Incomplete, "in entry[2]", result);
            Assert.Equal((3, 1, 1), (result.Counts.In, result.Counts.Rejected, result.Records.EventCount));
        }
    }

    [Fact]
    public void A_bundle_broken_in_the_middle_keeps_what_came_before()
    {
        var whole = Pretty(Given.Bundle(Given.Entry(Given.Ann), Given.Entry(C1), Given.Entry(C2), Given.Entry(C3)));
        var result = Read(whole.Replace("\"2019-01-02\"", "2019-01-02", StringComparison.Ordinal));
        HasOne(ProblemKind.Incomplete, "in entry[2]", result);
        Assert.Equal(1, result.Records.EventCount);

        var entryALine = Given.Bundle($"\n{Given.Entry(Given.Ann)}", $"\n{Given.Entry(C1)}", "\n{\"resource\":{oops}}", $"\n{Given.Entry(C2)}", $"\n{Given.Entry(C3)}");
        HasOne(ProblemKind.Incomplete, "in entry[2]", Read(entryALine));
    }

    [Theory]
    [InlineData("{\"resource\":{\"resourceType\":\"Condition\",\"subject\":5}}", "Bundle.entry[1].resource.ofType(Condition).subject")]
    [InlineData("{\"resource\":{\"id\":\"1\"}}", "Bundle.entry[1].resourceType")]
    [InlineData("{\"resource\":\"Condition\"}", "Bundle.entry[1].resource")]
    [InlineData("null", "Bundle.entry[1]")]
    [InlineData("[[{\"resource\":{}}]]", "Bundle.entry[1]")]
    public void A_broken_entry_costs_only_itself(string entry, string expression)
    {
        var result = Read(Given.Bundle(Given.Entry(Given.Ann), entry, Given.Entry(C1)));
        HasOne(ProblemKind.Structure, "in entry[1]", result with { Problems = [result.Problems.Single() with { Kind = ProblemKind.Structure }] });
        Assert.Equal(expression, result.Problems[0].Expression);
        Assert.Equal((3, 1, 1), (result.Counts.In, result.Counts.Rejected, result.Records.EventCount));
    }

    [Fact]
    public void A_bundle_on_a_line_that_is_cut_short_does_not_cost_the_next_line()
    {
        var result = Read(string.Join(
            '\n', Given.Bundle(Given.Entry(Given.Ann), Given.Entry(C1)), Given.Bundle(Given.Entry(C2), Given.Entry(C3))[..^30], C3));
        HasOne(ProblemKind.Incomplete, "in:2 entry[1]", result);
        Assert.Equal(3, result.Records.EventCount);
    }

    [Fact]
    public void Bundles_nest_once()
    {
        var inner = Given.Bundle(Given.Entry(Given.Bundle(Given.Entry(C1))), Given.Entry(C2));
        var result = Read(Given.Bundle(Given.Entry(Given.Ann), Given.Entry(inner)));
        HasOne(ProblemKind.Structure, "in entry[1] entry[0]", result);
        Assert.Equal(1, result.Records.EventCount);
    }

    [Fact]
    public void Deep_nesting_costs_only_its_resource()
    {
        static string Nested(int levels) => $"{{\"resourceType\":\"Basic\",\"x\":{new string('[', levels)}{new string(']', levels)}}}";

        var result = Read(string.Join('\n', Given.Ann, Nested(63), Nested(64), Nested(100_000), C1));
        Assert.Equal(["in:3", "in:4"], result.Problems.Select(p => p.Where));
        Assert.All(result.Problems, p => Assert.Equal(ProblemKind.Structure, p.Kind));
        Assert.Equal(1, result.Records.EventCount);
        HasOne(ProblemKind.Structure, "in entry[1]", Read(Given.Bundle(Given.Entry(Given.Ann), Given.Entry(Nested(64)), Given.Entry(C1))));
        Assert.Single(Read(new string('[', 10_000_000)).Problems);
        Assert.Single(Read("{\"a\":" + new string('[', 10_000_000)).Problems);
    }

    [Fact]
    public void A_list_of_resources_is_no_input() => HasOne(ProblemKind.Structure, "in:1", Read($"[{Given.Ann},\n{C1}]"));

    [Fact]
    public void A_line_of_ten_megabytes_is_read()
    {
        var note = $"{{\"resourceType\":\"Basic\",\"x\":\"{new string('x', 10 << 20)}\"}}";
        var result = Read(string.Join('\n', Given.Ann, note, C1));
        Assert.Empty(result.Problems);
        Assert.Equal(1, result.Records.EventCount);
    }

    [Fact]
    public void A_resource_over_the_limit_costs_only_its_line()
    {
        var note = $"{{\"resourceType\":\"Basic\",\"x\":\"{new string('x', 3 << 20)}\"}}";
        var result = Read(string.Join('\n', Given.Ann, note, C1), limits: new ReadingLimits { ResourceBytes = 1 << 20 });
        HasOne(ProblemKind.Unreadable, "in:2", result);
        Assert.Equal((3, 1), (result.Counts.In, result.Records.EventCount));
    }

    [Fact]
    public void Gzip_cut_short_is_noticed_wherever_it_is_cut()
    {
        var lines = Enumerable.Range(0, 60).Select(i => Given.Diabetes($"{i * 7_919 % 1_000}x{i * 104_729 % 997}", $",\"recordedDate\":\"2019-01-{1 + (i % 28):00}\""));
        var whole = Given.Gzip(Given.Bytes(string.Join('\n', lines.Prepend(Given.Ann))));
        for (var cut = 2; cut < whole.Length; cut++)
        {
            var problem = Assert.Single(Given.ReadFiles(("in.ndjson.gz", whole[..cut])).Problems);
            Assert.Contains("gzip", problem.Text, StringComparison.Ordinal);
        }

        Assert.Empty(Given.ReadFiles(("in.ndjson.gz", whole)).Problems);
    }

    [Fact]
    public void Damaged_gzip_is_noticed()
    {
        var whole = Given.Gzip(Given.Bytes(Given.Ann));
        whole[^6] ^= 1;
        Assert.Contains("gzip", Assert.Single(Given.ReadFiles(("in", whole)).Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_bomb_is_stopped()
    {
        var bomb = Given.Gzip(Given.Bytes(Given.Ann + "\n" + new string(' ', 20 << 20)));
        var result = Given.ReadFiles(new ReadingLimits { ExpansionJudgedFrom = 1 << 20, Expansion = 100 }, ("in.ndjson.gz", bomb));
        Assert.Contains("grows", Assert.Single(result.Problems).Text, StringComparison.Ordinal);
        Assert.Equal(1, result.Records.PatientCount);
        Assert.Empty(Given.ReadFiles(("in.ndjson.gz", bomb)).Problems);
    }

    [Fact]
    public void An_input_over_the_limit_is_stopped()
    {
        var result = Read(Given.Ann + "\n" + new string(' ', 200_000) + C1, limits: new ReadingLimits { InputBytes = 100_000 });
        Assert.Contains("larger", Assert.Single(result.Problems).Text, StringComparison.Ordinal);
        Assert.Equal((1, 0), (result.Records.PatientCount, result.Records.EventCount));
    }

    [Fact]
    public void Other_encodings_are_told_once()
    {
        var accents = string.Join('\n', Given.Ann, "{\"resourceType\":\"Basic\",\"x\":\"é\"}", "{\"resourceType\":\"Basic\",\"x\":\"è\"}", C1);
        var latin = Given.ReadFiles(("in", Encoding.Latin1.GetBytes(accents)));
        HasOne(ProblemKind.Incomplete, "in:2", latin);
        Assert.Equal((4, 2, 1), (latin.Counts.In, latin.Counts.Rejected, latin.Records.EventCount));
        foreach (var encoding in new Encoding[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            foreach (var mark in new[] { encoding.GetPreamble(), [] })
            {
                var problem = Assert.Single(Given.ReadFiles(("in", [.. mark, .. encoding.GetBytes(accents)])).Problems);
                Assert.Contains("UTF-8", problem.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_costs_only_its_resource()
    {
        var result = Read(string.Join('\n', Given.Ann, "{\"resourceType\":\"Condition\",\"id\":\"\\ud800\"}", C1));
        HasOne(ProblemKind.Structure, "in:2", result);
        Assert.Equal(1, result.Records.EventCount);
    }

    [Fact]
    public void An_outcome_among_the_resources_is_noted_without_its_text()
    {
        const string outcome = """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"timeout","diagnostics":"Ann Smith"}]}""";
        var result = Read(Given.Bundle(Given.Entry(Given.Ann), Given.Entry(outcome), Given.Entry(C1)));
        var problem = Assert.Single(result.Problems);
        Assert.Equal((ProblemSeverity.Warning, "in entry[1]"), (problem.Severity, problem.Where));
        Assert.DoesNotContain("Smith", problem.Text, StringComparison.Ordinal);
        Assert.Equal((3, 1), (result.Counts.Accepted, result.Counts.NotUsed));
    }

    [Fact]
    public void Cutting_or_flipping_any_byte_never_throws()
    {
        var bytes = Given.Bytes(Given.Bundle(Given.Entry(Given.Ann, "urn:uuid:a"), Given.Entry(C1), Given.Entry(Given.HbA1c("h", ",\"valueQuantity\":{\"value\":7.5,\"unit\":\"%\"}"))));
        for (var i = 0; i < bytes.Length; i++)
        {
            Given.ReadFiles(("in", bytes[..i]));
            foreach (byte flip in new byte[] { 1, 2, 0x80 })
            {
                var broken = (byte[])bytes.Clone();
                broken[i] ^= flip;
                Given.ReadFiles(("in", broken));
            }
        }
    }

    [Fact]
    public void Cancelling_ends_the_reading()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => new RecordReader(Given.Codes).Read(new MemoryStream(Given.Bytes(Given.Ann)), "in", cancelled.Token));
    }

    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }

    [Fact]
    public void Gzip_cut_short_gives_no_record_that_is_not_in_it()
    {
        var lines = string.Concat(Enumerable.Repeat(Given.Ann + "\n" + Given.Diabetes("c", ",\"recordedDate\":\"2019-01-01\"") + "\n", 50));
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal))
        {
            gzip.Write(Given.Bytes(lines));
        }

        var whole = packed.ToArray();
        for (var cut = 2; cut < whole.Length; cut++)
        {
            var unreadable = Given.ReadFiles(("in.ndjson.gz", whole[..cut])).Problems.Where(p => p.Kind == ProblemKind.Incomplete);
            Assert.Contains("gzip", Assert.Single(unreadable).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_empty_gzip_is_empty_on_its_first_line() =>
        Assert.Equal("in.json.gz:1", Assert.Single(Given.ReadFiles(("in.json.gz", Given.Gzip([]))).Problems).Where);

    [Theory]
    [InlineData("\"url\":\"Condition/c\"", "")]
    [InlineData("\"url\":\"https://gp.example.org/fhir/Condition/c\"", "")]
    [InlineData("\"url\":\"x\"", ",\"fullUrl\":\"https://gp.example.org/fhir/Condition/c\"")]
    public void What_a_history_deletes_does_not_come_back_by_its_older_versions(string url, string fullUrl)
    {
        var older = Given.Diabetes("c", ",\"recordedDate\":\"2019-01-01\"");
        var deletion = $"{{\"request\":{{\"method\":\"DELETE\",{url}}}{fullUrl}}}";
        var result = Given.ReadFiles(("h.json", Given.Bytes(Given.Bundle(Given.Entry(Given.Ann), deletion, Given.Entry(older), Given.Entry(older)))));
        Assert.Empty(result.Problems);
        Assert.Equal((3, 2, 0), (result.Counts.In, result.Counts.SetAside, result.Records.EventCount));
    }

    [Fact]
    public void What_was_made_again_after_its_deletion_stays()
    {
        var condition = Given.Diabetes("c", ",\"recordedDate\":\"2019-01-01\"");
        const string Deletion = "{\"request\":{\"method\":\"DELETE\",\"url\":\"Condition/c\"}}";
        var bundle = Given.Bundle(Given.Entry(Given.Ann), Given.Entry(condition), Deletion, Given.Entry(condition));
        Assert.Equal(1, Given.ReadFiles(("h.json", Given.Bytes(bundle))).Records.EventCount);
    }

    [Fact]
    public void A_deleted_patient_takes_everything_about_them_along()
    {
        const string Deletion = "{\"request\":{\"method\":\"DELETE\",\"url\":\"Patient/ann\"}}";
        var bundle = Given.Bundle(Deletion, Given.Entry(Given.Diabetes("c", ",\"recordedDate\":\"2019-01-01\"")), Given.Entry(Given.Ann));
        var result = Given.ReadFiles(("h.json", Given.Bytes(bundle)));
        Assert.Equal((0, 1, 1), (result.Records.PatientCount, result.Counts.Rejected, result.Counts.SetAside));
    }
}
