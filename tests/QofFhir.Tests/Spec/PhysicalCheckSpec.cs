namespace QofFhir.Tests.Spec;

/// <summary>MH012 beside diabetes, and MH021: six elements, each done or with a reason.</summary>
internal static class PhysicalCheckSpec
{
    public static readonly SpecTable[] Unresolved_diabetes_of_twelve_months_is_another_indicator = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient               | born       | events                                                        | MH012
        none                  | 1960-01-01 | MH 2010-01-01                                                 | outstanding
        31 March              | 1960-01-01 | MH 2010-01-01, DM 2024-03-31                                  | excluded DM_DAT4
        1 April               | 1960-01-01 | MH 2010-01-01, DM 2024-04-01                                  | outstanding
        long ago              | 1960-01-01 | MH 2010-01-01, DM 2010-05-01                                  | excluded DM_DAT4
        coded again           | 1960-01-01 | MH 2010-01-01, DM 2010-05-01, DM 2024-05-01                   | excluded DM_DAT4
        resolved              | 1960-01-01 | MH 2010-01-01, DM 2010-05-01, DMRES 2015-05-01                | outstanding
        resolved the same day | 1960-01-01 | MH 2010-01-01, DM 2010-05-01, DMRES 2010-05-01                | excluded DM_DAT4
        resolved a day later  | 1960-01-01 | MH 2010-01-01, DM 2010-05-01, DMRES 2010-05-02                | outstanding
        back, 31 March        | 1960-01-01 | MH 2010-01-01, DM 2010-05-01, DMRES 2015-05-01, DM 2024-03-31 | excluded DM_DAT4
        back, 1 April         | 1960-01-01 | MH 2010-01-01, DM 2010-05-01, DMRES 2015-05-01, DM 2024-04-01 | outstanding
        resolved twice        | 1960-01-01 | MH 2010-01-01, DM 2010-05-01, DMRES 2012-05-01, DM 2013-05-01, DMRES 2015-05-01 | outstanding
        with HbA1c            | 1960-01-01 | MH 2010-01-01, DM 2010-05-01, IFCCHBAM 50 2024-05-01          | excluded DM_DAT4
        in remission          | 1960-01-01 | MH 2010-01-01, MHREM 2015-01-01, DM 2010-05-01                | excluded MHREM_DAT
        """).AlsoIn("2025-26", "2026-27");

    public static readonly SpecTable All_six_elements_in_the_year = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient           | born       | events        | MH021
        all six           | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01 | achieved
        none              | 1960-01-01 | MH 2010-01-01 | outstanding
        without pressure  | 1960-01-01 | MH 2010-01-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01 | outstanding
        pressure 31 March | 1960-01-01 | MH 2010-01-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BP 120/70 2024-03-31 | outstanding
        pressure 1 April  | 1960-01-01 | MH 2010-01-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BP 120/70 2024-04-01 | achieved
        without BMI       | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01 | outstanding
        BMI 31 March      | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BMI 24 2024-03-31 | outstanding
        BMI 1 April       | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BMI 24 2024-04-01 | achieved
        without alcohol   | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01 | outstanding
        alcohol 31 March  | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, ALC 2024-03-31 | outstanding
        alcohol 1 April   | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, ALC 2024-04-01 | achieved
        without lipids    | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, ALC 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01 | outstanding
        without glucose   | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, SMOK 2024-05-01 | outstanding
        glucose 31 March  | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, SMOK 2024-05-01, GLUC 5 2024-03-31 | outstanding
        glucose 1 April   | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, SMOK 2024-05-01, GLUC 5 2024-04-01 | achieved
        without smoking   | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01 | outstanding
        smoking 31 March  | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-03-31 | outstanding
        smoking 1 April   | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-04-01 | achieved
        """);

    public static readonly SpecTable A_missing_element_needs_its_own_reason = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                    | born       | events | MH021
        pressure declined 31 March | 1960-01-01 | MH 2010-01-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BPDEC 2024-03-31 | outstanding
        pressure declined 1 April  | 1960-01-01 | MH 2010-01-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BPDEC 2024-04-01 | adjusted PHCSMIPCA
        no pressure, BMI declined  | 1960-01-01 | MH 2010-01-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BMIDEC 2024-05-01 | outstanding
        31 March pressure, BMI declined | 1960-01-01 | MH 2010-01-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BMIDEC 2024-05-01, BP 120/70 2024-03-31 | outstanding
        1 April pressure, BMI declined | 1960-01-01 | MH 2010-01-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BMIDEC 2024-05-01, BP 120/70 2024-04-01 | adjusted PHCSMIPCA
        BMI declined 31 March      | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BMIDEC 2024-03-31 | outstanding
        BMI declined 1 April       | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BMIDEC 2024-04-01 | adjusted PHCSMIPCA
        BMI unsuitable 31 March    | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BMIPU 2024-03-31 | outstanding
        BMI unsuitable 1 April     | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BMIPU 2024-04-01 | adjusted PHCSMIPCA
        no BMI, pressure declined  | 1960-01-01 | MH 2010-01-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BPDEC 2024-05-01 | outstanding
        31 March BMI, pressure declined | 1960-01-01 | MH 2010-01-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BPDEC 2024-05-01, BMI 24 2024-03-31 | outstanding
        1 April BMI, pressure declined | 1960-01-01 | MH 2010-01-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BPDEC 2024-05-01, BMI 24 2024-04-01 | adjusted PHCSMIPCA
        alcohol declined 31 March  | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, ALCSCRNDEC 2024-03-31 | outstanding
        alcohol declined 1 April   | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, ALCSCRNDEC 2024-04-01 | adjusted PHCSMIPCA
        no alcohol, pressure declined | 1960-01-01 | MH 2010-01-01, BMI 24 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BPDEC 2024-05-01 | outstanding
        31 March alcohol, pressure declined | 1960-01-01 | MH 2010-01-01, BMI 24 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BPDEC 2024-05-01, ALC 2024-03-31 | outstanding
        1 April alcohol, pressure declined | 1960-01-01 | MH 2010-01-01, BMI 24 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BPDEC 2024-05-01, ALC 2024-04-01 | adjusted PHCSMIPCA
        lipids declined 31 March   | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, ALC 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, CHOLDEC 2024-03-31 | outstanding
        lipids declined 1 April    | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, ALC 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, CHOLDEC 2024-04-01 | adjusted PHCSMIPCA
        no lipids, pressure declined | 1960-01-01 | MH 2010-01-01, BMI 24 2024-05-01, ALC 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BPDEC 2024-05-01 | outstanding
        glucose declined 31 March  | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, SMOK 2024-05-01, GLUCDEC 2024-03-31 | outstanding
        glucose declined 1 April   | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, SMOK 2024-05-01, GLUCDEC 2024-04-01 | adjusted PHCSMIPCA
        no glucose, pressure declined | 1960-01-01 | MH 2010-01-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, SMOK 2024-05-01, BPDEC 2024-05-01 | outstanding
        31 March glucose, pressure declined | 1960-01-01 | MH 2010-01-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, SMOK 2024-05-01, BPDEC 2024-05-01, GLUC 5 2024-03-31 | outstanding
        1 April glucose, pressure declined | 1960-01-01 | MH 2010-01-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, SMOK 2024-05-01, BPDEC 2024-05-01, GLUC 5 2024-04-01 | adjusted PHCSMIPCA
        smoking declined 31 March  | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOKSTATDEC 2024-03-31 | outstanding
        smoking declined 1 April   | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOKSTATDEC 2024-04-01 | adjusted PHCSMIPCA
        no smoking, pressure declined | 1960-01-01 | MH 2010-01-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, BPDEC 2024-05-01 | outstanding
        31 March smoking, pressure declined | 1960-01-01 | MH 2010-01-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, BPDEC 2024-05-01, SMOK 2024-03-31 | outstanding
        1 April smoking, pressure declined | 1960-01-01 | MH 2010-01-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, BPDEC 2024-05-01, SMOK 2024-04-01 | adjusted PHCSMIPCA
        all declined               | 1960-01-01 | MH 2010-01-01, BPDEC 2024-05-01, BMIDEC 2024-05-01, ALCSCRNDEC 2024-05-01, CHOLDEC 2024-05-01, GLUCDEC 2024-05-01, SMOKSTATDEC 2024-05-01 | adjusted PHCSMIPCA
        all declined and done      | 1960-01-01 | MH 2010-01-01, BP 120/70 2024-05-01, BMI 24 2024-05-01, ALC 2024-05-01, CHOL2 5 2024-05-01, GLUC 5 2024-05-01, SMOK 2024-05-01, BPDEC 2024-05-01, BMIDEC 2024-05-01, ALCSCRNDEC 2024-05-01, CHOLDEC 2024-05-01, GLUCDEC 2024-05-01, SMOKSTATDEC 2024-05-01 | achieved
        """);
}
