using QofFhir.Fhir.Writing.Audit;
using QofFhir.Service.Access;
using QofFhir.Service.Reports;

namespace QofFhir.Service.Audit;

/// <summary>What the client asks for, as the header <c>X-Purpose-Of-Use</c> or its role says.</summary>
internal static class Purpose
{
    private const string Header = "X-Purpose-Of-Use";

    public static string Of(HttpContext context) =>
        Said(context) is var said && PurposeOfUse.Codes.Contains(said) ? said
        : Readers.Of(context)?.Role == ReaderRole.Payer ? PurposeOfUse.Payment
        : PurposeOfUse.Quality;

    /// <summary>Refuses a word that is not known: passed over, the access would be kept with another purpose than the client's.</summary>
    public static Task Check(HttpContext context, RequestDelegate next) => Said(context) is var said && (said.Length == 0 || PurposeOfUse.Codes.Contains(said))
        ? next(context)
        : FhirAnswer.Send(context, StatusCodes.Status400BadRequest, "value", $"{Header}: one of {string.Join(", ", PurposeOfUse.Codes)} is expected.");

    private static string Said(HttpContext context) => context.Request.Headers[Header].ToString();
}
