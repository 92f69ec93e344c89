namespace QofFhir.Service.Improvement;

/// <summary>Quality improvement over HTTP, as a table of contents.</summary>
internal static class ImprovementParts
{
    public static void MapImprovement(this IEndpointRouteBuilder app)
    {
        app.MapModules();
        app.MapPlans();
        app.MapMeasuring();
        app.MapNetworks();
    }
}
