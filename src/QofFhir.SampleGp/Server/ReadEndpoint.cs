using Microsoft.AspNetCore.Http;
using QofFhir.SampleGp.Server.Search;
using QofFhir.SampleGp.Server.Shelves;
using QofFhir.SampleGp.Server.Smart;

namespace QofFhir.SampleGp.Server;

/// <summary><c>GET /fhir/{type}/{id}</c>.</summary>
internal sealed class ReadEndpoint(Library library)
{
    public Task Get(HttpContext context)
    {
        var type = (string)context.Request.RouteValues["type"]!;
        var id = (string)context.Request.RouteValues["id"]!;
        if (!SearchableTypes.All.ContainsKey(type))
        {
            return Answers.Outcome(context, StatusCodes.Status404NotFound, "not-supported", "This type is not known here.");
        }

        if (!Grant.Covers(context, type))
        {
            return Grant.Refuse(context, type);
        }

        var shelf = library.Shelf(type);
        foreach (var place in shelf.WithIds([id]))
        {
            return Answers.Json(context, StatusCodes.Status200OK, library.Read(shelf.Entries[place]));
        }

        return Answers.Outcome(context, StatusCodes.Status404NotFound, "not-found", "There is no such resource.");
    }
}
