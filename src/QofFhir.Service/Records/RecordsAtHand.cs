using QofFhir.Core.DataChecks;
using QofFhir.Core.Prompts;
using QofFhir.Extraction.Cache;
using QofFhir.Fhir.Reading;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Records;

/// <summary>Kept records in memory, for questions about one patient or all of a practice: read when first asked for, once however many ask, again when a run has replaced them. The practice that was not asked about for longest makes way.</summary>
internal sealed class RecordsAtHand : IDisposable
{
    /// <summary>Practices read at a time; each takes a core.</summary>
    private const int ReadAtOnce = 2;

    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    private readonly ServicePlan _plan;
    private readonly PracticeList _practices;
    private readonly RuleBook _rules;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _places = new(ReadAtOnce);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Held> _held = new(StringComparer.OrdinalIgnoreCase);
    private readonly ITimer _sweep;
    private long _asked;

    public RecordsAtHand(ServicePlan plan, PracticeList practices, RuleBook rules, TimeProvider clock)
    {
        (_plan, _practices, _rules, _clock) = (plan, practices, rules, clock);
        _sweep = clock.CreateTimer(_ => DropGone(), null, Sweep, Sweep);
    }

    /// <summary>How many practices are held.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _held.Count;
            }
        }
    }

    /// <returns>Null when no usable records of the practice are kept, or the definitions are not loaded.</returns>
    public async Task<PracticeAtHand?> Of(Practice practice, CancellationToken cancellation)
    {
        // Who stops waiting does not end the reading: others may wait for it.
        var read = Reading(practice) is { } reading ? await reading.WaitAsync(cancellation) : null;
        return read is null ? null : read with { Fresh = read.TakenAt is { } at && _clock.GetUtcNow() - at <= _plan.Records.Fresh };
    }

    /// <summary>Finds a patient by the address of the patient's system and the id there.</summary>
    /// <param name="ods">Of several practices at one address, the one to look in; without it none is.</param>
    /// <returns>Null when that patient is not at hand.</returns>
    public async Task<PatientPlace?> Find(string fhirServer, string patientId, string? ods, CancellationToken cancellation)
    {
        Practice[] there = [.. _practices.At(fhirServer).Where(p => ods is null || p.Ods.Equals(ods, StringComparison.OrdinalIgnoreCase))];
        return there is [var practice] && await Of(practice, cancellation) is { } held && held.Records.Find(patientId) is { } patient
            ? new PatientPlace(held, patient)
            : null;
    }

    public void Dispose()
    {
        _sweep.Dispose();
        _places.Dispose();
    }

    private Task<PracticeAtHand?>? Reading(Practice practice)
    {
        if (!_plan.Records.Keep || _rules.Loaded is not { } rule)
        {
            return null;
        }

        var file = FileOf(practice.Ods);
        lock (_gate)
        {
            if (file is null)
            {
                _held.Remove(practice.Ods);
                return null;
            }

            if (!_held.TryGetValue(practice.Ods, out var held) || held.File != file || held.Reading.IsFaulted)
            {
                held = _held[practice.Ods] = new Held(file, Task.Run(() => Read(practice, rule)));
            }

            held.Asked = ++_asked;
            if (_held.Count > _plan.Records.AtHand)
            {
                _held.Remove(_held.MinBy(h => h.Value.Asked).Key);
            }

            return held.Reading;
        }
    }

    private async Task<PracticeAtHand?> Read(Practice practice, LoadedFramework rule)
    {
        await _places.WaitAsync();
        try
        {
            using var kept = _plan.Records.Of(practice.Ods).Open(out _);
            if (kept is null)
            {
                return null;
            }

            var read = Read(kept, rule);
            var framework = rule.Framework.Lacking([.. kept.Contents.Missing.Select(m => m.Gap())]);
            return new PracticeAtHand(
                practice,
                framework,
                new Prompter(framework),
                read.Records,
                read.Counts.Rejected,
                kept.Contents.TransactionTime,
                Fresh: false);
        }
        finally
        {
            _places.Release();
        }
    }

    private static ReadResult Read(KeptRecords kept, LoadedFramework rule)
    {
        var reader = new RecordReader(rule.Codes);
        foreach (var (name, open) in kept.Inputs)
        {
            using var stream = open();
            reader.Read(stream, name);
        }

        return reader.Finish();
    }

    /// <summary>What says that a file is the same as before; null when it is gone or too old to be used.</summary>
    private KeptFile? FileOf(string ods)
    {
        var file = new FileInfo(_plan.Records.Of(ods).Path);
        return file.Exists && _clock.GetUtcNow() - file.LastWriteTimeUtc < _plan.Records.Retain ? new KeptFile(file.LastWriteTimeUtc, file.Length) : null;
    }

    /// <summary>Patients whose records are deleted do not stay in memory until somebody asks for them.</summary>
    private void DropGone()
    {
        lock (_gate)
        {
            foreach (var ods in _held.Keys.Where(o => FileOf(o) is null).ToArray())
            {
                _held.Remove(ods);
            }
        }
    }

    private sealed record KeptFile(DateTime Written, long Length);

    private sealed class Held(KeptFile file, Task<PracticeAtHand?> reading)
    {
        public KeptFile File => file;

        public Task<PracticeAtHand?> Reading => reading;

        public long Asked { get; set; }
    }
}
