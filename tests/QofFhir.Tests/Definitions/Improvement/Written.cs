namespace QofFhir.Tests.Definitions.Improvement;

/// <summary>Modules as a network might write them.</summary>
internal static class Written
{
    /// <summary>Lines are counted by tests.</summary>
    public const string Hedgehogs = """
        module: hedgehogs
        title: Hedgehogs
        rules: 51.2
        source: { document: Our network, evidence: found }
        rulesets: [HEDGEHOGS]
        measures: [HEDGE1]
        codes:
          HEDGEHOG_COD:
            title: Hedgehog met
            class: code
            system: https://qoffhir.example.org/fhir/CodeSystem/sample
            codes: [HEDGEHOG-1]
        indicators:
          - { id: HQ1, title: Hedgehogs improved, points: 3, certainty: found, requirements: [baseline] }
        requirements:
          - { id: baseline, kind: baseline, text: Count those who met a hedgehog }

        ---
        ruleset: HEDGEHOGS
        title: Hedgehogs
        source: { document: Our network, evidence: found }
        fields:
          HEDGEHOG: latest HEDGEHOG_COD
        indicators:
          HEDGE1:
            title: Diabetes, hedgehog met in 6 months
            population: DM_REG
            rules:
              - { achieve: "HEDGEHOG_DAT > ACHV_DAT - 6 months" }
        """;
}
