namespace QofFhir.Tests.Spec;

/// <summary>OB004: referred within 90 days of a raised reading of the year.</summary>
internal static class ObesityReferralSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("REFBMI*: highest for lowest", "only the day is asked"),
    ];

    public static readonly SpecTable The_referral_answers_a_raised_reading_of_the_90_days_before_it = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient                | born       | events                                                                   | OB004
        same day               | 1960-01-01 | BMIVAL 31 2026-05-01, WTMGREF 2026-05-01                                 | achieved
        90 days later          | 1960-01-01 | BMIVAL 31 2026-05-01, WTMGREF 2026-07-30                                 | achieved
        91 days later          | 1960-01-01 | BMIVAL 31 2026-05-01, WTMGREF 2026-07-31                                 | outstanding
        a day early            | 1960-01-01 | BMIVAL 31 2026-05-01, WTMGREF 2026-04-30                                 | outstanding
        weighed again since    | 1960-01-01 | BMIVAL 31 2026-05-01, WTMGREF 2026-05-10, BMIVAL 30 2027-02-01           | achieved
        weighed twice before   | 1960-01-01 | BMIVAL 31 2026-03-20, BMIVAL 31 2026-04-10, WTMGREF 2026-05-01           | achieved
        reading of last year   | 1960-01-01 | BMIVAL 31 2026-03-31, WTMGREF 2026-05-01, BMIVAL 31 2026-12-01           | outstanding
        reading of 1 April     | 1960-01-01 | BMIVAL 31 2026-04-01, WTMGREF 2026-05-01, BMIVAL 31 2026-12-01           | achieved
        30 then                | 1960-01-01 | BMIVAL 30 2026-05-01, WTMGREF 2026-05-10                                 | achieved
        29.9 then, 31 now      | 1960-01-01 | BMIVAL 29.9 2026-05-01, WTMGREF 2026-05-10, BMIVAL 31 2026-12-01         | outstanding
        28 of unknown group    | 1960-01-01 | BMIVAL 28 2026-05-01, WTMGREF 2026-05-10, BMIVAL 31 2026-12-01           | outstanding
        lost weight since      | 1960-01-01 | BMIVAL 31 2026-05-01, WTMGREF 2026-05-10, BMIVAL 28 2026-12-01           | -
        AI, same day           | 1960-01-01 | ETH2016AI 2001-01-01, BMIVAL 28 2026-05-01, WTMGREF 2026-05-01           | achieved
        AI, 27.4 then          | 1960-01-01 | ETH2016AI 2001-01-01, BMIVAL 27.4 2026-05-01, WTMGREF 2026-05-01, BMIVAL 28 2026-12-01 | outstanding
        AI, 90 days later      | 1960-01-01 | ETH2016AI 2001-01-01, BMIVAL 27.5 2026-05-01, WTMGREF 2026-07-30         | achieved
        AI, 91 days later      | 1960-01-01 | ETH2016AI 2001-01-01, BMIVAL 28 2026-05-01, WTMGREF 2026-07-31           | outstanding
        AI, a day early        | 1960-01-01 | ETH2016AI 2001-01-01, BMIVAL 28 2026-05-01, WTMGREF 2026-04-30           | outstanding
        AI, weighed twice      | 1960-01-01 | ETH2016AI 2001-01-01, BMIVAL 28 2026-03-20, BMIVAL 28 2026-04-10, WTMGREF 2026-05-01 | achieved
        AI, of last year       | 1960-01-01 | ETH2016AI 2001-01-01, BMIVAL 28 2026-03-31, WTMGREF 2026-05-01, BMIVAL 28 2026-12-01 | outstanding
        AI, then WB            | 1960-01-01 | ETH2016AI 2001-01-01, ETH2016WB 2002-01-01, BMIVAL 28 2026-05-01, WTMGREF 2026-05-10, BMIVAL 31 2026-12-01 | outstanding
        AI, of 1 April         | 1960-01-01 | ETH2016AI 2001-01-01, BMIVAL 28 2026-04-01, WTMGREF 2026-05-01           | achieved
        code, same day         | 1960-01-01 | BMI30 2026-05-01, WTMGREF 2026-05-01                                     | achieved
        code, 90 days later    | 1960-01-01 | BMI30 2026-05-01, WTMGREF 2026-07-30                                     | achieved
        code, 91 days later    | 1960-01-01 | BMI30 2026-05-01, WTMGREF 2026-07-31                                     | outstanding
        code, a day early      | 1960-01-01 | BMI30 2026-05-01, WTMGREF 2026-04-30                                     | outstanding
        code twice             | 1960-01-01 | BMI30 2026-03-20, BMI30 2026-04-10, WTMGREF 2026-05-01                   | achieved
        code of last year      | 1960-01-01 | BMI30 2026-03-31, WTMGREF 2026-05-01, BMI30 2026-12-01                   | outstanding
        code of 1 April        | 1960-01-01 | BMI30 2026-04-01, WTMGREF 2026-05-01                                     | achieved
        referred long ago too  | 1960-01-01 | BMIVAL 31 2026-05-01, WTMGREF 2024-12-01, WTMGREF 2026-05-10             | achieved
        """);

    public static readonly SpecTable Who_was_referred_in_the_year_before_is_left_out = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient          | born       | events                                                                 | OB004
        31 March 2025    | 1960-01-01 | BMIVAL 31 2026-05-01, WTMGREF 2025-03-31                               | outstanding
        1 April 2025     | 1960-01-01 | BMIVAL 31 2026-05-01, WTMGREF 2025-04-01                               | excluded WTMGREF24M
        31 March 2026    | 1960-01-01 | BMIVAL 31 2026-05-01, WTMGREF 2026-03-31                               | excluded WTMGREF24M
        1 April 2026     | 1960-01-01 | BMIVAL 31 2026-05-01, WTMGREF 2026-04-01                               | outstanding
        long ago and now | 1960-01-01 | BMIVAL 31 2026-05-01, WTMGREF 2020-04-01, WTMGREF 2025-05-01           | excluded WTMGREF24M
        and again now    | 1960-01-01 | BMIVAL 31 2026-05-01, WTMGREF 2025-05-01, WTMGREF 2026-05-10           | excluded WTMGREF24M
        """);

    public static readonly SpecTable The_adjustments_in_their_order = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient           | born       | registered | events                                                          | OB004
        WTMGPU 31 March   | 1960-01-01 | 2001-01-01 | BMIVAL 31 2026-05-01, WTMGPU 2026-03-31                         | outstanding
        WTMGPU 1 April    | 1960-01-01 | 2001-01-01 | BMIVAL 31 2026-05-01, WTMGPU 2026-04-01                         | adjusted WTMGPU
        WTMGPU again      | 1960-01-01 | 2001-01-01 | BMIVAL 31 2026-05-01, WTMGPU 2020-04-01, WTMGPU 2026-05-01      | adjusted WTMGPU
        WTMGSU 31 March   | 1960-01-01 | 2001-01-01 | BMIVAL 31 2026-05-01, WTMGSU 2026-03-31                         | outstanding
        WTMGSU 1 April    | 1960-01-01 | 2001-01-01 | BMIVAL 31 2026-05-01, WTMGSU 2026-04-01                         | adjusted WTMGSU
        WTMGSU again      | 1960-01-01 | 2001-01-01 | BMIVAL 31 2026-05-01, WTMGSU 2020-04-01, WTMGSU 2026-05-01      | adjusted WTMGSU
        PCAPU 31 March    | 1960-01-01 | 2001-01-01 | BMIVAL 31 2026-05-01, OBPCAPU 2026-03-31                        | outstanding
        PCAPU 1 April     | 1960-01-01 | 2001-01-01 | BMIVAL 31 2026-05-01, OBPCAPU 2026-04-01                        | adjusted OBPCAPU
        PCAPU again       | 1960-01-01 | 2001-01-01 | BMIVAL 31 2026-05-01, OBPCAPU 2020-04-01, OBPCAPU 2026-05-01    | adjusted OBPCAPU
        declined 31 March | 1960-01-01 | 2001-01-01 | BMIVAL 31 2026-05-01, WTMGREFDEC 2026-03-31                     | outstanding
        declined 1 April  | 1960-01-01 | 2001-01-01 | BMIVAL 31 2026-05-01, WTMGREFDEC 2026-04-01                     | adjusted WTMGREFDEC
        declined again    | 1960-01-01 | 2001-01-01 | BMIVAL 31 2026-05-01, WTMGREFDEC 2020-04-01, WTMGREFDEC 2026-05-01 | adjusted WTMGREFDEC
        PCADEC 31 March   | 1960-01-01 | 2001-01-01 | BMIVAL 31 2026-05-01, OBPCADEC 2026-03-31                       | outstanding
        PCADEC 1 April    | 1960-01-01 | 2001-01-01 | BMIVAL 31 2026-05-01, OBPCADEC 2026-04-01                       | adjusted OBPCADEC
        PCADEC again      | 1960-01-01 | 2001-01-01 | BMIVAL 31 2026-05-01, OBPCADEC 2020-04-01, OBPCADEC 2026-05-01  | adjusted OBPCADEC
        here 31 December  | 1960-01-01 | 2026-12-31 | BMIVAL 31 2026-05-01                                            | outstanding
        here 1 January    | 1960-01-01 | 2027-01-01 | BMIVAL 31 2026-05-01                                            | adjusted REG1_DAT3
        referred as well  | 1960-01-01 | 2027-01-01 | BMIVAL 31 2026-05-01, WTMGREF 2026-05-01, WTMGREFDEC 2026-06-01 | achieved
        unsuitable first  | 1960-01-01 | 2027-01-01 | BMIVAL 31 2026-05-01, WTMGPU 2026-05-01, WTMGSU 2026-05-01      | adjusted WTMGPU
        no service first  | 1960-01-01 | 2027-01-01 | BMIVAL 31 2026-05-01, WTMGSU 2026-05-01, OBPCAPU 2026-05-01     | adjusted WTMGSU
        PCAPU first       | 1960-01-01 | 2027-01-01 | BMIVAL 31 2026-05-01, OBPCAPU 2026-05-01, WTMGREFDEC 2026-05-01 | adjusted OBPCAPU
        declined first    | 1960-01-01 | 2027-01-01 | BMIVAL 31 2026-05-01, WTMGREFDEC 2026-05-01, OBPCADEC 2026-05-01 | adjusted WTMGREFDEC
        """);
}
