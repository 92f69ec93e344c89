namespace QofFhir.Service.Audit;

/// <summary>The body of an answer, of which nothing leaves before the access is kept.</summary>
/// <param name="keep">Keeps the access, once.</param>
/// <param name="answersFailure">Whether what is being written only says that something failed.</param>
/// <param name="aborted">Ends plain writes, which wait until they are sent.</param>
internal sealed class AuditedBody(Stream inner, Func<Task> keep, Func<bool> answersFailure, CancellationToken aborted) : Stream
{
    private Task? _kept;
    private bool _written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="AuditException">The access could not be kept; only the answer that says so may pass.</exception>
    public Task Open()
    {
        _kept ??= keep();
        return _kept.IsFaulted && answersFailure() ? Task.CompletedTask : _kept;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Open();
        _written = true;
        await inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count), aborted).AsTask().GetAwaiter().GetResult();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await Open();
        if (_written)
        {
            await inner.FlushAsync(cancellationToken);
        }
    }

    public override void Flush() => FlushAsync(aborted).GetAwaiter().GetResult();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
