using Microsoft.AspNetCore.Http.Metadata;

namespace QofFhir.Service.Access;

/// <summary>The largest body that an endpoint takes; a larger one is 413 before it is read.</summary>
internal sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
