namespace QofFhir.Tests.Spec;

/// <summary>MH011: lipids in 12 months at higher risk, in 24 months at lower; the same as an element of MH021.</summary>
internal static class LipidSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("*FHYP: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable[] Lipids_every_year_at_higher_risk = Risks("BP", "achieved");

    public static readonly SpecTable[] Lipids_every_year_beside_a_pressure_declined = Risks("BPDEC", "adjusted PHCSMIPCA");

    // Every patient has the other five elements of MH021, or four and a reason for the fifth.
    private static SpecTable[] Risks(string pressure, string six)
    {
        var rest = $"{pressure} 2024-05-01, BMI 2024-05-01, ALC 2024-05-01, GLUC 2024-05-01, SMOK 2024-05-01";
        return SpecTable.Of("qof-england-2024-25", "2025-03-31", $$"""
            patient                    | born       | events                                                        | MH011       | MH021
            none                       | 1960-01-01 | MH 2010-01-01, {{rest}}                                       | outstanding | outstanding
            31 March 2023              | 1960-01-01 | MH 2010-01-01, CHOL2 5 2023-03-31, {{rest}}                   | outstanding | outstanding
            1 April 2023               | 1960-01-01 | MH 2010-01-01, CHOL2 5 2023-04-01, {{rest}}                   | achieved    | {{six}}
            31 March 2024              | 1960-01-01 | MH 2010-01-01, CHOL2 5 2024-03-31, {{rest}}                   | achieved    | {{six}}
            last day                   | 1960-01-01 | MH 2010-01-01, CHOL2 5 2025-03-31, {{rest}}                   | achieved    | {{six}}
            old and new                | 1960-01-01 | MH 2010-01-01, CHOL2 5 2015-05-01, CHOL2 5 2024-05-01, {{rest}} | achieved    | {{six}}
            HDLCCHOL                   | 1960-01-01 | MH 2010-01-01, HDLCCHOL 2024-05-01, {{rest}}                  | achieved    | {{six}}
            LDLCCHOL                   | 1960-01-01 | MH 2010-01-01, LDLCCHOL 2024-05-01, {{rest}}                  | achieved    | {{six}}
            NONHDLCCHOL                | 1960-01-01 | MH 2010-01-01, NONHDLCCHOL 2024-05-01, {{rest}}               | achieved    | {{six}}
            NONVALCHOL                 | 1960-01-01 | MH 2010-01-01, NONVALCHOL 2024-05-01, {{rest}}                | achieved    | {{six}}
            TCHOLHDL                   | 1960-01-01 | MH 2010-01-01, TCHOLHDL 2024-05-01, {{rest}}                  | achieved    | {{six}}
            TRIGLYC                    | 1960-01-01 | MH 2010-01-01, TRIGLYC 2024-05-01, {{rest}}                   | achieved    | {{six}}
            CHD 31 March               | 1960-01-01 | MH 2010-01-01, CHD 2010-01-01, CHOL2 5 2024-03-31, {{rest}}   | outstanding | outstanding
            CHD 1 April                | 1960-01-01 | MH 2010-01-01, CHD 2010-01-01, CHOL2 5 2024-04-01, {{rest}}   | achieved    | {{six}}
            stroke                     | 1960-01-01 | MH 2010-01-01, STRK 2010-01-01, CHOL2 5 2024-03-31, {{rest}}  | outstanding | outstanding
            TIA                        | 1960-01-01 | MH 2010-01-01, TIA 2010-01-01, CHOL2 5 2024-03-31, {{rest}}   | outstanding | outstanding
            PAD                        | 1960-01-01 | MH 2010-01-01, PAD 2010-01-01, CHOL2 5 2024-03-31, {{rest}}   | outstanding | outstanding
            CKD                        | 1960-01-01 | MH 2010-01-01, CKD 2010-01-01, CHOL2 5 2024-03-31, {{rest}}   | outstanding | outstanding
            CKD resolved               | 1960-01-01 | MH 2010-01-01, CKD 2010-01-01, CKDRES 2012-01-01, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            diabetes                   | 1960-01-01 | MH 2010-01-01, DM 2010-01-01, CHOL2 5 2024-03-31, {{rest}}    | outstanding | outstanding
            diabetes resolved          | 1960-01-01 | MH 2010-01-01, DM 2010-01-01, DMRES 2012-01-01, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            familial                   | 1960-01-01 | MH 2010-01-01, FHYP 2010-01-01, CHOL2 5 2024-03-31, {{rest}}  | outstanding | outstanding
            hypertension               | 1960-01-01 | MH 2010-01-01, HYP 2010-01-01, CHOL2 5 2024-03-31, {{rest}}   | achieved    | {{six}}
            antipsychotic 30 September | 1960-01-01 | MH 2010-01-01, ANTIPSYDRUG 2024-09-30, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            antipsychotic 1 October    | 1960-01-01 | MH 2010-01-01, ANTIPSYDRUG 2024-10-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            antipsychotic old and new  | 1960-01-01 | MH 2010-01-01, ANTIPSYDRUG 2015-10-01, ANTIPSYDRUG 2024-12-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            smoker                     | 1960-01-01 | MH 2010-01-01, LSMOK 2024-06-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            stopped smoking            | 1960-01-01 | MH 2010-01-01, LSMOK 2024-06-01, EXSMOK 2024-06-02, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            smokes again               | 1960-01-01 | MH 2010-01-01, EXSMOK 2024-06-01, LSMOK 2024-06-02, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            smoker twice               | 1960-01-01 | MH 2010-01-01, LSMOK 2012-06-01, LSMOK 2024-06-02, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            """).AlsoIn("2025-26", "2026-27");
    }
}
