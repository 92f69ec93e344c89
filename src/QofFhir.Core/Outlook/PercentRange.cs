namespace QofFhir.Core.Outlook;

/// <summary>Percentages from 0 to 100, both ends inside.</summary>
public readonly record struct PercentRange(double Low, double High);
