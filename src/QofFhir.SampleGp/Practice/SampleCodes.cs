using QofFhir.Core.Records;

namespace QofFhir.SampleGp.Practice;

/// <summary>Every code that the generator writes into a coded entry. A test checks each against the value set of its cluster.</summary>
public static class SampleCodes
{
    private const string Sct = "http://snomed.info/sct";
    private const string Loinc = "http://loinc.org";

    internal static readonly SampleCode DiabetesType2 = new("DM_COD", Sct, "44054006", "Diabetes mellitus type 2");
    internal static readonly SampleCode DiabetesType1 = new("DM_COD", Sct, "46635009", "Diabetes mellitus type 1");
    internal static readonly SampleCode DiabetesResolved = new("DMRES_COD", Sct, "315051004", "Diabetes resolved");
    internal static readonly SampleCode EssentialHypertension = new("HYP_COD", Sct, "59621000", "Essential hypertension");
    internal static readonly SampleCode Hypertension = new("HYP_COD", Sct, "38341003", "Hypertensive disorder, systemic arterial");
    internal static readonly SampleCode HypertensionResolved = new("HYPRES_COD", Sct, "162659009", "Hypertension resolved");

    internal static readonly SampleCode MildFrailty = new("MILDFRAIL_COD", Sct, "925791000000100", "Mild frailty");
    internal static readonly SampleCode ModerateFrailty = new("MODFRAIL_COD", Sct, "925831000000107", "Moderate frailty");
    internal static readonly SampleCode SevereFrailty = new("SEVFRAIL_COD", Sct, "925861000000102", "Severe frailty");

    internal static readonly SampleCode HbA1c = new("IFCCHBAM_COD", Sct, "999791000000106", "Haemoglobin A1c level - IFCC standardised");
    internal static readonly SampleCode HbA1cLoinc = new("IFCCHBAM_COD", Loinc, "59261-8", "Hemoglobin A1c/Hemoglobin.total in Blood by IFCC protocol");
    internal static readonly SampleCode HbA1cPercent = new("IFCCHBAM_COD", Sct, "1019431000000105", "Haemoglobin A1c level - DCCT aligned");
    internal static readonly SampleCode HbA1cPercentLoinc = new("IFCCHBAM_COD", Loinc, "4548-4", "Hemoglobin A1c/Hemoglobin.total in Blood");
    internal static readonly SampleCode Fructosamine = new("SERFRUC_COD", Sct, "1006751000000102", "Serum fructosamine level");

    internal static readonly SampleCode PressurePanel = new("BP_COD", Sct, "75367002", "Blood pressure");
    internal static readonly SampleCode PressurePanelLoinc = new("BP_COD", Loinc, "85354-9", "Blood pressure panel with all children optional");
    internal static readonly SampleCode PressureExamined = new("BP_COD", Sct, "163020007", "On examination - blood pressure reading");
    internal static readonly SampleCode Systolic = new("BP_COD", Sct, "271649006", "Systolic blood pressure");
    internal static readonly SampleCode Diastolic = new("BP_COD", Sct, "271650006", "Diastolic blood pressure");
    internal static readonly SampleCode SystolicLoinc = new("BP_COD", Loinc, "8480-6", "Systolic blood pressure");
    internal static readonly SampleCode DiastolicLoinc = new("BP_COD", Loinc, "8462-4", "Diastolic blood pressure");
    internal static readonly SampleCode HomePanel = new("HOMEAMBBP_COD", Sct, "335661000000109", "Self measured blood pressure reading");
    internal static readonly SampleCode HomeSystolic = new("HOMEAMBBP_COD", Sct, "413606001", "Average home systolic blood pressure");
    internal static readonly SampleCode HomeDiastolic = new("HOMEAMBBP_COD", Sct, "413605002", "Average home diastolic blood pressure");
    internal static readonly SampleCode DaySystolic = new("HOMEAMBBP_COD", Sct, "314449000", "Average 24 hour systolic blood pressure");
    internal static readonly SampleCode DayDiastolic = new("HOMEAMBBP_COD", Sct, "314462001", "Average 24 hour diastolic blood pressure");

    internal static readonly SampleCode DiabetesMaximum = new("DMMAX_COD", Sct, "407569005", "Patient on maximal tolerated therapy for diabetes");
    internal static readonly SampleCode DiabetesUnsuitable = new("DMPCAPU_COD", Sct, "717421000000100", "Excepted from diabetes quality indicators - patient unsuitable");
    internal static readonly SampleCode DiabetesDeclined = new("DMPCADEC_COD", Sct, "716031000000106", "Excepted from diabetes quality indicators - informed dissent");
    internal static readonly SampleCode BloodTestDeclined = new("BLDTESTDEC_COD", Sct, "116471000119100", "Blood test declined");
    internal static readonly SampleCode DiabetesInvite1 = new("DMINVITE_COD", Sct, "185756006", "Diabetes monitoring first letter");
    internal static readonly SampleCode DiabetesInvite2 = new("DMINVITE_COD", Sct, "185757002", "Diabetes monitoring second letter");
    internal static readonly SampleCode PressureMaximum = new("HTMAX_COD", Sct, "407567007", "Patient on maximal tolerated antihypertensive therapy");
    internal static readonly SampleCode HypertensionUnsuitable = new("HYPPCAPU_COD", Sct, "716821000000100", "Excepted from hypertension quality indicators - patient unsuitable");
    internal static readonly SampleCode HypertensionDeclined = new("HYPPCADEC_COD", Sct, "716771000000106", "Excepted from hypertension quality indicators - informed dissent");
    internal static readonly SampleCode HypertensionInvite1 = new("HYPINVITE_COD", Sct, "185719002", "Hypertension monitoring first letter");
    internal static readonly SampleCode HypertensionInvite2 = new("HYPINVITE_COD", Sct, "185720008", "Hypertension monitoring second letter");
    internal static readonly SampleCode PressureDeclined = new("BPDEC_COD", Sct, "413123006", "Blood pressure procedure refused");

    // No real code of these two clusters is in our hands.
    internal static readonly SampleCode HomePressureDeclined = new("HOMEBPDEC_COD", CodeKey.SampleSystem, "HOMEBPDEC-1", "Sample: home blood pressure declined");
    internal static readonly SampleCode AmbulatoryPressureDeclined = new("ABPMDEC_COD", CodeKey.SampleSystem, "ABPMDEC-1", "Sample: ambulatory blood pressure declined");

    internal static readonly SampleCode Statin = new("STAT_COD", Sct, "320030001", "Atorvastatin 20mg tablets");
    internal static readonly SampleCode AceInhibitor = new("ACE_COD", Sct, "318902004", "Ramipril 5mg capsules");
    internal static readonly SampleCode Cholesterol = new("CHOL2_COD", Sct, "994351000000103", "Serum total cholesterol level");
    internal static readonly SampleCode KidneyFunction = new("EGFR_COD", Sct, "1020291000000106", "Glomerular filtration rate calculated by abbreviated MDRD formula");
    internal static readonly SampleCode BodyMassIndex = new("BMIVAL_COD", Sct, "60621009", "Body mass index");
    internal static readonly SampleCode NeverSmoked = new("NSMOK_COD", Sct, "266919005", "Never smoked tobacco");
    internal static readonly SampleCode ExSmoker = new("EXSMOK_COD", Sct, "8517006", "Ex-smoker");
    internal static readonly SampleCode Smoker = new("LSMOK_COD", Sct, "77176002", "Smoker");

    internal static readonly SampleCode Nsaid = new("PSNSAIDDRUG_COD", Sct, "329807003", "Naproxen 500mg tablets");
    internal static readonly SampleCode GastroProtective = new("PSGASTRODRUG_COD", Sct, "317291008", "Omeprazole 20mg gastro-resistant capsules");
    internal static readonly SampleCode PepticUlcer = new("PSULCER_COD", Sct, "128286008", "Chronic duodenal ulcer");
    internal static readonly SampleCode Antiplatelet = new("PSANTIPLATDRUG_COD", Sct, "704465002", "Ticagrelor 90mg tablets");
    internal static readonly SampleCode Lithium = new("LIT_COD", Sct, "321734009", "Lithium carbonate 400mg modified-release tablets");
    internal static readonly SampleCode LithiumLevel = new("PSLITLEV_COD", Sct, "1006681000000100", "Serum lithium level");
    internal static readonly SampleCode Electrolytes = new("PSUE_COD", Sct, "1000971000000107", "Urea and electrolytes level");
    internal static readonly SampleCode ThyroidFunction = new("PSTFT_COD", Sct, "1016851000000107", "Thyroid function test");
    internal static readonly SampleCode PalliativeCare = new("PALCARE_COD", Sct, "1403151000000103", "On palliative care register");

    // No real code of these clusters is in our hands.
    internal static readonly SampleCode Calcium = new("CALC_COD", CodeKey.SampleSystem, "CALC-1", "Sample: calcium");
    internal static readonly SampleCode Valproate = new("PSVALPROATEDRUG_COD", CodeKey.SampleSystem, "PSVALPROATEDRUG-1", "Sample: valproate");
    internal static readonly SampleCode ValproateReview = new("PSVALREVIEW_COD", CodeKey.SampleSystem, "PSVALREVIEW-1", "Sample: review of valproate");
    internal static readonly SampleCode PregnancyPrevention = new("PSVALPREVENT_COD", CodeKey.SampleSystem, "PSVALPREVENT-1", "Sample: pregnancy prevention programme");
    internal static readonly SampleCode CarePlan = new("EOLPLAN_COD", CodeKey.SampleSystem, "EOLPLAN-1", "Sample: personalised care and support plan");
    internal static readonly SampleCode CarePlanShared = new("EOLSHARED_COD", CodeKey.SampleSystem, "EOLSHARED-1", "Sample: care plan shared");
    internal static readonly SampleCode CarerIdentified = new("EOLCARER_COD", CodeKey.SampleSystem, "EOLCARER-1", "Sample: carer identified");

    /// <summary>All of them, each once.</summary>
    public static IReadOnlyList<SampleCode> All { get; } =
    [
        DiabetesType2, DiabetesType1, DiabetesResolved, EssentialHypertension, Hypertension, HypertensionResolved,
        MildFrailty, ModerateFrailty, SevereFrailty,
        HbA1c, HbA1cLoinc, HbA1cPercent, HbA1cPercentLoinc, Fructosamine,
        PressurePanel, PressurePanelLoinc, PressureExamined, Systolic, Diastolic, SystolicLoinc, DiastolicLoinc,
        HomePanel, HomeSystolic, HomeDiastolic, DaySystolic, DayDiastolic,
        DiabetesMaximum, DiabetesUnsuitable, DiabetesDeclined, BloodTestDeclined, DiabetesInvite1, DiabetesInvite2,
        PressureMaximum, HypertensionUnsuitable, HypertensionDeclined, HypertensionInvite1, HypertensionInvite2,
        PressureDeclined, HomePressureDeclined, AmbulatoryPressureDeclined,
        Statin, AceInhibitor, Cholesterol, KidneyFunction, BodyMassIndex, NeverSmoked, ExSmoker, Smoker,
        Nsaid, GastroProtective, PepticUlcer, Antiplatelet, Lithium, LithiumLevel, Electrolytes, ThyroidFunction, PalliativeCare,
        Calcium, Valproate, ValproateReview, PregnancyPrevention, CarePlan, CarePlanShared, CarerIdentified,
    ];
}
