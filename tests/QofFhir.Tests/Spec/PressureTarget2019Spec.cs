namespace QofFhir.Tests.Spec;

/// <summary>DM019 (140/80), HYP003 (140/90) and HYP007 (150/90) of 2019/20, rules 42: one cluster for every reading, one kind of decline.</summary>
internal static class PressureTarget2019Spec
{
    public static readonly SpecTable A_reading_at_the_target_is_on_target = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient      | born       | events                                              | DM019       | HYP003              | HYP007
        140/80       | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 140/80 2019-09-02 | achieved    | achieved            | excluded PAT_AGEU80
        139/79       | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 139/79 2019-09-02 | achieved    | achieved            | excluded PAT_AGEU80
        141/80       | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 141/80 2019-09-02 | outstanding | outstanding         | excluded PAT_AGEU80
        140/81       | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 140/81 2019-09-02 | outstanding | achieved            | excluded PAT_AGEU80
        140/90       | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 140/90 2019-09-02 | outstanding | achieved            | excluded PAT_AGEU80
        140/91       | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 140/91 2019-09-02 | outstanding | outstanding         | excluded PAT_AGEU80
        80, 150/90   | 1930-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 150/90 2019-09-02 | outstanding | excluded PAT_AGEO79 | achieved
        80, 140/80   | 1930-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 140/80 2019-09-02 | achieved    | excluded PAT_AGEO79 | achieved
        80, 151/90   | 1930-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 151/90 2019-09-02 | outstanding | excluded PAT_AGEO79 | outstanding
        80, 150/91   | 1930-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 150/91 2019-09-02 | outstanding | excluded PAT_AGEO79 | outstanding
        none         | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01                       | outstanding | outstanding         | excluded PAT_AGEU80
        80, none     | 1930-01-01 | DM 2010-01-01, HYP 2010-01-01                       | outstanding | excluded PAT_AGEO79 | outstanding
        not ill      | 1960-01-01 | BP 120/70 2019-09-02                                | -           | -                   | -
        31 March     | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 120/70 2019-03-31 | outstanding | outstanding         | excluded PAT_AGEU80
        1 April      | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 120/70 2019-04-01 | achieved    | achieved            | excluded PAT_AGEU80
        29 February  | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 120/70 2020-02-29 | achieved    | achieved            | excluded PAT_AGEU80
        last day     | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 120/70 2020-03-31 | achieved    | achieved            | excluded PAT_AGEU80
        day after    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 120/70 2020-04-01 | outstanding | outstanding         | excluded PAT_AGEU80
        80, 31 March | 1930-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 120/70 2019-03-31 | outstanding | excluded PAT_AGEO79 | outstanding
        80, 1 April  | 1930-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 120/70 2019-04-01 | achieved    | excluded PAT_AGEO79 | achieved
        """);

    public static readonly SpecTable The_latest_day_with_both_halves_decides = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient         | born       | events                                                                    | DM019       | HYP003      | HYP007
        good, high      | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 130/80 2019-05-01, BP 150/95 2019-06-01 | outstanding | outstanding | excluded PAT_AGEU80
        high, good      | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 150/95 2019-05-01, BP 130/80 2019-06-01 | achieved    | achieved    | excluded PAT_AGEU80
        half later      | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 130/80 2019-05-01, BP 150/- 2019-06-01  | achieved    | achieved    | excluded PAT_AGEU80
        lowest of each  | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 150/80 2019-05-01, BP 140/95 2019-05-01 | achieved    | achieved    | excluded PAT_AGEU80
        80, good, high  | 1930-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 130/80 2019-05-01, BP 160/95 2019-06-01 | outstanding | excluded PAT_AGEO79 | outstanding
        80, high, good  | 1930-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 160/95 2019-05-01, BP 130/80 2019-06-01 | achieved    | excluded PAT_AGEO79 | achieved
        """);

    public static readonly SpecTable Age_and_frailty_part_the_indicators = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient         | born       | events                                                                    | DM019               | HYP003              | HYP007
        80 yesterday    | 1940-03-30 | DM 2010-01-01, HYP 2010-01-01                                             | outstanding         | excluded PAT_AGEO79 | outstanding
        80 today        | 1940-03-31 | DM 2010-01-01, HYP 2010-01-01                                             | outstanding         | excluded PAT_AGEO79 | outstanding
        80 tomorrow     | 1940-04-01 | DM 2010-01-01, HYP 2010-01-01                                             | outstanding         | outstanding         | excluded PAT_AGEU80
        79              | 1941-03-31 | DM 2010-01-01, HYP 2010-01-01                                             | outstanding         | outstanding         | excluded PAT_AGEU80
        leap, 80        | 1940-02-29 | DM 2010-01-01, HYP 2010-01-01                                             | outstanding         | excluded PAT_AGEO79 | outstanding
        mild            | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, MILDFRAIL 2015-01-01                       | outstanding         | outstanding         | excluded PAT_AGEU80
        moderate        | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, MODFRAIL 2015-01-01, BP 120/70 2019-05-01  | excluded MDSEVFRAIL | achieved            | excluded PAT_AGEU80
        severe          | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, SEVFRAIL 2015-01-01, BP 120/70 2019-05-01  | excluded MDSEVFRAIL | achieved            | excluded PAT_AGEU80
        tie             | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, MODFRAIL 2015-01-01, MILDFRAIL 2015-01-01  | excluded MDSEVFRAIL | outstanding         | excluded PAT_AGEU80
        mild later      | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, MODFRAIL 2015-01-01, MILDFRAIL 2015-01-02  | outstanding         | outstanding         | excluded PAT_AGEU80
        """);

    public static readonly SpecTable An_adjustment_lasts_for_the_year = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient           | born       | events                                                                                            | DM019               | HYP003              | HYP007
        HTMAX 31 March    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HTMAX 2019-03-31                                                   | outstanding         | outstanding         | excluded PAT_AGEU80
        HTMAX 1 April     | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HTMAX 2019-04-01                                                   | adjusted HTMAX      | adjusted HTMAX      | excluded PAT_AGEU80
        HTMAX old and new | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HTMAX 2012-04-01, HTMAX 2020-03-31                                 | adjusted HTMAX      | adjusted HTMAX      | excluded PAT_AGEU80
        PU 31 March       | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMPCAPU 2019-03-31, HYPPCAPU 2019-03-31                            | outstanding         | outstanding         | excluded PAT_AGEU80
        PU of diabetes    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMPCAPU 2019-04-01                                                 | adjusted DMPCAPU    | outstanding         | excluded PAT_AGEU80
        PU of pressure    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HYPPCAPU 2019-04-01                                                | outstanding         | adjusted HYPPCAPU   | excluded PAT_AGEU80
        PU old and new    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMPCAPU 2012-04-01, HYPPCAPU 2012-04-01, DMPCAPU 2020-03-31, HYPPCAPU 2020-03-31 | adjusted DMPCAPU | adjusted HYPPCAPU | excluded PAT_AGEU80
        BPDEC 31 March    | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BPDEC 2019-03-31                                                   | outstanding         | outstanding         | excluded PAT_AGEU80
        BPDEC 1 April     | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BPDEC 2019-04-01                                                   | adjusted BPDEC      | adjusted BPDEC      | excluded PAT_AGEU80
        BPDEC old and new | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BPDEC 2012-04-01, BPDEC 2020-03-31                                 | adjusted BPDEC      | adjusted BPDEC      | excluded PAT_AGEU80
        DEC 31 March      | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMPCADEC 2019-03-31, HYPPCADEC 2019-03-31                          | outstanding         | outstanding         | excluded PAT_AGEU80
        DEC of diabetes   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMPCADEC 2019-04-01                                                | adjusted DMPCADEC   | outstanding         | excluded PAT_AGEU80
        DEC of pressure   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, HYPPCADEC 2019-04-01                                               | outstanding         | adjusted HYPPCADEC  | excluded PAT_AGEU80
        DEC old and new   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMPCADEC 2012-04-01, HYPPCADEC 2012-04-01, DMPCADEC 2020-03-31, HYPPCADEC 2020-03-31 | adjusted DMPCADEC | adjusted HYPPCADEC | excluded PAT_AGEU80
        new 30 June       | 1960-01-01 | DM 2019-06-30, HYP 2019-06-30                                                                     | outstanding         | outstanding         | excluded PAT_AGEU80
        new 1 July        | 1960-01-01 | DM 2019-07-01, HYP 2019-07-01                                                                     | adjusted DIAG1_DT9M | adjusted DIAG1_DT9M | excluded PAT_AGEU80
        coded again       | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DM 2019-09-01, HYP 2019-09-01                                      | outstanding         | outstanding         | excluded PAT_AGEU80
        80, HTMAX March   | 1930-01-01 | HYP 2010-01-01, HTMAX 2019-03-31                                                                  | -                   | excluded PAT_AGEO79 | outstanding
        80, HTMAX April   | 1930-01-01 | HYP 2010-01-01, HTMAX 2019-04-01                                                                  | -                   | excluded PAT_AGEO79 | adjusted HTMAX
        80, PU March      | 1930-01-01 | HYP 2010-01-01, HYPPCAPU 2019-03-31                                                               | -                   | excluded PAT_AGEO79 | outstanding
        80, PU April      | 1930-01-01 | HYP 2010-01-01, HYPPCAPU 2019-04-01                                                               | -                   | excluded PAT_AGEO79 | adjusted HYPPCAPU
        80, BPDEC March   | 1930-01-01 | HYP 2010-01-01, BPDEC 2019-03-31                                                                  | -                   | excluded PAT_AGEO79 | outstanding
        80, BPDEC April   | 1930-01-01 | HYP 2010-01-01, BPDEC 2019-04-01                                                                  | -                   | excluded PAT_AGEO79 | adjusted BPDEC
        80, DEC March     | 1930-01-01 | HYP 2010-01-01, HYPPCADEC 2019-03-31                                                              | -                   | excluded PAT_AGEO79 | outstanding
        80, DEC April     | 1930-01-01 | HYP 2010-01-01, HYPPCADEC 2019-04-01                                                              | -                   | excluded PAT_AGEO79 | adjusted HYPPCADEC
        80, new 30 June   | 1930-01-01 | HYP 2019-06-30                                                                                    | -                   | excluded PAT_AGEO79 | outstanding
        80, new 1 July    | 1930-01-01 | HYP 2019-07-01                                                                                    | -                   | excluded PAT_AGEO79 | adjusted DIAG1_DT9M
        """);

    public static readonly SpecTable Two_invitations_seven_days_apart = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient            | born       | events                                                                                                                        | DM019               | HYP003            | HYP007
        same day           | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMINVITE 2019-05-01, DMINVITE 2019-05-01, HYPINVITE 2019-05-01, HYPINVITE 2019-05-01            | outstanding         | outstanding       | excluded PAT_AGEU80
        day 6              | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMINVITE 2019-05-01, DMINVITE 2019-05-07, HYPINVITE 2019-05-01, HYPINVITE 2019-05-07            | outstanding         | outstanding       | excluded PAT_AGEU80
        day 7              | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMINVITE 2019-05-01, DMINVITE 2019-05-08, HYPINVITE 2019-05-01, HYPINVITE 2019-05-08            | adjusted DMBPINVITE | adjusted HYPBPINV | excluded PAT_AGEU80
        day 8              | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMINVITE 2019-05-01, DMINVITE 2019-05-09, HYPINVITE 2019-05-01, HYPINVITE 2019-05-09            | adjusted DMBPINVITE | adjusted HYPBPINV | excluded PAT_AGEU80
        over 29 February   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMINVITE 2020-02-24, DMINVITE 2020-03-02, HYPINVITE 2020-02-24, HYPINVITE 2020-03-02            | adjusted DMBPINVITE | adjusted HYPBPINV | excluded PAT_AGEU80
        6 over 29 February | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMINVITE 2020-02-24, DMINVITE 2020-03-01, HYPINVITE 2020-02-24, HYPINVITE 2020-03-01            | outstanding         | outstanding       | excluded PAT_AGEU80
        first before April | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMINVITE 2019-03-31, DMINVITE 2019-04-07, HYPINVITE 2019-03-31, HYPINVITE 2019-04-07            | outstanding         | outstanding       | excluded PAT_AGEU80
        first on 1 April   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, DMINVITE 2019-04-01, DMINVITE 2019-04-08, HYPINVITE 2019-04-01, HYPINVITE 2019-04-08            | adjusted DMBPINVITE | adjusted HYPBPINV | excluded PAT_AGEU80
        reading last year  | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 120/70 2019-03-31, DMINVITE 2019-04-01, DMINVITE 2019-04-08, HYPINVITE 2019-04-01, HYPINVITE 2019-04-08 | adjusted DMBPINVITE | adjusted HYPBPINV | excluded PAT_AGEU80
        high after invite  | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 150/95 2019-05-10, DMINVITE 2019-05-01, DMINVITE 2019-06-01, HYPINVITE 2019-05-01, HYPINVITE 2019-06-01 | outstanding | outstanding | excluded PAT_AGEU80
        high on that day   | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 150/95 2019-05-01, DMINVITE 2019-05-01, DMINVITE 2019-06-01, HYPINVITE 2019-05-01, HYPINVITE 2019-06-01 | outstanding | outstanding | excluded PAT_AGEU80
        high before invite | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 150/95 2019-04-30, DMINVITE 2019-05-01, DMINVITE 2019-06-01, HYPINVITE 2019-05-01, HYPINVITE 2019-06-01 | adjusted DMBPINVITE | adjusted HYPBPINV | excluded PAT_AGEU80
        80, day 6          | 1930-01-01 | HYP 2010-01-01, HYPINVITE 2019-05-01, HYPINVITE 2019-05-07                                                                     | -                   | excluded PAT_AGEO79 | outstanding
        80, day 7          | 1930-01-01 | HYP 2010-01-01, HYPINVITE 2019-05-01, HYPINVITE 2019-05-08                                                                     | -                   | excluded PAT_AGEO79 | adjusted HYPBPINV
        80, high before    | 1930-01-01 | HYP 2010-01-01, BP 160/95 2019-04-30, HYPINVITE 2019-05-01, HYPINVITE 2019-05-08                                               | -                   | excluded PAT_AGEO79 | adjusted HYPBPINV
        80, high that day  | 1930-01-01 | HYP 2010-01-01, BP 160/95 2019-05-01, HYPINVITE 2019-05-01, HYPINVITE 2019-05-08                                               | -                   | excluded PAT_AGEO79 | outstanding
        80, last year      | 1930-01-01 | HYP 2010-01-01, BP 120/70 2019-03-31, HYPINVITE 2019-04-01, HYPINVITE 2019-04-08                                               | -                   | excluded PAT_AGEO79 | adjusted HYPBPINV
        high in April      | 1960-01-01 | DM 2010-01-01, HYP 2010-01-01, BP 150/95 2019-04-20, DMINVITE 2019-04-10, DMINVITE 2019-05-01, HYPINVITE 2019-04-10, HYPINVITE 2019-05-01 | outstanding | outstanding | excluded PAT_AGEU80
        80, high in April  | 1930-01-01 | HYP 2010-01-01, BP 160/95 2019-04-20, HYPINVITE 2019-04-10, HYPINVITE 2019-05-01                                               | -                   | excluded PAT_AGEO79 | outstanding
        """);

    public static readonly SpecTable The_upper_row_decides = SpecTable.Of("qof-england-2019-20", "2020-03-31", """
        patient     | born       | registered | events                                                                                                                                          | DM019               | HYP003              | HYP007
        30 June     | 1960-01-01 | 2019-06-30 | DM 2010-01-01, HYP 2010-01-01                                                                                                                   | outstanding         | outstanding         | excluded PAT_AGEU80
        1 July      | 1960-01-01 | 2019-07-01 | DM 2010-01-01, HYP 2010-01-01                                                                                                                   | adjusted REG1_DAT9  | adjusted REG1_DAT9  | excluded PAT_AGEU80
        new as well | 1960-01-01 | 2019-07-01 | DM 2019-07-01, HYP 2019-07-01                                                                                                                   | adjusted DIAG1_DT9M | adjusted DIAG1_DT9M | excluded PAT_AGEU80
        invited     | 1960-01-01 | 2019-07-01 | DM 2019-07-01, HYP 2019-07-01, DMINVITE 2019-08-01, DMINVITE 2019-08-20, HYPINVITE 2019-08-01, HYPINVITE 2019-08-20                              | adjusted DMBPINVITE | adjusted HYPBPINV   | excluded PAT_AGEU80
        DEC         | 1960-01-01 | 2019-07-01 | DM 2019-07-01, HYP 2019-07-01, DMPCADEC 2019-05-01, HYPPCADEC 2019-05-01, DMINVITE 2019-08-01, DMINVITE 2019-08-20, HYPINVITE 2019-08-01, HYPINVITE 2019-08-20 | adjusted DMPCADEC | adjusted HYPPCADEC | excluded PAT_AGEU80
        BPDEC       | 1960-01-01 | 2019-07-01 | DM 2019-07-01, HYP 2019-07-01, BPDEC 2019-05-01, DMPCADEC 2019-05-01, HYPPCADEC 2019-05-01                                                       | adjusted BPDEC      | adjusted BPDEC      | excluded PAT_AGEU80
        PU          | 1960-01-01 | 2019-07-01 | DM 2019-07-01, HYP 2019-07-01, DMPCAPU 2019-05-01, HYPPCAPU 2019-05-01, BPDEC 2019-05-01                                                         | adjusted DMPCAPU    | adjusted HYPPCAPU   | excluded PAT_AGEU80
        HTMAX       | 1960-01-01 | 2019-07-01 | DM 2019-07-01, HYP 2019-07-01, HTMAX 2019-05-01, DMPCAPU 2019-05-01, HYPPCAPU 2019-05-01                                                         | adjusted HTMAX      | adjusted HTMAX      | excluded PAT_AGEU80
        achieved    | 1960-01-01 | 2019-07-01 | DM 2019-07-01, HYP 2019-07-01, BP 120/70 2019-05-01, HTMAX 2019-05-01, DMPCAPU 2019-05-01, HYPPCAPU 2019-05-01                                   | achieved            | achieved            | excluded PAT_AGEU80
        80: 30 June | 1930-01-01 | 2019-06-30 | HYP 2010-01-01                                                                                                                                  | -                   | excluded PAT_AGEO79 | outstanding
        80: 1 July  | 1930-01-01 | 2019-07-01 | HYP 2010-01-01                                                                                                                                  | -                   | excluded PAT_AGEO79 | adjusted REG1_DAT9
        80: new     | 1930-01-01 | 2019-07-01 | HYP 2019-07-01                                                                                                                                  | -                   | excluded PAT_AGEO79 | adjusted DIAG1_DT9M
        80: invited | 1930-01-01 | 2019-07-01 | HYP 2019-07-01, HYPINVITE 2019-08-01, HYPINVITE 2019-08-20                                                                                       | -                   | excluded PAT_AGEO79 | adjusted HYPBPINV
        80: DEC     | 1930-01-01 | 2019-07-01 | HYP 2019-07-01, HYPPCADEC 2019-05-01, HYPINVITE 2019-08-01, HYPINVITE 2019-08-20                                                                 | -                   | excluded PAT_AGEO79 | adjusted HYPPCADEC
        80: BPDEC   | 1930-01-01 | 2019-07-01 | HYP 2019-07-01, BPDEC 2019-05-01, HYPPCADEC 2019-05-01                                                                                          | -                   | excluded PAT_AGEO79 | adjusted BPDEC
        80: PU      | 1930-01-01 | 2019-07-01 | HYP 2019-07-01, HYPPCAPU 2019-05-01, BPDEC 2019-05-01                                                                                           | -                   | excluded PAT_AGEO79 | adjusted HYPPCAPU
        80: HTMAX   | 1930-01-01 | 2019-07-01 | HYP 2019-07-01, HTMAX 2019-05-01, HYPPCAPU 2019-05-01                                                                                           | -                   | excluded PAT_AGEO79 | adjusted HTMAX
        80: done    | 1930-01-01 | 2019-07-01 | HYP 2019-07-01, BP 150/90 2019-05-01, HTMAX 2019-05-01                                                                                          | -                   | excluded PAT_AGEO79 | achieved
        """);
}
