using QofFhir.Extraction.Requirements;

namespace QofFhir.Extraction.Probing;

/// <summary>One thing that we ask of a server, and whether it is there.</summary>
/// <param name="Area">Groups the rows: server, types, access, export, search, elements, speed.</param>
/// <param name="Detail">What was seen, without patient data.</param>
/// <param name="Without">What it costs us when it is lacking.</param>
public sealed record ProbeRow(string Area, string What, Expectation Expectation, ProbeFinding Found, string Detail, string Without);
