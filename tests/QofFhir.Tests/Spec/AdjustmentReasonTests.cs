using QofFhir.Core.Rules;

namespace QofFhir.Tests.Spec;

/// <summary>The group of reasons that each label of an adjustment belongs to, in every year that uses it.</summary>
public sealed class AdjustmentReasonTests
{
    [Theory]
    [InlineData(AdjustmentReason.Unsuitable, "MHPCAPU BMIPU IFCCHBA CSPU SMOKPCAPU OSTPCAPU XBONESPAR TXBONESPAR DTPCON MMRCON MMRDTAPCON SHCON SHNOV2O80")]
    [InlineData(AdjustmentReason.PatientChoseNotTo, "MHPCADEC BPDEC BMIDEC ALCDEC CHOLDEC GLUCDEC CSDEC PHCSMIPCA SMOKPCADEC SMOKSTDEC OSTPCADEC SHDECU80 SHDECV2")]
    [InlineData(AdjustmentReason.DidNotRespond, "MHINVITE SMOKINVITE OSTINVITE")]
    [InlineData(AdjustmentReason.NewlyDiagnosed, "DIAG1_DAT DIAG1_DT9M")]
    [InlineData(AdjustmentReason.NewlyRegistered, "REG1_DAT3 REG1_DAT9 PCADTP PCAMMR1 PCAMMRDTAP")]
    public void A_label_stands_for_one_group_of_reasons(AdjustmentReason reason, string labels)
    {
        var rows = from framework in Rulebook.FrameworkIds.Select(Rulebook.Framework)
                   from fraction in framework.Indicators.Select(framework.Rule).OfType<IndicatorRule.Fraction>()
                   from row in fraction.Rows
                   where row.End == RowEnd.Adjust
                   select row;
        Assert.All(labels.Split(' '), label => Assert.Equal([reason], rows.Where(r => r.Label == label).Select(r => r.Reason!.Value).Distinct()));
    }
}
