using System.Text;

namespace QofFhir.Core.Records;

/// <summary>The resource that each event came from, as UTF-8 in one block: a string an event would weigh more than the event.</summary>
internal sealed class EventSources(byte[] text, int[] starts)
{
    public string this[int index] => Encoding.UTF8.GetString(text, starts[index], starts[index + 1] - starts[index]);

    public static EventSources Of(IReadOnlyList<string> sources)
    {
        var starts = new int[sources.Count + 1];
        for (var i = 0; i < sources.Count; i++)
        {
            starts[i + 1] = checked(starts[i] + Encoding.UTF8.GetByteCount(sources[i]));
        }

        var text = new byte[starts[^1]];
        for (var i = 0; i < sources.Count; i++)
        {
            Encoding.UTF8.GetBytes(sources[i], text.AsSpan(starts[i]));
        }

        return new EventSources(text, starts);
    }
}
