namespace QofFhir.Tests.Spec;

/// <summary>AST001 to AST004 of 2018/19 and 2019/20: the rows of AST007, AST008 and AST011 with the windows of their time.</summary>
internal static class AsthmaBefore2020Spec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("VARIABILITY: other end", "only its presence is asked"),
        ("RCPDSYMP: other end", "only its presence is asked"),
        ("RCPEXCER: other end", "only its presence is asked"),
        ("RCPSLP: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable[] The_register_has_no_age = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient             | born       | events                                                               | AST001      | AST002             | AST003      | AST004
        nothing             | 2003-01-01 |                                                                      | -           | -                  | -           | -
        on treatment        | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01                                    | on-register | outstanding        | outstanding | outstanding
        no drug             | 2003-01-01 | AST 2010-01-01                                                       | -           | -                  | -           | -
        no diagnosis        | 2003-01-01 | ASTTRT 2018-06-01                                                    | -           | -                  | -           | -
        drug 31 March       | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-03-31                                    | -           | -                  | -           | -
        drug 1 April        | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-04-01                                    | on-register | outstanding        | outstanding | outstanding
        drug last day       | 2003-01-01 | AST 2010-01-01, ASTTRT 2019-03-31                                    | on-register | outstanding        | outstanding | outstanding
        drug old and new    | 2003-01-01 | AST 2010-01-01, ASTTRT 2011-01-01, ASTTRT 2018-06-01                 | on-register | outstanding        | outstanding | outstanding
        resolved day before | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTRES 2009-12-31                 | on-register | outstanding        | outstanding | outstanding
        resolved same day   | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTRES 2010-01-01                 | -           | -                  | -           | -
        resolved day after  | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTRES 2010-01-02                 | -           | -                  | -           | -
        diagnosed again     | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTRES 2012-01-01, AST 2013-01-01 | on-register | outstanding        | outstanding | outstanding
        again the same day  | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTRES 2012-01-01, AST 2012-01-01 | -           | -                  | -           | -
        2 years old         | 2017-01-01 | AST 2018-04-10, ASTTRT 2018-06-01                                    | on-register | excluded PAT_AGEU8 | outstanding | excluded PAT_AGEU14
        """).AlsoIn("2019-20");

    public static readonly SpecTable[] The_test_of_AST002_is_asked_from_8_years_on = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient            | born       | events                                             | AST002
        8 today            | 2011-03-31 | AST 2010-01-01, ASTTRT 2018-06-01                  | outstanding
        8 tomorrow         | 2011-04-01 | AST 2010-01-01, ASTTRT 2018-06-01                  | excluded PAT_AGEU8
        8 tomorrow, tested | 2011-04-01 | AST 2010-01-01, ASTTRT 2018-06-01, PEFR 2018-06-01 | excluded PAT_AGEU8
        """).AlsoIn("2019-20");

    public static readonly SpecTable[] The_status_of_AST004_is_asked_from_14_to_19_years = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient                 | born       | events                                                                            | AST004
        14 today                | 2005-03-31 | AST 2010-01-01, ASTTRT 2018-06-01                                                 | outstanding
        14 tomorrow             | 2005-04-01 | AST 2010-01-01, ASTTRT 2018-06-01                                                 | excluded PAT_AGEU14
        20 today                | 1999-03-31 | AST 2010-01-01, ASTTRT 2018-06-01                                                 | excluded PAT_AGEO19
        20 tomorrow             | 1999-04-01 | AST 2010-01-01, ASTTRT 2018-06-01                                                 | outstanding
        20, known               | 1999-03-31 | AST 2010-01-01, ASTTRT 2018-06-01, SMOK 2018-06-01                                | excluded PAT_AGEO19
        13, known               | 2005-04-01 | AST 2010-01-01, ASTTRT 2018-06-01, SMOK 2018-06-01                                | excluded PAT_AGEU14
        SMOK 31 March           | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, SMOK 2018-03-31                                | outstanding
        SMOK 1 April            | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, SMOK 2018-04-01                                | achieved
        SMOK last day           | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, SMOK 2019-03-31                                | achieved
        SMOK day after          | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, SMOK 2019-04-01                                | outstanding
        SMOK old and new        | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, SMOK 2012-06-01, SMOK 2018-06-01               | achieved
        SMOKSTATDEC 31 March    | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, SMOKSTATDEC 2018-03-31                         | outstanding
        SMOKSTATDEC 1 April     | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, SMOKSTATDEC 2018-04-01                         | adjusted SMOKSTDEC
        SMOKSTATDEC last day    | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, SMOKSTATDEC 2019-03-31                         | adjusted SMOKSTDEC
        SMOKSTATDEC old and new | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, SMOKSTATDEC 2012-06-01, SMOKSTATDEC 2018-06-01 | adjusted SMOKSTDEC
        """).AlsoIn("2019-20");

    public static readonly SpecTable The_earliest_unresolved_diagnosis_is_of_1_April_2006_or_later_in_2018 = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient            | born       | events                                                                                                         | AST002
        31 March 2006      | 1980-01-01 | AST 2006-03-31, ASTTRT 2018-06-01, ASTTRT 2019-06-01                                                           | excluded DIAG_DAT06
        1 April 2006       | 1980-01-01 | AST 2006-04-01, ASTTRT 2018-06-01, ASTTRT 2019-06-01                                                           | outstanding
        coded again        | 1980-01-01 | AST 2005-01-01, AST 2008-01-01, ASTTRT 2018-06-01, ASTTRT 2019-06-01                                           | excluded DIAG_DAT06
        resolved and again | 1980-01-01 | AST 2000-01-01, ASTRES 2004-01-01, AST 2008-01-01, ASTTRT 2018-06-01, ASTTRT 2019-06-01                        | outstanding
        again before 2006  | 1980-01-01 | AST 2000-01-01, ASTRES 2004-01-01, AST 2005-01-01, AST 2008-01-01, ASTTRT 2018-06-01, ASTTRT 2019-06-01        | excluded DIAG_DAT06
        again on the day   | 1980-01-01 | AST 2004-01-01, ASTRES 2004-01-01, AST 2008-01-01, ASTTRT 2018-06-01, ASTTRT 2019-06-01                        | outstanding
        resolved twice     | 1980-01-01 | AST 2000-01-01, ASTRES 2001-01-01, AST 2002-01-01, ASTRES 2004-01-01, AST 2008-01-01, ASTTRT 2018-06-01, ASTTRT 2019-06-01 | outstanding
        """);

    public static readonly SpecTable The_earliest_unresolved_diagnosis_is_of_1_April_2006_or_later_in_2019 = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient            | born       | events                                                                                                         | AST002
        31 March 2006      | 1980-01-01 | AST 2006-03-31, ASTTRT 2018-06-01, ASTTRT 2019-06-01                                                           | excluded DIAG_DAT06
        1 April 2006       | 1980-01-01 | AST 2006-04-01, ASTTRT 2018-06-01, ASTTRT 2019-06-01                                                           | outstanding
        coded again        | 1980-01-01 | AST 2005-01-01, AST 2008-01-01, ASTTRT 2018-06-01, ASTTRT 2019-06-01                                           | excluded DIAG_DAT06
        resolved and again | 1980-01-01 | AST 2000-01-01, ASTRES 2004-01-01, AST 2008-01-01, ASTTRT 2018-06-01, ASTTRT 2019-06-01                        | outstanding
        again before 2006  | 1980-01-01 | AST 2000-01-01, ASTRES 2004-01-01, AST 2005-01-01, AST 2008-01-01, ASTTRT 2018-06-01, ASTTRT 2019-06-01        | excluded DIAG_DAT06
        again on the day   | 1980-01-01 | AST 2004-01-01, ASTRES 2004-01-01, AST 2008-01-01, ASTTRT 2018-06-01, ASTTRT 2019-06-01                        | outstanding
        resolved twice     | 1980-01-01 | AST 2000-01-01, ASTRES 2001-01-01, AST 2002-01-01, ASTRES 2004-01-01, AST 2008-01-01, ASTTRT 2018-06-01, ASTTRT 2019-06-01 | outstanding
        """);

    public static readonly SpecTable[] Variability_from_3_months_before_the_diagnosis_on = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient                    | born       | events                                                                    | AST002
        ASTSPIR 3 months before    | 2003-01-01 | AST 2018-06-15, ASTTRT 2018-06-01, ASTSPIR 2018-03-15                     | achieved
        ASTSPIR a day earlier      | 2003-01-01 | AST 2018-06-15, ASTTRT 2018-06-01, ASTSPIR 2018-03-14                     | outstanding
        ASTSPIR on the day         | 2003-01-01 | AST 2018-06-15, ASTTRT 2018-06-01, ASTSPIR 2018-06-15                     | achieved
        ASTSPIR last day           | 2003-01-01 | AST 2018-06-15, ASTTRT 2018-06-01, ASTSPIR 2019-03-31                     | achieved
        PEFR 3 months before       | 2003-01-01 | AST 2018-06-15, ASTTRT 2018-06-01, PEFR 2018-03-15                        | achieved
        PEFR a day earlier         | 2003-01-01 | AST 2018-06-15, ASTTRT 2018-06-01, PEFR 2018-03-14                        | outstanding
        PEFR on the day            | 2003-01-01 | AST 2018-06-15, ASTTRT 2018-06-01, PEFR 2018-06-15                        | achieved
        PEFR last day              | 2003-01-01 | AST 2018-06-15, ASTTRT 2018-06-01, PEFR 2019-03-31                        | achieved
        years after                | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, PEFR 2018-01-01                        | achieved
        both too early and in time | 2003-01-01 | AST 2018-06-15, ASTTRT 2018-06-01, ASTSPIR 2012-01-01, ASTSPIR 2018-07-01 | achieved
        """).AlsoIn("2019-20");

    public static readonly SpecTable[] A_review_with_the_three_RCP_questions = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient                  | born       | events                                                                                                         | AST003
        all on one day           | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, REV 2018-09-15, RCPDSYMP 2018-09-15, RCPEXCER 2018-09-15, RCPSLP 2018-09-15 | achieved
        no review                | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, RCPDSYMP 2018-09-15, RCPEXCER 2018-09-15, RCPSLP 2018-09-15                 | outstanding
        31 March                 | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, REV 2018-03-31, RCPDSYMP 2018-03-31, RCPEXCER 2018-03-31, RCPSLP 2018-03-31 | outstanding
        1 April                  | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, REV 2018-04-01, RCPDSYMP 2018-04-01, RCPEXCER 2018-04-01, RCPSLP 2018-04-01 | achieved
        last day                 | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, REV 2019-03-31, RCPDSYMP 2019-03-31, RCPEXCER 2019-03-31, RCPSLP 2019-03-31 | achieved
        no RCPDSYMP              | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, REV 2018-09-15, RCPEXCER 2018-09-15, RCPSLP 2018-09-15                      | outstanding
        RCPDSYMP a month before  | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, REV 2018-09-15, RCPDSYMP 2018-08-15, RCPEXCER 2018-09-15, RCPSLP 2018-09-15 | achieved
        RCPDSYMP a day earlier   | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, REV 2018-09-15, RCPDSYMP 2018-08-14, RCPEXCER 2018-09-15, RCPSLP 2018-09-15 | outstanding
        RCPDSYMP day after       | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, REV 2018-09-15, RCPDSYMP 2018-09-16, RCPEXCER 2018-09-15, RCPSLP 2018-09-15 | outstanding
        no RCPEXCER              | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, REV 2018-09-15, RCPDSYMP 2018-09-15, RCPSLP 2018-09-15                      | outstanding
        RCPEXCER a month before  | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, REV 2018-09-15, RCPDSYMP 2018-09-15, RCPEXCER 2018-08-15, RCPSLP 2018-09-15 | achieved
        RCPEXCER a day earlier   | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, REV 2018-09-15, RCPDSYMP 2018-09-15, RCPEXCER 2018-08-14, RCPSLP 2018-09-15 | outstanding
        RCPEXCER day after       | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, REV 2018-09-15, RCPDSYMP 2018-09-15, RCPEXCER 2018-09-16, RCPSLP 2018-09-15 | outstanding
        no RCPSLP                | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, REV 2018-09-15, RCPDSYMP 2018-09-15, RCPEXCER 2018-09-15                    | outstanding
        RCPSLP a month before    | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, REV 2018-09-15, RCPDSYMP 2018-09-15, RCPEXCER 2018-09-15, RCPSLP 2018-08-15 | achieved
        RCPSLP a day earlier     | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, REV 2018-09-15, RCPDSYMP 2018-09-15, RCPEXCER 2018-09-15, RCPSLP 2018-08-14 | outstanding
        RCPSLP day after         | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, REV 2018-09-15, RCPDSYMP 2018-09-15, RCPEXCER 2018-09-15, RCPSLP 2018-09-16 | outstanding
        later review falls short | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, REV 2018-05-01, RCPDSYMP 2018-05-01, RCPEXCER 2018-05-01, RCPSLP 2018-05-01, REV 2018-09-15 | outstanding
        """).AlsoIn("2019-20");

    public static readonly SpecTable[] An_adjustment_lasts_for_the_year = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient               | born       | events                                                                        | AST002             | AST003             | AST004
        ASTPCAPU 31 March     | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTPCAPU 2018-03-31                        | outstanding        | outstanding        | outstanding
        ASTPCAPU 1 April      | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTPCAPU 2018-04-01                        | adjusted ASTPCAPU  | adjusted ASTPCAPU  | adjusted ASTPCAPU
        ASTPCAPU last day     | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTPCAPU 2019-03-31                        | adjusted ASTPCAPU  | adjusted ASTPCAPU  | adjusted ASTPCAPU
        ASTPCAPU old and new  | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTPCAPU 2012-06-01, ASTPCAPU 2018-06-01   | adjusted ASTPCAPU  | adjusted ASTPCAPU  | adjusted ASTPCAPU
        ASTMONDEC 31 March    | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTMONDEC 2018-03-31                       | outstanding        | outstanding        | outstanding
        ASTMONDEC 1 April     | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTMONDEC 2018-04-01                       | adjusted ASTMONDEC | adjusted ASTMONDEC | adjusted ASTMONDEC
        ASTMONDEC last day    | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTMONDEC 2019-03-31                       | adjusted ASTMONDEC | adjusted ASTMONDEC | adjusted ASTMONDEC
        ASTMONDEC old and new | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTMONDEC 2012-06-01, ASTMONDEC 2018-06-01 | adjusted ASTMONDEC | adjusted ASTMONDEC | adjusted ASTMONDEC
        ASTPCADEC 31 March    | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTPCADEC 2018-03-31                       | outstanding        | outstanding        | outstanding
        ASTPCADEC 1 April     | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTPCADEC 2018-04-01                       | adjusted ASTPCADEC | adjusted ASTPCADEC | adjusted ASTPCADEC
        ASTPCADEC last day    | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTPCADEC 2019-03-31                       | adjusted ASTPCADEC | adjusted ASTPCADEC | adjusted ASTPCADEC
        ASTPCADEC old and new | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTPCADEC 2012-06-01, ASTPCADEC 2018-06-01 | adjusted ASTPCADEC | adjusted ASTPCADEC | adjusted ASTPCADEC
        """).AlsoIn("2019-20");

    public static readonly SpecTable Three_invitations_seven_days_apart_in_2018 = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient             | born       | events                                                                                                         | AST002              | AST003              | AST004
        one                 | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTINVITE 2018-05-01                                                        | outstanding         | outstanding         | outstanding
        two                 | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTINVITE 2018-05-01, ASTINVITE 2018-05-08                                  | outstanding         | outstanding         | outstanding
        third after 6 days  | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTINVITE 2018-05-01, ASTINVITE 2018-05-08, ASTINVITE 2018-05-14            | outstanding         | outstanding         | outstanding
        third after 7 days  | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTINVITE 2018-05-01, ASTINVITE 2018-05-08, ASTINVITE 2018-05-15            | adjusted ASTINVITE1 | adjusted ASTINVITE1 | adjusted ASTINVITE1
        second after 6 days | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTINVITE 2018-05-01, ASTINVITE 2018-05-07, ASTINVITE 2018-05-14            | outstanding         | outstanding         | outstanding
        one too many        | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTINVITE 2018-05-01, ASTINVITE 2018-05-07, ASTINVITE 2018-05-08, ASTINVITE 2018-05-15 | adjusted ASTINVITE1 | adjusted ASTINVITE1 | adjusted ASTINVITE1
        first before April  | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTINVITE 2018-03-31, ASTINVITE 2018-04-07, ASTINVITE 2018-04-14            | outstanding         | outstanding         | outstanding
        first on 1 April    | 2003-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, ASTINVITE 2018-04-01, ASTINVITE 2018-04-08, ASTINVITE 2018-04-15            | adjusted ASTINVITE1 | adjusted ASTINVITE1 | adjusted ASTINVITE1
        """);

    public static readonly SpecTable Two_invitations_seven_days_apart_in_2019 = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient                | born       | events                                                                                              | AST002              | AST003              | AST004
        no invitation          | 2003-01-01 | AST 2010-01-01, ASTTRT 2019-06-01                                                                   | outstanding         | outstanding         | outstanding
        one                    | 2003-01-01 | AST 2010-01-01, ASTTRT 2019-06-01, ASTINVITE 2019-05-01                                             | outstanding         | outstanding         | outstanding
        same day               | 2003-01-01 | AST 2010-01-01, ASTTRT 2019-06-01, ASTINVITE 2019-05-01, ASTINVITE 2019-05-01                       | outstanding         | outstanding         | outstanding
        day 6                  | 2003-01-01 | AST 2010-01-01, ASTTRT 2019-06-01, ASTINVITE 2019-05-01, ASTINVITE 2019-05-07                       | outstanding         | outstanding         | outstanding
        day 7                  | 2003-01-01 | AST 2010-01-01, ASTTRT 2019-06-01, ASTINVITE 2019-05-01, ASTINVITE 2019-05-08                       | adjusted ASTINVITE1 | adjusted ASTINVITE1 | adjusted ASTINVITE1
        first before April     | 2003-01-01 | AST 2010-01-01, ASTTRT 2019-06-01, ASTINVITE 2019-03-31, ASTINVITE 2019-04-07                       | outstanding         | outstanding         | outstanding
        first on 1 April       | 2003-01-01 | AST 2010-01-01, ASTTRT 2019-06-01, ASTINVITE 2019-04-01, ASTINVITE 2019-04-08                       | adjusted ASTINVITE1 | adjusted ASTINVITE1 | adjusted ASTINVITE1
        third makes the pair   | 2003-01-01 | AST 2010-01-01, ASTTRT 2019-06-01, ASTINVITE 2019-05-01, ASTINVITE 2019-05-04, ASTINVITE 2019-05-08 | adjusted ASTINVITE1 | adjusted ASTINVITE1 | adjusted ASTINVITE1
        second on the last day | 2003-01-01 | AST 2010-01-01, ASTTRT 2019-06-01, ASTINVITE 2020-03-24, ASTINVITE 2020-03-31                       | adjusted ASTINVITE1 | adjusted ASTINVITE1 | adjusted ASTINVITE1
        second after the year  | 2003-01-01 | AST 2010-01-01, ASTTRT 2019-06-01, ASTINVITE 2020-03-25, ASTINVITE 2020-04-01                       | outstanding         | outstanding         | outstanding
        """);

    public static readonly SpecTable[] The_upper_row_decides = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient                     | born       | registered | events                                                                                                         | AST002              | AST003              | AST004
        new 31 December             | 2003-01-01 | 2005-01-01 | AST 2018-12-31, ASTTRT 2018-06-01                                                                              | outstanding         | outstanding         | outstanding
        new 1 January               | 2003-01-01 | 2005-01-01 | AST 2019-01-01, ASTTRT 2018-06-01                                                                              | adjusted DIAG1_DAT  | adjusted DIAG1_DAT  | adjusted DIAG1_DAT
        coded again                 | 2003-01-01 | 2005-01-01 | AST 2010-01-01, ASTTRT 2018-06-01, AST 2019-02-01                                                              | outstanding         | outstanding         | outstanding
        registered 31 December      | 2003-01-01 | 2018-12-31 | AST 2010-01-01, ASTTRT 2018-06-01                                                                              | outstanding         | outstanding         | outstanding
        registered 1 January        | 2003-01-01 | 2019-01-01 | AST 2010-01-01, ASTTRT 2018-06-01                                                                              | adjusted REG1_DAT3  | adjusted REG1_DAT3  | adjusted REG1_DAT3
        achieved                    | 2003-01-01 | 2019-01-01 | AST 2019-01-15, ASTTRT 2018-06-01, PEFR 2019-02-01, REV 2019-02-01, RCPDSYMP 2019-02-01, RCPEXCER 2019-02-01, RCPSLP 2019-02-01, SMOK 2019-02-01, ASTPCAPU 2018-05-01, ASTMONDEC 2018-05-01, ASTPCADEC 2018-05-01, ASTINVITE 2018-05-01, ASTINVITE 2018-05-08, ASTINVITE 2018-05-15 | achieved            | achieved            | achieved
        all                         | 2003-01-01 | 2019-01-01 | AST 2019-01-15, ASTTRT 2018-06-01, ASTPCAPU 2018-05-01, ASTMONDEC 2018-05-01, SMOKSTATDEC 2018-05-01, ASTPCADEC 2018-05-01, ASTINVITE 2018-05-01, ASTINVITE 2018-05-08, ASTINVITE 2018-05-15 | adjusted ASTPCAPU   | adjusted ASTPCAPU   | adjusted ASTPCAPU
        without unsuitable          | 2003-01-01 | 2019-01-01 | AST 2019-01-15, ASTTRT 2018-06-01, ASTMONDEC 2018-05-01, SMOKSTATDEC 2018-05-01, ASTPCADEC 2018-05-01, ASTINVITE 2018-05-01, ASTINVITE 2018-05-08, ASTINVITE 2018-05-15 | adjusted ASTMONDEC  | adjusted ASTMONDEC  | adjusted ASTMONDEC
        without monitoring declined | 2003-01-01 | 2019-01-01 | AST 2019-01-15, ASTTRT 2018-06-01, SMOKSTATDEC 2018-05-01, ASTPCADEC 2018-05-01, ASTINVITE 2018-05-01, ASTINVITE 2018-05-08, ASTINVITE 2018-05-15 | adjusted ASTPCADEC  | adjusted ASTPCADEC  | adjusted SMOKSTDEC
        without declined            | 2003-01-01 | 2019-01-01 | AST 2019-01-15, ASTTRT 2018-06-01, ASTINVITE 2018-05-01, ASTINVITE 2018-05-08, ASTINVITE 2018-05-15            | adjusted ASTINVITE1 | adjusted ASTINVITE1 | adjusted ASTINVITE1
        without invitations         | 2003-01-01 | 2019-01-01 | AST 2019-01-15, ASTTRT 2018-06-01                                                                              | adjusted DIAG1_DAT  | adjusted DIAG1_DAT  | adjusted DIAG1_DAT
        """).AlsoIn("2019-20");
}
