namespace LoApi.Holidays;

/// <summary>Which holidays are asked for. Without a year and a bound, those of the current year in America/New_York.</summary>
/// <param name="Calendar">Whose.</param>
/// <param name="Year">Those whose date or observed date lies in it, <see cref="MinYear"/> to <see cref="MaxYear"/>.</param>
/// <param name="From">The first date, inclusive.</param>
/// <param name="To">The last date, inclusive.</param>
[GenerateSerializer, Immutable, Alias("holiday-query")]
public sealed record HolidayQuery(
    [property: Id(0)] HolidayCalendar Calendar,
    [property: Id(1)] int? Year,
    [property: Id(2)] DateOnly? From,
    [property: Id(3)] DateOnly? To)
{
    /// <summary>The first year that is answered: before, there was no Birthday of Martin Luther King, Jr. (Pub. L. 98-144).</summary>
    public const int MinYear = 1986;

    /// <summary>The last year that is answered.</summary>
    public const int MaxYear = 2100;
}
