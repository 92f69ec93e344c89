using System.Buffers;
using System.Text.Json;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.SampleGp.Server.Shelves;

namespace QofFhir.SampleGp.Server.Bulk;

/// <summary>The bytes of one file, block by block: the file as a whole is nowhere.</summary>
internal sealed class FileLines(Library library, ExportJob job, ExportFile file)
{
    private const int BlockSize = 1 << 16;

    private readonly byte[] _end = (job.Plan.CarriageReturns, job.Plan.BlankLines) switch
    {
        (false, false) => "\n"u8.ToArray(),
        (false, true) => "\n\n"u8.ToArray(),
        (true, false) => "\r\n"u8.ToArray(),
        (true, true) => "\r\n\r\n"u8.ToArray(),
    };

    private readonly byte[] _begin = job.Plan.ByteOrderMark ? "\uFEFF"u8.ToArray() : [];

    private readonly HashSet<string> _elements = [.. job.Request.Elements[file.Type], .. job.Request.Elements["*"]];

    /// <summary>Bytes of the file; null where lines are cut down to some elements and only writing them tells.</summary>
    public long? Length()
    {
        if (IsSubset)
        {
            return null;
        }

        var (length, lines) = ((long)_begin.Length, 0);
        foreach (var line in file.Lines())
        {
            length += line.Length + _end.Length;
            lines++;
        }

        return lines > 0 && Unended ? length - _end.Length : length;
    }

    /// <summary>The bytes from a place on. A block is good until the next is asked for.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Blocks(long from)
    {
        var block = new ArrayBufferWriter<byte>(BlockSize);
        var (skip, first) = (from, true);
        block.Write(_begin);
        foreach (var line in file.Lines())
        {
            if (!first)
            {
                block.Write(_end);
            }

            first = false;
            Write(line, block);
            var drop = (int)Math.Min(skip, block.WrittenCount);
            if (drop == block.WrittenCount)
            {
                skip -= drop;
                block.ResetWrittenCount();
            }
            else if (block.WrittenCount >= BlockSize / 2)
            {
                skip = 0;
                yield return block.WrittenMemory[drop..];
                block.ResetWrittenCount();
            }
        }

        if (!first && !Unended)
        {
            block.Write(_end);
        }

        if (block.WrittenCount > skip)
        {
            yield return block.WrittenMemory[(int)skip..];
        }
    }

    private bool Unended => file.Unended || job.Plan.NoLastNewline;

    private bool IsSubset => _elements.Count > 0 && file.Kind == FileKind.Output;

    private void Write(ShelfEntry line, ArrayBufferWriter<byte> block)
    {
        if (IsSubset)
        {
            using var whole = JsonDocument.Parse(library.Read(line), new JsonDocumentOptions { MaxDepth = 256 });
            Subset.Write(whole.RootElement, _elements, block);
        }
        else
        {
            library.Read(line, block.GetSpan(line.Length)[..line.Length]);
            block.Advance(line.Length);
        }
    }
}
