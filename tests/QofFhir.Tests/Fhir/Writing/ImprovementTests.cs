using System.Text;
using System.Text.Json.Nodes;
using QofFhir.Core.Achievement;
using QofFhir.Core.Aggregation;
using QofFhir.Core.Disclosure;
using QofFhir.Core.Evaluation;
using QofFhir.Core.Improvement;
using QofFhir.Core.Improvement.Networks;
using QofFhir.Fhir.Writing;
using QofFhir.Fhir.Writing.Improvement;
using QofFhir.Fhir.Writing.Rollups;
using QofFhir.Tests.Core.Improvement;

namespace QofFhir.Tests.Fhir.Writing;

/// <summary>A module, its definitions and a practice's plan as FHIR, before validators that nobody here wrote.</summary>
public sealed class ImprovementTests
{
    private static readonly PracticeResult Counted = Measured();

    private static readonly ImprovementModule Module = SafetyModule.Module with { Measures = Counted.Framework };

    private static readonly ImprovementPlan Plan = (SafetyModule.Undeclared with
    {
        Baselines = Renamed(SafetyModule.Undeclared.Baselines),
        Measurements = Renamed(SafetyModule.Undeclared.Measurements),
        Objectives = [.. SafetyModule.Undeclared.Objectives.Select(o => o with { Measure = "DM020" })],
        Cycles = [SafetyModule.Undeclared.Cycles[0], SafetyModule.Undeclared.Cycles[0] with { Id = "c2", Aim = "Tell everybody", Change = "", Study = "", Act = "", Ended = null, Results = [], Shared = true }],
        Answers = [.. SafetyModule.Undeclared.Answers, new("a3", 1, "reviewed", "12.5", true), new("a4", 1, "agreed", "yes", true)],
    }).Declared("d1", "Dr Able", new(2020, 3, 15));

    [Fact]
    public void The_definitions_of_a_module_and_a_whole_plan_pass_both_validators()
    {
        var bundle = Bundle(Plan);
        string[] resources = [.. Definitions(), .. Entries(bundle).Select(e => e.ToJsonString()), bundle.ToJsonString()];
        var (exit, output) = Validators.Validate(resources);
        Assert.True(exit == 0, output);
        Assert.Equal(
            ["CarePlan", "Goal", "QuestionnaireResponse", "Composition", "Composition", "MeasureReport", "MeasureReport", .. Enumerable.Repeat("MeasureReport", 10), "Group", "Organization"],
            Entries(bundle).Select(e => (string)e["resourceType"]!));

        // And they bite.
        (exit, output) = Validators.Validate([.. Entries(bundle).Select(e => e.ToJsonString().Replace("\"lifecycleStatus\"", "\"status\"", StringComparison.Ordinal).Replace("\"entry\":[{\"reference\":\"Organization/A81001\"", "\"entri\":[{\"reference\":\"Organization/A81001\"", StringComparison.Ordinal))]);
        Assert.Equal(1, exit);
        Assert.Contains(" Goal/", output, StringComparison.Ordinal);
        Assert.Contains(" Composition/", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_that_measures_nothing_and_pays_nothing_passes_too()
    {
        var module = Module with { Measures = null, Indicators = [], Template = [], Years = [], Local = true };
        var (exit, output) = Validators.Validate([Written(o => PlanDefinitionWriter.Write(o, module)), Written(o => QuestionnaireWriter.Write(o, module))]);
        Assert.True(exit == 0, output);
    }

    [Fact]
    public void What_is_not_shared_stays_in_the_practice()
    {
        var text = Bundle(Plan).ToJsonString();
        string[] kept = ["Safer NSAIDs", "Alert at issue", "Study it", "Keep it", "Fewer bleeds", "ourselves", "learned much", "Able", "run 1"];
        Assert.All(kept, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        Assert.Contains("Alerts help", text, StringComparison.Ordinal);
        Assert.Contains("Aim: Tell everybody", text, StringComparison.Ordinal);

        var shared = Bundle(Plan with
        {
            Objectives = [Plan.Objectives[0] with { Shared = true }],
            Cycles = [Plan.Cycles[0] with { Shared = true }],
            Meetings = [.. Plan.Meetings.Select(m => m with { Shared = true })],
            Answers = [.. Plan.Answers.Select(a => a with { Shared = true })],
        }).ToJsonString();
        Assert.All(kept[..7], word => Assert.Contains(word, shared, StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_that_is_kept_is_seen_to_be_there()
    {
        var response = Entries(Bundle(Plan)).Single(e => (string)e["resourceType"]! == "QuestionnaireResponse");
        Assert.Equal("completed", (string)response["status"]!);
        var answers = response["item"]!.AsArray().ToDictionary(i => (string)i!["linkId"]!, i => i!["answer"]![0]!);
        Assert.Equal("masked", (string)answers["learning"]["_valueString"]!["extension"]![0]!["valueCode"]!);
        Assert.Equal(("2019-06-01", 12.5m, true), ((string)answers["first"]["valueDate"]!, (decimal)answers["reviewed"]["valueDecimal"]!, (bool)answers["agreed"]["valueBoolean"]!));
        Assert.Equal("in-progress", (string)Entries(Bundle(Plan with { Answers = [Plan.Answers[0]] })).Single(e => (string)e["resourceType"]! == "QuestionnaireResponse")["status"]!);
    }

    [Fact]
    public void Every_reference_leads_to_an_entry_or_names_an_organisation_and_every_canonical_to_a_definition()
    {
        var bundle = Bundle(Plan);
        var names = Entries(bundle).Select(e => $"{e["resourceType"]}/{e["id"]}").ToHashSet();
        Assert.Equal(names.Count, bundle["entry"]!.AsArray().Count);
        Assert.All(bundle["entry"]!.AsArray(), e => Assert.Equal($"https://gp.example.org/fhir/{e!["resource"]!["resourceType"]}/{e["resource"]!["id"]}", (string)e["fullUrl"]!));
        foreach (var reference in All(bundle).OfType<JsonObject>().Where(o => o.ContainsKey("reference")).Select(o => (string)o["reference"]!).Where(r => !r.StartsWith('#')))
        {
            Assert.Contains(reference, names);
        }

        var canonicals = Definitions().Select(d => JsonNode.Parse(d)!).Select(d => $"{d["url"]}|{d["version"]}").ToHashSet();
        var used = Entries(bundle).SelectMany(e => new[] { (string?)e["instantiatesCanonical"]?[0], (string?)e["questionnaire"], (string?)e["measure"] }).OfType<string>().ToList();
        Assert.Equal(1 + 1 + 2 + 10, used.Count);
        Assert.All(used, u => Assert.Contains(u, canonicals));
        Assert.All(
            Definitions().Select(d => JsonNode.Parse(d)!).SelectMany(All).OfType<JsonObject>().SelectMany(o => new[] { (string?)(o["resource"] as JsonValue), (string?)(o["definitionCanonical"] as JsonValue) }).OfType<string>(),
            u => Assert.Contains(u, canonicals));
    }

    [Fact]
    public void Cycles_goals_and_meetings_say_how_far_they_are()
    {
        var entries = Entries(Bundle(Plan)).ToList();
        var care = entries[0];
        Assert.Equal(["completed", "in-progress"], care["activity"]!.AsArray().Select(a => (string)a!["detail"]!["status"]!));
        Assert.Equal($"MeasureReport/{ReportIdentity.Summary(Counted, Counted.Indicators[0].Indicator).Id}", (string)care["activity"]![0]!["outcomeReference"]![0]!["reference"]!);
        Assert.Equal(("active", "Group/A81001-registered"), ((string)care["status"]!, (string)care["subject"]!["reference"]!));
        var goal = entries[1];
        Assert.Equal(("completed", "achieved", 90m), ((string)goal["lifecycleStatus"]!, (string)goal["achievementStatus"]!["coding"]![0]!["code"]!, (decimal)goal["target"]![0]!["detailRange"]!["low"]!["value"]!));
        Assert.EndsWith(": 90 % or more by 2020-02-29", (string)goal["description"]!["text"]!, StringComparison.Ordinal);
        Assert.Equal("not-achieved", Status(Plan with { Objectives = [Plan.Objectives[0] with { Target = 95 }] }));
        Assert.Equal("in-progress", Status(Plan with { Objectives = [Plan.Objectives[0] with { Target = 95, By = new(2020, 3, 20) }] }));
        var meeting = entries.Last(e => (string)e["resourceType"]! == "Composition");
        Assert.Equal(["A81001", "A81002", "A81003"], meeting["section"]![0]!["entry"]!.AsArray().Select(e => (string)e!["identifier"]!["value"]!));
        Assert.Equal(("U12345", "2020-02-20", 1), ((string)meeting["subject"]!["identifier"]!["value"]!, (string)meeting["date"]!, meeting["section"]!.AsArray().Count));

        static string Status(ImprovementPlan plan) => (string)Entries(Bundle(plan)).ElementAt(1)["achievementStatus"]!["coding"]![0]!["code"]!;
    }

    [Fact]
    public void Completion_is_all_or_nothing_and_a_composite_of_its_requirements()
    {
        var one = (Plan with { Meetings = [Plan.Meetings[0]] }).Declared("d1", "Dr Able", new(2020, 3, 15));
        Assert.Equal([(27m, 1), (10m, 1)], Points(Plan));
        Assert.Equal([(27m, 1), (0m, 0)], Points(one));
        var composite = JsonNode.Parse(Definitions().Single(d => d.Contains("\"id\":\"prescribing-safety-completion-qi002\"", StringComparison.Ordinal)))!;
        Assert.Equal("all-or-nothing", (string)composite["compositeScoring"]!["coding"]![0]!["code"]!);
        Assert.Equal(
            ["https://qoffhir.example.org/fhir/Measure/prescribing-safety-completion-meetings|2019-20"],
            composite["relatedArtifact"]!.AsArray().Where(a => (string)a!["type"]! == "composed-of").Select(a => (string)a!["resource"]!));

        static IEnumerable<(decimal, int)> Points(ImprovementPlan plan) =>
            from report in Entries(Bundle(plan))
            where report["measure"] is { } measure && ((string)measure!).Contains("-completion-qi", StringComparison.Ordinal)
            let parts = report["extension"]!.AsArray().Single(e => ((string)e!["url"]!).EndsWith("qof-result", StringComparison.Ordinal))!["extension"]!.AsArray()
            select ((decimal)parts.Single(p => (string)p!["url"]! == "pointsEarned")!["valueDecimal"]!, (int)report["group"]![0]!["population"]![4]!["count"]!);
    }

    [Fact]
    public void No_report_about_a_patient_goes_out_with_a_plan()
    {
        var indicator = HandMadePractice.Of(Counted, "DM020");
        var writer = new MeasureReportWriter(new());
        string[] wrong =
        [
            Written(o => writer.WriteIndividual(o, Counted, indicator, HandMadePractice.Individual(indicator, 2), HandMadePractice.ComputedAt)),
            Written(o => writer.WriteSubjectList(o, Counted, indicator, HandMadePractice.PatientId, HandMadePractice.ComputedAt)),
            "{\"resourceType\":\"Patient\",\"id\":\"p\"}",
        ];
        Assert.All(wrong, w => Assert.Throws<ArgumentException>(() => Bundle(Plan, w)));
    }

    [Fact]
    public void A_plan_with_a_problem_is_not_told() =>
        Assert.Throws<ArgumentException>(() => Bundle(Plan with { Answers = [new("a4", 1, "reviewed", "1,5", true)] }));

    [Fact]
    public void A_collective_report_is_rounded_passes_and_is_not_there_where_a_count_is_hidden()
    {
        var measure = Counted.Framework.Indicators[0] with { Rule = null };
        var module = Module with { Measures = Counted.Framework with { Indicators = [measure] } };
        ImprovementPlan[] plans =
        [
            .. Enumerable.Range(1, 5).Select(n => new ImprovementPlan($"A8100{n}", module.Id, SafetyModule.YearStart)
            {
                Baselines = [SafetyModule.Counted("b1", "DM020", 100 + n, 200, new(2019, 6, 1))], Measurements = [SafetyModule.Counted("m1", "DM020", 120 + n, 201, new(2019, 10, 1))],
            }),
        ];
        var progress = NetworkProgress.Of("U12345", module, plans, SafetyModule.Today);
        var network = new Organisation("U12345", OrganisationKind.Pcn, "Example Network");
        var report = CollectiveReport.Of(module, progress, "DM020", DisclosurePolicy.Suppress, () => false, network, SafetyModule.YearStart, new(2019, 10, 31))!;
        Assert.Equal((true, 1005, 615), (report.Rounded, report.Rollup.Counts.Population, report.Rollup.Counts.Numerator));
        var (exit, output) = Validators.Validate([
            Written(o => MeasureWriter.Write(o, module.Measures!, measure)), Written(o => new RollupReportWriter().Write(o, report, HandMadePractice.ComputedAt))]);
        Assert.True(exit == 0, output);
        Assert.Null(CollectiveReport.Of(module, progress, "DM020", DisclosurePolicy.Suppress, () => true, network, SafetyModule.YearStart, new(2019, 10, 31)));
        Assert.Null(CollectiveReport.Of(module, progress, "OTHER", DisclosurePolicy.Suppress, () => false, network, SafetyModule.YearStart, new(2019, 10, 31)));
    }

    [Fact]
    public void The_same_plan_gives_the_same_bytes_and_sample_data_is_tagged()
    {
        Assert.Equal(Bundle(Plan).ToJsonString(), Bundle(Plan).ToJsonString());
        var sample = JsonNode.Parse(Written(o => new ImprovementBundleWriter(new(SampleData: true)).Write(o, Record(Plan, []))))!;
        Assert.All(Entries(sample).Append(sample), r => Assert.Equal("sample", (string)r["meta"]!["tag"]![0]!["code"]!));
        Assert.Throws<ArgumentException>(() => ModuleIdentity.Of(Module with { Id = new string('m', 45) }));
        Assert.Equal("qi-" + new string('m', 40), ModuleIdentity.Of(Module with { Id = new string('m', 40) }).Id);
    }

    private static IEnumerable<string> Definitions()
    {
        yield return Written(o => PlanDefinitionWriter.Write(o, Module));
        yield return Written(o => QuestionnaireWriter.Write(o, Module));
        foreach (var indicator in Counted.Framework.Indicators)
        {
            yield return Written(o => MeasureWriter.Write(o, Counted.Framework, indicator));
        }

        var completion = ModuleCompletion.FrameworkOf(Module, Plan.YearStart);
        foreach (var indicator in completion.Indicators)
        {
            yield return Written(o => CompletionMeasureWriter.Write(o, Module, completion, indicator));
        }
    }

    private static JsonNode Bundle(ImprovementPlan plan, params string[] reports)
    {
        if (reports.Length == 0)
        {
            reports = [.. Counted.Indicators.Select(i => Written(o => new MeasureReportWriter(new()).WriteSummary(o, Counted, i, HandMadePractice.ComputedAt)))];
        }

        return JsonNode.Parse(Written(o => new ImprovementBundleWriter(new()).Write(o, Record(plan, reports))))!;
    }

    private static ImprovementRecord Record(ImprovementPlan plan, string[] reports) => new(
        Module, plan, PlanReview.Of(Module, plan, SafetyModule.Today), SafetyModule.Today, HandMadePractice.ComputedAt, new("https://gp.example.org/fhir"),
        [.. reports.Select(r => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(r))]);

    private static IEnumerable<JsonNode> Entries(JsonNode bundle) => bundle["entry"]!.AsArray().Select(e => e!["resource"]!);

    private static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject o => o.Select(p => p.Value).OfType<JsonNode>().SelectMany(All).Prepend(node),
        JsonArray a => a.OfType<JsonNode>().SelectMany(All).Prepend(node),
        _ => [node],
    };

    private static string Written(Action<System.Buffers.IBufferWriter<byte>> write) => HandMadePractice.Write(write);

    private static Measurement[] Renamed(IReadOnlyList<Measurement> counted) => [.. counted.Select(m => m with { Measure = m.Measure == "NSAID" ? "DM020" : "DM036" })];

    /// <summary>Two indicators of the practice made by hand, as if they were measures counted on the day of the second measurement.</summary>
    private static PracticeResult Measured()
    {
        var practice = HandMadePractice.Result();
        IndicatorResult[] two = [HandMadePractice.Of(practice, "DM020"), HandMadePractice.Of(practice, "DM036")];
        var framework = practice.Framework with { Id = "qi-prescribing-safety", Title = "Prescribing safety: measures", YearStart = SafetyModule.YearStart, Indicators = [.. two.Select(i => i.Indicator)] };
        return practice with { Framework = framework, Dates = ServiceDates.Year(new(2019, 10, 1)), Indicators = two };
    }
}
