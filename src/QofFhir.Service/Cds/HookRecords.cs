using System.Buffers;
using QofFhir.Core;
using QofFhir.Fhir.Reading;
using QofFhir.Fhir.Reading.Cds;
using QofFhir.Fhir.Writing.Cds;
using QofFhir.Service.Cds.Clients;
using QofFhir.Service.Practices;
using QofFhir.Service.Records;

namespace QofFhir.Service.Cds;

/// <summary>Brings one patient's records together: what the request holds, else what we keep of the practice, else what the client's server gives.</summary>
internal sealed class HookRecords(ServicePlan plan, ServerFetch fetch, RecordsAtHand kept, TimeProvider clock)
{
    /// <summary>The types that may come along with those that were asked, because the reader follows references to them.</summary>
    private static readonly string[] Included = ["Medication", "Organization"];

    /// <returns>The patient, or the answer to a request from which none can be had.</returns>
    public async Task<(PatientAtHand? At, IResult? Refusal)> Of(
        CdsService service, HookRequest request, LoadedFramework rules, Caller caller, CancellationToken cancellation)
    {
        if (!IsOfOnePatient(request, request.Resources))
        {
            return (null, Refusals.AnotherPatient);
        }

        var templates = rules.Prefetch(plan.Cds.ByValueSet);
        var known = request.Prefetch.Where(p => templates.Any(t => t.Key == p.Key && Answers(p.Value, t))).ToDictionary();
        var missing = templates.Where(t => t.Needed && !known.ContainsKey(t.Key)).ToList();
        var allowed = request.Server is { } server && caller.MayRead(server, plan.Cds);
        if (missing.Count > 0 && allowed && caller.SeesKept
            && await kept.Find(request.Server!.AbsoluteUri, request.PatientId, caller.Client?.Practice, cancellation) is { Practice: { Fresh: true, TakenAt: { } taken } ours } place
            && caller.SeesKeptOf(ours.Practice.Ods))
        {
            var at = new PatientAtHand(service.Id, request.Hook, request.PatientId, ours.Prompter, ours.Records, place.Patient, RecordsOrigin.Kept, taken)
            {
                Practice = ours.Practice.Ods,
                Statements = [.. Unread(ours), .. Unused(request)],
            };
            return (Told(at, request, known), null);
        }

        var gathered = allowed && (missing.Count > 0 || ServerFetch.Lacks(known.Values))
            ? await fetch.Fetch(request, known, missing, cancellation)
            : new Gathered(known, [.. missing.Select(m => m.Key)], []);
        return gathered.Missing.Count > 0 ? (null, Refusals.Missing(gathered.Missing))
            : !IsOfOnePatient(request, gathered.Resources) ? (null, Refusals.AnotherPatient)
            : (Read(service, request, gathered, templates, rules), null);
    }

    private static bool IsOfOnePatient(HookRequest request, IEnumerable<HookResource> resources)
    {
        var all = resources.ToList();
        return all.TrueForAll(new OnePatient(request.PatientId, request.Server, all).Owns);
    }

    /// <summary>Whether an answer is whole, and one to the query that was asked.</summary>
    private static bool Answers(PrefetchValue value, PrefetchTemplate asked) => value.State == PrefetchState.Whole
        && (value.Resources.Any(r => r.Type == asked.Type) || (asked.IsSearch && value.Resources.Count == 0));

    private PatientAtHand Read(CdsService service, HookRequest request, Gathered gathered, IReadOnlyList<PrefetchTemplate> templates, LoadedFramework rules)
    {
        var types = templates.Where(t => t.Needed).Select(t => t.Type).Concat(Included).ToHashSet(StringComparer.Ordinal);
        var bundle = new ArrayBufferWriter<byte>();
        CollectionWriter.Write(bundle, gathered.Resources.Where(r => types.Contains(r.Type)).OrderBy(r => r.Type != "Patient"));
        var reader = new RecordReader(rules.Codes);
        using (var stream = new MemoryStream(bundle.WrittenMemory.ToArray()))
        {
            reader.Read(stream, "request");
        }

        var read = reader.Finish();
        var at = new PatientAtHand(
            service.Id, request.Hook, request.PatientId, rules.Prompter, read.Records, read.Records.Find(request.PatientId),
            gathered.Fetched ? RecordsOrigin.Fetched : RecordsOrigin.Prefetch, clock.GetUtcNow());
        return Told(at with { Problems = read.Problems, Statements = [.. gathered.Statements, .. Unread(read)] }, request, gathered.Values);
    }

    private PatientAtHand Told(PatientAtHand at, HookRequest request, IReadOnlyDictionary<string, PrefetchValue> values) => at with
    {
        EncounterId = request.EncounterId,
        Drafts = request.Drafts,
        Selections = request.Selections,
        Appointments = request.Appointments,
        Role = request.Role is { } named ? UserRoles.Named(named)
            : values.GetValueOrDefault(PrefetchTemplates.Role)?.Resources.FirstOrDefault(r => r.Type == "PractitionerRole") is { } role ? plan.Cds.UserRoles.Of(role)
            : null,
    };

    /// <summary>Whose entry it was is not known: it may be anybody's.</summary>
    private static IEnumerable<string> Unread(PracticeAtHand kept)
    {
        if (kept.Rejected is > 0 and var rejected)
        {
            yield return $"{(rejected == 1 ? "1 entry" : $"{rejected} entries")} of the practice's stored records could not be read, of this patient or another.";
        }
    }

    /// <summary>Part of a record is never laid over another: what the call brought of it may be newer than what decides.</summary>
    private static IEnumerable<string> Unused(HookRequest request)
    {
        if (request.Prefetch.Any(p => p.Key is not (PrefetchTemplates.Patient or PrefetchTemplates.Role) && p.Value.Resources.Count > 0))
        {
            yield return "The call brought part of the record, which was not looked at: the stored record decides.";
        }
    }

    /// <summary>What is not read must not pass for what is not there.</summary>
    private static IEnumerable<string> Unread(ReadResult read)
    {
        if (read.Counts.Rejected is > 0 and var rejected)
        {
            yield return rejected == 1 ? "1 entry of the record could not be read." : $"{rejected} entries of the record could not be read.";
        }

        var partly = read.Problems.Where(p => p.Severity == ProblemSeverity.Warning).Select(p => p.Where).Distinct().Count();
        if (partly > 0)
        {
            yield return partly == 1 ? "1 entry of the record was read in part." : $"{partly} entries of the record were read in part.";
        }
    }
}
