using System.Net.Http.Headers;
using QofFhir.Extraction.Http;

namespace QofFhir.Extraction.Bulk.Files;

/// <summary>The body of a download as it travels; where the connection breaks off it goes on at the next byte, when the server can.</summary>
/// <param name="reopen">Asks for the rest from an offset on, if the file is still the same.</param>
/// <param name="alive">Called at each read: bytes that only drip must not outlast the time that an extraction may take.</param>
internal sealed class ResumingStream(
    HttpResponseMessage first, Func<long, EntityTagHeaderValue?, CancellationToken, Task<HttpResponseMessage?>> reopen, Action alive, ExtractionSettings settings) : Stream
{
    private readonly EntityTagHeaderValue? _tag = first.Headers.ETag is { IsWeak: false } strong ? strong : null;
    private readonly long? _total = first.Content.Headers.ContentLength;
    private readonly bool _packed = first.Content.Headers.ContentEncoding.Count > 0;
    private HttpResponseMessage _response = first;
    private Stream? _body;
    private CancellationTokenSource? _silence;
    private long _offset;
    private int _barren;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _offset; set => throw new NotSupportedException(); }

    /// <summary>Without a length nobody can tell a whole file from a part, and what is compressed anew may differ in each byte unless a tag says otherwise.</summary>
    private bool Resumable => _total is not null && (_tag is not null || !_packed);

    /// <exception cref="PassingFault">It broke off and has to be fetched from its beginning.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            alive();
            _silence ??= CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            _silence.CancelAfter(settings.RequestTimeout);
            try
            {
                _body ??= await _response.Content.ReadAsStreamAsync(_silence.Token);
                var read = await _body.ReadAsync(buffer, _silence.Token);
                _silence.CancelAfter(Timeout.Infinite);
                _barren = read > 0 ? 0 : _barren;
                _offset += read;
                return read;
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException
                || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                await Resume(fault, cancellationToken);
            }
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close(_response);
        }

        base.Dispose(disposing);
    }

    private async Task Resume(Exception fault, CancellationToken cancellation)
    {
        Close(_response);
        if (!Resumable || _barren++ >= settings.Retries || await reopen(_offset, _tag, cancellation) is not { } rest)
        {
            throw Broken(fault);
        }

        var range = rest.Content.Headers.ContentRange;
        if ((int)rest.StatusCode != 206 || range?.From != _offset || (range.Length ?? _total) != _total)
        {
            Close(rest);
            throw Broken(fault);
        }

        _response = rest;
    }

    private void Close(HttpResponseMessage response)
    {
        response.Dispose();
        _silence?.Dispose();
        (_body, _silence) = (null, null);
    }

    private static PassingFault Broken(Exception fault) => new("the file broke off", TimeSpan.Zero, fault);
}
