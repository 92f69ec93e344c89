namespace QofFhir.Tests.Spec;

/// <summary>The registers of atrial fibrillation, heart disease, stroke, arterial disease and heart failure.</summary>
internal static class VesselRegisterSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("PAD: other end", "only its presence is asked, but for PAD002 and PAD004 in 2018/19, where a diagnosis coded again shows it"),
        ("HFLVSD: other end", "only its presence is asked"),
        ("REDEJCFRAC: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable[] Heart_disease_stroke_and_arterial_disease_stand_for_life = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient            | born       | events                                                                          | AF001       | CHD001      | STIA001     | PAD001      | HF001
        nothing            | 1960-01-01 |                                                                                 | -           | -           | -           | -           | -
        fibrillation       | 1960-01-01 | AFIB 2010-05-01                                                                 | on-register | -           | -           | -           | -
        heart disease      | 1960-01-01 | CHD 2010-05-01                                                                  | -           | on-register | -           | -           | -
        stroke             | 1960-01-01 | STRK 2010-05-01                                                                 | -           | -           | on-register | -           | -
        TIA                | 1960-01-01 | TIA 2010-05-01                                                                  | -           | -           | on-register | -           | -
        arterial disease   | 1960-01-01 | PAD 2010-05-01                                                                  | -           | -           | -           | on-register | -
        heart failure      | 1960-01-01 | HF 2010-05-01                                                                   | -           | -           | -           | -           | on-register
        a child            | 2015-01-01 | AFIB 2018-05-01, CHD 2018-05-01, STRK 2018-05-01, PAD 2018-05-01, HF 2018-05-01 | on-register | on-register | on-register | on-register | on-register
        on the last day    | 1960-01-01 | AFIB 2019-03-31, CHD 2019-03-31, STRK 2019-03-31, PAD 2019-03-31, HF 2019-03-31 | on-register | on-register | on-register | on-register | on-register
        after the last day | 1960-01-01 | AFIB 2019-04-01, CHD 2019-04-01, STRK 2019-04-01, PAD 2019-04-01, HF 2019-04-01 | -           | -           | -           | -           | -
        """).AlsoIn("2019-20", "2024-25");

    /// <summary>A resolution on the day of the diagnosis resolves fibrillation, and leaves heart failure standing.</summary>
    public static readonly SpecTable[] A_resolution_ends_fibrillation_and_heart_failure = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient             | born       | events                                                                                                                                     | AF001       | AF006       | HF001
        only resolved       | 1960-01-01 | AFIBRES 2010-05-01, HFRES 2010-05-01                                                                                                       | -           | -           | -
        resolved day before | 1960-01-01 | AFIB 2010-05-01, AFIBRES 2010-04-30, HF 2010-05-01, HFRES 2010-04-30                                                                       | on-register | outstanding | on-register
        resolved same day   | 1960-01-01 | AFIB 2010-05-01, AFIBRES 2010-05-01, HF 2010-05-01, HFRES 2010-05-01                                                                       | -           | -           | on-register
        resolved day after  | 1960-01-01 | AFIB 2010-05-01, AFIBRES 2010-05-02, HF 2010-05-01, HFRES 2010-05-02                                                                       | -           | -           | -
        diagnosed again     | 1960-01-01 | AFIB 2010-05-01, AFIBRES 2012-01-01, AFIB 2013-01-01, HF 2010-05-01, HFRES 2012-01-01, HF 2013-01-01                                       | on-register | outstanding | on-register
        resolved again      | 1960-01-01 | AFIB 2010-05-01, AFIBRES 2012-01-01, AFIB 2013-01-01, AFIBRES 2014-01-01, HF 2010-05-01, HFRES 2012-01-01, HF 2013-01-01, HFRES 2014-01-01 | -           | -           | -
        """).AlsoIn("2019-20", "2024-25", "2025-26", "2026-27");

    public static readonly SpecTable[] To_2019_20_only_systolic_dysfunction_is_asked_for_drugs = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient           | born       | events                                             | HF001       | HF003
        cause not coded   | 1960-01-01 | HF 2010-05-01                                      | on-register | -
        dysfunction       | 1960-01-01 | HF 2010-05-01, HFLVSD 2010-05-01                   | on-register | outstanding
        reduced fraction  | 1960-01-01 | HF 2010-05-01, REDEJCFRAC 2010-05-01               | on-register | -
        dysfunction alone | 1960-01-01 | HFLVSD 2010-05-01                                  | -           | -
        resolved          | 1960-01-01 | HF 2010-05-01, HFLVSD 2010-05-01, HFRES 2011-05-01 | -           | -
        """).AlsoIn("2019-20");

    public static readonly SpecTable[] Later_reduced_ejection_fraction_as_well = HeartPressureSpec.FromRules49("""
        patient            | born       | events                                                                | HF001       | HF003       | HF006       | HF007       | HF009
        nothing            | 1960-01-01 |                                                                       | -           | -           | -           | -           | -
        cause not coded    | 1960-01-01 | HF 2010-05-01                                                         | on-register | -           | -           | outstanding | -
        dysfunction        | 1960-01-01 | HF 2010-05-01, HFLVSD 2010-05-01                                      | on-register | outstanding | outstanding | outstanding | -
        reduced fraction   | 1960-01-01 | HF 2010-05-01, REDEJCFRAC 2010-05-01                                  | on-register | outstanding | outstanding | outstanding | outstanding
        neither            | 1960-01-01 | HFLVSD 2010-05-01, REDEJCFRAC 2010-05-01, HFRES 2009-01-01            | -           | -           | -           | -           | -
        resolved before    | 1960-01-01 | HF 2010-05-01, REDEJCFRAC 2010-05-01, HFRES 2010-04-30                | on-register | outstanding | outstanding | outstanding | outstanding
        resolved same day  | 1960-01-01 | HF 2010-05-01, REDEJCFRAC 2010-05-01, HFRES 2010-05-01                | on-register | outstanding | outstanding | outstanding | outstanding
        resolved day after | 1960-01-01 | HF 2010-05-01, REDEJCFRAC 2010-05-01, HFRES 2010-05-02                | -           | -           | -           | -           | -
        diagnosed again    | 1960-01-01 | HF 2010-05-01, REDEJCFRAC 2010-05-01, HFRES 2012-01-01, HF 2013-01-01 | on-register | outstanding | outstanding | outstanding | outstanding
        """);
}
