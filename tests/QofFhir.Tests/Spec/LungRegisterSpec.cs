namespace QofFhir.Tests.Spec;

/// <summary>COPD001, COPD015 and the registers below COPD010: QOF business rules, COPD_REG.</summary>
internal static class LungRegisterSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("COPDRES: other end", "only its presence is asked"),
        ("RATIO*: other end", "only its presence is asked"),
        ("RATIO*: highest for lowest", "only its presence is asked"),
        ("LOW*: other end", "only its presence is asked"),
        ("EUNRESCOPD: other end", "the register asks presence only; COPD002 shows the end"),
        ("COPDDIAG: other end", "the register asks presence only; COPD002 shows the end"),
        ("COPDPROC: other end", "the register asks presence only; COPD002 shows the end"),
    ];

    public static readonly SpecTable[] Resolved_on_the_day_of_the_diagnosis_stays_to_2019 = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient             | born       | events                                                                   | COPD001
        nothing             | 1950-01-01 |                                                                          | -
        diagnosed           | 1950-01-01 | COPD 2014-01-01                                                          | on-register
        resolved day before | 1950-01-01 | COPD 2014-01-01, COPDRES 2013-12-31                                      | on-register
        resolved same day   | 1950-01-01 | COPD 2014-01-01, COPDRES 2014-01-01                                      | on-register
        resolved day after  | 1950-01-01 | COPD 2014-01-01, COPDRES 2014-01-02                                      | -
        diagnosed again     | 1950-01-01 | COPD 2014-01-01, COPDRES 2016-01-01, COPD 2017-01-01                     | on-register
        resolved again      | 1950-01-01 | COPD 2014-01-01, COPDRES 2016-01-01, COPD 2017-01-01, COPDRES 2018-01-01 | -
        only resolved       | 1950-01-01 | COPDRES 2014-01-01                                                       | -
        last day            | 1950-01-01 | COPD 2019-03-31                                                          | on-register
        day after           | 1950-01-01 | COPD 2019-04-01                                                          | -
        """).AlsoIn("2019-20");

    public static readonly SpecTable[] And_leaves_from_2020_on = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient             | born       | events                                                                   | COPD015     | COPD010
        nothing             | 1950-01-01 |                                                                          | -           | -
        diagnosed           | 1950-01-01 | COPD 2014-01-01                                                          | on-register | outstanding
        dated as born       | 1950-01-01 | COPD 1950-01-01                                                          | on-register | outstanding
        day was not known   | 1950-01-01 | COPD 1900-01-01                                                          | on-register | outstanding
        resolved day before | 1950-01-01 | COPD 2014-01-01, COPDRES 2013-12-31                                      | on-register | outstanding
        resolved same day   | 1950-01-01 | COPD 2014-01-01, COPDRES 2014-01-01                                      | -           | -
        resolved day after  | 1950-01-01 | COPD 2014-01-01, COPDRES 2014-01-02                                      | -           | -
        diagnosed again     | 1950-01-01 | COPD 2014-01-01, COPDRES 2016-01-01, COPD 2017-01-01                     | on-register | outstanding
        resolved again      | 1950-01-01 | COPD 2014-01-01, COPDRES 2016-01-01, COPD 2017-01-01, COPDRES 2018-01-01 | -           | -
        only resolved       | 1950-01-01 | COPDRES 2014-01-01                                                       | -           | -
        last day            | 1950-01-01 | COPD 2025-03-31, FEV1FVC 0.6 2025-03-31                                  | on-register | adjusted DIAG1_DAT
        day after           | 1950-01-01 | COPD 2025-04-01                                                          | -           | -
        """).AlsoIn("2025-26");

    public static readonly SpecTable From_1_April_2023_on_only_with_spirometry_in_2024 = SpecTable.Of("qof-england-2024-25", "2025-03-31", """
        patient                  | born       | registered | events                                                                             | COPD015     | COPD010
        31 March 2023            | 1950-01-01 | 2001-01-01 | COPD 2023-03-31                                                                    | on-register | outstanding
        1 April 2023             | 1950-01-01 | 2001-01-01 | COPD 2023-04-01                                                                    | -           | -
        ratio 0.69               | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVC 0.69 2023-06-01                                           | on-register | outstanding
        ratio 0.7                | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVC 0.7 2023-06-01                                            | -           | -
        low by code              | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVCL70 2023-06-01                                             | on-register | outstanding
        93 days before           | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVC 0.69 2023-02-28                                           | on-register | outstanding
        94 days before           | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVC 0.69 2023-02-27                                           | -           | -
        186 days after           | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVC 0.69 2023-12-04                                           | on-register | outstanding
        187 days after           | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVC 0.69 2023-12-05                                           | -           | -
        code 93 days before      | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVCL70 2023-02-28                                             | on-register | outstanding
        code 94 days before      | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVCL70 2023-02-27                                             | -           | -
        code 186 days after      | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVCL70 2023-12-04                                             | on-register | outstanding
        code 187 days after      | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVCL70 2023-12-05                                             | -           | -
        low at the registration  | 1950-01-01 | 2024-06-01 | COPD 2023-06-01, FEV1FVCL70 2024-06-01                                             | on-register | outstanding
        registered too long ago  | 1950-01-01 | 2024-03-31 | COPD 2023-06-01, FEV1FVCL70 2024-06-01                                             | -           | -
        registered on 1 April    | 1950-01-01 | 2024-04-01 | COPD 2023-06-01, FEV1FVCL70 2024-06-01                                             | on-register | outstanding
        ratio at registration    | 1950-01-01 | 2024-06-01 | COPD 2023-06-01, FEV1FVC 0.69 2024-06-01                                           | on-register | outstanding
        0.7 at registration      | 1950-01-01 | 2024-06-01 | COPD 2023-06-01, FEV1FVC 0.7 2024-06-01                                            | -           | -
        93 days before it        | 1950-01-01 | 2024-06-01 | COPD 2023-06-01, FEV1FVC 0.69 2024-02-29                                           | on-register | outstanding
        94 days before it        | 1950-01-01 | 2024-06-01 | COPD 2023-06-01, FEV1FVC 0.69 2024-02-28                                           | -           | -
        186 days after it        | 1950-01-01 | 2024-06-01 | COPD 2023-06-01, FEV1FVC 0.69 2024-12-04                                           | on-register | outstanding
        187 days after it        | 1950-01-01 | 2024-06-01 | COPD 2023-06-01, FEV1FVC 0.69 2024-12-05                                           | -           | -
        code 93 days before it   | 1950-01-01 | 2024-06-01 | COPD 2023-06-01, FEV1FVCL70 2024-02-29                                             | on-register | outstanding
        code 94 days before it   | 1950-01-01 | 2024-06-01 | COPD 2023-06-01, FEV1FVCL70 2024-02-28                                             | -           | -
        code 186 days after it   | 1950-01-01 | 2024-06-01 | COPD 2023-06-01, FEV1FVCL70 2024-12-04                                             | on-register | outstanding
        code 187 days after it   | 1950-01-01 | 2024-06-01 | COPD 2023-06-01, FEV1FVCL70 2024-12-05                                             | -           | -
        spirometry alone         | 1950-01-01 | 2024-06-01 | FEV1FVC 0.5 2024-06-01, FEV1FVCL70 2024-06-01                                      | -           | -
        resolved with spirometry | 1950-01-01 | 2024-06-01 | COPD 2023-06-01, COPDRES 2023-07-01, FEV1FVC 0.5 2023-06-01, FEV1FVCL70 2024-06-01 | -           | -
        """);

    public static readonly SpecTable From_1_April_2023_on_only_with_spirometry_in_2025 = SpecTable.Of("qof-england-2025-26", "2026-03-31", """
        patient                  | born       | registered | events                                                                             | COPD010
        31 March 2023            | 1950-01-01 | 2001-01-01 | COPD 2023-03-31                                                                    | outstanding
        1 April 2023             | 1950-01-01 | 2001-01-01 | COPD 2023-04-01                                                                    | -
        ratio 0.69               | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVC 0.69 2023-06-01                                           | outstanding
        ratio 0.7                | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVC 0.7 2023-06-01                                            | -
        low by code              | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVCL70 2023-06-01                                             | outstanding
        93 days before           | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVC 0.69 2023-02-28                                           | outstanding
        94 days before           | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVC 0.69 2023-02-27                                           | -
        186 days after           | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVC 0.69 2023-12-04                                           | outstanding
        187 days after           | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVC 0.69 2023-12-05                                           | -
        code 93 days before      | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVCL70 2023-02-28                                             | outstanding
        code 94 days before      | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVCL70 2023-02-27                                             | -
        code 186 days after      | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVCL70 2023-12-04                                             | outstanding
        code 187 days after      | 1950-01-01 | 2001-01-01 | COPD 2023-06-01, FEV1FVCL70 2023-12-05                                             | -
        low at the registration  | 1950-01-01 | 2025-06-01 | COPD 2023-06-01, FEV1FVCL70 2025-06-01                                             | outstanding
        registered too long ago  | 1950-01-01 | 2025-03-31 | COPD 2023-06-01, FEV1FVCL70 2025-06-01                                             | -
        registered on 1 April    | 1950-01-01 | 2025-04-01 | COPD 2023-06-01, FEV1FVCL70 2025-06-01                                             | outstanding
        ratio at registration    | 1950-01-01 | 2025-06-01 | COPD 2023-06-01, FEV1FVC 0.69 2025-06-01                                           | outstanding
        0.7 at registration      | 1950-01-01 | 2025-06-01 | COPD 2023-06-01, FEV1FVC 0.7 2025-06-01                                            | -
        93 days before it        | 1950-01-01 | 2025-06-01 | COPD 2023-06-01, FEV1FVC 0.69 2025-02-28                                           | outstanding
        94 days before it        | 1950-01-01 | 2025-06-01 | COPD 2023-06-01, FEV1FVC 0.69 2025-02-27                                           | -
        186 days after it        | 1950-01-01 | 2025-06-01 | COPD 2023-06-01, FEV1FVC 0.69 2025-12-04                                           | outstanding
        187 days after it        | 1950-01-01 | 2025-06-01 | COPD 2023-06-01, FEV1FVC 0.69 2025-12-05                                           | -
        code 93 days before it   | 1950-01-01 | 2025-06-01 | COPD 2023-06-01, FEV1FVCL70 2025-02-28                                             | outstanding
        code 94 days before it   | 1950-01-01 | 2025-06-01 | COPD 2023-06-01, FEV1FVCL70 2025-02-27                                             | -
        code 186 days after it   | 1950-01-01 | 2025-06-01 | COPD 2023-06-01, FEV1FVCL70 2025-12-04                                             | outstanding
        code 187 days after it   | 1950-01-01 | 2025-06-01 | COPD 2023-06-01, FEV1FVCL70 2025-12-05                                             | -
        spirometry alone         | 1950-01-01 | 2025-06-01 | FEV1FVC 0.5 2025-06-01, FEV1FVCL70 2025-06-01                                      | -
        resolved with spirometry | 1950-01-01 | 2025-06-01 | COPD 2023-06-01, COPDRES 2023-07-01, FEV1FVC 0.5 2023-06-01, FEV1FVCL70 2025-06-01 | -
        """);

    public static readonly SpecTable From_1_April_2023_on_only_with_spirometry_in_2026 = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient                  | born       | registered | events                                                                                 | COPD010
        31 March 2023            | 1950-01-01 | 2001-01-01 | COPDDIAG 2023-03-31                                                                    | outstanding
        1 April 2023             | 1950-01-01 | 2001-01-01 | COPDDIAG 2023-04-01                                                                    | -
        ratio 0.69               | 1950-01-01 | 2001-01-01 | COPDDIAG 2023-06-01, FEV1FVC 0.69 2023-06-01                                           | outstanding
        ratio 0.7                | 1950-01-01 | 2001-01-01 | COPDDIAG 2023-06-01, FEV1FVC 0.7 2023-06-01                                            | -
        low by code              | 1950-01-01 | 2001-01-01 | COPDDIAG 2023-06-01, FEV1FVCL70 2023-06-01                                             | outstanding
        93 days before           | 1950-01-01 | 2001-01-01 | COPDDIAG 2023-06-01, FEV1FVC 0.69 2023-02-28                                           | outstanding
        94 days before           | 1950-01-01 | 2001-01-01 | COPDDIAG 2023-06-01, FEV1FVC 0.69 2023-02-27                                           | -
        186 days after           | 1950-01-01 | 2001-01-01 | COPDDIAG 2023-06-01, FEV1FVC 0.69 2023-12-04                                           | outstanding
        187 days after           | 1950-01-01 | 2001-01-01 | COPDDIAG 2023-06-01, FEV1FVC 0.69 2023-12-05                                           | -
        code 93 days before      | 1950-01-01 | 2001-01-01 | COPDDIAG 2023-06-01, FEV1FVCL70 2023-02-28                                             | outstanding
        code 94 days before      | 1950-01-01 | 2001-01-01 | COPDDIAG 2023-06-01, FEV1FVCL70 2023-02-27                                             | -
        code 186 days after      | 1950-01-01 | 2001-01-01 | COPDDIAG 2023-06-01, FEV1FVCL70 2023-12-04                                             | outstanding
        code 187 days after      | 1950-01-01 | 2001-01-01 | COPDDIAG 2023-06-01, FEV1FVCL70 2023-12-05                                             | -
        low at the registration  | 1950-01-01 | 2026-06-01 | COPDDIAG 2023-06-01, FEV1FVCL70 2026-06-01                                             | outstanding
        registered too long ago  | 1950-01-01 | 2026-03-31 | COPDDIAG 2023-06-01, FEV1FVCL70 2026-06-01                                             | -
        registered on 1 April    | 1950-01-01 | 2026-04-01 | COPDDIAG 2023-06-01, FEV1FVCL70 2026-06-01                                             | outstanding
        ratio at registration    | 1950-01-01 | 2026-06-01 | COPDDIAG 2023-06-01, FEV1FVC 0.69 2026-06-01                                           | outstanding
        0.7 at registration      | 1950-01-01 | 2026-06-01 | COPDDIAG 2023-06-01, FEV1FVC 0.7 2026-06-01                                            | -
        93 days before it        | 1950-01-01 | 2026-06-01 | COPDDIAG 2023-06-01, FEV1FVC 0.69 2026-02-28                                           | outstanding
        94 days before it        | 1950-01-01 | 2026-06-01 | COPDDIAG 2023-06-01, FEV1FVC 0.69 2026-02-27                                           | -
        186 days after it        | 1950-01-01 | 2026-06-01 | COPDDIAG 2023-06-01, FEV1FVC 0.69 2026-12-04                                           | outstanding
        187 days after it        | 1950-01-01 | 2026-06-01 | COPDDIAG 2023-06-01, FEV1FVC 0.69 2026-12-05                                           | -
        code 93 days before it   | 1950-01-01 | 2026-06-01 | COPDDIAG 2023-06-01, FEV1FVCL70 2026-02-28                                             | outstanding
        code 94 days before it   | 1950-01-01 | 2026-06-01 | COPDDIAG 2023-06-01, FEV1FVCL70 2026-02-27                                             | -
        code 186 days after it   | 1950-01-01 | 2026-06-01 | COPDDIAG 2023-06-01, FEV1FVCL70 2026-12-04                                             | outstanding
        code 187 days after it   | 1950-01-01 | 2026-06-01 | COPDDIAG 2023-06-01, FEV1FVCL70 2026-12-05                                             | -
        spirometry alone         | 1950-01-01 | 2026-06-01 | FEV1FVC 0.5 2026-06-01, FEV1FVCL70 2026-06-01                                          | -
        resolved with spirometry | 1950-01-01 | 2026-06-01 | COPDDIAG 2023-06-01, COPDRES 2023-07-01, FEV1FVC 0.5 2023-06-01, FEV1FVCL70 2026-06-01 | -
        """);

    public static readonly SpecTable Disorder_codes_of_any_date_and_administrative_codes_of_two_years_from_2026_on = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient                                | born       | events                                                                               | COPD010
        nothing                                | 1950-01-01 |                                                                                      | -
        disorder                               | 1950-01-01 | COPDDIAG 1999-01-01                                                                  | outstanding
        disorder last day                      | 1950-01-01 | COPDDIAG 2027-03-31, FEV1FVC 0.6 2027-03-31                                          | adjusted DIAG1_DAT
        disorder day after                     | 1950-01-01 | COPDDIAG 2027-04-01, FEV1FVC 0.6 2027-04-01                                          | -
        administrative 31 March                | 1950-01-01 | COPDPROC 2025-03-31, FEV1FVC 0.6 2025-03-31                                          | -
        administrative 1 April                 | 1950-01-01 | COPDPROC 2025-04-01, FEV1FVC 0.6 2025-04-01                                          | outstanding
        administrative old and new             | 1950-01-01 | COPDPROC 2010-01-01, COPDPROC 2026-01-01, FEV1FVC 0.6 2026-01-01                     | outstanding
        disorder resolved same day             | 1950-01-01 | COPDDIAG 2014-01-01, COPDRES 2014-01-01                                              | -
        disorder resolved day after            | 1950-01-01 | COPDDIAG 2014-01-01, COPDRES 2014-01-02                                              | -
        resolved day before                    | 1950-01-01 | COPDDIAG 2014-01-01, COPDRES 2013-12-31                                              | outstanding
        disorder again                         | 1950-01-01 | COPDDIAG 2014-01-01, COPDRES 2015-01-01, COPDDIAG 2016-01-01                         | outstanding
        resolved twice                         | 1950-01-01 | COPDDIAG 2014-01-01, COPDRES 2015-01-01, COPDDIAG 2016-01-01, COPDRES 2017-01-01     | -
        administrative resolved same day       | 1950-01-01 | COPDPROC 2026-01-01, COPDRES 2026-01-01, FEV1FVC 0.6 2026-01-01                      | -
        administrative after resolution        | 1950-01-01 | COPDPROC 2026-01-01, COPDRES 2025-12-31, FEV1FVC 0.6 2026-01-01                      | outstanding
        disorder resolved, then administrative | 1950-01-01 | COPDDIAG 2014-01-01, COPDRES 2015-01-01, COPDPROC 2026-01-01, FEV1FVC 0.6 2026-01-01 | outstanding
        """);
}
