namespace QofFhir.Fhir.Writing;

/// <summary>The URLs that the writers name: our own, and those of FHIR that belong to no realm.</summary>
internal static class Canonicals
{
    public const string Ours = "https://qoffhir.example.org/";
    public const string Measure = Ours + "fhir/Measure/";
    public const string Library = Ours + "fhir/Library/";
    public const string ValueSet = Ours + "fhir/ValueSet/";
    public const string IndicatorId = Ours + "Id/indicator";
    public const string GapsId = Ours + "Id/gaps-in-care";
    public const string Indicator = Ours + "fhir/CodeSystem/indicator";
    public const string OutcomeLabel = Ours + "fhir/CodeSystem/outcome-label";
    public const string Stratifier = Ours + "fhir/CodeSystem/stratifier";
    public const string Stratum = Ours + "fhir/CodeSystem/stratum-";
    public const string QofResult = Ours + "fhir/StructureDefinition/qof-result";
    public const string QofPatientOutcome = Ours + "fhir/StructureDefinition/qof-patient-outcome";
    public const string QofIndicator = Ours + "fhir/StructureDefinition/qof-indicator";
    public const string QofWord = Ours + "fhir/CodeSystem/qof-word";
    public const string QofRow = Ours + "fhir/StructureDefinition/qof-row";
    public const string Certainty = Ours + "fhir/StructureDefinition/certainty";

    public const string OdsOrganization = "https://fhir.nhs.uk/Id/ods-organization-code";

    public const string Population = "http://terminology.hl7.org/CodeSystem/measure-population";
    public const string Scoring = "http://terminology.hl7.org/CodeSystem/measure-scoring";
    public const string LibraryType = "http://terminology.hl7.org/CodeSystem/library-type";
    public const string ImprovementNotation = "http://terminology.hl7.org/CodeSystem/measure-improvement-notation";
    public const string ListEmptyReason = "http://terminology.hl7.org/CodeSystem/list-empty-reason";
    public const string ActReason = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    public const string ResourceTypes = "http://hl7.org/fhir/resource-types";

    public const string CriteriaReference = "http://hl7.org/fhir/StructureDefinition/cqf-criteriaReference";
    public const string Messages = "http://hl7.org/fhir/StructureDefinition/cqf-messages";
    public const string CountQuantity = "http://hl7.org/fhir/StructureDefinition/measurereport-countQuantity";
    public const string DataAbsentReasons = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
    public const string ActCode = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    public const string Loinc = "http://loinc.org";
    public const string DataAbsentReason = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    public const string QualityMeasures = "http://hl7.org/fhir/uv/cqfmeasures/StructureDefinition/";
    public const string PopulationBasis = QualityMeasures + "cqfm-populationBasis";
    public const string ScoringPrecision = QualityMeasures + "cqfm-scoringPrecision";

    /// <summary>R5 elements brought back to R4 as extensions: what a report's parts are called in its measure.</summary>
    public const string ReportLink = "http://hl7.org/fhir/5.0/StructureDefinition/extension-MeasureReport.group";
    public const string MeasureLink = "http://hl7.org/fhir/5.0/StructureDefinition/extension-Measure.group";
}
