using System.Text;

namespace QofFhir.Core.Records;

/// <summary>The resource that each event came from, as UTF-8 in one block: a string an event would weigh more than the event.</summary>
internal sealed class EventSources(byte[] text, int[] starts)
{
    public string this[int index] => Encoding.UTF8.GetString(text, starts[index], starts[index + 1] - starts[index]);

    /// <param name="events">The source of each event.</param>
    public static EventSources Of(SourceTexts sources, int[] events)
    {
        var starts = new int[events.Length + 1];
        for (var i = 0; i < events.Length; i++)
        {
            starts[i + 1] = checked(starts[i] + sources[events[i]].Length);
        }

        var text = new byte[starts[^1]];
        for (var i = 0; i < events.Length; i++)
        {
            sources[events[i]].CopyTo(text.AsSpan(starts[i]));
        }

        return new EventSources(text, starts);
    }
}
