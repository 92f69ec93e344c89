namespace QofFhir.Cli.Payment;

/// <summary>A register among a list, here and in the country; unrounded.</summary>
/// <param name="List">Null where it is not known.</param>
/// <param name="Share">Of 1; null without anybody on the list, or with more on the register than on the list.</param>
/// <param name="National">Of 1, over all practices; null where nobody is on the lists.</param>
internal readonly record struct PrevalenceShare(long? List, decimal? Share, decimal? National)
{
    /// <summary>The adjusted practice disease factor: share of national share; null where either is not known, or nobody in the country is on the register.</summary>
    public decimal? Factor => Share is { } here && National is { } everywhere and > 0 ? here / everywhere : null;

    public static PrevalenceShare Of(long register, long? list, (long Register, long List)? national) => new(
        list, list is { } size and > 0 && register <= size ? register / (decimal)size : null, national is { List: > 0 } all ? all.Register / (decimal)all.List : null);
}
