namespace QofFhir.Tests.Spec;

/// <summary>CHD005, STIA007 and PAD004: an antiplatelet or anticoagulant taken. Adjusted only when every group of drugs is contraindicated or declined; PAD004 knows salicylates and clopidogrel only, STIA007 dipyridamole as well.</summary>
internal static class AntiplateletSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("XSAL: other end", "only its presence is asked"),
        ("XCLO: other end", "only its presence is asked"),
        ("XDIPY: other end", "only its presence is asked"),
        ("XORANTICOAG: other end", "only its presence is asked"),
        ("NONHAEM: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable[] Any_of_the_drugs_in_twelve_months = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient            | born       | events                                                                                           | CHD005      | STIA007           | PAD004
        none               | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01                                 | outstanding | outstanding       | outstanding
        not ill            | 1960-01-01 | SAL 2018-09-01                                                                                   | -           | -                 | -
        salicylate         | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, SAL 2018-04-01                 | achieved    | achieved          | achieved
        over the counter   | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, OSAL 2018-04-01                | achieved    | achieved          | achieved
        clopidogrel        | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, CLODRUG 2018-04-01             | achieved    | achieved          | achieved
        clopidogrel coded  | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, CLO 2018-04-01                 | achieved    | achieved          | achieved
        dipyridamole       | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, DIPY 2018-04-01                | outstanding | achieved          | outstanding
        anticoagulant      | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, ORANTICOAGDRUG 2018-04-01      | achieved    | achieved          | outstanding
        anticoagulant code | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, ORANTICOAG 2018-04-01          | achieved    | achieved          | outstanding
        31 March           | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, SAL 2018-03-31                 | outstanding | outstanding       | outstanding
        old and new        | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, SAL 2012-04-01, SAL 2019-03-31 | achieved    | achieved          | achieved
        bleeding or unsaid | 1960-01-01 | STRK 2010-01-01, SAL 2018-09-01                                                                  | -           | excluded OSTREXCL | -
        TIA                | 1960-01-01 | TIA 2010-01-01, SAL 2018-09-01                                                                   | -           | achieved          | -
        TIA, none          | 1960-01-01 | TIA 2010-01-01                                                                                   | -           | outstanding       | -
        """).AlsoIn("2019-20", "2024-25", "2025-26", "2026-27");

    public static readonly SpecTable[] Every_group_contraindicated = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient       | born       | events                                                                                                                                                                                                                           | CHD005             | STIA007             | PAD004
        persisting    | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, XSAL 1999-01-01, XCLO 1999-01-01, XDIPY 1999-01-01, XORANTICOAG 1999-01-01                                                                                     | adjusted XCLO_CODC | adjusted XSALCONTRA | adjusted XCLO_CODC
        expiring      | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, TXSAL 2018-04-01, TXCLO 2018-04-01, TXDIPY 2018-04-01, TXORANTICOAG 2018-04-01                                                                                 | adjusted XCLO_CODC | adjusted XSALCONTRA | adjusted XCLO_CODC
        TXSAL March   | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, TXSAL 2018-03-31, XCLO 1999-01-01, XDIPY 1999-01-01, XORANTICOAG 1999-01-01                                                                                    | outstanding        | outstanding         | outstanding
        TXCLO March   | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, XSAL 1999-01-01, TXCLO 2018-03-31, XDIPY 1999-01-01, XORANTICOAG 1999-01-01                                                                                    | outstanding        | outstanding         | outstanding
        TXDIPY March  | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, XSAL 1999-01-01, XCLO 1999-01-01, TXDIPY 2018-03-31, XORANTICOAG 1999-01-01                                                                                    | adjusted XCLO_CODC | outstanding         | adjusted XCLO_CODC
        TXANT March   | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, XSAL 1999-01-01, XCLO 1999-01-01, XDIPY 1999-01-01, TXORANTICOAG 2018-03-31                                                                                    | outstanding        | outstanding         | adjusted XCLO_CODC
        old and new   | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, TXSAL 2012-04-01, TXSAL 2019-03-31, TXCLO 2012-04-01, TXCLO 2019-03-31, TXDIPY 2012-04-01, TXDIPY 2019-03-31, TXORANTICOAG 2012-04-01, TXORANTICOAG 2019-03-31 | adjusted XCLO_CODC | adjusted XSALCONTRA | adjusted XCLO_CODC
        taken as well | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, SAL 2018-09-01, XSAL 1999-01-01, XCLO 1999-01-01, XDIPY 1999-01-01, XORANTICOAG 1999-01-01                                                                     | achieved           | achieved            | achieved
        """).AlsoIn("2019-20", "2024-25", "2025-26", "2026-27");

    public static readonly SpecTable[] Every_group_declined = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient       | born       | events                                                                                                                                                                                                                                   | CHD005          | STIA007            | PAD004
        1 April       | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, SALDEC 2018-04-01, CLODEC 2018-04-01, DIPYDEC 2018-04-01, ORANTICOAGDEC 2018-04-01                                                                                     | adjusted SALDEC | adjusted SALDIPDEC | adjusted SALDEC
        SALDEC March  | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, SALDEC 2018-03-31, CLODEC 2018-04-01, DIPYDEC 2018-04-01, ORANTICOAGDEC 2018-04-01                                                                                     | outstanding     | outstanding        | outstanding
        CLODEC March  | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, SALDEC 2018-04-01, CLODEC 2018-03-31, DIPYDEC 2018-04-01, ORANTICOAGDEC 2018-04-01                                                                                     | outstanding     | outstanding        | outstanding
        DIPYDEC March | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, SALDEC 2018-04-01, CLODEC 2018-04-01, DIPYDEC 2018-03-31, ORANTICOAGDEC 2018-04-01                                                                                     | adjusted SALDEC | outstanding        | adjusted SALDEC
        ANTDEC March  | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, SALDEC 2018-04-01, CLODEC 2018-04-01, DIPYDEC 2018-04-01, ORANTICOAGDEC 2018-03-31                                                                                     | outstanding     | outstanding        | adjusted SALDEC
        old and new   | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, SALDEC 2012-04-01, SALDEC 2019-03-31, CLODEC 2012-04-01, CLODEC 2019-03-31, DIPYDEC 2012-04-01, DIPYDEC 2019-03-31, ORANTICOAGDEC 2012-04-01, ORANTICOAGDEC 2019-03-31 | adjusted SALDEC | adjusted SALDIPDEC | adjusted SALDEC
        """).AlsoIn("2019-20", "2024-25", "2025-26", "2026-27");

    public static readonly SpecTable[] Contraindicated_and_declined_add_up = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient             | born       | events                                                                                                                                              | CHD005             | STIA007             | PAD004
        XSAL                | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, XSAL 1999-01-01, CLODEC 2018-04-01, DIPYDEC 2018-04-01, ORANTICOAGDEC 2018-04-01  | adjusted XSAL      | adjusted XSALDIPDEC | adjusted XSAL
        TXSAL April         | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, TXSAL 2018-04-01, CLODEC 2018-04-01, DIPYDEC 2018-04-01, ORANTICOAGDEC 2018-04-01 | adjusted XSAL      | adjusted XSALDIPDEC | adjusted XSAL
        TXSAL March         | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, TXSAL 2018-03-31, CLODEC 2018-04-01, DIPYDEC 2018-04-01, ORANTICOAGDEC 2018-04-01 | outstanding        | outstanding         | outstanding
        SALDEC April        | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, SALDEC 2018-04-01, XCLO 1999-01-01, XDIPY 1999-01-01, XORANTICOAG 1999-01-01      | adjusted XSAL      | adjusted XSALDIPDEC | adjusted XSAL
        SALDEC March        | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, SALDEC 2018-03-31, XCLO 1999-01-01, XDIPY 1999-01-01, XORANTICOAG 1999-01-01      | outstanding        | outstanding         | outstanding
        XCLO                | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, XCLO 1999-01-01, SALDEC 2018-04-01, DIPYDEC 2018-04-01, ORANTICOAGDEC 2018-04-01  | adjusted XSAL      | adjusted XSALDIPDEC | adjusted XSAL
        TXCLO April         | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, TXCLO 2018-04-01, SALDEC 2018-04-01, DIPYDEC 2018-04-01, ORANTICOAGDEC 2018-04-01 | adjusted XSAL      | adjusted XSALDIPDEC | adjusted XSAL
        TXCLO March         | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, TXCLO 2018-03-31, SALDEC 2018-04-01, DIPYDEC 2018-04-01, ORANTICOAGDEC 2018-04-01 | outstanding        | outstanding         | outstanding
        CLODEC April        | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, CLODEC 2018-04-01, XSAL 1999-01-01, XDIPY 1999-01-01, XORANTICOAG 1999-01-01      | adjusted XSAL      | adjusted XSALDIPDEC | adjusted XSAL
        CLODEC March        | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, CLODEC 2018-03-31, XSAL 1999-01-01, XDIPY 1999-01-01, XORANTICOAG 1999-01-01      | outstanding        | outstanding         | outstanding
        XDIPY               | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, XDIPY 1999-01-01, SALDEC 2018-04-01, CLODEC 2018-04-01, ORANTICOAGDEC 2018-04-01  | adjusted SALDEC    | adjusted XSALDIPDEC | adjusted SALDEC
        TXDIPY April        | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, TXDIPY 2018-04-01, SALDEC 2018-04-01, CLODEC 2018-04-01, ORANTICOAGDEC 2018-04-01 | adjusted SALDEC    | adjusted XSALDIPDEC | adjusted SALDEC
        TXDIPY March        | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, TXDIPY 2018-03-31, SALDEC 2018-04-01, CLODEC 2018-04-01, ORANTICOAGDEC 2018-04-01 | adjusted SALDEC    | outstanding         | adjusted SALDEC
        DIPYDEC April       | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, DIPYDEC 2018-04-01, XSAL 1999-01-01, XCLO 1999-01-01, XORANTICOAG 1999-01-01      | adjusted XCLO_CODC | adjusted XSALDIPDEC | adjusted XCLO_CODC
        DIPYDEC March       | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, DIPYDEC 2018-03-31, XSAL 1999-01-01, XCLO 1999-01-01, XORANTICOAG 1999-01-01      | adjusted XCLO_CODC | outstanding         | adjusted XCLO_CODC
        XORANTICOAG         | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, XORANTICOAG 1999-01-01, SALDEC 2018-04-01, CLODEC 2018-04-01, DIPYDEC 2018-04-01  | adjusted XSAL      | adjusted XSALDIPDEC | adjusted SALDEC
        TXORANTICOAG April  | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, TXORANTICOAG 2018-04-01, SALDEC 2018-04-01, CLODEC 2018-04-01, DIPYDEC 2018-04-01 | adjusted XSAL      | adjusted XSALDIPDEC | adjusted SALDEC
        TXORANTICOAG March  | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, TXORANTICOAG 2018-03-31, SALDEC 2018-04-01, CLODEC 2018-04-01, DIPYDEC 2018-04-01 | outstanding        | outstanding         | adjusted SALDEC
        ORANTICOAGDEC April | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, ORANTICOAGDEC 2018-04-01, XSAL 1999-01-01, XCLO 1999-01-01, XDIPY 1999-01-01      | adjusted XSAL      | adjusted XSALDIPDEC | adjusted XCLO_CODC
        ORANTICOAGDEC March | 1960-01-01 | CHD 2010-01-01, STRK 2010-01-01, OSTR 2010-01-01, PAD 2010-01-01, ORANTICOAGDEC 2018-03-31, XSAL 1999-01-01, XCLO 1999-01-01, XDIPY 1999-01-01      | outstanding        | outstanding         | adjusted XCLO_CODC
        """).AlsoIn("2019-20", "2024-25", "2025-26", "2026-27");
}
