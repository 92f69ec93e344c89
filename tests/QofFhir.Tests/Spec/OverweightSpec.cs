namespace QofFhir.Tests.Spec;

/// <summary>MH011: a body mass index of 23, or 25 where the ethnicity is White, calls for lipids every year; the same as an element of MH021.</summary>
internal static class OverweightSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("BMIRANGE: without cluster 5", "what LBMI40_COD holds BMI30_COD holds too"),
        ("BMIHIGH: without cluster 3", "what LBMI40_COD holds BMI30_COD holds too"),
    ];

    public static readonly SpecTable[] Overweight_calls_for_lipids_every_year = Weights("BP", "achieved");

    public static readonly SpecTable[] Overweight_beside_a_pressure_declined = Weights("BPDEC", "adjusted PHCSMIPCA");

    // Every patient has the other five elements of MH021, or four and a reason for the fifth.
    private static SpecTable[] Weights(string pressure, string six)
    {
        var rest = $"{pressure} 2024-05-01, BMI 2024-05-01, ALC 2024-05-01, GLUC 2024-05-01, SMOK 2024-05-01";
        return SpecTable.Of("qof-england-2024-25", "2025-03-31", $$"""
            patient                    | born       | events                                                         | MH011       | MH021
            22.99                      | 1960-01-01 | MH 2010-01-01, BMIVAL 22.99 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            23                         | 1960-01-01 | MH 2010-01-01, BMIVAL 23 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            White 24.99                | 1960-01-01 | MH 2010-01-01, ETH2016WB 2010-01-01, BMIVAL 24.99 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            White 25                   | 1960-01-01 | MH 2010-01-01, ETH2016WB 2010-01-01, BMIVAL 25 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            Asian 22.99                | 1960-01-01 | MH 2010-01-01, ETH2016AI 2010-01-01, BMIVAL 22.99 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            Asian 23                   | 1960-01-01 | MH 2010-01-01, ETH2016AI 2010-01-01, BMIVAL 23 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            not stated 23              | 1960-01-01 | MH 2010-01-01, ETH2016NSTAT 2010-01-01, BMIVAL 23 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            30                         | 1960-01-01 | MH 2010-01-01, BMIVAL 30 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            WB 24                      | 1960-01-01 | MH 2010-01-01, ETH2016WB 2010-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            WGT 24                     | 1960-01-01 | MH 2010-01-01, ETH2016WGT 2010-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            WI 24                      | 1960-01-01 | MH 2010-01-01, ETH2016WI 2010-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            WO 24                      | 1960-01-01 | MH 2010-01-01, ETH2016WO 2010-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            AB after White, 24         | 1960-01-01 | MH 2010-01-01, ETH2016WB 2010-01-01, ETH2016AB 2011-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            AC after White, 24         | 1960-01-01 | MH 2010-01-01, ETH2016WB 2010-01-01, ETH2016AC 2011-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            AI after White, 24         | 1960-01-01 | MH 2010-01-01, ETH2016WB 2010-01-01, ETH2016AI 2011-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            AO after White, 24         | 1960-01-01 | MH 2010-01-01, ETH2016WB 2010-01-01, ETH2016AO 2011-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            AP after White, 24         | 1960-01-01 | MH 2010-01-01, ETH2016WB 2010-01-01, ETH2016AP 2011-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            BA after White, 24         | 1960-01-01 | MH 2010-01-01, ETH2016WB 2010-01-01, ETH2016BA 2011-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            BC after White, 24         | 1960-01-01 | MH 2010-01-01, ETH2016WB 2010-01-01, ETH2016BC 2011-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            BO after White, 24         | 1960-01-01 | MH 2010-01-01, ETH2016WB 2010-01-01, ETH2016BO 2011-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            MO after White, 24         | 1960-01-01 | MH 2010-01-01, ETH2016WB 2010-01-01, ETH2016MO 2011-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            MWA after White, 24        | 1960-01-01 | MH 2010-01-01, ETH2016WB 2010-01-01, ETH2016MWA 2011-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            MWBA after White, 24       | 1960-01-01 | MH 2010-01-01, ETH2016WB 2010-01-01, ETH2016MWBA 2011-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            MWBC after White, 24       | 1960-01-01 | MH 2010-01-01, ETH2016WB 2010-01-01, ETH2016MWBC 2011-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            OA after White, 24         | 1960-01-01 | MH 2010-01-01, ETH2016WB 2010-01-01, ETH2016OA 2011-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            OO after White, 24         | 1960-01-01 | MH 2010-01-01, ETH2016WB 2010-01-01, ETH2016OO 2011-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            White after Asian, 24      | 1960-01-01 | MH 2010-01-01, ETH2016AI 2010-01-01, ETH2016WB 2011-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            both on a day, 24          | 1960-01-01 | MH 2010-01-01, ETH2016AI 2010-01-01, ETH2016WB 2010-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            Asian, White, Asian, 24    | 1960-01-01 | MH 2010-01-01, ETH2016AI 2010-01-01, ETH2016WB 2011-01-01, ETH2016AI 2012-01-01, BMIVAL 24 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            overweight by code         | 1960-01-01 | MH 2010-01-01, BMIOVER 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            obese by code              | 1960-01-01 | MH 2010-01-01, BMIOBESE 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            30 or more by code         | 1960-01-01 | MH 2010-01-01, BMI30 2020-01-01, CHOL2 5 2024-03-31, {{rest}}  | outstanding | outstanding
            40 or more by code         | 1960-01-01 | MH 2010-01-01, LBMI40 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            healthy by code            | 1960-01-01 | MH 2010-01-01, BMIHEALTHY 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            underweight by code        | 1960-01-01 | MH 2010-01-01, BMIUNDER 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            30, then healthy           | 1960-01-01 | MH 2010-01-01, BMIVAL 30 2020-01-01, BMIHEALTHY 2020-01-02, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            30, then underweight       | 1960-01-01 | MH 2010-01-01, BMIVAL 30 2020-01-01, BMIUNDER 2020-01-02, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            overweight, then 22        | 1960-01-01 | MH 2010-01-01, BMIOVER 2020-01-01, BMIVAL 22 2020-01-02, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            22, then overweight        | 1960-01-01 | MH 2010-01-01, BMIVAL 22 2020-01-01, BMIOVER 2020-01-02, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            overweight and 22 on a day | 1960-01-01 | MH 2010-01-01, BMIOVER 2020-01-01, BMIVAL 22 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            healthy and 30 on a day    | 1960-01-01 | MH 2010-01-01, BMIHEALTHY 2020-01-01, BMIVAL 30 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            30, then 22                | 1960-01-01 | MH 2010-01-01, BMIVAL 30 2015-01-01, BMIVAL 22 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            30 and 22 on a day         | 1960-01-01 | MH 2010-01-01, BMIVAL 30 2020-01-01, BMIVAL 22 2020-01-01, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            healthy, 30, healthy       | 1960-01-01 | MH 2010-01-01, BMIHEALTHY 2012-01-01, BMIVAL 30 2020-01-01, BMIHEALTHY 2021-01-01, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            overweight twice           | 1960-01-01 | MH 2010-01-01, BMIOVER 2012-01-01, BMIOVER 2021-01-01, CHOL2 5 2024-03-31, {{rest}} | outstanding | outstanding
            30 without value last      | 1960-01-01 | MH 2010-01-01, BMIVAL 22 2020-01-01, BMIVAL 2021-01-01, CHOL2 5 2024-03-31, {{rest}} | achieved    | {{six}}
            """).AlsoIn("2025-26", "2026-27");
    }
}
