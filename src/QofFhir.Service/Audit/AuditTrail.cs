using System.Collections.Concurrent;
using QofFhir.Service.Storage;

namespace QofFhir.Service.Audit;

/// <summary>Keeps accesses. Those that come while a few are being written are the next to be written, in one transaction: nobody waits for more than two.</summary>
internal sealed class AuditTrail : IDisposable
{
    private const int AtATime = 200;
    private readonly IDatabase _database;
    private readonly ILogger<AuditTrail> _log;
    private readonly BlockingCollection<Waiting> _waiting = [];
    private readonly Thread _writer;

    public AuditTrail(IDatabase database, ILogger<AuditTrail> log)
    {
        (_database, _log) = (database, log);

        // A thread of its own: it would have to wait for one of those that wait for it.
        _writer = new Thread(Write) { IsBackground = true, Name = "audit" };
        _writer.Start();
    }

    /// <summary>Ends when the access stands in the database.</summary>
    /// <exception cref="AuditException">It could not be kept.</exception>
    public Task Keep(AuditRow row)
    {
        var waiting = new Waiting(row, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _waiting.Add(waiting);
        return waiting.Kept.Task;
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        _writer.Join();
        _waiting.Dispose();
    }

    private void Write()
    {
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            List<Waiting> some = [first];
            while (some.Count < AtATime && _waiting.TryTake(out var next))
            {
                some.Add(next);
            }

            Write(some);
        }
    }

    private void Write(List<Waiting> some)
    {
        try
        {
            _database.Write((connection, transaction) => AuditTable.Append([.. some.Select(w => w.Row)], _database, connection, transaction));
            some.ForEach(w => w.Kept.SetResult());
        }
        catch (Exception fault)
        {
            // Whatever it was: those who wait have to be told, and the next ones are tried.
            _log.LogError(fault, "{Count} accesses could not be written down, so they are not answered", some.Count);
            some.ForEach(w => w.Kept.SetException(new AuditException(fault)));
        }
    }

    private sealed record Waiting(AuditRow Row, TaskCompletionSource Kept);
}
