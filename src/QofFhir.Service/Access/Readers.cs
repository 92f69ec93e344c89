namespace QofFhir.Service.Access;

/// <summary>Who asks an aggregator.</summary>
internal static class Readers
{
    /// <returns>Null: nobody that is known.</returns>
    public static Reader? Of(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true ? new Reader(ReaderRole.National, null, "access-key") : null;
}
