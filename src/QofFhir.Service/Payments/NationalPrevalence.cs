using QofFhir.Core.Achievement;
using QofFhir.Core.Payments;
using QofFhir.Core.Rules;

namespace QofFhir.Service.Payments;

/// <summary>Prevalence of all practices together, by payment group.</summary>
/// <param name="From">Where it is from, for people.</param>
internal sealed record NationalPrevalence(string From, IReadOnlyList<NationalShare> Groups)
{
    public IReadOnlyDictionary<string, RegisterShare> ByGroup() =>
        Groups.ToDictionary(g => g.Group, g => new RegisterShare(g.Register, g.List, g.On) { MayChange = g.MayChange }, StringComparer.Ordinal);

    /// <summary>Exactly the sums of registers and lists of the practices that reported both. A group that nobody reported is not there.</summary>
    public static NationalPrevalence OfSums(Framework framework, DateOnly on, IReadOnlyCollection<PracticeFigures> practices)
    {
        var groups = new List<NationalShare>();
        foreach (var group in framework.Payment!.Groups.Where(g => g.CountedBy is not null))
        {
            var (register, list, counted) = (0L, 0L, 0);
            foreach (var practice in practices)
            {
                if (practice.Counts(group.CountedBy!)?.Population is { } patients && practice.ListSize is { } size && size >= patients)
                {
                    (register, list, counted) = (register + patients, list + size, counted + 1);
                }
            }

            if (counted > 0)
            {
                var incomplete = framework.Reported.First(i => i.Id == group.CountedBy).Evaluability is { State: EvaluabilityState.Incomplete, Reason: var why } ? why : null;
                groups.Add(new NationalShare(group.Name, register, list, on) { Practices = counted, MayChange = incomplete });
            }
        }

        return new NationalPrevalence("sums of the practices that reported", groups);
    }
}

/// <param name="Group">As the payment year names it.</param>
internal sealed record NationalShare(string Group, long Register, long List, DateOnly On)
{
    /// <summary>How many were added up; null when it was supplied.</summary>
    public int? Practices { get; init; }

    public string? MayChange { get; init; }
}
