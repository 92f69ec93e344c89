namespace QofFhir.Service.Payments;

/// <summary>What is done with a statement, in this order; a statement that was returned may be declared again.</summary>
internal enum PaymentStep
{
    /// <summary>The practice says that it is right; the national role may on its behalf.</summary>
    Declare,

    /// <summary>The payer sends it back, with a reason.</summary>
    Return,

    /// <summary>The payer agrees; another client than the one that declared.</summary>
    Approve,

    /// <summary>The payer says that it has paid.</summary>
    Pay,
}
