using QofFhir.Core.Payments;
using QofFhir.Core.Rules;
using QofFhir.Definitions.Language;

namespace QofFhir.Definitions.Frameworks;

/// <summary>Settles which indicators each payment group pays: every one with points stands in exactly one group.</summary>
internal sealed class PaymentCompiler(FrameworkFile file, EvaluationPlan plan, MistakeList mistakes)
{
    private readonly string[] _registers = [.. plan.Registers.Select(r => r.Name)];
    private readonly Dictionary<string, FrameworkEntry> _entries = file.Indicators.ToDictionary(e => e.Id, StringComparer.Ordinal);

    public PaymentYear Compile(PaymentFile payment)
    {
        foreach (var unknown in payment.Indicators.Where(n => !_entries.ContainsKey(n.Name)))
        {
            Unknown(unknown);
        }

        var named = Named(payment);
        var groups = new List<PaymentGroup>();
        foreach (var entry in payment.Groups)
        {
            if (groups.Exists(g => g.Name == entry.Group.Name))
            {
                mistakes.Add(entry.Group.Place, $"payment group {entry.Group.Name} is listed twice");
                continue;
            }

            groups.Add(Group(entry, named));
        }

        var paid = groups.SelectMany(g => g.Indicators).ToHashSet(StringComparer.Ordinal);
        foreach (var stray in file.Indicators.Where(e => e.Points > 0 && !paid.Contains(e.Id)))
        {
            mistakes.Add(payment.Place, $"{stray.Id} has points, and no payment group pays {stray.Group}");
        }

        return payment.Figures with { Groups = groups };
    }

    /// <summary>The indicators that groups name one by one.</summary>
    private HashSet<string> Named(PaymentFile payment)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var indicator in payment.Groups.SelectMany(g => g.Indicators))
        {
            if (!_entries.ContainsKey(indicator.Name))
            {
                Unknown(indicator);
            }
            else if (!named.Add(indicator.Name))
            {
                mistakes.Add(indicator.Place, $"{indicator.Name} is paid by two groups");
            }
        }

        return named;
    }

    private PaymentGroup Group(PaymentGroupEntry entry, HashSet<string> named)
    {
        foreach (var register in entry.Registers.Where(r => !_registers.Contains(r.Name)))
        {
            mistakes.Add(register.Place, $"{file.Id} computes no register {register.Name}{Suggestion.For(register.Name, _registers)}");
        }

        IReadOnlyList<string> indicators = entry.Indicators.Count > 0
            ? [.. entry.Indicators.Select(i => i.Name).Distinct()]
            : [.. file.Indicators.Where(e => e.Group == entry.Group.Name && !named.Contains(e.Id)).Select(e => e.Id)];
        if (indicators.Count == 0)
        {
            mistakes.Add(
                entry.Group.Place,
                $"no indicator is left for payment group {entry.Group.Name}{Suggestion.For(entry.Group.Name, file.Indicators.Select(e => e.Group).Distinct())}");
        }

        return new PaymentGroup(
            entry.Group.Name, indicators, entry.Weighting, [.. entry.Registers.Select(r => r.Name)], entry.Certainty, entry.Source)
        {
            CountedBy = entry.Weighting == Weighting.Prevalence ? CountedBy(entry) : null,
            PublishedAs = entry.PublishedAs,
        };
    }

    /// <summary>What the framework reports of who is on the group's registers.</summary>
    private string? CountedBy(PaymentGroupEntry entry)
    {
        var wanted = entry.Registers.Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        var found = plan.Indicators.OfType<IndicatorRule.Register>().FirstOrDefault(r => wanted.SetEquals(r.Registers.Select(n => _registers[n])));
        if (found is null && wanted.All(_registers.Contains))
        {
            mistakes.Add(
                entry.Group.Place,
                $"{file.Id} reports no count of {string.Join(" or ", wanted)}, by which payment group {entry.Group.Name} is weighted; add it to `registers`");
        }

        return found?.Id;
    }

    private void Unknown(NameRef indicator) =>
        mistakes.Add(indicator.Place, $"{file.Id} has no indicator {indicator.Name}{Suggestion.For(indicator.Name, _entries.Keys)}");
}
