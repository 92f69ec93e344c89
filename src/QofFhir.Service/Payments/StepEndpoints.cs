using QofFhir.Service.Access;
using QofFhir.Service.Organisations;

namespace QofFhir.Service.Payments;

/// <summary>What is done with a statement: the practice declares it, the payer returns or approves it, and says that it has paid.</summary>
internal static class StepEndpoints
{
    public static void MapSteps(this IEndpointRouteBuilder app)
    {
        var steps = app.MapGroup("/payments/{ods}/statements/{number:long}").WithMetadata(PaymentBody.Limit);
        steps.MapPost("/declare", (string ods, long number, HttpContext context, StepTaking taking) => Plain(PaymentStep.Declare, ods, number, context, taking));
        steps.MapPost("/approve", (string ods, long number, HttpContext context, StepTaking taking) => Plain(PaymentStep.Approve, ods, number, context, taking));
        steps.MapPost("/return", Return);
        steps.MapPost("/pay", Pay);
    }

    private static async Task<IResult> Plain(PaymentStep step, string ods, long number, HttpContext context, StepTaking taking)
    {
        if (StepTaking.NotAllowed(step, ods, context) is { } refusal)
        {
            return refusal;
        }

        var (body, fault) = await PaymentBody.Read<NothingMore>(context, "An empty object, or nothing,");
        return body is null ? fault! : taking.Take(taking.Step(step, context), ods, number, context);
    }

    private static async Task<IResult> Return(string ods, long number, HttpContext context, StepTaking taking)
    {
        if (StepTaking.NotAllowed(PaymentStep.Return, ods, context) is { } refusal)
        {
            return refusal;
        }

        var expected = $"{{ \"reason\": one of {string.Join(", ", StepTaken.ReturnReasons)} }}";
        var (body, fault) = await PaymentBody.Read<ReturnRequest>(context, expected);
        return body is null ? fault!
            : body.Reason is not { } reason || !StepTaken.ReturnReasons.Contains(reason) ? PaymentBody.Refused(expected)
            : taking.Take(taking.Step(PaymentStep.Return, context) with { Reason = reason }, ods, number, context);
    }

    private static async Task<IResult> Pay(string ods, long number, HttpContext context, StepTaking taking)
    {
        if (StepTaking.NotAllowed(PaymentStep.Pay, ods, context) is { } refusal)
        {
            return refusal;
        }

        const string expected = "{ \"amount\": pounds to the penny, below 0 when it was repaid, \"on\": the day, \"advance\": aspiration already paid that counts towards it, 0 or more, perhaps }";
        var (body, fault) = await PaymentBody.Read<PayRequest>(context, expected);
        if (body is null)
        {
            return fault!;
        }

        return body.Amount is { } amount && MoneyText.IsPounds(amount) && body.Advance is null or >= 0 && MoneyText.IsPounds(body.Advance ?? 0) && QueryDay.Parse(body.On) is { } on
            ? taking.Take(taking.Step(PaymentStep.Pay, context) with { Amount = amount, Advance = body.Advance, PaidOn = on }, ods, number, context)
            : PaymentBody.Refused(expected);
    }
}

internal sealed record NothingMore;

internal sealed record ReturnRequest(string? Reason);

/// <param name="Amount">Pounds.</param>
/// <param name="On">The day of the payment.</param>
/// <param name="Advance">Aspiration that was paid during the year and counts towards the statement; null: none.</param>
internal sealed record PayRequest(decimal? Amount, string? On, decimal? Advance);
