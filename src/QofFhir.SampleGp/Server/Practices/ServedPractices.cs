using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace QofFhir.SampleGp.Server.Practices;

/// <summary>The practice without a name at <c>/fhir</c>, and any number with names at <c>/practices/{ods}/fhir</c>.</summary>
internal sealed class ServedPractices(SampleGpSettings settings)
{
    public const string Folder = "/practices";

    private readonly ConcurrentDictionary<string, ServedPractice> _named = new(StringComparer.Ordinal);

    public ServedPractice Plain { get; } = new(settings);

    public ServedPractice Named(string ods) => _named.GetOrAdd(ods, _ => new ServedPractice(settings));

    /// <summary>Finds the practice that the path names and takes its name off the path, so that what follows knows one practice only.</summary>
    public Task Choose(HttpContext context, RequestDelegate next)
    {
        var practice = Plain;
        if (context.Request.Path.StartsWithSegments(Folder, out var rest) && rest.Value is ['/', .. var named])
        {
            var ods = named.Split('/', 2)[0];
            if (ods.Length is 0 or > 16 || !ods.All(char.IsAsciiLetterOrDigit))
            {
                return Answers.Outcome(context, StatusCodes.Status404NotFound, "not-found", "A practice has a name of letters and digits.");
            }

            practice = Named(ods);
            context.Request.PathBase = $"{Folder}/{ods}";
            context.Request.Path = named[ods.Length..];
        }

        context.Features.Set(practice);
        return next(context);
    }
}
