namespace QofFhir.Tests.Spec;

/// <summary>CS005 (25 to 49, 42 months), CS006 (50 to 64, 66 months) and their forerunner CS002 (25 to 64, 60 months).</summary>
internal static class CervicalSpec
{
    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("NOCX: other end", "only its presence is asked"),
    ];

    public static readonly SpecTable[] Women_from_25_to_64_in_two_bands = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient     | born       | sex    | events | CS005                | CS006
        man         | 1990-01-01 | male   |        | -                    | -
        sex unknown | 1990-01-01 |        |        | -                    | -
        25 tomorrow | 2002-04-01 | female |        | -                    | -
        25 today    | 2002-03-31 | female |        | outstanding          | excluded P_AGE50_64
        50 tomorrow | 1977-04-01 | female |        | outstanding          | excluded P_AGE50_64
        50 today    | 1977-03-31 | female |        | excluded P_AGE25_49  | outstanding
        51          | 1976-03-31 | female |        | excluded P_AGE25_49  | outstanding
        65 tomorrow | 1962-04-01 | female |        | excluded P_AGE25_49  | outstanding
        65 today    | 1962-03-31 | female |        | -                    | -
        """).AlsoIn("2019-20", "2024-25", "2025-26");

    public static readonly SpecTable[] A_test_counts_for_42_or_66_months = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient          | born       | sex    | events                                  | CS005               | CS006
        30 September     | 1990-01-01 | female | SMEAR 2023-09-30                        | outstanding         | excluded P_AGE50_64
        1 October        | 1990-01-01 | female | SMEAR 2023-10-01                        | achieved            | excluded P_AGE50_64
        last day         | 1990-01-01 | female | SMEAR 2027-03-31                        | achieved            | excluded P_AGE50_64
        day after        | 1990-01-01 | female | SMEAR 2027-04-01                        | outstanding         | excluded P_AGE50_64
        old and new      | 1990-01-01 | female | SMEAR 2015-01-01, SMEAR 2025-01-01      | achieved            | excluded P_AGE50_64
        no cervix        | 1990-01-01 | female | SMEAR 2025-01-01, NOCX 1999-01-01       | excluded NOCX       | excluded P_AGE50_64
        no cervix today  | 1990-01-01 | female | NOCX 2027-03-31                         | excluded NOCX       | excluded P_AGE50_64
        57, 30 September | 1970-01-01 | female | SMEAR 2021-09-30                        | excluded P_AGE25_49 | outstanding
        57, 1 October    | 1970-01-01 | female | SMEAR 2021-10-01                        | excluded P_AGE25_49 | achieved
        57, last day     | 1970-01-01 | female | SMEAR 2027-03-31                        | excluded P_AGE25_49 | achieved
        57, no cervix    | 1970-01-01 | female | SMEAR 2025-01-01, NOCX 2020-01-01       | excluded P_AGE25_49 | excluded NOCX
        """).AlsoIn("2019-20", "2024-25", "2025-26");

    public static readonly SpecTable[] What_stands_in_the_way_counts_in_the_window_of_the_test = SpecTable.Of("qof-england-2026-27", "2027-03-31", """
        patient             | born       | sex    | registered | events                                         | CS005               | CS006
        pregnant 31 March   | 1990-01-01 | female | 2001-01-01 | PREG 2026-03-31                                | outstanding         | excluded P_AGE50_64
        pregnant 1 April    | 1990-01-01 | female | 2001-01-01 | PREG 2026-04-01                                | adjusted PREG_DAT   | excluded P_AGE50_64
        pregnant twice      | 1990-01-01 | female | 2001-01-01 | PREG 2020-04-01, PREG 2026-09-01               | adjusted PREG_DAT   | excluded P_AGE50_64
        unsuitable, before  | 1990-01-01 | female | 2001-01-01 | CSPU 2023-09-30                                | outstanding         | excluded P_AGE50_64
        unsuitable          | 1990-01-01 | female | 2001-01-01 | CSPU 2023-10-01                                | adjusted CSPU       | excluded P_AGE50_64
        unsuitable again    | 1990-01-01 | female | 2001-01-01 | CSPU 2012-10-01, CSPU 2026-10-01               | adjusted CSPU       | excluded P_AGE50_64
        declined before     | 1990-01-01 | female | 2001-01-01 | CSDEC 2023-09-30                               | outstanding         | excluded P_AGE50_64
        declined            | 1990-01-01 | female | 2001-01-01 | CSDEC 2023-10-01                               | adjusted CSDEC      | excluded P_AGE50_64
        declined again      | 1990-01-01 | female | 2001-01-01 | CSDEC 2012-10-01, CSDEC 2026-10-01             | adjusted CSDEC      | excluded P_AGE50_64
        no answer, before   | 1990-01-01 | female | 2001-01-01 | CSPCAINVITE 2023-09-30                         | outstanding         | excluded P_AGE50_64
        no answer           | 1990-01-01 | female | 2001-01-01 | CSPCAINVITE 2023-10-01                         | adjusted CSPCAINV   | excluded P_AGE50_64
        no answer again     | 1990-01-01 | female | 2001-01-01 | CSPCAINVITE 2012-10-01, CSPCAINVITE 2026-10-01 | adjusted CSPCAINV   | excluded P_AGE50_64
        here 31 December    | 1990-01-01 | female | 2026-12-31 |                                                | outstanding         | excluded P_AGE50_64
        here 1 January      | 1990-01-01 | female | 2027-01-01 |                                                | adjusted REG1_DAT3  | excluded P_AGE50_64
        tested all the same | 1990-01-01 | female | 2027-01-01 | PREG 2026-09-01, CSDEC 2026-09-01, SMEAR 2025-01-01 | achieved       | excluded P_AGE50_64
        pregnant first      | 1990-01-01 | female | 2027-01-01 | PREG 2026-09-01, CSPU 2026-09-01               | adjusted PREG_DAT   | excluded P_AGE50_64
        unsuitable first    | 1990-01-01 | female | 2027-01-01 | CSPU 2026-09-01, CSDEC 2026-09-01              | adjusted CSPU       | excluded P_AGE50_64
        declined first      | 1990-01-01 | female | 2027-01-01 | CSDEC 2026-09-01, CSPCAINVITE 2026-09-01       | adjusted CSDEC      | excluded P_AGE50_64
        no answer first     | 1990-01-01 | female | 2027-01-01 | CSPCAINVITE 2026-09-01                         | adjusted CSPCAINV   | excluded P_AGE50_64
        57, pregnant        | 1970-01-01 | female | 2001-01-01 | PREG 2026-09-01                                | excluded P_AGE25_49 | outstanding
        57, CSPU before     | 1970-01-01 | female | 2001-01-01 | CSPU 2021-09-30                                | excluded P_AGE25_49 | outstanding
        57, CSPU            | 1970-01-01 | female | 2001-01-01 | CSPU 2021-10-01                                | excluded P_AGE25_49 | adjusted CSPU
        57, CSDEC before    | 1970-01-01 | female | 2001-01-01 | CSDEC 2021-09-30                               | excluded P_AGE25_49 | outstanding
        57, CSDEC           | 1970-01-01 | female | 2001-01-01 | CSDEC 2021-10-01                               | excluded P_AGE25_49 | adjusted CSDEC
        57, CSPCAINV before | 1970-01-01 | female | 2001-01-01 | CSPCAINVITE 2021-09-30                         | excluded P_AGE25_49 | outstanding
        57, CSPCAINV        | 1970-01-01 | female | 2001-01-01 | CSPCAINVITE 2021-10-01                         | excluded P_AGE25_49 | adjusted CSPCAINV
        57, 31 December     | 1970-01-01 | female | 2026-12-31 |                                                | excluded P_AGE25_49 | outstanding
        57, 1 January       | 1970-01-01 | female | 2027-01-01 |                                                | excluded P_AGE25_49 | adjusted REG1_DAT3
        """).AlsoIn("2019-20", "2024-25", "2025-26");

    public static readonly SpecTable To_2018_19_one_band_and_5_years = SpecTable.Of("qof-england-2018-19", "2019-03-31", """
        patient             | born       | sex    | registered | events                                         | CS002
        man                 | 1980-01-01 | male   | 2001-01-01 | SMEAR 2018-09-01                               | -
        25 tomorrow         | 1994-04-01 | female | 2001-01-01 |                                                | -
        25 today            | 1994-03-31 | female | 2001-01-01 |                                                | outstanding
        65 tomorrow         | 1954-04-01 | female | 2001-01-01 |                                                | outstanding
        65 today            | 1954-03-31 | female | 2001-01-01 |                                                | -
        31 March            | 1980-01-01 | female | 2001-01-01 | SMEAR 2014-03-31                               | outstanding
        1 April             | 1980-01-01 | female | 2001-01-01 | SMEAR 2014-04-01                               | achieved
        old and new         | 1980-01-01 | female | 2001-01-01 | SMEAR 2001-04-01, SMEAR 2018-04-01             | achieved
        no cervix           | 1980-01-01 | female | 2001-01-01 | SMEAR 2014-04-01, NOCX 1999-01-01              | excluded NOCX
        CSPU before         | 1980-01-01 | female | 2001-01-01 | CSPU 2014-03-31                                | outstanding
        CSPU                | 1980-01-01 | female | 2001-01-01 | CSPU 2014-04-01                                | adjusted CSPU
        CSPU again          | 1980-01-01 | female | 2001-01-01 | CSPU 2001-04-01, CSPU 2018-04-01               | adjusted CSPU
        CSDEC before        | 1980-01-01 | female | 2001-01-01 | CSDEC 2014-03-31                               | outstanding
        CSDEC               | 1980-01-01 | female | 2001-01-01 | CSDEC 2014-04-01                               | adjusted CSDEC
        CSDEC again         | 1980-01-01 | female | 2001-01-01 | CSDEC 2001-04-01, CSDEC 2018-04-01             | adjusted CSDEC
        CSPCAINV before     | 1980-01-01 | female | 2001-01-01 | CSPCAINVITE 2014-03-31                         | outstanding
        CSPCAINV            | 1980-01-01 | female | 2001-01-01 | CSPCAINVITE 2014-04-01                         | adjusted CSPCAINV
        CSPCAINV again      | 1980-01-01 | female | 2001-01-01 | CSPCAINVITE 2001-04-01, CSPCAINVITE 2018-04-01 | adjusted CSPCAINV
        31 December         | 1980-01-01 | female | 2018-12-31 |                                                | outstanding
        1 January           | 1980-01-01 | female | 2019-01-01 |                                                | adjusted REG1_DAT3
        tested all the same | 1980-01-01 | female | 2019-01-01 | CSDEC 2018-09-01, SMEAR 2018-08-01             | achieved
        unsuitable first    | 1980-01-01 | female | 2019-01-01 | CSPU 2018-09-01, CSDEC 2018-09-01              | adjusted CSPU
        """);
}
