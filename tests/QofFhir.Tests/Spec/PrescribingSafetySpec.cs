namespace QofFhir.Tests.Spec;

/// <summary>The measures of the improvement module on prescribing safety: who is left outstanding is at risk.</summary>
internal static class PrescribingSafetySpec
{
    public static readonly SpecTable Who_takes_an_NSAID_and_is_at_risk = SpecTable.Of("qi-prescribing-safety", "2019-11-30", """
        patient                      | born       | events                                                                       | NSAID65     | NSAIDULCER  | NSAIDBLOOD  | NSAIDHF     | NSAIDKIDNEY
        nothing                      | 1950-01-01 | PSGASTRODRUG 2019-11-01                                                      | -           | -           | -           | -           | -
        young and well               | 1980-06-01 | PSNSAIDDRUG 2019-11-01                                                       | -           | -           | -           | -           | -
        65 today                     | 1954-11-30 | PSNSAIDDRUG 2019-11-01                                                       | outstanding | -           | -           | -           | -
        65 tomorrow                  | 1954-12-01 | PSNSAIDDRUG 2019-11-01                                                       | -           | -           | -           | -           | -
        30 August                    | 1950-01-01 | PSNSAIDDRUG 2019-08-30                                                       | -           | -           | -           | -           | -
        31 August                    | 1950-01-01 | PSNSAIDDRUG 2019-08-31                                                       | outstanding | -           | -           | -           | -
        today                        | 1950-01-01 | PSNSAIDDRUG 2019-11-30                                                       | outstanding | -           | -           | -           | -
        tomorrow                     | 1950-01-01 | PSNSAIDDRUG 2019-12-01                                                       | -           | -           | -           | -           | -
        old and new                  | 1950-01-01 | PSNSAIDDRUG 2015-01-01, PSNSAIDDRUG 2019-11-01                               | outstanding | -           | -           | -           | -
        ulcer long ago               | 1980-06-01 | PSNSAIDDRUG 2019-11-01, PSULCER 1999-01-01                                   | -           | outstanding | -           | -           | -
        ulcer today                  | 1980-06-01 | PSNSAIDDRUG 2019-11-01, PSULCER 2019-11-30                                   | -           | outstanding | -           | -           | -
        ulcer, no NSAID              | 1980-06-01 | PSNSAIDDRUG 2019-08-30, PSULCER 1999-01-01                                   | -           | -           | -           | -           | -
        antiplatelet 30 August       | 1980-06-01 | PSNSAIDDRUG 2019-11-01, PSANTIPLATDRUG 2019-08-30                            | -           | -           | -           | -           | -
        antiplatelet 31 August       | 1980-06-01 | PSNSAIDDRUG 2019-11-01, PSANTIPLATDRUG 2019-08-31                            | -           | -           | outstanding | -           | -
        anticoagulant 30 August      | 1980-06-01 | PSNSAIDDRUG 2019-11-01, ORANTICOAGDRUG 2019-08-30                            | -           | -           | -           | -           | -
        anticoagulant 31 August      | 1980-06-01 | PSNSAIDDRUG 2019-11-01, ORANTICOAGDRUG 2019-08-31                            | -           | -           | outstanding | -           | -
        antiplatelet, no NSAID       | 1980-06-01 | PSNSAIDDRUG 2019-08-30, PSANTIPLATDRUG 2019-11-01                            | -           | -           | -           | -           | -
        antiplatelet old and new     | 1980-06-01 | PSNSAIDDRUG 2019-11-01, PSANTIPLATDRUG 2015-01-01, PSANTIPLATDRUG 2019-11-01 | -           | -           | outstanding | -           | -
        heart failure                | 1980-06-01 | PSNSAIDDRUG 2019-11-01, HF 2015-01-01                                        | -           | -           | -           | outstanding | -
        heart failure resolved       | 1980-06-01 | PSNSAIDDRUG 2019-11-01, HF 2015-01-01, HFRES 2016-01-01                      | -           | -           | -           | -           | -
        heart failure, no NSAID      | 1980-06-01 | PSNSAIDDRUG 2019-08-30, HF 2015-01-01                                        | -           | -           | -           | -           | -
        eGFR 44                      | 1980-06-01 | PSNSAIDDRUG 2019-11-01, EGFR 44 2017-01-01                                   | -           | -           | -           | -           | outstanding
        eGFR 44.9                    | 1980-06-01 | PSNSAIDDRUG 2019-11-01, EGFR 44.9 2017-01-01                                 | -           | -           | -           | -           | outstanding
        eGFR 45                      | 1980-06-01 | PSNSAIDDRUG 2019-11-01, EGFR 45 2017-01-01                                   | -           | -           | -           | -           | -
        eGFR low, then better        | 1980-06-01 | PSNSAIDDRUG 2019-11-01, EGFR 44 2017-01-01, EGFR 60 2018-01-01               | -           | -           | -           | -           | -
        eGFR better, then low        | 1980-06-01 | PSNSAIDDRUG 2019-11-01, EGFR 60 2017-01-01, EGFR 44 2018-01-01               | -           | -           | -           | -           | outstanding
        eGFR low and better of a day | 1980-06-01 | PSNSAIDDRUG 2019-11-01, EGFR 60 2018-01-01, EGFR 44 2018-01-01               | -           | -           | -           | -           | outstanding
        eGFR low, no NSAID           | 1980-06-01 | PSNSAIDDRUG 2019-08-30, EGFR 44 2017-01-01                                   | -           | -           | -           | -           | -
        """);

    public static readonly SpecTable A_gastro_protective_drug_in_three_months_protects = SpecTable.Of("qi-prescribing-safety", "2019-11-30", """
        patient      | born       | events                                                                                                                                                     | NSAID65     | NSAIDULCER  | NSAIDBLOOD  | NSAIDHF     | NSAIDKIDNEY
        none         | 1950-01-01 | PSNSAIDDRUG 2019-11-01, PSULCER 1999-01-01, PSANTIPLATDRUG 2019-11-01, HF 2015-01-01, EGFR 30 2017-01-01                                                   | outstanding | outstanding | outstanding | outstanding | outstanding
        30 August    | 1950-01-01 | PSNSAIDDRUG 2019-11-01, PSULCER 1999-01-01, PSANTIPLATDRUG 2019-11-01, HF 2015-01-01, EGFR 30 2017-01-01, PSGASTRODRUG 2019-08-30                          | outstanding | outstanding | outstanding | outstanding | outstanding
        31 August    | 1950-01-01 | PSNSAIDDRUG 2019-11-01, PSULCER 1999-01-01, PSANTIPLATDRUG 2019-11-01, HF 2015-01-01, EGFR 30 2017-01-01, PSGASTRODRUG 2019-08-31                          | achieved    | achieved    | achieved    | achieved    | achieved
        today        | 1950-01-01 | PSNSAIDDRUG 2019-11-01, PSULCER 1999-01-01, PSANTIPLATDRUG 2019-11-01, HF 2015-01-01, EGFR 30 2017-01-01, PSGASTRODRUG 2019-11-30                          | achieved    | achieved    | achieved    | achieved    | achieved
        tomorrow     | 1950-01-01 | PSNSAIDDRUG 2019-11-01, PSULCER 1999-01-01, PSANTIPLATDRUG 2019-11-01, HF 2015-01-01, EGFR 30 2017-01-01, PSGASTRODRUG 2019-12-01                          | outstanding | outstanding | outstanding | outstanding | outstanding
        old and new  | 1950-01-01 | PSNSAIDDRUG 2019-11-01, PSULCER 1999-01-01, PSANTIPLATDRUG 2019-11-01, HF 2015-01-01, EGFR 30 2017-01-01, PSGASTRODRUG 2015-01-01, PSGASTRODRUG 2019-11-01 | achieved    | achieved    | achieved    | achieved    | achieved
        NSAID 30 Aug | 1950-01-01 | PSNSAIDDRUG 2019-08-30, PSULCER 1999-01-01, PSANTIPLATDRUG 2019-11-01, HF 2015-01-01, EGFR 30 2017-01-01                                                   | -           | -           | -           | -           | -
        NSAID 31 Aug | 1950-01-01 | PSNSAIDDRUG 2019-08-31, PSULCER 1999-01-01, PSANTIPLATDRUG 2019-11-01, HF 2015-01-01, EGFR 30 2017-01-01                                                   | outstanding | outstanding | outstanding | outstanding | outstanding
        """);

    public static readonly SpecTable Each_test_of_lithium_in_six_months = SpecTable.Of("qi-prescribing-safety", "2019-11-30", """
        patient             | born       | events                                                                                                                                                                                             | LITLEVEL    | LITEGFR     | LITUE       | LITCALC     | LITTFT
        nothing             | 1980-06-01 | LIT 2019-11-01                                                                                                                                                                                     | outstanding | outstanding | outstanding | outstanding | outstanding
        30 May              | 1980-06-01 | LIT 2019-11-01, PSLITLEV 2019-05-30, EGFR 2019-05-30, PSUE 2019-05-30, CALC 2019-05-30, PSTFT 2019-05-30                                                                                           | outstanding | outstanding | outstanding | outstanding | outstanding
        31 May              | 1980-06-01 | LIT 2019-11-01, PSLITLEV 2019-05-31, EGFR 2019-05-31, PSUE 2019-05-31, CALC 2019-05-31, PSTFT 2019-05-31                                                                                           | achieved    | achieved    | achieved    | achieved    | achieved
        today               | 1980-06-01 | LIT 2019-11-01, PSLITLEV 2019-11-30, EGFR 2019-11-30, PSUE 2019-11-30, CALC 2019-11-30, PSTFT 2019-11-30                                                                                           | achieved    | achieved    | achieved    | achieved    | achieved
        tomorrow            | 1980-06-01 | LIT 2019-11-01, PSLITLEV 2019-12-01, EGFR 2019-12-01, PSUE 2019-12-01, CALC 2019-12-01, PSTFT 2019-12-01                                                                                           | outstanding | outstanding | outstanding | outstanding | outstanding
        old and new         | 1980-06-01 | LIT 2019-11-01, PSLITLEV 2015-01-01, EGFR 2015-01-01, PSUE 2015-01-01, CALC 2015-01-01, PSTFT 2015-01-01, PSLITLEV 2019-11-01, EGFR 2019-11-01, PSUE 2019-11-01, CALC 2019-11-01, PSTFT 2019-11-01 | achieved    | achieved    | achieved    | achieved    | achieved
        level alone         | 1980-06-01 | LIT 2019-11-01, PSLITLEV 2019-11-01                                                                                                                                                                | achieved    | outstanding | outstanding | outstanding | outstanding
        eGFR alone          | 1980-06-01 | LIT 2019-11-01, EGFR 2019-11-01                                                                                                                                                                    | outstanding | achieved    | outstanding | outstanding | outstanding
        electrolytes alone  | 1980-06-01 | LIT 2019-11-01, PSUE 2019-11-01                                                                                                                                                                    | outstanding | outstanding | achieved    | outstanding | outstanding
        calcium alone       | 1980-06-01 | LIT 2019-11-01, CALC 2019-11-01                                                                                                                                                                    | outstanding | outstanding | outstanding | achieved    | outstanding
        thyroid alone       | 1980-06-01 | LIT 2019-11-01, PSTFT 2019-11-01                                                                                                                                                                   | outstanding | outstanding | outstanding | outstanding | achieved
        eGFR with value     | 1980-06-01 | LIT 2019-11-01, EGFR 60 2019-11-01                                                                                                                                                                 | outstanding | achieved    | outstanding | outstanding | outstanding
        lithium 30 May      | 1980-06-01 | LIT 2019-05-30                                                                                                                                                                                     | -           | -           | -           | -           | -
        lithium 31 May      | 1980-06-01 | LIT 2019-05-31                                                                                                                                                                                     | outstanding | outstanding | outstanding | outstanding | outstanding
        lithium tomorrow    | 1980-06-01 | LIT 2019-12-01                                                                                                                                                                                     | -           | -           | -           | -           | -
        lithium old and new | 1980-06-01 | LIT 2015-01-01, LIT 2019-11-01                                                                                                                                                                     | outstanding | outstanding | outstanding | outstanding | outstanding
        stopped after       | 1980-06-01 | LIT 2019-11-01, LITSTP 2019-11-02                                                                                                                                                                  | -           | -           | -           | -           | -
        stopped that day    | 1980-06-01 | LIT 2019-11-01, LITSTP 2019-11-01                                                                                                                                                                  | outstanding | outstanding | outstanding | outstanding | outstanding
        stopped before      | 1980-06-01 | LIT 2019-11-01, LITSTP 2019-10-31                                                                                                                                                                  | outstanding | outstanding | outstanding | outstanding | outstanding
        stopped twice       | 1980-06-01 | LIT 2019-11-01, LITSTP 2018-01-01, LITSTP 2019-11-02                                                                                                                                               | -           | -           | -           | -           | -
        """);

    public static readonly SpecTable Valproate_in_women_of_child_bearing_potential = SpecTable.Of("qi-prescribing-safety", "2019-11-30", """
        patient               | born       | sex    | events                                                                       | VALREVIEW   | VALPREVENT
        woman                 | 1990-01-01 | female | PSVALPROATEDRUG 2019-11-01                                                   | outstanding | outstanding
        man                   | 1990-01-01 | male   | PSVALPROATEDRUG 2019-11-01                                                   | -           | -
        sex not known         | 1990-01-01 |        | PSVALPROATEDRUG 2019-11-01                                                   | -           | -
        no valproate          | 1990-01-01 | female | PSVALREVIEW 2019-11-01                                                       | -           | -
        12 today              | 2007-11-30 | female | PSVALPROATEDRUG 2019-11-01                                                   | outstanding | outstanding
        12 tomorrow           | 2007-12-01 | female | PSVALPROATEDRUG 2019-11-01                                                   | -           | -
        last day at 54        | 1964-12-01 | female | PSVALPROATEDRUG 2019-11-01                                                   | outstanding | outstanding
        55 today              | 1964-11-30 | female | PSVALPROATEDRUG 2019-11-01                                                   | -           | -
        30 August             | 1990-01-01 | female | PSVALPROATEDRUG 2019-08-30                                                   | -           | -
        31 August             | 1990-01-01 | female | PSVALPROATEDRUG 2019-08-31                                                   | outstanding | outstanding
        old and new           | 1990-01-01 | female | PSVALPROATEDRUG 2015-01-01, PSVALPROATEDRUG 2019-11-01                       | outstanding | outstanding
        review 30 November    | 1990-01-01 | female | PSVALPROATEDRUG 2019-11-01, PSVALREVIEW 2018-11-30                           | outstanding | outstanding
        review 1 December     | 1990-01-01 | female | PSVALPROATEDRUG 2019-11-01, PSVALREVIEW 2018-12-01                           | achieved    | outstanding
        review old and new    | 1990-01-01 | female | PSVALPROATEDRUG 2019-11-01, PSVALREVIEW 2015-01-01, PSVALREVIEW 2019-01-01   | achieved    | outstanding
        programme 30 November | 1990-01-01 | female | PSVALPROATEDRUG 2019-11-01, PSVALPREVENT 2018-11-30                          | outstanding | outstanding
        programme 1 December  | 1990-01-01 | female | PSVALPROATEDRUG 2019-11-01, PSVALPREVENT 2018-12-01                          | outstanding | achieved
        programme old and new | 1990-01-01 | female | PSVALPROATEDRUG 2019-11-01, PSVALPREVENT 2015-01-01, PSVALPREVENT 2019-01-01 | outstanding | achieved
        programme tomorrow    | 1990-01-01 | female | PSVALPROATEDRUG 2019-11-01, PSVALPREVENT 2019-12-01                          | outstanding | outstanding
        """);

    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("ULCER: other end", "only whether there was an ulcer is asked"),
    ];
}
