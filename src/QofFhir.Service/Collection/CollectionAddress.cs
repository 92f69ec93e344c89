namespace QofFhir.Service.Collection;

/// <summary>Where things are found.</summary>
internal static class CollectionAddress
{
    /// <summary>Of a version, relative to the base.</summary>
    public static string Version(string id, long version) => $"MeasureReport/{id}/_history/{version}";

    public static string Absolute(HttpRequest request, string relative) => $"{request.Scheme}://{request.Host}/fhir/{relative}";

    public static string ETag(long version) => $"W/\"{version}\"";

    /// <summary>Every answer to a submission says where its receipt is.</summary>
    public static void Receipt(HttpContext context, Submission submission) =>
        context.Response.Headers.Append("Link", $"<{context.Request.Scheme}://{context.Request.Host}/submissions/{submission.Id}>; rel=\"describedby\"");
}
