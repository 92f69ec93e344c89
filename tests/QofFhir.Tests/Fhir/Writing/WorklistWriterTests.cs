using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using QofFhir.Core;
using QofFhir.Core.Recall;
using QofFhir.Fhir.Writing.Recall;
using QofFhir.Tests.Core;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Fhir.Writing;

/// <summary>A worklist as FHIR, before validators that nobody here wrote.</summary>
public sealed class WorklistWriterTests
{
    private const string Year = "qof-england-2026-27";

    [Fact]
    public void Group_and_List_pass_both_validators_and_hold_those_to_be_recalled()
    {
        var worklist = Of("A81001", """
            patient  | born       | events
            due      | 1966-07-01 | HYP 2020-06-01, DM 2015-01-01
            later    | 1966-07-01 | HYP 2020-06-01, CLINBP 135/85 2026-01-05
            declined | 1966-07-01 | HYP 2020-06-01, HYPPCADEC 2026-09-01
            invited  | 1966-07-01 | HYP 2020-06-01, HYPINVITE 2026-05-01, HYPINVITE 2026-05-08
            """);
        var (group, list) = (Written((w, o) => w.WriteGroup(o, worklist)), Written((w, o) => w.WriteList(o, worklist)));
        var (exit, output) = Validators.Validate([group.ToJsonString(), list.ToJsonString()]);
        Assert.True(exit == 0, output);

        var listed = worklist.Patients.Select(p => "Patient/" + p.Person.Id).ToList();
        Assert.Equal(3, listed.Count);
        Assert.Equal(listed, group["member"]!.AsArray().Select(m => (string)m!["entity"]!["reference"]!));
        Assert.Equal(listed, list["entry"]!.AsArray().Select(m => (string)m!["item"]!["reference"]!));
        Assert.Equal(3, (int)group["quantity"]!);
        Assert.Contains("1 for whom everything open is unsuitable or who chose not to", (string)list["note"]![0]!["text"]!, StringComparison.Ordinal);
        var flag = list["entry"]!.AsArray().Single(e => (string)e!["item"]!["reference"]! == "Patient/invited")!["flag"]!;
        Assert.Equal("HYP010", (string)flag["coding"]![0]!["code"]!);
        Assert.Contains("HYP010 adjusted (did-not-respond)", (string)flag["text"]!, StringComparison.Ordinal);

        // And they bite.
        (exit, output) = Validators.Validate([group.ToJsonString().Replace("\"actual\"", "\"real\"", StringComparison.Ordinal), list.ToJsonString().Replace("\"snapshot\"", "\"still\"", StringComparison.Ordinal)]);
        Assert.Equal(1, exit);
        Assert.Contains(" Group/", output, StringComparison.Ordinal);
        Assert.Contains(" List/", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_nobody_and_a_practice_of_any_name_pass_too()
    {
        var worklist = Of("not an ODS code / at all, and longer than an id of FHIR may ever be, by far", "patient | born       | events\nwell    | 1966-07-01 |");
        var (exit, output) = Validators.Validate([Written((w, o) => w.WriteGroup(o, worklist)).ToJsonString(), Written((w, o) => w.WriteList(o, worklist)).ToJsonString()]);
        Assert.True(exit == 0, output);
    }

    private static JsonNode Written(Action<WorklistWriter, IBufferWriter<byte>> write)
    {
        var output = new ArrayBufferWriter<byte>();
        write(new WorklistWriter(sampleData: true), output);
        return JsonNode.Parse(Encoding.UTF8.GetString(output.WrittenSpan))!;
    }

    private static Worklist Of(string practice, string table)
    {
        var framework = Rulebook.Framework(Year);
        var records = SpecPractice.Build(framework.Plan, SpecTable.Of(Year, "2026-12-01", table).Patients);
        return Qof.Worklist(framework, records, new RecallQuestion(Terms.Day("2026-12-01")) { Indicators = ["HYP010", "DM020", "DM037"] }) with { Practice = practice };
    }
}
