namespace QofFhir.Service.Access;

/// <summary>Finds out who asks.</summary>
internal sealed class Readers
{
    /// <returns>Null: nobody that is known.</returns>
    public Reader? Of(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true ? new Reader(ReaderRole.National, null, "key") : null;
}
