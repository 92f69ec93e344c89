using QofFhir.Extraction.Files;
using QofFhir.Extraction.Http;

namespace QofFhir.Extraction.Searching;

/// <summary>Asks for records patient by patient: the last resort where a server lists them in no other way. A few side by side.</summary>
internal sealed class PatientCrawl(PagedSearch search, ExtractionSettings settings)
{
    /// <summary>Everyone on the list, once it was fetched.</summary>
    public HashSet<string> Patients { get; } = new(StringComparer.Ordinal);

    /// <param name="patient">Null: without an id nothing can be asked.</param>
    public void Note(string? patient)
    {
        if (patient is not null)
        {
            Patients.Add(patient);
        }
    }

    /// <summary>Whether the type is about patients, so that it can be asked for in this way.</summary>
    public static bool Serves(string type) => type is not ("Patient" or "Organization" or "Practitioner" or "Medication" or "Group");

    /// <returns>Null when all came; else why the server does not take it.</returns>
    /// <exception cref="ExtractionException">It began and could not be finished.</exception>
    public async Task<Refusal?> Run(
        string type, IReadOnlyCollection<string> patients, TypeFile file, Action<SearchEntry>? onEntry, CancellationToken cancellation)
    {
        Refusal? refusal = null;
        foreach (var parameter in Parameters(type))
        {
            // The first tells whether the server takes the parameter at all.
            refusal = patients.Count == 0 ? null : (await Ask(parameter, patients.First(), cancellation)).NotTaken;
            if (refusal is null)
            {
                await Parallel.ForEachAsync(
                    patients.Skip(1),
                    new ParallelOptions { MaxDegreeOfParallelism = settings.Crawls, CancellationToken = cancellation },
                    async (patient, token) => _ = (await Ask(parameter, patient, token)).NotTaken is { } later
                        ? throw new ExtractionException($"{type}: the server gives it for one patient and not for another, with {later}")
                        : 0);
                return null;
            }
        }

        return refusal;

        // Posted, so that no address and no log of the server on the way names a patient.
        Task<SearchOutcome> Ask(string parameter, string patient, CancellationToken token) =>
            search.Run(type, new SearchFilter(parameter, "Patient/" + patient), posted: true, file, onEntry, token);
    }

    private static string[] Parameters(string type) =>
        type is "EpisodeOfCare" or "Immunization" or "AllergyIntolerance" ? ["patient"] : ["patient", "subject"];
}
