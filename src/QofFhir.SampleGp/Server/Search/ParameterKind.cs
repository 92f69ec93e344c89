namespace QofFhir.SampleGp.Server.Search;

internal enum ParameterKind { Patient, Code, CodeOrComponent, Reason, Date }
