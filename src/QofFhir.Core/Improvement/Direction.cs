namespace QofFhir.Core.Improvement;

/// <summary>Which way a share goes, or should go.</summary>
public enum Direction { Higher, Lower }
