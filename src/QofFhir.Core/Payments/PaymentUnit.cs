namespace QofFhir.Core.Payments;

/// <summary>What the value of a line counts. A ratio is a bare factor, unrounded; a share is of 1, unrounded.</summary>
public enum PaymentUnit { Pounds, Points, Patients, Ratio, Share, Percent }
