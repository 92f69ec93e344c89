using System.Runtime.InteropServices;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading.Elements;

namespace QofFhir.Fhir.Reading.Resources;

/// <summary>The resources that are no more than a code, a patient and a date.</summary>
internal static class EntryReaders
{
    private static readonly DateElement[] PerformedDates = [new("performedDateTime"), new("performedPeriod", DateShape.Period)];

    private static readonly DateElement[] AllergyDates =
    [
        new("onsetDateTime"), new("onsetPeriod", DateShape.Period), new("onsetAge", DateShape.Age), new("recordedDate"),
    ];

    private static readonly DateElement[] AuthoredDates = [new("authoredOn")];

    private static readonly DateElement[] PeriodDates = [new("period", DateShape.Period)];

    public static void Procedure(Resource procedure, Intake intake) => Coded(procedure, intake, "subject"u8, PerformedDates);

    /// <summary>An allergy is an entry of the record, never a medicine: it fits no drug cluster.</summary>
    public static void AllergyIntolerance(Resource allergy, Intake intake) => Coded(allergy, intake, "patient"u8, AllergyDates);

    public static void ServiceRequest(Resource request, Intake intake) => Coded(request, intake, "subject"u8, AuthoredDates);

    public static void Flag(Resource flag, Intake intake) => Coded(flag, intake, "subject"u8, PeriodDates, required: true);

    /// <summary>What kind of encounter it was, and why it was, each as an entry of its own.</summary>
    public static void Encounter(Resource encounter, Intake intake)
    {
        Status.Judge(encounter);
        var concepts = intake.Gathered;
        concepts.Clear();
        encounter.AddConcepts("type"u8, concepts);
        encounter.AddConcepts("reasonCode"u8, concepts);
        if (intake.Open(encounter, "subject"u8, PeriodDates, CollectionsMarshal.AsSpan(concepts)) is { } entry)
        {
            foreach (var concept in concepts)
            {
                entry.Add(concept);
            }
        }
    }

    private static void Coded(
        Resource resource, Intake intake, ReadOnlySpan<byte> subject, DateElement[] dates, bool required = false)
    {
        Status.Judge(resource);
        var code = resource.Concept("code"u8, required && !resource.IsDone);
        if (intake.Open(resource, subject, dates, code) is { } entry)
        {
            entry.Add(code, EventClass.Code);
        }
    }
}
