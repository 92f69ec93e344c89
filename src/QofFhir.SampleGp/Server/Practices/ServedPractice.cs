using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using QofFhir.SampleGp.Server.Bulk;
using QofFhir.SampleGp.Server.Faults;
using QofFhir.SampleGp.Server.Search;
using QofFhir.SampleGp.Server.Smart;

namespace QofFhir.SampleGp.Server.Practices;

/// <summary>One practice of the server: its own faults, searches, exports and tokens, over the records of all.</summary>
internal sealed class ServedPractice(SampleGpSettings settings)
{
    public SampleGpFaults Faults { get; } = new(settings.RequestsKept);

    public Continuations Continuations { get; } = new();

    public Exports Exports { get; } = new();

    public AccessTokens Tokens { get; } = new(settings.Clock);

    public Throttle Throttle { get; } = new(settings.Clock);

    /// <summary>Whether a client is registered: without one nobody needs a token.</summary>
    public bool HasClient => settings.Client is not null;

    /// <summary>The practice that a request is for.</summary>
    public static ServedPractice Of(HttpContext context) => context.Features.GetRequiredFeature<ServedPractice>();
}
