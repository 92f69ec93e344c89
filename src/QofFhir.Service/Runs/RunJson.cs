using System.Text.Json;
using System.Text.Json.Serialization;

namespace QofFhir.Service.Runs;

/// <summary>How runs are written, in the store and over HTTP.</summary>
internal static class RunJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };
}
