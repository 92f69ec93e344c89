namespace QofFhir.Tests.Spec;

/// <summary>CON001 and CON003 of 2018/19.</summary>
internal static class ContraceptionSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("LARCADV: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable Women_to_54_who_use_a_method = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient               | born       | sex    | events                                                        | CON001      | CON003
        no method             | 1980-01-01 | female |                                                               | -           | -
        man                   | 1980-01-01 | male   | CONTRACEPDRUG 2018-09-01                                      | -           | -
        sex unknown           | 1980-01-01 |        | CONTRACEPDRUG 2018-09-01                                      | -           | -
        issued                | 1980-01-01 | female | CONTRACEPDRUG 2018-09-01                                      | on-register | excluded NOEHC
        31 March              | 1980-01-01 | female | CONTRACEPDRUG 2018-03-31                                      | -           | -
        1 April               | 1980-01-01 | female | CONTRACEPDRUG 2018-04-01                                      | on-register | excluded NOEHC
        old and new           | 1980-01-01 | female | CONTRACEPDRUG 2010-04-01, CONTRACEPDRUG 2018-09-01            | on-register | excluded NOEHC
        device issued, before | 1980-01-01 | female | IUCDRUG 2014-03-31                                            | -           | -
        device issued         | 1980-01-01 | female | IUCDRUG 2014-04-01                                            | on-register | excluded NOEHC
        device fitted         | 1980-01-01 | female | IUCFIT 2014-04-01                                             | on-register | excluded NOEHC
        device again          | 1980-01-01 | female | IUCFIT 2008-04-01, IUCFIT 2016-04-01                          | on-register | excluded NOEHC
        emergency, before     | 1980-01-01 | female | EHCDRUG 2018-03-31                                            | -           | -
        emergency             | 1980-01-01 | female | EHCDRUG 2018-04-01                                            | on-register | outstanding
        emergency twice       | 1980-01-01 | female | EHCDRUG 2016-04-01, EHCDRUG 2018-09-01                        | on-register | outstanding
        emergency last year   | 1980-01-01 | female | EHCDRUG 2018-03-31, CONTRACEPDRUG 2018-09-01                  | on-register | excluded NOEHC
        54                    | 1964-04-01 | female | CONTRACEPDRUG 2018-09-01                                      | on-register | excluded NOEHC
        55 today              | 1964-03-31 | female | CONTRACEPDRUG 2018-09-01                                      | -           | -
        53                    | 1965-04-01 | female | CONTRACEPDRUG 2018-09-01                                      | on-register | excluded NOEHC
        """);

    public static readonly SpecTable Advice_within_a_month_of_emergency_contraception = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient            | born       | sex    | registered | events                                                          | CON003
        day before         | 1990-01-01 | female | 2001-01-01 | EHCDRUG 2018-05-10, LARCADV 2018-05-09                          | outstanding
        same day           | 1990-01-01 | female | 2001-01-01 | EHCDRUG 2018-05-10, LARCADV 2018-05-10                          | achieved
        a month later      | 1990-01-01 | female | 2001-01-01 | EHCDRUG 2018-05-10, LARCADV 2018-06-10                          | achieved
        a month and a day  | 1990-01-01 | female | 2001-01-01 | EHCDRUG 2018-05-10, LARCADV 2018-06-11                          | outstanding
        two months later   | 1990-01-01 | female | 2001-01-01 | EHCDRUG 2018-05-10, LARCADV 2018-07-10                          | outstanding
        end of a month     | 1990-01-01 | female | 2001-01-01 | EHCDRUG 2018-08-31, LARCADV 2018-09-30                          | achieved
        once more since    | 1990-01-01 | female | 2001-01-01 | EHCDRUG 2018-05-10, LARCADV 2018-05-10, EHCDRUG 2018-09-01      | outstanding
        emergency 31 March | 1990-01-01 | female | 2001-01-01 | CONTRACEPDRUG 2018-09-01, EHCDRUG 2018-03-31, LARCADV 2018-04-05 | excluded NOEHC
        emergency 1 April  | 1990-01-01 | female | 2001-01-01 | EHCDRUG 2018-04-01, LARCADV 2018-04-05                          | achieved
        PCAPU 31 March     | 1990-01-01 | female | 2001-01-01 | EHCDRUG 2018-05-10, CONPCAPU 2018-03-31                         | outstanding
        PCAPU 1 April      | 1990-01-01 | female | 2001-01-01 | EHCDRUG 2018-05-10, CONPCAPU 2010-04-01, CONPCAPU 2018-04-01    | adjusted CONPCAPU
        PCADEC 31 March    | 1990-01-01 | female | 2001-01-01 | EHCDRUG 2018-05-10, CONPCADEC 2018-03-31                        | outstanding
        PCADEC 1 April     | 1990-01-01 | female | 2001-01-01 | EHCDRUG 2018-05-10, CONPCADEC 2010-04-01, CONPCADEC 2018-04-01  | adjusted CONPCADEC
        here 31 December   | 1990-01-01 | female | 2018-12-31 | EHCDRUG 2018-05-10                                              | outstanding
        here 1 January     | 1990-01-01 | female | 2019-01-01 | EHCDRUG 2018-05-10                                              | adjusted REG1_DAT3
        advised as well    | 1990-01-01 | female | 2019-01-01 | EHCDRUG 2018-05-10, LARCADV 2018-05-10, CONPCADEC 2018-05-10    | achieved
        unsuitable first   | 1990-01-01 | female | 2019-01-01 | EHCDRUG 2018-05-10, CONPCAPU 2018-05-10, CONPCADEC 2018-05-10   | adjusted CONPCAPU
        """);
}
