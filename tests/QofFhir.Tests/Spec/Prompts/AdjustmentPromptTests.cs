namespace QofFhir.Tests.Spec.Prompts;

/// <summary>What a prompt says for each of the six reasons of an adjustment, on both sides of the edges of its row.</summary>
public sealed class AdjustmentPromptTests
{
    private const string Year = "qof-england-2026-27";

    [Fact]
    public void Did_not_respond_from_the_second_of_two_invitations_seven_days_apart() => PromptTable.Hold(Year, "2026-11-01", """
        patient              | born       | events                                                               | AF006
        not invited          | 1956-07-01 | AFIB 2020-06-01                                                      | outstanding
        once                 | 1956-07-01 | AFIB 2020-06-01, AFIBINVITE 2026-05-01                               | outstanding
        again on day 6       | 1956-07-01 | AFIB 2020-06-01, AFIBINVITE 2026-05-01, AFIBINVITE 2026-05-07        | outstanding
        again on day 7       | 1956-07-01 | AFIB 2020-06-01, AFIBINVITE 2026-05-01, AFIBINVITE 2026-05-08        | adjusted AFIBINV1 2026-05-08, did not respond
        first on 31 March    | 1956-07-01 | AFIB 2020-06-01, AFIBINVITE 2026-03-31, AFIBINVITE 2026-04-07        | outstanding
        first on 1 April     | 1956-07-01 | AFIB 2020-06-01, AFIBINVITE 2026-04-01, AFIBINVITE 2026-04-08        | adjusted AFIBINV1 2026-04-08, did not respond
        again today          | 1956-07-01 | AFIB 2020-06-01, AFIBINVITE 2026-05-01, AFIBINVITE 2026-11-01        | adjusted AFIBINV1 2026-11-01, did not respond
        again tomorrow       | 1956-07-01 | AFIB 2020-06-01, AFIBINVITE 2026-05-01, AFIBINVITE 2026-11-02        | outstanding
        came in the end      | 1956-07-01 | AFIB 2020-06-01, AFIBINVITE 2026-05-01, AFIBINVITE 2026-05-08, CHADVASC 1 2026-10-20 | achieved until 2027-10-20
        """);

    [Fact]
    public void Chose_not_to_in_this_year_and_not_in_the_last() => PromptTable.Hold(Year, "2026-11-01", """
        patient                  | born       | events                                                                | DM020
        31 March                 | 1966-07-01 | DM 2020-06-01, BLDTESTDEC 2026-03-31                                  | outstanding
        1 April                  | 1966-07-01 | DM 2020-06-01, BLDTESTDEC 2026-04-01                                  | adjusted BLDTESTDEC 2026-04-01, patient chose not to
        today                    | 1966-07-01 | DM 2020-06-01, BLDTESTDEC 2026-11-01                                  | adjusted BLDTESTDEC 2026-11-01, patient chose not to
        tomorrow                 | 1966-07-01 | DM 2020-06-01, BLDTESTDEC 2026-11-02                                  | outstanding
        twice                    | 1966-07-01 | DM 2020-06-01, BLDTESTDEC 2026-05-01, BLDTESTDEC 2026-09-01           | adjusted BLDTESTDEC 2026-09-01, patient chose not to
        in date by a day         | 1966-07-01 | DM 2020-06-01, BLDTESTDEC 2026-09-01, IFCCHBAM 50 2025-11-02          | adjusted BLDTESTDEC 2026-09-01, patient chose not to, in date until 2026-11-02
        late since today         | 1966-07-01 | DM 2020-06-01, BLDTESTDEC 2026-09-01, IFCCHBAM 50 2025-11-01          | adjusted BLDTESTDEC 2026-09-01, patient chose not to
        tested after all         | 1966-07-01 | DM 2020-06-01, BLDTESTDEC 2026-09-01, IFCCHBAM 58 2026-09-02          | achieved until 2027-09-02
        tested, and not as hoped | 1966-07-01 | DM 2020-06-01, BLDTESTDEC 2026-09-01, IFCCHBAM 59 2026-09-02          | adjusted BLDTESTDEC 2026-09-01, patient chose not to
        severe frailty           | 1966-07-01 | DM 2020-06-01, BLDTESTDEC 2026-09-01, SEVFRAIL 2026-09-01             | excluded MDSEVFRAIL
        no diabetes              | 1966-07-01 | BLDTESTDEC 2026-09-01                                                 | not in population
        """);

    [Fact]
    public void Unsuitable_for_good_or_for_a_year() => PromptTable.Hold(Year, "2026-11-01", """
        patient                  | born       | events                                                                            | HF009                                          | CHOL003
        allergic for years       | 1966-07-01 | HF 2020-06-01, REDEJCFRAC 2020-06-01, XLBB 2010-06-01                             | adjusted XLBB 2010-06-01, unsuitable           | not in population
        not tolerated, 31 March  | 1966-07-01 | HF 2020-06-01, REDEJCFRAC 2020-06-01, TXLBB 2026-03-31                            | outstanding                                    | not in population
        not tolerated, 1 April   | 1966-07-01 | HF 2020-06-01, REDEJCFRAC 2020-06-01, TXLBB 2026-04-01                            | adjusted TXLBB 2026-04-01, unsuitable          | not in population
        one of two               | 1966-07-01 | HF 2020-06-01, REDEJCFRAC 2020-06-01, XACE 2012-06-01                             | outstanding                                    | not in population
        two of two, the later    | 1966-07-01 | HF 2020-06-01, REDEJCFRAC 2020-06-01, XACE 2012-06-01, TXAII 2026-10-01           | adjusted XACE 2026-10-01, unsuitable           | not in population
        two of two, one lapsed   | 1966-07-01 | HF 2020-06-01, REDEJCFRAC 2020-06-01, XACE 2012-06-01, TXAII 2026-03-31           | outstanding                                    | not in population
        palliative care          | 1966-07-01 | CHD 2020-06-01, PALCARE 2026-10-20                                                | not in population                              | adjusted PALCARDAT2 2026-10-20, unsuitable
        no longer                | 1966-07-01 | CHD 2020-06-01, PALCARE 2026-10-20, PALCARENI 2026-10-21                          | not in population                              | outstanding
        palliative, on a statin  | 1966-07-01 | CHD 2020-06-01, PALCARE 2026-10-20, STAT 2026-10-21                               | not in population                              | achieved until 2027-04-21
        """);

    [Fact]
    public void Service_not_available_for_a_year_or_for_good() => PromptTable.Hold("qof-england-2019-20", "2019-11-01", """
        patient             | born       | events                                                       | COPD008                                                | DM014
        breathless          | 1956-07-01 | COPD 2012-06-01, MRC1 2019-06-01                             | outstanding                                            | not in population
        31 March            | 1956-07-01 | COPD 2012-06-01, MRC1 2019-06-01, PULRHBSU 2019-03-31        | outstanding                                            | not in population
        1 April             | 1956-07-01 | COPD 2012-06-01, MRC1 2019-06-01, PULRHBSU 2019-04-01        | adjusted PULRHBSU 2019-04-01, service not available    | not in population
        referred after all  | 1956-07-01 | COPD 2012-06-01, MRC1 2019-06-01, PULRHBSU 2019-04-01, PULRHBOFF 2019-10-01 | achieved until 2020-06-01               | not in population
        before diagnosis    | 1956-07-01 | DM 2018-08-01, DSEPSU 2018-07-31                             | not in population                                      | outstanding
        that day, last year | 1956-07-01 | DM 2018-08-01, DSEPSU 2018-08-01                             | not in population                                      | adjusted DSEPSU 2018-08-01, service not available
        day 279             | 1956-07-01 | DM 2018-08-01, DSEPSU 2019-05-07                             | not in population                                      | adjusted DSEPSU 2019-05-07, service not available
        day 280             | 1956-07-01 | DM 2018-08-01, DSEPSU 2019-05-08                             | not in population                                      | outstanding
        """);

    [Fact]
    public void Newly_diagnosed_in_the_last_quarter_or_nine_months() => PromptTable.Hold(Year, "2027-03-15", """
        patient                | born       | events                                              | AF006                                                                      | DM020
        31 December            | 1956-07-01 | AFIB 2026-12-31                                     | outstanding                                                                | not in population
        1 January              | 1956-07-01 | AFIB 2027-01-01                                     | adjusted DIAG1_DAT 2027-01-01, newly diagnosed, in time until 2027-04-01   | not in population
        30 January             | 1956-07-01 | AFIB 2027-01-30                                     | adjusted DIAG1_DAT 2027-01-30, newly diagnosed, in time until 2027-04-30   | not in population
        31 January             | 1956-07-01 | AFIB 2027-01-31                                     | adjusted DIAG1_DAT 2027-01-31, newly diagnosed, in time until 2027-05-01   | not in population
        today                  | 1956-07-01 | AFIB 2027-03-15                                     | adjusted DIAG1_DAT 2027-03-15, newly diagnosed, in time until 2027-06-15   | not in population
        tomorrow               | 1956-07-01 | AFIB 2027-03-16                                     | not in population                                                          | not in population
        scored in time         | 1956-07-01 | AFIB 2027-01-01, CHADVASC 1 2027-03-14              | achieved until 2028-03-14                                                  | not in population
        declined as well       | 1956-07-01 | AFIB 2027-01-01, AFIBPCADEC 2027-02-01              | adjusted AFIBPCADEC 2027-02-01, patient chose not to                       | not in population
        diabetes, 30 June      | 1966-07-01 | DM 2026-06-30                                       | not in population                                                          | outstanding
        diabetes, 1 July       | 1966-07-01 | DM 2026-07-01                                       | not in population                                                          | adjusted DIAG1_DT9M 2026-07-01, newly diagnosed, in time until 2027-04-01
        """);

    [Fact]
    public void Newly_registered_in_the_last_quarter_or_nine_months() => PromptTable.Hold(Year, "2027-03-15", """
        patient                | born       | registered | events                                 | AF006                                                                       | DM020
        31 December            | 1956-07-01 | 2026-12-31 | AFIB 2020-06-01                        | outstanding                                                                 | not in population
        1 January              | 1956-07-01 | 2027-01-01 | AFIB 2020-06-01                        | adjusted REG1_DAT3 2027-01-01, newly registered, in time until 2027-04-01   | not in population
        today                  | 1956-07-01 | 2027-03-15 | AFIB 2020-06-01                        | adjusted REG1_DAT3 2027-03-15, newly registered, in time until 2027-06-15   | not in population
        in date where she came | 1956-07-01 | 2027-01-01 | AFIB 2020-06-01, CHADVASC 1 2026-03-20 | adjusted REG1_DAT3 2027-01-01, newly registered, in date until 2027-03-20   | not in population
        diabetes, 30 June      | 1966-07-01 | 2026-06-30 | DM 2020-06-01                          | not in population                                                           | outstanding
        diabetes, 1 July       | 1966-07-01 | 2026-07-01 | DM 2020-06-01                          | not in population                                                           | adjusted REG1_DAT9 2026-07-01, newly registered, in time until 2027-04-01
        """);
}
