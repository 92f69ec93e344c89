using System.Runtime.CompilerServices;
using QofFhir.Core.Prompts;
using QofFhir.Core.Records;
using QofFhir.Tests.Spec;
using Xunit;

namespace QofFhir.Tests.Core;

public sealed class PromptMemoryTests
{
    [Fact]
    public void Nothing_of_a_patient_stays_with_a_prompter_that_waits_for_the_next()
    {
        var prompter = new Prompter(Rulebook.Framework("qof-england-2026-27"));
        var records = Asked(prompter);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(records.IsAlive);
        GC.KeepAlive(prompter);
    }

    /// <summary>On a frame of its own: what a test's locals hold is not let go.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Asked(Prompter prompter)
    {
        var table = SpecTable.Of("qof-england-2026-27", "2026-11-01", "patient | born | events\nAnn | 1966-07-01 | DM 2020-06-01");
        var records = SpecPractice.Build(Rulebook.Framework(table.Framework).Plan, table.Patients);
        Assert.True(prompter.Of(records, 0, table.AchievementDate).OnList);
        return new WeakReference(records);
    }
}
