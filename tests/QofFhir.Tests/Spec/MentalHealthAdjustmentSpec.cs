namespace QofFhir.Tests.Spec;

/// <summary>MH002, MH003, MH006, MH007, MH011 and MH012: the adjustments, their order and windows. None but its own counts for MH021.</summary>
internal static class MentalHealthAdjustmentSpec
{
    public static readonly SpecTable[] An_adjustment_lasts_for_the_year = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                    | born       | events                                                  | MH002             | MH003             | MH006             | MH007             | MH011             | MH012             | MH021
        unsuitable 31 March        | 1960-01-01 | MH 2010-01-01, MHPCAPU 2024-03-31                       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        unsuitable 1 April         | 1960-01-01 | MH 2010-01-01, MHPCAPU 2024-04-01                       | adjusted MHPCAPU  | adjusted MHPCAPU  | adjusted MHPCAPU  | adjusted MHPCAPU  | adjusted MHPCAPU  | adjusted MHPCAPU  | outstanding
        unsuitable last day        | 1960-01-01 | MH 2010-01-01, MHPCAPU 2025-03-31                       | adjusted MHPCAPU  | adjusted MHPCAPU  | adjusted MHPCAPU  | adjusted MHPCAPU  | adjusted MHPCAPU  | adjusted MHPCAPU  | outstanding
        unsuitable day after       | 1960-01-01 | MH 2010-01-01, MHPCAPU 2025-04-01                       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        unsuitable old and new     | 1960-01-01 | MH 2010-01-01, MHPCAPU 2020-05-01, MHPCAPU 2024-05-01   | adjusted MHPCAPU  | adjusted MHPCAPU  | adjusted MHPCAPU  | adjusted MHPCAPU  | adjusted MHPCAPU  | adjusted MHPCAPU  | outstanding
        declined 31 March          | 1960-01-01 | MH 2010-01-01, MHPCADEC 2024-03-31                      | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        declined 1 April           | 1960-01-01 | MH 2010-01-01, MHPCADEC 2024-04-01                      | adjusted MHPCADEC | adjusted MHPCADEC | adjusted MHPCADEC | adjusted MHPCADEC | adjusted MHPCADEC | adjusted MHPCADEC | outstanding
        declined last day          | 1960-01-01 | MH 2010-01-01, MHPCADEC 2025-03-31                      | adjusted MHPCADEC | adjusted MHPCADEC | adjusted MHPCADEC | adjusted MHPCADEC | adjusted MHPCADEC | adjusted MHPCADEC | outstanding
        declined day after         | 1960-01-01 | MH 2010-01-01, MHPCADEC 2025-04-01                      | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        declined old and new       | 1960-01-01 | MH 2010-01-01, MHPCADEC 2020-05-01, MHPCADEC 2024-05-01 | adjusted MHPCADEC | adjusted MHPCADEC | adjusted MHPCADEC | adjusted MHPCADEC | adjusted MHPCADEC | adjusted MHPCADEC | outstanding
        no pressure 31 March       | 1960-01-01 | MH 2010-01-01, BPDEC 2024-03-31                         | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        no pressure 1 April        | 1960-01-01 | MH 2010-01-01, BPDEC 2024-04-01                         | outstanding       | adjusted BPDEC    | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        no pressure last day       | 1960-01-01 | MH 2010-01-01, BPDEC 2025-03-31                         | outstanding       | adjusted BPDEC    | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        no pressure day after      | 1960-01-01 | MH 2010-01-01, BPDEC 2025-04-01                         | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        no pressure old and new    | 1960-01-01 | MH 2010-01-01, BPDEC 2020-05-01, BPDEC 2024-05-01       | outstanding       | adjusted BPDEC    | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        no BMI 31 March            | 1960-01-01 | MH 2010-01-01, BMIDEC 2024-03-31                        | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        no BMI 1 April             | 1960-01-01 | MH 2010-01-01, BMIDEC 2024-04-01                        | outstanding       | outstanding       | adjusted BMIDEC   | outstanding       | outstanding       | outstanding       | outstanding
        no BMI last day            | 1960-01-01 | MH 2010-01-01, BMIDEC 2025-03-31                        | outstanding       | outstanding       | adjusted BMIDEC   | outstanding       | outstanding       | outstanding       | outstanding
        no BMI day after           | 1960-01-01 | MH 2010-01-01, BMIDEC 2025-04-01                        | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        no BMI old and new         | 1960-01-01 | MH 2010-01-01, BMIDEC 2020-05-01, BMIDEC 2024-05-01     | outstanding       | outstanding       | adjusted BMIDEC   | outstanding       | outstanding       | outstanding       | outstanding
        BMI unsuitable 31 March    | 1960-01-01 | MH 2010-01-01, BMIPU 2024-03-31                         | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        BMI unsuitable 1 April     | 1960-01-01 | MH 2010-01-01, BMIPU 2024-04-01                         | outstanding       | outstanding       | adjusted BMIPU    | outstanding       | outstanding       | outstanding       | outstanding
        BMI unsuitable last day    | 1960-01-01 | MH 2010-01-01, BMIPU 2025-03-31                         | outstanding       | outstanding       | adjusted BMIPU    | outstanding       | outstanding       | outstanding       | outstanding
        BMI unsuitable day after   | 1960-01-01 | MH 2010-01-01, BMIPU 2025-04-01                         | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        BMI unsuitable old and new | 1960-01-01 | MH 2010-01-01, BMIPU 2020-05-01, BMIPU 2024-05-01       | outstanding       | outstanding       | adjusted BMIPU    | outstanding       | outstanding       | outstanding       | outstanding
        """).AlsoIn("2018-19", "2019-20", "2025-26", "2026-27");

    public static readonly SpecTable[] So_does_one_of_a_single_element = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                  | born       | events                                                      | MH002       | MH003       | MH006       | MH007           | MH011            | MH012            | MH021
        no alcohol 31 March      | 1960-01-01 | MH 2010-01-01, ALCSCRNDEC 2024-03-31                        | outstanding | outstanding | outstanding | outstanding     | outstanding      | outstanding      | outstanding
        no alcohol 1 April       | 1960-01-01 | MH 2010-01-01, ALCSCRNDEC 2024-04-01                        | outstanding | outstanding | outstanding | adjusted ALCDEC | outstanding      | outstanding      | outstanding
        no alcohol last day      | 1960-01-01 | MH 2010-01-01, ALCSCRNDEC 2025-03-31                        | outstanding | outstanding | outstanding | adjusted ALCDEC | outstanding      | outstanding      | outstanding
        no alcohol day after     | 1960-01-01 | MH 2010-01-01, ALCSCRNDEC 2025-04-01                        | outstanding | outstanding | outstanding | outstanding     | outstanding      | outstanding      | outstanding
        no alcohol old and new   | 1960-01-01 | MH 2010-01-01, ALCSCRNDEC 2020-05-01, ALCSCRNDEC 2024-05-01 | outstanding | outstanding | outstanding | adjusted ALCDEC | outstanding      | outstanding      | outstanding
        no lipids 31 March       | 1960-01-01 | MH 2010-01-01, CHOLDEC 2024-03-31                           | outstanding | outstanding | outstanding | outstanding     | outstanding      | outstanding      | outstanding
        no lipids 1 April        | 1960-01-01 | MH 2010-01-01, CHOLDEC 2024-04-01                           | outstanding | outstanding | outstanding | outstanding     | adjusted CHOLDEC | outstanding      | outstanding
        no lipids last day       | 1960-01-01 | MH 2010-01-01, CHOLDEC 2025-03-31                           | outstanding | outstanding | outstanding | outstanding     | adjusted CHOLDEC | outstanding      | outstanding
        no lipids day after      | 1960-01-01 | MH 2010-01-01, CHOLDEC 2025-04-01                           | outstanding | outstanding | outstanding | outstanding     | outstanding      | outstanding      | outstanding
        no lipids old and new    | 1960-01-01 | MH 2010-01-01, CHOLDEC 2020-05-01, CHOLDEC 2024-05-01       | outstanding | outstanding | outstanding | outstanding     | adjusted CHOLDEC | outstanding      | outstanding
        no glucose 31 March      | 1960-01-01 | MH 2010-01-01, GLUCDEC 2024-03-31                           | outstanding | outstanding | outstanding | outstanding     | outstanding      | outstanding      | outstanding
        no glucose 1 April       | 1960-01-01 | MH 2010-01-01, GLUCDEC 2024-04-01                           | outstanding | outstanding | outstanding | outstanding     | outstanding      | adjusted GLUCDEC | outstanding
        no glucose last day      | 1960-01-01 | MH 2010-01-01, GLUCDEC 2025-03-31                           | outstanding | outstanding | outstanding | outstanding     | outstanding      | adjusted GLUCDEC | outstanding
        no glucose day after     | 1960-01-01 | MH 2010-01-01, GLUCDEC 2025-04-01                           | outstanding | outstanding | outstanding | outstanding     | outstanding      | outstanding      | outstanding
        no glucose old and new   | 1960-01-01 | MH 2010-01-01, GLUCDEC 2020-05-01, GLUCDEC 2024-05-01       | outstanding | outstanding | outstanding | outstanding     | outstanding      | adjusted GLUCDEC | outstanding
        fructosamine 31 March    | 1960-01-01 | MH 2010-01-01, SERFRUC 2024-03-31                           | outstanding | outstanding | outstanding | outstanding     | outstanding      | outstanding      | outstanding
        fructosamine 1 April     | 1960-01-01 | MH 2010-01-01, SERFRUC 2024-04-01                           | outstanding | outstanding | outstanding | outstanding     | outstanding      | adjusted IFCCHBA | outstanding
        fructosamine last day    | 1960-01-01 | MH 2010-01-01, SERFRUC 2025-03-31                           | outstanding | outstanding | outstanding | outstanding     | outstanding      | adjusted IFCCHBA | outstanding
        fructosamine day after   | 1960-01-01 | MH 2010-01-01, SERFRUC 2025-04-01                           | outstanding | outstanding | outstanding | outstanding     | outstanding      | outstanding      | outstanding
        fructosamine old and new | 1960-01-01 | MH 2010-01-01, SERFRUC 2020-05-01, SERFRUC 2024-05-01       | outstanding | outstanding | outstanding | outstanding     | outstanding      | adjusted IFCCHBA | outstanding
        fructosamine, HbA1c      | 1960-01-01 | MH 2010-01-01, SERFRUC 2024-05-01, IFCCHBAM 40 2024-04-01   | outstanding | outstanding | outstanding | outstanding     | outstanding      | achieved         | outstanding
        """).AlsoIn("2018-19", "2019-20", "2025-26", "2026-27");

    public static readonly SpecTable[] Two_invitations_seven_days_apart = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient              | born       | events                                                    | MH002             | MH003             | MH006             | MH007             | MH011             | MH012             | MH021
        one                  | 1960-01-01 | MH 2010-01-01, MHINVITE 2024-05-01                        | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        same day             | 1960-01-01 | MH 2010-01-01, MHINVITE 2024-05-01, MHINVITE 2024-05-01   | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        day 6                | 1960-01-01 | MH 2010-01-01, MHINVITE 2024-05-01, MHINVITE 2024-05-07   | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        day 7                | 1960-01-01 | MH 2010-01-01, MHINVITE 2024-05-01, MHINVITE 2024-05-08   | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | outstanding
        months apart         | 1960-01-01 | MH 2010-01-01, MHINVITE 2024-05-01, MHINVITE 2025-03-31   | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | outstanding
        third in time        | 1960-01-01 | MH 2010-01-01, MHINVITE 2024-05-01, MHINVITE 2024-05-05, MHINVITE 2024-05-10 | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | outstanding
        first before April   | 1960-01-01 | MH 2010-01-01, MHINVITE 2024-03-31, MHINVITE 2024-04-07   | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        first on 1 April     | 1960-01-01 | MH 2010-01-01, MHINVITE 2024-04-01, MHINVITE 2024-04-08   | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | adjusted MHINVITE | outstanding
        last year's pair     | 1960-01-01 | MH 2010-01-01, MHINVITE 2023-05-01, MHINVITE 2023-06-01   | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        second after the end | 1960-01-01 | MH 2010-01-01, MHINVITE 2025-03-28, MHINVITE 2025-04-04   | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        other invitations    | 1960-01-01 | MH 2010-01-01, HYPINVITE 2024-05-01, HYPINVITE 2024-05-08 | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding       | outstanding
        """).AlsoIn("2019-20", "2025-26", "2026-27");

    public static readonly SpecTable[] Diagnosed_in_the_last_three_months = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient     | born       | events                       | MH002              | MH003              | MH006              | MH007              | MH011              | MH012              | MH021
        31 December | 1960-01-01 | MH 2024-12-31                | outstanding        | outstanding        | outstanding        | outstanding        | outstanding        | outstanding        | outstanding
        1 January   | 1960-01-01 | MH 2025-01-01                | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | outstanding
        last day    | 1960-01-01 | MH 2025-03-31                | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | outstanding
        coded again | 1960-01-01 | MH 2010-01-01, MH 2025-02-01 | outstanding        | outstanding        | outstanding        | outstanding        | outstanding        | outstanding        | outstanding
        """).AlsoIn("2018-19", "2019-20", "2025-26", "2026-27");

    public static readonly SpecTable[] New_at_the_practice_in_the_last_three_months = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient       | born       | registered | events        | MH002              | MH003              | MH006              | MH007              | MH011              | MH012              | MH021
        31 December   | 1960-01-01 | 2024-12-31 | MH 2010-01-01 | outstanding        | outstanding        | outstanding        | outstanding        | outstanding        | outstanding        | outstanding
        1 January     | 1960-01-01 | 2025-01-01 | MH 2010-01-01 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | outstanding
        last day      | 1960-01-01 | 2025-03-31 | MH 2010-01-01 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | outstanding
        new diagnosis | 1960-01-01 | 2025-01-01 | MH 2025-01-01 | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | outstanding
        """).AlsoIn("2018-19", "2019-20", "2025-26", "2026-27");

    public static readonly SpecTable[] The_upper_row_decides = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient         | born       | registered | events                                                  | MH002              | MH003              | MH006              | MH007              | MH011              | MH012              | MH021
        achieved        | 1960-01-01 | 2025-02-01 | MH 2025-02-01, MHP 2025-02-01, BP 120/70 2025-02-01, BMI 2025-02-01, ALC 2025-02-01, CHOL2 2025-02-01, GLUC 2025-02-01, SMOK 2025-02-01, BPDEC 2024-05-01, BMIDEC 2024-05-01, ALCSCRNDEC 2024-05-01, CHOLDEC 2024-05-01, GLUCDEC 2024-05-01, SMOKSTATDEC 2024-05-01, MHPCADEC 2024-05-01, MHINVITE 2024-05-02, MHINVITE 2024-05-20 | achieved           | achieved           | achieved           | achieved           | achieved           | achieved           | achieved
        unsuitable      | 1960-01-01 | 2025-02-01 | MH 2025-02-01, BMIPU 2024-05-01, SERFRUC 2024-05-01, MHPCAPU 2024-05-01, BPDEC 2024-05-01, BMIDEC 2024-05-01, ALCSCRNDEC 2024-05-01, CHOLDEC 2024-05-01, GLUCDEC 2024-05-01, SMOKSTATDEC 2024-05-01, MHPCADEC 2024-05-01, MHINVITE 2024-05-02, MHINVITE 2024-05-20 | adjusted MHPCAPU   | adjusted MHPCAPU   | adjusted BMIPU     | adjusted MHPCAPU   | adjusted MHPCAPU   | adjusted IFCCHBA   | adjusted PHCSMIPCA
        care unsuitable | 1960-01-01 | 2025-02-01 | MH 2025-02-01, MHPCAPU 2024-05-01, BPDEC 2024-05-01, BMIDEC 2024-05-01, ALCSCRNDEC 2024-05-01, CHOLDEC 2024-05-01, GLUCDEC 2024-05-01, SMOKSTATDEC 2024-05-01, MHPCADEC 2024-05-01, MHINVITE 2024-05-02, MHINVITE 2024-05-20 | adjusted MHPCAPU   | adjusted MHPCAPU   | adjusted MHPCAPU   | adjusted MHPCAPU   | adjusted MHPCAPU   | adjusted MHPCAPU   | adjusted PHCSMIPCA
        item declined   | 1960-01-01 | 2025-02-01 | MH 2025-02-01, BPDEC 2024-05-01, BMIDEC 2024-05-01, ALCSCRNDEC 2024-05-01, CHOLDEC 2024-05-01, GLUCDEC 2024-05-01, SMOKSTATDEC 2024-05-01, MHPCADEC 2024-05-01, MHINVITE 2024-05-02, MHINVITE 2024-05-20 | adjusted MHPCADEC  | adjusted BPDEC     | adjusted BMIDEC    | adjusted ALCDEC    | adjusted CHOLDEC   | adjusted GLUCDEC   | adjusted PHCSMIPCA
        care declined   | 1960-01-01 | 2025-02-01 | MH 2025-02-01, MHPCADEC 2024-05-01, MHINVITE 2024-05-02, MHINVITE 2024-05-20 | adjusted MHPCADEC  | adjusted MHPCADEC  | adjusted MHPCADEC  | adjusted MHPCADEC  | adjusted MHPCADEC  | adjusted MHPCADEC  | outstanding
        invited         | 1960-01-01 | 2025-02-01 | MH 2025-02-01, MHINVITE 2024-05-02, MHINVITE 2024-05-20 | adjusted MHINVITE  | adjusted MHINVITE  | adjusted MHINVITE  | adjusted MHINVITE  | adjusted MHINVITE  | adjusted MHINVITE  | outstanding
        new diagnosis   | 1960-01-01 | 2025-02-01 | MH 2025-02-01                                           | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | adjusted DIAG1_DAT | outstanding
        new patient     | 1960-01-01 | 2025-02-01 | MH 2010-01-01                                           | adjusted REG1_DAT3 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | adjusted REG1_DAT3 | outstanding
        """).AlsoIn("2019-20", "2025-26", "2026-27");
}
