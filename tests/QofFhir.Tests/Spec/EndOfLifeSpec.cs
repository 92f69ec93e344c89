namespace QofFhir.Tests.Spec;

/// <summary>The measures of the improvement module on end of life care: each who died is judged as of the day of death.</summary>
internal static class EndOfLifeSpec
{
    public static readonly SpecTable Who_died_while_on_the_list_in_twelve_months = SpecTable.Of("qi-end-of-life", "2019-11-30", """
        patient                  | born       | registered | left       | died       | events             | EOLREG      | EOLPLAN     | EOLSHARED   | EOLCARER
        alive                    | 1940-01-01 | 2010-01-01 |            |            | PALCARE 2019-01-01 | -           | -           | -           | -
        died 30 November before  | 1940-01-01 | 2010-01-01 |            | 2018-11-30 | PALCARE 2019-01-01 | -           | -           | -           | -
        died 1 December before   | 1940-01-01 | 2010-01-01 |            | 2018-12-01 |                    | outstanding | -           | -           | -
        died today               | 1940-01-01 | 2010-01-01 |            | 2019-11-30 | PALCARE 2019-01-01 | achieved    | outstanding | outstanding | outstanding
        died tomorrow            | 1940-01-01 | 2010-01-01 |            | 2019-12-01 | PALCARE 2019-01-01 | -           | -           | -           | -
        left on the day of death | 1940-01-01 | 2010-01-01 | 2019-06-01 | 2019-06-01 | PALCARE 2019-01-01 | achieved    | outstanding | outstanding | outstanding
        left the day before      | 1940-01-01 | 2010-01-01 | 2019-05-31 | 2019-06-01 | PALCARE 2019-01-01 | -           | -           | -           | -
        left after death         | 1940-01-01 | 2010-01-01 | 2019-06-20 | 2019-06-01 | PALCARE 2019-01-01 | achieved    | outstanding | outstanding | outstanding
        came on the day of death | 1940-01-01 | 2019-06-01 |            | 2019-06-01 | PALCARE 2019-01-01 | -           | -           | -           | -
        came the day before      | 1940-01-01 | 2019-05-31 |            | 2019-06-01 | PALCARE 2019-01-01 | achieved    | outstanding | outstanding | outstanding
        """);

    public static readonly SpecTable What_was_recorded_up_to_the_death = SpecTable.Of("qi-end-of-life", "2019-11-30", """
        patient                           | born       | registered | left | died       | events                                                        | EOLREG      | EOLPLAN     | EOLSHARED   | EOLCARER
        not on the register               | 1940-01-01 | 2010-01-01 |      | 2019-06-01 | EOLPLAN 2019-05-01, EOLSHARED 2019-05-01, EOLCARER 2019-05-01 | outstanding | -           | -           | -
        on the register that day          | 1940-01-01 | 2010-01-01 |      | 2019-06-01 | PALCARE 2019-06-01                                            | achieved    | outstanding | outstanding | outstanding
        on the register a day later       | 1940-01-01 | 2010-01-01 |      | 2019-06-01 | PALCARE 2019-06-02                                            | outstanding | -           | -           | -
        no longer needed                  | 1940-01-01 | 2010-01-01 |      | 2019-06-01 | PALCARE 2019-01-01, PALCARENI 2019-02-01                      | outstanding | -           | -           | -
        no longer needed, after the death | 1940-01-01 | 2010-01-01 |      | 2019-06-01 | PALCARE 2019-01-01, PALCARENI 2019-06-02                      | achieved    | outstanding | outstanding | outstanding
        before 1 April 2008               | 1940-01-01 | 2010-01-01 |      | 2019-06-01 | PALCARE 2008-03-31                                            | outstanding | -           | -           | -
        plan                              | 1940-01-01 | 2010-01-01 |      | 2019-06-01 | PALCARE 2019-01-01, EOLPLAN 2019-06-01                        | achieved    | achieved    | outstanding | outstanding
        plan after the death              | 1940-01-01 | 2010-01-01 |      | 2019-06-01 | PALCARE 2019-01-01, EOLPLAN 2019-06-02                        | achieved    | outstanding | outstanding | outstanding
        shared without a plan             | 1940-01-01 | 2010-01-01 |      | 2019-06-01 | PALCARE 2019-01-01, EOLSHARED 2019-05-01                      | achieved    | outstanding | outstanding | outstanding
        plan and shared                   | 1940-01-01 | 2010-01-01 |      | 2019-06-01 | PALCARE 2019-01-01, EOLPLAN 2019-05-01, EOLSHARED 2019-06-01  | achieved    | achieved    | achieved    | outstanding
        shared after the death            | 1940-01-01 | 2010-01-01 |      | 2019-06-01 | PALCARE 2019-01-01, EOLPLAN 2019-05-01, EOLSHARED 2019-06-02  | achieved    | achieved    | outstanding | outstanding
        carer                             | 1940-01-01 | 2010-01-01 |      | 2019-06-01 | PALCARE 2019-01-01, EOLCARER 2019-06-01                       | achieved    | outstanding | outstanding | achieved
        carer after the death             | 1940-01-01 | 2010-01-01 |      | 2019-06-01 | PALCARE 2019-01-01, EOLCARER 2019-06-02                       | achieved    | outstanding | outstanding | outstanding
        """);

    public static readonly (string What, string Reason)[] ChangeNothing =
    [
        ("EOL*: other end", "only whether it was recorded is asked"),
    ];
}
