namespace QofFhir.Tests.Spec;

/// <summary>What the diabetes indicators of care given have in common: DM006, DM012, DM014, DM018, DM022, DM023, DM034, DM035, DM037.</summary>
internal static class DiabetesTailSpec
{
    private const string Unseen = "DM014 leaves out who was diagnosed in the last 9 months without a referral, and a referral of that time achieves";

    private const string WithoutVessels = "DM006 DM012 DM014 DM018 DM022 DM034 DM037";

    private const string WithVessels = "DM023 DM035";

    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("DM014 DIAG1_DAT: never", Unseen),
        ("DM014 DIAG1_DAT: *as AtLeast", Unseen),
        ("DM014 DIAG1_DAT: *Month by*", Unseen),
        ("DMINVITE3: other end", "only its presence is asked"),
    ];

    private static readonly string[] EveryYear = ["2018-19", "2019-20", "2024-25", "2025-26", "2026-27"];

    private static readonly string Adjustments = """
        patient          | born       | registered | events                                                        | all
        nothing done     | 1960-01-01 | 2001-01-01 | ILL                                                           | outstanding
        PCAPU 31 March   | 1960-01-01 | 2001-01-01 | ILL, DMPCAPU 2026-03-31                                       | outstanding
        PCAPU 1 April    | 1960-01-01 | 2001-01-01 | ILL, DMPCAPU 2026-04-01                                       | adjusted DMPCAPU
        PCAPU again      | 1960-01-01 | 2001-01-01 | ILL, DMPCAPU 2020-04-01, DMPCAPU 2026-05-01                   | adjusted DMPCAPU
        PCADEC 31 March  | 1960-01-01 | 2001-01-01 | ILL, DMPCADEC 2026-03-31                                      | outstanding
        PCADEC 1 April   | 1960-01-01 | 2001-01-01 | ILL, DMPCADEC 2026-04-01                                      | adjusted DMPCADEC
        PCADEC again     | 1960-01-01 | 2001-01-01 | ILL, DMPCADEC 2020-04-01, DMPCADEC 2026-05-01                 | adjusted DMPCADEC
        invited once     | 1960-01-01 | 2001-01-01 | ILL, DMINVITE 2026-05-01                                      | outstanding
        here 31 December | 1960-01-01 | 2026-12-31 | ILL                                                           | outstanding
        here 1 January   | 1960-01-01 | 2027-01-01 | ILL                                                           | adjusted REG1_DAT3
        unsuitable first | 1960-01-01 | 2027-01-01 | ILL, DMPCAPU 2026-05-01, DMPCADEC 2026-05-01                  | adjusted DMPCAPU
        declined first   | 1960-01-01 | 2027-01-01 | ILL, DMPCADEC 2026-05-01, DMINVITE 2026-05-01, DMINVITE 2026-05-08, DMINVITE 2026-05-15 | adjusted DMPCADEC
        invited first    | 1960-01-01 | 2027-01-01 | ILL, DMINVITE 2026-05-01, DMINVITE 2026-05-08, DMINVITE 2026-05-15 | adjusted DMINVITE
        """;

    private static readonly string TwoInvitations = """
        patient            | born       | events                                       | all
        same day           | 1960-01-01 | ILL, DMINVITE 2026-05-01, DMINVITE 2026-05-01 | outstanding
        6 days apart       | 1960-01-01 | ILL, DMINVITE 2026-05-01, DMINVITE 2026-05-07 | outstanding
        7 days apart       | 1960-01-01 | ILL, DMINVITE 2026-05-01, DMINVITE 2026-05-08 | adjusted DMINVITE
        first before April | 1960-01-01 | ILL, DMINVITE 2026-03-31, DMINVITE 2026-04-07 | outstanding
        first on 1 April   | 1960-01-01 | ILL, DMINVITE 2026-04-01, DMINVITE 2026-04-08 | adjusted DMINVITE
        """;

    private static readonly string ThreeInvitations = """
        patient             | born       | events                                                                | all
        two                 | 1960-01-01 | ILL, DMINVITE 2026-05-01, DMINVITE 2026-05-08                         | outstanding
        6 and 7 days apart  | 1960-01-01 | ILL, DMINVITE 2026-05-01, DMINVITE 2026-05-07, DMINVITE 2026-05-14    | outstanding
        7 and 6 days apart  | 1960-01-01 | ILL, DMINVITE 2026-05-01, DMINVITE 2026-05-08, DMINVITE 2026-05-14    | outstanding
        7 and 7 days apart  | 1960-01-01 | ILL, DMINVITE 2026-05-01, DMINVITE 2026-05-08, DMINVITE 2026-05-15    | adjusted DMINVITE
        a fourth in between | 1960-01-01 | ILL, DMINVITE 2026-05-01, DMINVITE 2026-05-07, DMINVITE 2026-05-08, DMINVITE 2026-05-15 | adjusted DMINVITE
        first before April  | 1960-01-01 | ILL, DMINVITE 2026-03-31, DMINVITE 2026-04-07, DMINVITE 2026-04-14    | outstanding
        first on 1 April    | 1960-01-01 | ILL, DMINVITE 2026-04-01, DMINVITE 2026-04-08, DMINVITE 2026-04-15    | adjusted DMINVITE
        """;

    private static readonly string NewDiagnoses = """
        patient         | born       | registered | events                                | all
        31 December     | 1960-01-01 | 2001-01-01 | DM 2026-12-31, TOO                    | outstanding
        1 January       | 1960-01-01 | 2001-01-01 | DM 2027-01-01, TOO                    | adjusted DIAG1_DAT
        coded again     | 1960-01-01 | 2001-01-01 | DM 2010-01-01, DM 2027-01-01, TOO     | outstanding
        diagnosed first | 1960-01-01 | 2027-01-01 | DM 2027-01-01, TOO                    | adjusted DIAG1_DAT
        invited first   | 1960-01-01 | 2001-01-01 | DM 2027-01-01, TOO, DMINVITE 2026-05-01, DMINVITE 2026-05-08, DMINVITE 2026-05-15 | adjusted DMINVITE
        """;

    public static readonly SpecTable[] The_adjustments_of_every_diabetes_indicator = SharedRows.For(Ill(Adjustments), WithoutVessels, EveryYear);

    public static readonly SpecTable[] The_same_adjustments_with_cardiovascular_disease = SharedRows.For(IllAndCvd(Adjustments), WithVessels, EveryYear[1..]);

    public static readonly SpecTable[] Two_invitations_seven_days_apart = SharedRows.For(Ill(TwoInvitations), WithoutVessels, EveryYear[1..]);

    public static readonly SpecTable[] Two_invitations_with_cardiovascular_disease = SharedRows.For(IllAndCvd(TwoInvitations), WithVessels, EveryYear[1..]);

    public static readonly SpecTable[] To_2018_19_three_invitations = SharedRows.For(Ill(ThreeInvitations), WithoutVessels, "2018-19");

    public static readonly SpecTable[] New_on_the_register_in_the_last_three_months =
        SharedRows.For(NewDiagnoses.Replace("TOO", "PRT 2026-01-01", StringComparison.Ordinal), "DM006 DM012 DM018 DM022 DM034 DM037", EveryYear);

    public static readonly SpecTable[] New_on_the_register_with_cardiovascular_disease =
        SharedRows.For(NewDiagnoses.Replace("TOO", "CHD 2015-01-01", StringComparison.Ordinal), WithVessels, EveryYear[1..]);

    private static string Ill(string rows) => rows.Replace("ILL", "DM 2026-01-01, PRT 2026-01-01", StringComparison.Ordinal);

    private static string IllAndCvd(string rows) => rows.Replace("ILL", "DM 2026-01-01, CHD 2015-01-01", StringComparison.Ordinal);
}
