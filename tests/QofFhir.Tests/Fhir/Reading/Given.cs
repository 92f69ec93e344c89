using System.IO.Compression;
using System.Text;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading;

namespace QofFhir.Tests.Fhir.Reading;

/// <summary>Inputs written by hand, and a small set of codes that rules want.</summary>
internal static class Given
{
    public const string Ann = """{"resourceType":"Patient","id":"ann","birthDate":"1960-02-29","gender":"female"}""";

    public static CodeIndex Codes { get; } = new(
        new HashSet<string>
        {
            "sct|73211009", "sct|999791000000106", "loinc|4548-4", "sct|75367002", "loinc|85354-9", "sct|271649006", "sct|271650006",
            "sct|6797001", "sct|325278007", "sct|36509011000001106", "sct|822851000000102", "sct|score", "sct|bmi",
        },
        new HashSet<string> { "sct|75367002", "loinc|85354-9", "sct|271649006", "sct|271650006", "sct|6797001" },
        new Dictionary<string, PressurePart>
        {
            ["sct|271649006"] = PressurePart.Systolic,
            ["loinc|8480-6"] = PressurePart.Systolic,
            ["sct|271650006"] = PressurePart.Diastolic,
            ["loinc|8462-4"] = PressurePart.Diastolic,
        },
        new Dictionary<string, string>
        {
            ["sct|999791000000106"] = "mmol/mol",
            ["loinc|4548-4"] = "mmol/mol",
            ["sct|score"] = "1",
            ["sct|bmi"] = "kg/m2",
        });

    /// <summary>Reads the lines as one NDJSON file called <c>a.ndjson</c>.</summary>
    public static ReadResult Read(params string[] lines) => ReadFiles(("a.ndjson", Bytes(string.Join('\n', lines))));

    public static ReadResult ReadFiles(params (string Name, byte[] Content)[] files) => ReadFiles(null, files);

    public static ReadResult ReadFiles(ReadingLimits? limits, params (string Name, byte[] Content)[] files)
    {
        var reader = new RecordReader(Codes, limits);
        foreach (var (name, content) in files)
        {
            reader.Read(new MemoryStream(content), name);
        }

        var result = reader.Finish();
        Assert.All(result.Counts.Types, t => Assert.Equal(t.In, t.Accepted + t.Rejected));
        Assert.All(result.Counts.Types, t => Assert.True(t.Accepted >= t.NotUsed + t.SetAside));
        return result;
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    public static string Bundle(params string[] entries) =>
        $$"""{"resourceType":"Bundle","type":"collection","entry":[{{string.Join(',', entries)}}]}""";

    public static string Entry(string resource, string? fullUrl = null) =>
        fullUrl is null ? $$"""{"resource":{{resource}}}""" : $$"""{"fullUrl":"{{fullUrl}}","resource":{{resource}}}""";

    public static string Sct(string code) => $$"""{"coding":[{"system":"http://snomed.info/sct","code":"{{code}}"}]}""";

    public static string Loinc(string code) => $$"""{"coding":[{"system":"http://loinc.org","code":"{{code}}"}]}""";

    /// <summary>A resource with Ann as its subject and the elements given, each with a comma before it.</summary>
    public static string Of(string type, string id, string elements, string subject = "subject") =>
        $$"""{"resourceType":"{{type}}","id":"{{id}}","{{subject}}":{"reference":"Patient/ann"}{{elements}}}""";

    public static string Diabetes(string id, string dates) => Of("Condition", id, $",\"code\":{Sct("73211009")}{dates}");

    public static string HbA1c(string id, string value, string code = "999791000000106") =>
        Of("Observation", id, $",\"status\":\"final\",\"code\":{Sct(code)},\"effectiveDateTime\":\"2019-05-01\"{value}");

    public static IReadOnlyList<RecordedEvent> Events(ReadResult result) =>
        [.. Enumerable.Range(0, result.Records.EventCount).Select(result.Records.Event)];
}
