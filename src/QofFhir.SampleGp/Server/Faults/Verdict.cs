namespace QofFhir.SampleGp.Server.Faults;

/// <summary>What happens to a request before anyone reads it.</summary>
internal enum Verdict { Answer, Cut, Hang, TooManyRequests, Unavailable, Unauthorised }
