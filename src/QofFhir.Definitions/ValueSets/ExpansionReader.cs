namespace QofFhir.Definitions.ValueSets;

/// <summary>Reads the codes of an expansion, nested ones too.</summary>
internal static class ExpansionReader
{
    /// <returns>The size that the expansion claims, or null.</returns>
    public static int? Read(ref JsonTokens json, List<ListedCode> codes)
    {
        int? total = null;
        if (!json.EnterObject())
        {
            return null;
        }

        while (json.NextProperty())
        {
            if (json.Is("total"u8))
            {
                total = json.WholeNumber();
            }
            else if (json.Is("contains"u8))
            {
                ReadCodes(ref json, codes);
            }
            else
            {
                json.Skip();
            }
        }

        return total;
    }

    private static void ReadCodes(ref JsonTokens json, List<ListedCode> codes)
    {
        if (!json.EnterArray())
        {
            return;
        }

        while (json.NextObject())
        {
            ReadCode(ref json, codes);
        }
    }

    private static void ReadCode(ref JsonTokens json, List<ListedCode> codes)
    {
        string? system = null, code = null, display = null, addition = null;
        var isGroup = false;
        var at = json.Here;
        while (json.NextProperty())
        {
            if (json.Is("system"u8))
            {
                // Almost every code is SNOMED: one shared text instead of one a code.
                system = json.Text(ValueSetTerms.Snomed);
            }
            else if (json.Is("code"u8))
            {
                code = json.Text();
            }
            else if (json.Is("display"u8))
            {
                display = json.Text();
            }
            else if (json.Is("extension"u8))
            {
                addition = Addition(ref json);
            }
            else if (json.Is("contains"u8))
            {
                isGroup = true;
                ReadCodes(ref json, codes);
            }
            else
            {
                json.Skip();
            }
        }

        if (!string.IsNullOrEmpty(system) && !string.IsNullOrEmpty(code))
        {
            codes.Add(new ListedCode(system, code, display, addition));
        }
        else if (!isGroup)
        {
            json.Mistake(at, "a code of the expansion needs a system and a code");
        }
    }

    private static string? Addition(ref JsonTokens json)
    {
        string? addition = null;
        if (!json.EnterArray())
        {
            return null;
        }

        while (json.NextObject())
        {
            string? url = null, text = null;
            while (json.NextProperty())
            {
                switch (json.Property)
                {
                    case "url": url = json.Text(); break;
                    case "valueString": text = json.Text(); break;
                    default: json.Skip(); break;
                }
            }

            addition = url == ValueSetTerms.Addition ? text ?? "" : addition;
        }

        return addition;
    }
}
