using System.Text;
using QofFhir.Core;
using QofFhir.Fhir.Reading.Subjects;

namespace QofFhir.Fhir.Reading.Elements;

internal enum DateShape { Point, Period, Age, Timing }

/// <summary>An element that may say when something happened.</summary>
internal sealed class DateElement(string name, DateShape shape = DateShape.Point)
{
    private readonly byte[] _name = Encoding.UTF8.GetBytes(name);

    public string Name => name;

    /// <summary>The first of the elements that is there decides; if it is no date the resource is rejected, and never the next one taken. Null when none is there.</summary>
    public static EventDay? Read(Resource resource, IReadOnlyList<DateElement> elements)
    {
        foreach (var element in elements)
        {
            var json = resource[element._name];
            if (json.IsEmpty)
            {
                continue;
            }

            var day = element.Read(resource, json);
            if (day is not null || resource.IsDone)
            {
                return day;
            }
        }

        return null;
    }

    private EventDay? Read(Resource resource, ReadOnlySpan<byte> json) => shape switch
    {
        DateShape.Period => Point(resource, Inside(resource, json, "start"u8), name + ".start"),
        DateShape.Timing => Point(resource, FirstOf(Inside(resource, json, "event"u8)), name + ".event"),
        DateShape.Age => AtAge(resource, json),
        _ => Point(resource, json, name),
    };

    private static EventDay? Point(Resource resource, ReadOnlySpan<byte> json, string path)
    {
        if (json.IsEmpty)
        {
            return null;
        }

        if (FhirDate.Of(json) is { } date)
        {
            return new EventDay(date.Day, null, date.IsPartial);
        }

        resource.Reject(ProblemKind.Value, path, FhirDate.Expected);
        return null;
    }

    private EventDay? AtAge(Resource resource, ReadOnlySpan<byte> json)
    {
        if (Age.Read(json) is { } age)
        {
            return new EventDay(null, age, false);
        }

        resource.Reject(ProblemKind.Value, name, "The age is not one in years, months, weeks or days (UCUM a, mo, wk, d).");
        return null;
    }

    private ReadOnlySpan<byte> Inside(Resource resource, ReadOnlySpan<byte> json, ReadOnlySpan<byte> part)
    {
        if (json[0] != (byte)'{')
        {
            resource.Reject(ProblemKind.Structure, name, "A JSON object was expected.");
            return default;
        }

        return Properties.Find(json, part);
    }

    private static ReadOnlySpan<byte> FirstOf(ReadOnlySpan<byte> list)
    {
        var items = new Items(list);
        return items.MoveNext() ? items.Current : default;
    }
}
