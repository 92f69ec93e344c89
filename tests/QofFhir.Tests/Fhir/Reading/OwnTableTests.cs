using System.Globalization;
using QofFhir.Core.Records;

namespace QofFhir.Tests.Fhir.Reading;

/// <summary>An entry given from memory becomes the event that the reader makes of the same entry as FHIR.</summary>
public sealed class OwnTableTests
{
    private static readonly DateOnly On = new(2019, 5, 1);

    [Theory]
    [InlineData("999791000000106", "58.4", "mmol/mol", true)]
    [InlineData("999791000000106", "58", "mmol per mol", true)]
    [InlineData("999791000000106", "7.5", "%", true)]
    [InlineData("999791000000106", "7.5", "%{HemoglobinA1C}", true)]
    [InlineData("999791000000106", "1.5", "%", false)]
    [InlineData("999791000000106", "-1", "mmol/mol", false)]
    [InlineData("999791000000106", "50", "mg/dL", false)]
    [InlineData("999791000000106", "50", null, false)]
    [InlineData("score", "4", null, true)]
    [InlineData("score", "4", "{score}", true)]
    [InlineData("score", "4", "mm[Hg]", false)]
    [InlineData("bmi", "27.5", "kg/m²", true)]
    [InlineData("271649006", "140", "mmHg", true)]
    [InlineData("271650006", "90", "mm[Hg]", true)]
    [InlineData("271649006", "140", null, false)]
    [InlineData("75367002", "140", "mmHg", false)]
    [InlineData("73211009", "3", "mmol/mol", true)]
    public void A_value_is_what_the_reader_makes_of_it(string code, string value, string? unit, bool used)
    {
        var quantity = $",\"valueQuantity\":{{\"value\":{value}{(unit is null ? "" : $",\"unit\":\"{unit}\"")}}}";
        var read = Given.Events(Given.Read(Given.Ann, Given.HbA1c("o", quantity, code)));
        var builder = Builder(out var ann);
        Assert.Equal(used, builder.AddCode(ann, On, CodeKey.Snomed, code, decimal.Parse(value, CultureInfo.InvariantCulture), unit, "Observation/o"));
        Assert.Equal(read, Events(builder));
    }

    [Theory]
    [InlineData(148, 86, true)]
    [InlineData(-1, 86, false)]
    [InlineData(148, -1, false)]
    [InlineData(-1, -1, false)]
    public void A_pressure_is_what_the_reader_makes_of_it(int systolic, int diastolic, bool used)
    {
        string Half(string code, int value) => $"{{\"code\":{Given.Sct(code)},\"valueQuantity\":{{\"value\":{value},\"unit\":\"mmHg\"}}}}";
        var components = $",\"component\":[{Half("271649006", systolic)},{Half("271650006", diastolic)}]";
        var read = Given.Events(Given.Read(Given.Ann, Given.HbA1c("o", components, "75367002")));
        var builder = Builder(out var ann);
        Assert.Equal(used, builder.AddPressure(ann, On, CodeKey.Snomed, "75367002", systolic, diastolic, "Observation/o"));
        Assert.Equal(read, Events(builder));
    }

    [Fact]
    public void A_medicine_given_is_a_drug_and_what_no_rule_asks_for_is_left_out()
    {
        var builder = Builder(out var ann);
        builder.AddDrug(ann, On, "https://dmd.nhs.uk", "325278007");
        builder.AddDrug(ann, On, CodeKey.Snomed, "no rule asks");
        Assert.True(builder.AddCode(ann, On, CodeKey.Snomed, "no rule asks", 5, "no unit"));
        Assert.Equal(new RecordedEvent(On, 0, EventClass.Drug, "sct|325278007"), Assert.Single(Events(builder)));
    }

    [Fact]
    public void Without_codes_every_entry_is_kept_as_it_is()
    {
        var builder = new PracticeRecordsBuilder();
        var ann = builder.AddPatient(new Patient("ann", new DateOnly(1960, 2, 29), Sex.Female));
        Assert.True(builder.AddCode(ann, On, "urn:local", "X", 7.5m, "%"));
        Assert.Equal(new RecordedEvent(On, 0, EventClass.Code, "urn:local|X", new Measured(7.5m), "%"), Assert.Single(Events(builder)));
    }

    private static PracticeRecordsBuilder Builder(out int ann)
    {
        var builder = new PracticeRecordsBuilder(Given.Codes);
        ann = builder.AddPatient(new Patient("ann", new DateOnly(1960, 2, 29), Sex.Female));
        return builder;
    }

    private static IReadOnlyList<RecordedEvent> Events(PracticeRecordsBuilder builder)
    {
        var records = builder.Build();
        return [.. Enumerable.Range(0, records.EventCount).Select(records.Event)];
    }
}
