namespace QofFhir.Tests.Spec;

/// <summary>CHOL004: the last LDL cholesterol 2.0 mmol/L or less; without LDL that day, non-HDL cholesterol 2.6 or less.</summary>
internal static class LipidTargetSpec
{
    public static readonly SpecTable[] LDL_decides_and_without_it_non_HDL = HeartPressureSpec.FromRules49("""
        patient             | born       | events                                                                 | CHOL004
        none                | 1960-01-01 | CHD 2010-01-01                                                         | outstanding
        LDL 2.0             | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 2.0 2025-09-01                                | achieved
        LDL 2.1             | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 2.1 2025-09-01                                | outstanding
        LDL without value   | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 2025-09-01                                    | outstanding
        non-HDL 2.6         | 1960-01-01 | CHD 2010-01-01, NONHDLCCHOL 2.6 2025-09-01                             | achieved
        non-HDL 2.7         | 1960-01-01 | CHD 2010-01-01, NONHDLCCHOL 2.7 2025-09-01                             | outstanding
        one day, LDL high   | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 2.4 2025-09-01, NONHDLCCHOL 2.5 2025-09-01    | outstanding
        one day, LDL good   | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 2.0 2025-09-01, NONHDLCCHOL 3.5 2025-09-01    | achieved
        non-HDL later, good | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 2.4 2025-09-01, NONHDLCCHOL 2.5 2025-09-02    | achieved
        non-HDL later, high | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 1.5 2025-09-01, NONHDLCCHOL 3.5 2025-09-02    | outstanding
        LDL later, high     | 1960-01-01 | CHD 2010-01-01, NONHDLCCHOL 2.5 2025-09-01, LDLCCHOL 2.4 2025-09-02    | outstanding
        LDL good, then high | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 1.5 2025-09-01, LDLCCHOL 2.4 2025-09-02       | outstanding
        LDL high, then good | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 2.4 2025-09-01, LDLCCHOL 1.5 2025-09-02       | achieved
        non-HDL, then high  | 1960-01-01 | CHD 2010-01-01, NONHDLCCHOL 2.5 2025-09-01, NONHDLCCHOL 3.5 2025-09-02 | outstanding
        LDL twice a day     | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 3.5 2025-09-01, LDLCCHOL 1.5 2025-09-01       | achieved
        non-HDL twice a day | 1960-01-01 | CHD 2010-01-01, NONHDLCCHOL 3.5 2025-09-01, NONHDLCCHOL 2.5 2025-09-01 | achieved
        LDL in March        | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 1.5 2025-03-31                                | outstanding
        LDL in April        | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 1.5 2025-04-01                                | achieved
        non-HDL in March    | 1960-01-01 | CHD 2010-01-01, NONHDLCCHOL 1.5 2025-03-31                             | outstanding
        non-HDL in April    | 1960-01-01 | CHD 2010-01-01, NONHDLCCHOL 1.5 2025-04-01                             | achieved
        """);

    public static readonly SpecTable[] Codes_count_for_twelve_months = HeartPressureSpec.FromRules49("""
        patient           | born       | events                                                       | CHOL004
        maximum, March    | 1960-01-01 | CHD 2010-01-01, CHOLMAX 2025-03-31                           | outstanding
        maximum, April    | 1960-01-01 | CHD 2010-01-01, CHOLMAX 2025-04-01                           | adjusted CHOLMAX
        unsuitable, March | 1960-01-01 | CHD 2010-01-01, CHOLPCAPU 2025-03-31                         | outstanding
        unsuitable, April | 1960-01-01 | CHD 2010-01-01, CHOLPCAPU 2025-04-01                         | adjusted CHOLPCAPU
        unsuitable, twice | 1960-01-01 | CHD 2010-01-01, CHOLPCAPU 2015-04-01, CHOLPCAPU 2026-03-31   | adjusted CHOLPCAPU
        no test, March    | 1960-01-01 | CHD 2010-01-01, CHOLDEC 2025-03-31                           | outstanding
        no test, April    | 1960-01-01 | CHD 2010-01-01, CHOLDEC 2025-04-01                           | adjusted CHOLDEC
        no test, twice    | 1960-01-01 | CHD 2010-01-01, CHOLDEC 2015-04-01, CHOLDEC 2026-03-31       | adjusted CHOLDEC
        declined, March   | 1960-01-01 | CHD 2010-01-01, CHOLPCADEC 2025-03-31                        | outstanding
        declined, April   | 1960-01-01 | CHD 2010-01-01, CHOLPCADEC 2025-04-01                        | adjusted CHOLPCADEC
        declined, twice   | 1960-01-01 | CHD 2010-01-01, CHOLPCADEC 2015-04-01, CHOLPCADEC 2026-03-31 | adjusted CHOLPCADEC
        new disease       | 1960-01-01 | CHD 2026-01-01                                               | outstanding
        """);

    public static readonly SpecTable[] Two_invitations_seven_days_apart = HeartPressureSpec.FromRules49("""
        patient           | born       | events                                                                                   | CHOL004
        one               | 1960-01-01 | CHD 2010-01-01, CHOLINVITE 2025-05-01                                                    | outstanding
        day 6             | 1960-01-01 | CHD 2010-01-01, CHOLINVITE 2025-05-01, CHOLINVITE 2025-05-07                             | outstanding
        day 7             | 1960-01-01 | CHD 2010-01-01, CHOLINVITE 2025-05-01, CHOLINVITE 2025-05-08                             | adjusted CHOLINVITE
        last year's value | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 1.5 2025-03-31, CHOLINVITE 2025-04-01, CHOLINVITE 2025-04-08    | adjusted CHOLINVITE
        high after        | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 3.5 2025-05-10, CHOLINVITE 2025-05-01, CHOLINVITE 2025-06-01    | outstanding
        high that day     | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 3.5 2025-05-01, CHOLINVITE 2025-05-01, CHOLINVITE 2025-06-01    | outstanding
        high before       | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 3.5 2025-04-30, CHOLINVITE 2025-05-01, CHOLINVITE 2025-06-01    | adjusted CHOLINVITE
        non-HDL before    | 1960-01-01 | CHD 2010-01-01, NONHDLCCHOL 3.5 2025-04-30, CHOLINVITE 2025-05-01, CHOLINVITE 2025-06-01 | adjusted CHOLINVITE
        high in April     | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 3.5 2025-04-20, CHOLINVITE 2025-04-10, CHOLINVITE 2025-05-01    | outstanding
        """);

    public static readonly SpecTable[] Invited_after_a_value_that_is_only_known_to_be_high = HeartPressureSpec.FromRules49("""
        patient             | born       | events                                                                                                               | CHOL004
        LDL 2.0 or more     | 1960-01-01 | CHD 2010-01-01, LDLCCHOL >=2.0 2025-04-30, CHOLINVITE 2025-05-01, CHOLINVITE 2025-06-01                              | outstanding
        LDL above 2.0       | 1960-01-01 | CHD 2010-01-01, LDLCCHOL >2.0 2025-04-30, CHOLINVITE 2025-05-01, CHOLINVITE 2025-06-01                               | adjusted CHOLINVITE
        LDL below 4         | 1960-01-01 | CHD 2010-01-01, LDLCCHOL <4 2025-04-30, CHOLINVITE 2025-05-01, CHOLINVITE 2025-06-01                                 | outstanding
        non-HDL 2.6 or more | 1960-01-01 | CHD 2010-01-01, NONHDLCCHOL >=2.6 2025-04-30, CHOLINVITE 2025-05-01, CHOLINVITE 2025-06-01                           | outstanding
        non-HDL above 2.6   | 1960-01-01 | CHD 2010-01-01, NONHDLCCHOL >2.6 2025-04-30, CHOLINVITE 2025-05-01, CHOLINVITE 2025-06-01                            | adjusted CHOLINVITE
        non-HDL below 4     | 1960-01-01 | CHD 2010-01-01, NONHDLCCHOL <4 2025-04-30, CHOLINVITE 2025-05-01, CHOLINVITE 2025-06-01                              | outstanding
        one day, LDL below  | 1960-01-01 | CHD 2010-01-01, LDLCCHOL <4 2025-04-30, NONHDLCCHOL 3.5 2025-04-30, CHOLINVITE 2025-05-01, CHOLINVITE 2025-06-01     | outstanding
        later non-HDL high  | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 1.5 2025-04-29, NONHDLCCHOL 3.5 2025-04-30, CHOLINVITE 2025-05-01, CHOLINVITE 2025-06-01    | adjusted CHOLINVITE
        later non-HDL below | 1960-01-01 | CHD 2010-01-01, LDLCCHOL 3.5 2025-04-29, NONHDLCCHOL <4 2025-04-30, CHOLINVITE 2025-05-01, CHOLINVITE 2025-06-01     | outstanding
        """);

    public static readonly SpecTable[] The_upper_row_decides = HeartPressureSpec.FromRules49("""
        patient    | born       | registered | events                                                                              | CHOL004
        30 June    | 1960-01-01 | 2025-06-30 | CHD 2010-01-01                                                                      | outstanding
        1 July     | 1960-01-01 | 2025-07-01 | CHD 2010-01-01                                                                      | adjusted REG1_DAT9
        invited    | 1960-01-01 | 2025-07-01 | CHD 2010-01-01, CHOLINVITE 2025-08-01, CHOLINVITE 2025-09-01                        | adjusted CHOLINVITE
        declined   | 1960-01-01 | 2025-07-01 | CHD 2010-01-01, CHOLINVITE 2025-08-01, CHOLINVITE 2025-09-01, CHOLPCADEC 2025-09-01 | adjusted CHOLPCADEC
        no test    | 1960-01-01 | 2025-07-01 | CHD 2010-01-01, CHOLDEC 2025-09-01, CHOLPCADEC 2025-09-01                           | adjusted CHOLDEC
        unsuitable | 1960-01-01 | 2025-07-01 | CHD 2010-01-01, CHOLPCAPU 2025-09-01, CHOLDEC 2025-09-01                            | adjusted CHOLPCAPU
        maximum    | 1960-01-01 | 2025-07-01 | CHD 2010-01-01, CHOLMAX 2025-09-01, CHOLPCAPU 2025-09-01                            | adjusted CHOLMAX
        achieved   | 1960-01-01 | 2025-07-01 | CHD 2010-01-01, CHOLMAX 2025-09-01, LDLCCHOL 1.5 2025-09-01                         | achieved
        """);
}
