using System.Text.Json;
using QofFhir.Cli.Output;
using QofFhir.Core.Outlook;
using QofFhir.Core.Payments;
using QofFhir.Core.Records;

namespace QofFhir.Cli.Outlook;

/// <summary>Everything that an outlook has to tell.</summary>
/// <param name="Money">Null when the framework does not say how its year pays.</param>
/// <param name="Lists">Short lists to <paramref name="Gain"/>: of patients, and of patients and sittings.</param>
/// <param name="WhatIf">What is changed, and the statement without and with it.</param>
internal sealed record OutlookTold(
    PracticeOutlook Outlook, PracticeRecords Records, OutlookMoney? Money, WantedGain? Gain, (ShortestList Patients, ShortestList Sittings)? Lists,
    (string What, Statement Before, Statement After)? WhatIf, IReadOnlyList<string> Warnings)
{
    /// <summary>By the names of their files.</summary>
    public IReadOnlyDictionary<string, Sheet> Sheets { get; } = AllSheets(Outlook, Records, Money, Lists, WhatIf);

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("framework", Outlook.Framework.Id);
        json.WriteString("rules", Outlook.Framework.Rules);
        json.WriteString("practice", Outlook.Practice);
        json.WriteString("today", Words.Day(Outlook.Today));
        json.WriteString("yearEnd", Words.Day(Outlook.YearEnd));
        json.WriteStartArray("warnings");
        Warnings.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WritePropertyName("views");
        OutlookSheets.Views(Outlook).WriteJson(json);
        if (Money?.Payment.Pounds is { } pounds)
        {
            json.WriteStartObject("payment");
            if (pounds.Value is { } value)
            {
                json.WriteNumber("pounds", value);
            }

            json.WriteBoolean("provisional", pounds.Provisional);
            json.WriteString("remark", pounds.Remark);
            json.WriteEndObject();
        }

        foreach (var (name, file) in new[]
        {
            ("indicators", OutlookFiles.Indicators), ("patients", OutlookFiles.Patients), ("trajectory", OutlookFiles.Trajectory),
            ("shortestLists", OutlookFiles.List), ("whatIf", OutlookFiles.WhatIf),
        })
        {
            if (Sheets.TryGetValue(file, out var sheet))
            {
                json.WritePropertyName(name);
                sheet.WriteJson(json);
            }
        }

        json.WriteEndObject();
    }

    private static Dictionary<string, Sheet> AllSheets(
        PracticeOutlook outlook, PracticeRecords records, OutlookMoney? money, (ShortestList Patients, ShortestList Sittings)? lists,
        (string What, Statement Before, Statement After)? whatIf)
    {
        var sheets = new Dictionary<string, Sheet>
        {
            [OutlookFiles.Indicators] = OutlookSheets.Indicators(outlook, money),
            [OutlookFiles.Patients] = PatientsSheet.Of(outlook, records, money),
            [OutlookFiles.Trajectory] = OutlookSheets.Trajectory(outlook),
        };
        if (lists is { } found)
        {
            sheets.Add(OutlookFiles.List, OutlookSheets.Lists(records, found));
        }

        if (whatIf is { } change)
        {
            sheets.Add(OutlookFiles.WhatIf, OutlookSheets.SideBySide(change.Before, change.After));
        }

        return sheets;
    }
}
