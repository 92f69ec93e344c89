using System.Globalization;
using QofFhir.Service.Access;

namespace QofFhir.Service.Payments;

/// <summary>Takes a step, or says why not and where the statement stands.</summary>
internal sealed class StepTaking(PaymentPlace place, StepStore steps, Outdating outdating, TimeProvider clock)
{
    /// <summary>The practice declares its own, the national role on its behalf; everything else is the payer's alone.</summary>
    public static IResult? NotAllowed(PaymentStep step, string ods, HttpContext context)
    {
        var reader = Readers.Of(context)!;
        var may = step == PaymentStep.Declare
            ? reader.Role == ReaderRole.National || PaymentPlace.IsOwn(reader, ods.ToUpperInvariant())
            : reader.Role == ReaderRole.Payer;
        return may ? null : Results.Forbid();
    }

    /// <summary>As this client takes it now.</summary>
    public StepTaken Step(PaymentStep step, HttpContext context)
    {
        var reader = Readers.Of(context)!;
        return new StepTaken(
            step, reader.Role.ToString().ToLowerInvariant(), reader.Client, Readers.Issuer(context.User), clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
    }

    public IResult Take(StepTaken step, string ods, long number, HttpContext context)
    {
        if (StatementEndpoints.Find(ods, number, context, place, steps) is not { } found)
        {
            return PaymentPlace.NotHere();
        }

        var (standing, refusal) = steps.Take(found.Statement, step, outdating.Of(found).Changes);
        var told = PaymentJson.Told(standing, StatementEndpoints.Whole(Readers.Of(context)!, standing.Statement.Practice));
        return refusal is null
            ? Results.Json(told, PaymentJson.Options)
            : Results.Problem(refusal, statusCode: StatusCodes.Status409Conflict, extensions: new Dictionary<string, object?> { ["statement"] = told });
    }
}
