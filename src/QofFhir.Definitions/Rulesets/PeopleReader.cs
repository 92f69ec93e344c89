using System.Globalization;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Yaml;

namespace QofFhir.Definitions.Rulesets;

/// <summary>Reads whom an indicator is about: <c>died in 12 months</c>, or, without the key, who is on the list.</summary>
internal static class PeopleReader
{
    public const string Key = "people";

    private const int MostMonths = 120;

    public static People Read(Section section, MistakeList mistakes)
    {
        if (section.OptionalText(Key) is not { } text)
        {
            return People.OnList;
        }

        if (text.Value.Split(' ') is ["died", "in", var number, "months"]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is > 0 and <= MostMonths)
        {
            return new People(months);
        }

        mistakes.Add(text.Place, $"`{text.Value}` names no people; write died in 12 months, or leave `{Key}` out for those on the list");
        return People.OnList;
    }
}
