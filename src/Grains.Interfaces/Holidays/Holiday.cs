namespace LoApi.Holidays;

/// <summary>A legal public holiday (5 U.S.C. 6103). Two may share a date: 2025-01-20 has two.</summary>
[GenerateSerializer, Immutable, Alias("holiday")]
public sealed record Holiday
{
    /// <summary>The date that the statute names.</summary>
    [Id(0)]
    public required DateOnly Date { get; init; }

    /// <summary>
    /// The day on which it is kept: for a Saturday the Friday before, for a Sunday the Monday after. Inauguration Day has
    /// no Friday before.
    /// </summary>
    [Id(1)]
    public required DateOnly ObservedDate { get; init; }

    /// <summary>The statute's name of it, such as <c>Washington's Birthday</c>.</summary>
    [Id(2)]
    public required string Name { get; init; }

    /// <summary>Where it is a holiday.</summary>
    [Id(3)]
    public required HolidayScope Scope { get; init; }
}
