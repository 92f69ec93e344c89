using System.Globalization;
using QofFhir.Service.Practices;

namespace QofFhir.Service.Cds.Drawn;

/// <summary>How long drawn cards and what became of them are kept and counted.</summary>
internal sealed class Retention(ServicePlan plan, TimeProvider clock)
{
    public int Days => plan.Cds.FeedbackDays;

    /// <summary>The first day that is kept; sorts among stored moments.</summary>
    public string Since => clock.GetUtcNow().UtcDateTime.AddDays(-Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
