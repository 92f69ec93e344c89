using QofFhir.Core.Achievement;
using QofFhir.Core.Records;
using QofFhir.Fhir.Reading;
using QofFhir.SampleGp.Practice;
using QofFhir.Tests.Spec;

namespace QofFhir.Tests.Core.Outlook;

/// <summary>Synthetic practices in memory, read as any files are.</summary>
internal static class SampleRecords
{
    /// <param name="takenOn">Ordinary patients have nothing after it.</param>
    public static PracticeRecords Of(Framework framework, DateOnly takenOn, int patients = 400)
    {
        var reader = new RecordReader(Rulebook.Library.CodeIndex(framework));
        foreach (var type in SamplePractice.Resources(new PracticeRecipe(patients, 1, takenOn)).GroupBy(r => r.Type))
        {
            using var stream = new MemoryStream([.. type.SelectMany(r => (byte[])[.. r.Json, (byte)'\n'])]);
            reader.Read(stream, $"{type.Key}.ndjson");
        }

        return reader.Finish().Records;
    }

    /// <summary>The same records without any entry, registration or birth after a day.</summary>
    public static PracticeRecords Cut(PracticeRecords records, DateOnly after)
    {
        var cut = new PracticeRecordsBuilder();
        foreach (var patient in Enumerable.Range(0, records.PatientCount).Where(p => records.Patient(p).Born <= after))
        {
            var handle = cut.AddPatient(records.Patient(patient));
            foreach (var spell in records.Spells(patient).Where(s => s.From is not { } from || from <= after))
            {
                cut.AddRegistration(handle, spell);
            }

            for (var e = records.FirstEvent(patient); e < records.FirstEvent(patient + 1); e++)
            {
                if (records.Event(e) is { } recorded && recorded.On <= after)
                {
                    cut.AddEvent(handle, recorded with { Concept = cut.Concepts.Intern([.. records.Concepts.Keys(recorded.Concept)]) });
                }
            }
        }

        return cut.Build();
    }
}
