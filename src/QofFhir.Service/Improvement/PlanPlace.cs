using QofFhir.Service.Practices;

namespace QofFhir.Service.Improvement;

/// <summary>Finds the plan that an address names.</summary>
internal sealed class PlanPlace(ServicePlan plan, PracticeList practices, ModuleBook modules, TimeProvider clock)
{
    /// <summary>The first day of the first service year that a plan may be of.</summary>
    public static readonly DateOnly First = new(2000, 4, 1);

    /// <summary>The day that plans are judged on.</summary>
    public DateOnly Today => plan.Today(clock);

    /// <returns>Null where there can be none; then why.</returns>
    public PlanAt? Find(string ods, string module, int year, out IResult? refusal)
    {
        var found = modules.Find(module);
        refusal = practices.Find(ods) is null ? NotHere("The practice is not configured here.")
            : found is null ? NotHere("There is no such module, or the definitions are not loaded.")
            : year < First.Year || year > 2999 ? NotHere($"A year from {First.Year} to 2999 was expected: that in which the service year begins.")
            : null;
        return refusal is null ? new PlanAt(practices.Find(ods)!, found!, new PlanKey(practices.Find(ods)!.Ods, found!.Module.Id, year)) : null;
    }

    public static IResult NotHere(string why) => Results.Problem(why, statusCode: StatusCodes.Status404NotFound);
}

/// <summary>A plan's place.</summary>
internal sealed record PlanAt(Practice Practice, LoadedModule Module, PlanKey Key);
