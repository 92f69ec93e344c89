using System.Globalization;
using System.Net;

namespace QofFhir.Cli.Improvement;

/// <summary>Why a service refuses something, told as it tells it.</summary>
/// <param name="Detail">In a sentence.</param>
/// <param name="Problems">All that is wrong with a plan or an entry.</param>
/// <param name="Mistakes">Those of a module's file, each with its place.</param>
internal sealed record ServiceRefusal(string? Detail = null, IReadOnlyList<RefusedPart>? Problems = null, IReadOnlyList<string>? Mistakes = null)
{
    public const string MediaType = "application/problem+json";

    /// <param name="problem">Null where the service, or who stands before it, does not say why.</param>
    public static StopException Of(HttpStatusCode status, ServiceAnswer? problem)
    {
        var refusal = problem?.As<ServiceRefusal>() ?? new ServiceRefusal();
        string[] reasons = status == HttpStatusCode.Unauthorized ? ["the service does not know this key or token"]
            : refusal.Problems is { Count: > 0 } problems ? [.. problems.Select(p => $"{p.Where}: {p.What}; expected: {p.Expected}")]
            : [refusal.Detail ?? string.Create(CultureInfo.InvariantCulture, $"the service answered HTTP {(int)status}, without a reason"), .. refusal.Mistakes ?? []];
        return new StopException(Code(status, refusal), reasons);
    }

    private static ExitCode Code(HttpStatusCode status, ServiceRefusal refusal) => status switch
    {
        HttpStatusCode.BadRequest => ExitCode.Usage,
        HttpStatusCode.NotFound or >= HttpStatusCode.InternalServerError => ExitCode.Files,
        _ => refusal.Mistakes is { Count: > 0 } ? ExitCode.Definitions : ExitCode.Refused,
    };
}

/// <param name="Where">Such as <c>objectives/o1.by</c>.</param>
internal sealed record RefusedPart(string Where, string What, string Expected);
