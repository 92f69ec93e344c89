using QofFhir.Core.Rules;

namespace QofFhir.Definitions.Language;

internal sealed partial class LanguageParser
{
    /// <summary>Clusters, then filters, then bounds.</summary>
    private FilterSyntax Filter(bool counts)
    {
        var clusters = new List<NameRef> { Name("a cluster") };
        while (TakeSymbol(","))
        {
            clusters.Add(Name("a cluster"));
        }

        var filter = new FilterSyntax(clusters, null, Here, false, false, []);
        while (IsWord("with") || IsWord("new"))
        {
            filter = WithFilter(filter, counts);
        }

        var bounds = new List<BoundSyntax>();
        while (Current.Kind != TokenKind.End && Bound() is { } bound)
        {
            bounds.Add(bound);
        }

        return filter with { Bounds = bounds };
    }

    private FilterSyntax WithFilter(FilterSyntax filter, bool counts)
    {
        var place = Here;
        if (TakeWords("new", "episode"))
        {
            return filter with { NewEpisode = true };
        }

        if (TakeWords("with", "pressure"))
        {
            filter = filter with { WithPressure = true };
        }
        else if (TakeWords("with", "value"))
        {
            FailIf(filter.Value is not null, place, "`with value` stands here twice");
            var (value, unitPlace) = Value(counts);
            filter = filter with { Value = value, ValuePlace = unitPlace ?? place };
        }
        else
        {
            Advance();
            FailExpecting("`with value`, `with pressure` or `new episode`");
        }

        FailIf(filter is { Value: not null, WithPressure: true }, place, "a field reads a value or a pressure, not both");
        return filter;
    }

    private (ValueFilter Value, Place? UnitPlace) Value(bool counts)
    {
        var comparison = ComparisonHere();
        decimal? limit = null;
        if (comparison is not null)
        {
            Advance();
            limit = Decimal();
        }

        Place? unitPlace = null;
        string? unit = null;
        if (TakeWords("in"))
        {
            unitPlace = Here;
            unit = UnitOfMeasure();
        }

        var place = Here;
        var highestFirst = TakeWords("highest", "first");
        FailIf(highestFirst && counts, place, "a count chooses no value: leave `highest first` out");
        return (new ValueFilter(comparison, limit, unit, highestFirst), unitPlace);
    }

    /// <summary>A UCUM unit runs to the next blank, whatever signs it holds.</summary>
    private string UnitOfMeasure()
    {
        if (Current.Kind == TokenKind.End)
        {
            FailExpecting("a unit");
            return "";
        }

        var start = Current.Start;
        var end = _text.Value.IndexOf(' ', start);
        end = end < 0 ? _text.Value.Length : end;
        while (Current.Kind != TokenKind.End && Current.Start < end)
        {
            Advance();
        }

        return _text.Value[start..end];
    }

    private BoundSyntax? Bound()
    {
        if (TakeWords("at", "least"))
        {
            return AtLeastAfter();
        }

        BoundKind? kind =
            TakeWords("on", "or", "after") ? BoundKind.OnOrAfter
            : TakeWords("on", "or", "before") ? BoundKind.OnOrBefore
            : TakeWords("on") ? BoundKind.On
            : TakeWords("after") ? BoundKind.After
            : TakeWords("before") ? BoundKind.Before
            : null;
        if (kind is null)
        {
            FailExpecting("`with`, `new episode`, `after`, `before`, `on`, `at least` or the end");
            return null;
        }

        return new BoundSyntax(kind.Value, Date());
    }

    private BoundSyntax AtLeastAfter()
    {
        var amount = Amount(back: false);
        if (!TakeWords("after"))
        {
            FailExpecting("`after`");
        }

        var date = Date();
        return new BoundSyntax(BoundKind.OnOrAfter, new DateSyntax.Plus(date, amount, date.Place));
    }

    private void FailIf(bool wrong, Place place, string text)
    {
        if (wrong)
        {
            Fail(place, text);
        }
    }
}
