using System.Globalization;
using System.Text.Json;
using QofFhir.Service.Access;

namespace QofFhir.Service.Collection;

/// <summary><c>/submissions</c>: receipts, for those who sent and for the national roles.</summary>
internal static class ReceiptEndpoints
{
    private const int LargestPage = 500;

    public static void MapReceipts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/submissions", All);
        app.MapGet("/submissions/{id}", One);
    }

    private static IResult All(HttpContext context, SubmissionStore store)
    {
        return Number("count", 50) is { } count && Number("offset", 0) is { } offset
            ? Results.Json(new { submissions = store.Latest(Readers.Of(context)!, Math.Min(count, LargestPage), offset).Select(Told) })
            : Results.Problem("count, offset: whole numbers were expected.", statusCode: StatusCodes.Status400BadRequest);

        int? Number(string name, int otherwise) => context.Request.Query[name].ToString() is not { Length: > 0 } text ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static IResult One(string id, HttpContext context, SubmissionStore store) => store.Find(id, Readers.Of(context)!) is { } receipt
        ? Results.Json(Told(receipt))
        : Results.Problem("There is no such submission.", statusCode: StatusCodes.Status404NotFound);

    private static object Told(Receipt receipt) => new
    {
        id = receipt.Id,
        received = receipt.Received,
        client = receipt.Client,
        organisation = receipt.Organisation,
        reports = receipt.Reports,
        created = receipt.Created,
        replaced = receipt.Replaced,
        unchanged = receipt.Unchanged,
        older = receipt.Older,
        refused = receipt.Refused,
        refusals = receipt.Refusals is { } refusals ? JsonSerializer.Deserialize<Refusal[]>(refusals, JsonSerializerOptions.Web) : [],
    };
}
