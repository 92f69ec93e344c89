namespace QofFhir.Service.Payments;

/// <summary>Payment over HTTP: what it needs, and where it answers.</summary>
internal static class PaymentParts
{
    public static void AddPayments(this IServiceCollection services)
    {
        services.AddSingleton<FiguresReader>().AddSingleton<PaymentStore>().AddSingleton<StepStore>();
        services.AddSingleton<PaymentRuns>().AddSingleton<Outdating>().AddSingleton<PaymentPlace>().AddSingleton<StepTaking>();
    }

    public static void MapPayments(this IEndpointRouteBuilder app)
    {
        app.MapPaymentRuns();
        app.MapStatements();
        app.MapSteps();
    }
}
