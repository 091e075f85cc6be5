namespace LoApi.Lists;

/// <summary>How many rows a list has.</summary>
/// <param name="Count">Their number, at most <see cref="Cap"/>.</param>
/// <param name="Capped">Whether there are more than that.</param>
[GenerateSerializer, Immutable, Alias("list-total")]
public sealed record ListTotal(
    [property: Id(0)] int Count,
    [property: Id(1)] bool Capped)
{
    /// <summary>Counting ends here: beyond it the cost would grow with the table.</summary>
    public const int Cap = 10_000;

    /// <summary>The total of a count that went one further than the cap.</summary>
    public static ListTotal Of(int counted) => counted > Cap ? new(Cap, Capped: true) : new(counted, Capped: false);
}
