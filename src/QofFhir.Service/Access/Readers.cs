namespace QofFhir.Service.Access;

/// <summary>Who asks an aggregator. Until tokens say roles, the service's own key is the one who runs the collection.</summary>
internal static class Readers
{
    public static Reader? Of(HttpContext context) =>
        context.User.HasClaim(Policies.Scope, Policies.StartRuns) ? new Reader(ReaderRole.National, null, "access-key") : null;
}
