using System.Globalization;
using QofFhir.SampleGp.Practice.Entries;

namespace QofFhir.SampleGp.Practice;

/// <summary>One patient's record while it is written: each sentence adds a resource with the next id.</summary>
internal sealed class PatientRecord(ResourceWriter writer, Person person, DateOnly updated)
{
    private static readonly SampleCode[] BothPanels = [SampleCodes.PressurePanelLoinc, SampleCodes.PressurePanel];
    private static readonly SampleCode[] BothSystolic = [SampleCodes.SystolicLoinc, SampleCodes.Systolic];
    private static readonly SampleCode[] BothDiastolic = [SampleCodes.DiastolicLoinc, SampleCodes.Diastolic];

    private readonly List<SampleResource> _resources = [];
    private Person _person = person;
    private int _next = 1;

    /// <summary>The Patient first, then its entries in the order of writing.</summary>
    public IEnumerable<SampleResource> Resources => _resources.Prepend(writer.Patient(_person, updated));

    public PatientRecord Died(string on) => Is(_person with { DeceasedOn = on });

    public PatientRecord DiedOnUnknownDay() => Is(_person with { DeceasedUnknownDay = true });

    public PatientRecord Born(string on) => Is(_person with { Born = on });

    /// <summary>Registered by <c>Patient.generalPractitioner</c> alone.</summary>
    public PatientRecord RegisteredByPractitioner(DateOnly from) => Is(_person with { PractitionerFrom = from });

    public PatientRecord Registered(DateOnly from, DateOnly? until = null, string type = "R") =>
        Add(writer.EpisodeOfCare(NextId(), _person.Id, new Registration(from, until, type)));

    public PatientRecord Diagnosed(SampleCode code, DateOnly on) => Add(new Diagnosis(code, on) { Onset = When.Day(on) });

    public PatientRecord Add(Diagnosis diagnosis) => Add(writer.Condition(NextId(), _person.Id, diagnosis));

    public PatientRecord Add(Reading reading) => Add(writer.Observation(NextId(), _person.Id, reading));

    /// <summary>A bare code without a value: a refusal, an exception, a degree of frailty.</summary>
    public PatientRecord Coded(SampleCode code, DateOnly on) => Add(new Reading([code], on) { On = When.Day(on) });

    public PatientRecord Invited(SampleCode code, DateOnly on, string status = "completed") =>
        Add(writer.Procedure(NextId(), _person.Id, code, on, status));

    /// <summary>In mmol/mol, with the code of the UK and that of LOINC.</summary>
    public PatientRecord HbA1c(int mmolPerMol, DateOnly on) =>
        HbA1c([SampleCodes.HbA1c, SampleCodes.HbA1cLoinc], new Amount(mmolPerMol, "mmol/mol"), When.London(on, 9, 20), on);

    public PatientRecord HbA1c(SampleCode code, Amount value, string on, DateOnly recorded) => HbA1c([code], value, on, recorded);

    /// <summary>A clinic pressure as UK Core wants it: one panel under both code systems.</summary>
    public PatientRecord Pressure(int systolic, int diastolic, DateOnly on, int hour = 10) =>
        Panel(BothPanels, BothSystolic, BothDiastolic, systolic, diastolic, on, hour);

    /// <summary>A panel that knows LOINC only.</summary>
    public PatientRecord PressureInLoinc(int systolic, int diastolic, DateOnly on) =>
        Panel([SampleCodes.PressurePanelLoinc], [SampleCodes.SystolicLoinc], [SampleCodes.DiastolicLoinc], systolic, diastolic, on, 10);

    /// <summary>A panel of readings taken at home.</summary>
    public PatientRecord HomePressure(int systolic, int diastolic, DateOnly on) =>
        Panel([SampleCodes.HomePanel], [SampleCodes.Systolic], [SampleCodes.Diastolic], systolic, diastolic, on, 18);

    /// <summary>Two Observations of one day that belong together only by their date.</summary>
    public PatientRecord PressureInTwo(SampleCode systolicCode, int systolic, SampleCode diastolicCode, int diastolic, DateOnly on) =>
        Half(systolicCode, systolic, on).Half(diastolicCode, diastolic, on);

    public PatientRecord Half(SampleCode code, int millimetres, DateOnly on) =>
        Measured(code, new Amount(millimetres, "mm[Hg]"), on, "vital-signs");

    public PatientRecord Measured(SampleCode code, Amount value, DateOnly on, string category) =>
        Add(new Reading([code], on) { On = When.London(on, 11, 5), Category = category, Value = value });

    public PatientRecord Issued(SampleCode product, DateOnly on, string intent = "order") =>
        Add(writer.MedicationRequest(NextId(), _person.Id, new Issue(product, on, intent)));

    public PatientRecord Seen(DateOnly on) => Add(writer.Encounter(NextId(), _person.Id, When.London(on, 9, 40)));

    private PatientRecord HbA1c(SampleCode[] codes, Amount value, string on, DateOnly recorded) =>
        Add(new Reading(codes, recorded) { On = on, Category = "laboratory", Value = value });

    private PatientRecord Panel(
        SampleCode[] panel, SampleCode[] systolicCodes, SampleCode[] diastolicCodes, int systolic, int diastolic, DateOnly on, int hour) =>
        Add(new Reading(panel, on)
        {
            On = When.London(on, hour, 15),
            Category = "vital-signs",
            Parts = [new(systolicCodes, new(systolic, "mm[Hg]")), new(diastolicCodes, new(diastolic, "mm[Hg]"))],
        });

    private PatientRecord Is(Person person)
    {
        _person = person;
        return this;
    }

    private PatientRecord Add(SampleResource resource)
    {
        _resources.Add(resource);
        return this;
    }

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"{_person.Id}-{_next++}");
}
