namespace QofFhir.Service.Access;

/// <summary>Who asks an aggregator, and for whom.</summary>
/// <param name="Organisation">ODS code in capitals of the practice, network, sub-ICB, ICB or region that the client works for; null for the national roles.</param>
/// <param name="Client">Who it is, as its token or key says.</param>
internal sealed record Reader(ReaderRole Role, string? Organisation, string Client);

internal enum ReaderRole
{
    /// <summary>Sends its own reports and reads them; with consent, those of its network by name.</summary>
    Practice,

    /// <summary>A network or anything above it: reads the reports of its practices that consent.</summary>
    Network,

    /// <summary>Runs the collection: sends for any practice, reads everything, keeps organisations and releases.</summary>
    National,

    /// <summary>Pays: reads everything, makes statements, returns, approves and pays those that are declared, and changes nothing else.</summary>
    Payer,
}
