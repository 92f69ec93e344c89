using QofFhir.Fhir;
using QofFhir.SampleGp.Practice.Cases;
using QofFhir.SampleGp.Practice.Entries;

namespace QofFhir.SampleGp.Practice;

/// <summary>The synthetic practice: a fixed cast that shows every rule row and every edge of the data, and ordinary patients round it.</summary>
/// <remarks>Everything is made up: NHS numbers of the test range, the family name Synthetic, a practice code that was never given out, and <see cref="SampleTag"/> on every resource.</remarks>
public static class SamplePractice
{
    /// <summary>The types that a practice holds, one file each.</summary>
    public static readonly IReadOnlyList<string> Types =
        ["Organization", "Patient", "EpisodeOfCare", "Condition", "Observation", "Procedure", "MedicationRequest", "Encounter"];

    /// <summary>Patients in the cast.</summary>
    public static int CastSize => Cast.All.Count;

    /// <summary>The folder of the practice that comes with the product.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "samples", "practice");

    /// <summary>The cast in the order of writing, with what the rules must make of each patient.</summary>
    public static IReadOnlyList<SampleCase> Cases { get; } = [.. Cast.All.Select(c => new SampleCase(c.Id, c.Shows, c.Expected))];

    /// <summary>All resources, patient after patient, made while they are read.</summary>
    /// <exception cref="ArgumentException">The recipe asks for what cannot be made.</exception>
    public static IEnumerable<SampleResource> Resources(PracticeRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        recipe.Check();
        return Make(recipe);
    }

    /// <summary>Writes one NDJSON file a type. Files stand under another name until all are whole; then they replace those of an earlier run.</summary>
    /// <returns>Resources written.</returns>
    public static long Write(PracticeRecipe recipe, string folder, CancellationToken cancellation = default)
    {
        var resources = Resources(recipe);
        Directory.CreateDirectory(folder);
        using var files = new NdjsonFiles(folder, Types);
        foreach (var resource in resources)
        {
            cancellation.ThrowIfCancellationRequested();
            files.Add(resource);
        }

        return files.Finish();
    }

    private static IEnumerable<SampleResource> Make(PracticeRecipe recipe)
    {
        using var writer = new ResourceWriter(recipe.PracticeCode);
        var year = new ServiceYear(recipe.TakenOn);
        var ordinary = new OrdinaryPatients(recipe, writer);
        yield return writer.Organization(year.Start);
        var index = 0;
        foreach (var nhsNumber in NhsNumbers.All().Take(recipe.Patients))
        {
            var resources = index < CastSize
                ? Act(Cast.All[index], year, nhsNumber, index, writer)
                : ordinary.Write(index - CastSize + 1, nhsNumber);
            foreach (var resource in resources)
            {
                yield return resource;
            }

            index++;
        }
    }

    private static IEnumerable<SampleResource> Act(CaseScript script, ServiceYear year, string nhsNumber, int index, ResourceWriter writer)
    {
        var person = new Person(script.Id, nhsNumber, script.Id, index % 2 == 0, When.Day(year.BornFor(script.Age)));
        var record = new PatientRecord(writer, person, year.Start);
        if (!script.OwnRegistration)
        {
            var born = year.BornFor(script.Age);
            var longAgo = year.Start.AddYears(-15);
            record.Registered(born > longAgo ? born : longAgo);
        }

        script.Write(record, year);
        return record.Resources;
    }
}
