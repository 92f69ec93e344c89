using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using QofFhir.Cli.Output;

namespace QofFhir.Cli.Improvement;

/// <param name="Text">The body; empty where there is none.</param>
/// <param name="ETag">In its quotation marks; null where there is none.</param>
internal sealed record ServiceAnswer(string Text, string? ETag)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <exception cref="StopException">It is of another shape than this tool knows.</exception>
    public T As<T>()
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Text, Options) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new StopException(ExitCode.Files, "the answer is not one that this tool knows: is it a QofFhir service, and of the same version?");
        }
    }

    /// <summary>What the service says, as it says it.</summary>
    public void Write(TextWriter output) => JsonText.Write(output, json => As<JsonNode>().WriteTo(json));
}
