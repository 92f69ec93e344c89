using System.Buffers;
using System.Text.Json;
using QofFhir.Core.Achievement;
using QofFhir.Core.Cards;
using QofFhir.Core.Prompts;
using QofFhir.Core.Records;

namespace QofFhir.Fhir.Writing.Cds;

/// <summary>Writes the answer to a hook after CDS Hooks 2.0. What is empty is left out, but for the list of cards.</summary>
public static class CardWriter
{
    /// <summary>Our members of a card's extension stand under this name; clients that do not know it pass it over.</summary>
    public const string Extension = "org.example.qoffhir";

    public static void Write(IBufferWriter<byte> output, CardScene scene, IReadOnlyList<Card> cards)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(cards);
        using var json = FhirJson.To(output);
        json.WriteStartObject();
        json.WriteStartArray("cards");
        foreach (var card in cards)
        {
            Write(json, scene, card);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The id of a card within its call.</summary>
    public static Guid UuidOf(Guid instance, Card card) => CardUuid.Of(instance, card.Name);

    private static void Write(Utf8JsonWriter json, CardScene scene, Card card)
    {
        json.WriteStartObject();
        json.WriteString("uuid", UuidOf(scene.Instance, card));
        json.WriteString("summary", card.Summary);
        json.WriteString("detail", card.Detail);
        json.WriteString("indicator", card.Urgency == CardUrgency.Warning ? "warning" : "info");
        Source(json, scene.Framework, card);
        if (card.Suggestions.Count > 0)
        {
            json.WriteStartArray("suggestions");
            for (var i = 0; i < card.Suggestions.Count; i++)
            {
                Suggestion(json, scene, card, i);
            }

            json.WriteEndArray();
            json.WriteString("selectionBehavior", "any");
        }

        Reasons(json, scene, card.Reasons);
        Told(json, scene, card.Prompts);
        json.WriteEndObject();
    }

    private static void Source(Utf8JsonWriter json, Framework framework, Card card)
    {
        json.WriteStartObject("source");
        json.WriteString("label", $"{framework.Title}, business rules {framework.Rules}");
        if (card.Prompts is [var one])
        {
            json.WritePropertyName("topic");
            json.Coding(Canonicals.Indicator, one.Indicator.Id, one.Indicator.Title);
        }

        json.WriteEndObject();
    }

    private static void Suggestion(Utf8JsonWriter json, CardScene scene, Card card, int place)
    {
        var suggestion = card.Suggestions[place];
        json.WriteStartObject();
        json.WriteString("label", suggestion.Label);
        json.WriteString("uuid", CardUuid.Of(scene.Instance, $"{card.Name}/{place}"));
        json.WriteStartArray("actions");
        switch (suggestion)
        {
            case Suggestion.Give give:
                DraftWriter.Write(json, scene, give);
                break;
            case Suggestion.Adjust adjust:
                DraftWriter.Write(json, scene, adjust.Option);
                break;
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Reasons(Utf8JsonWriter json, CardScene scene, IReadOnlyList<AdjustmentOption> reasons)
    {
        if (reasons.Count == 0)
        {
            return;
        }

        json.WriteStartArray("overrideReasons");
        foreach (var reason in reasons.DistinctBy(r => r.Code))
        {
            var (system, code) = CodeKey.Split(reason.Code);
            json.Coding(system, code, scene.TermOf(reason.Code) ?? $"{CodeNames.Of(reason.Reason)} ({reason.Cluster})");
        }

        json.WriteEndArray();
    }

    /// <summary>For clients that want more than a sentence, and for whoever checks us.</summary>
    private static void Told(Utf8JsonWriter json, CardScene scene, IReadOnlyList<Prompt> prompts)
    {
        json.WriteStartObject("extension");
        json.WriteStartObject(Extension);
        json.WriteString("framework", scene.Framework.Id);
        json.WriteString("rules", scene.Framework.Rules);
        json.WriteString("yearStart", FhirJson.Day(scene.Framework.YearStart));
        json.WriteString("judgedOn", FhirJson.Day(scene.Today));
        json.WriteString("dataFrom", scene.DataFrom);
        json.WriteString("dataAt", FhirJson.Moment(scene.DataAt));
        if (scene.Framework.SampleCodes)
        {
            json.WriteBoolean("sampleCodes", true);
        }

        if (prompts.Count > 0)
        {
            json.WriteStartArray("prompts");
            foreach (var prompt in prompts)
            {
                PromptWriter.Write(json, prompt, scene);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
