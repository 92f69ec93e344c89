namespace QofFhir.Definitions.ValueSets;

/// <summary>Finds the reference set that a value set's definition points at.</summary>
internal static class ComposeReader
{
    /// <summary>The id in an ECL filter <c>^ id</c>; null where the definition is another.</summary>
    public static string? RefsetId(ref JsonTokens json)
    {
        string? refset = null;
        if (!json.EnterObject())
        {
            return null;
        }

        while (json.NextProperty())
        {
            if (!json.Is("include"u8))
            {
                json.Skip();
            }
            else if (json.EnterArray())
            {
                while (json.NextObject())
                {
                    refset = OfInclude(ref json) ?? refset;
                }
            }
        }

        return refset;
    }

    private static string? OfInclude(ref JsonTokens json)
    {
        string? refset = null;
        while (json.NextProperty())
        {
            if (!json.Is("filter"u8))
            {
                json.Skip();
            }
            else if (json.EnterArray())
            {
                while (json.NextObject())
                {
                    refset = OfFilter(ref json) ?? refset;
                }
            }
        }

        return refset;
    }

    private static string? OfFilter(ref JsonTokens json)
    {
        string? property = null, value = null;
        while (json.NextProperty())
        {
            switch (json.Property)
            {
                case "property": property = json.Text(); break;
                case "value": value = json.Text(); break;
                default: json.Skip(); break;
            }
        }

        return property == "constraint" && value is ['^', .. var id] ? id.Trim() : null;
    }
}
