using System.Text.Json;
using System.Text.Json.Serialization;
using QofFhir.Service.Access;

namespace QofFhir.Service.Payments;

/// <summary>What is sent about payment: a small JSON object of which every member is known.</summary>
internal static class PaymentBody
{
    /// <summary>Bytes: a national prevalence has some dozen groups.</summary>
    public static readonly BodyLimit Limit = new(64 * 1024);

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
        MaxDepth = 8,
    };

    /// <param name="expected">In words, for whoever sent something else.</param>
    /// <returns>Null where it cannot be used; then the refusal, without anything of what was sent. An empty body is an empty object.</returns>
    public static async Task<(T? Body, IResult? Refusal)> Read<T>(HttpContext context, string expected)
        where T : class
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        if (text.Length > 0 && !request.HasJsonContentType())
        {
            return (null, Results.Problem("application/json was expected.", statusCode: StatusCodes.Status415UnsupportedMediaType));
        }

        try
        {
            if (JsonSerializer.Deserialize<T>(text.Length == 0 ? "{}" : text, Strict) is { } body)
            {
                return (body, null);
            }
        }
        catch (JsonException)
        {
            // Told below: its own words repeat what was sent.
        }

        return (null, Refused(expected));
    }

    public static IResult Refused(string expected) => Results.Problem($"{expected} was expected, and no other member.", statusCode: StatusCodes.Status400BadRequest);
}
