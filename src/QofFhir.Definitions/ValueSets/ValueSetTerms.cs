using QofFhir.Core.Records;

namespace QofFhir.Definitions.ValueSets;

/// <summary>The URLs and codes that our value set files use.</summary>
internal static class ValueSetTerms
{
    public const string Snomed = "http://snomed.info/sct";
    public const string Dmd = "https://dmd.nhs.uk";
    public const string Loinc = "http://loinc.org";

    public const string ValueSet = "https://qoffhir.example.org/fhir/ValueSet/";
    public const string TagSystem = "https://qoffhir.example.org/fhir/CodeSystem/tag";
    public const string SampleTag = "sample";

    public const string ClusterClass = Extension + "cluster-class";
    public const string Completeness = Extension + "completeness";
    public const string PublishedSize = Extension + "published-size";
    public const string Provenance = Extension + "provenance";
    public const string Certainty = Extension + "certainty";

    /// <summary>On a code of the expansion: we put it there, the published list does not have it.</summary>
    public const string Addition = Extension + "addition";

    public const string Publisher = "QofFhir; cluster content as published by NHS England";

    public const string SnomedCopyright =
        "SNOMED CT® content © International Health Terminology Standards Development Organisation (SNOMED International), "
        + "UK Edition, used under the UK licence; users need a licence where they are. Primary Care Domain reference set "
        + "content: contains public sector information licensed under the Open Government Licence v3.0. "
        + "This is not the official release.";

    public const string LoincCopyright =
        " This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. "
        + "and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the "
        + "license at http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc.";

    private const string Extension = "https://qoffhir.example.org/fhir/StructureDefinition/";

    /// <summary>The value set that a half of a blood pressure is listed in.</summary>
    public static string NameOf(PressurePart part) => part.ToString().ToUpperInvariant();
}
