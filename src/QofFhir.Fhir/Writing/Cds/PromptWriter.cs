using System.Text.Json;
using QofFhir.Core.Cards;
using QofFhir.Core.Prompts;

namespace QofFhir.Fhir.Writing.Cds;

/// <summary>Writes a prompt's state for programs.</summary>
internal static class PromptWriter
{
    public static void Write(Utf8JsonWriter json, Prompt prompt, CardScene scene)
    {
        json.WriteStartObject();
        if (!scene.ForReception)
        {
            json.WriteString("prompt", PromptName.Of(prompt));
        }

        json.WriteString("indicator", prompt.Indicator.Id);
        json.WriteString("state", NameOf(prompt.State));
        json.WriteBoolean("countsAgainstPractice", prompt.Outcome?.CountsAgainstPractice == true);
        json.WriteBoolean("careOutstanding", prompt.CareOutstanding);
        if (prompt.NextDue is { } next)
        {
            json.WriteString("nextDue", FhirJson.Day(next));
        }

        if (prompt.Adjustment is { } adjustment && !scene.ForReception)
        {
            json.WriteStartObject("adjustment");
            json.WriteString("reason", CodeNames.Of(adjustment.Reason));
            json.WriteString("label", adjustment.Label);
            if (adjustment.On is { } on)
            {
                json.WriteString("recordedOn", FhirJson.Day(on));
            }

            if (prompt.InTimeTo(scene.Today) is { } last)
            {
                json.WriteString("inTimeTo", FhirJson.Day(last));
            }

            json.WriteEndObject();
        }

        json.WriteNumber("points", prompt.Indicator.Points);
        json.WriteString("evaluability", CodeNames.Of(prompt.Indicator.Evaluability.State));
        if (prompt.Indicator.RulesCertainty is { } certainty)
        {
            json.WriteString("rulesCertainty", CodeNames.Of(certainty));
        }

        json.WriteEndObject();
    }

    private static string NameOf(PromptState state) => state switch
    {
        PromptState.NotEvaluated => "not-evaluated",
        PromptState.NotInPopulation => "not-in-population",
        PromptState.Excluded => "excluded",
        PromptState.Achieved => "achieved",
        PromptState.DueLater => "due-later",
        PromptState.Outstanding => "outstanding",
        _ => "outstanding-adjusted",
    };
}
