using System.Collections.Immutable;

namespace LoApi.Holidays;

/// <summary>Computes holidays from the statute. A stateless worker.</summary>
[Alias("IHolidayGrain")]
public interface IHolidayGrain : IGrainWithIntegerKey
{
    /// <summary>The holidays that the query asks for, by date, those of one date by name.</summary>
    [Alias("List")]
    Task<ImmutableArray<Holiday>> ListAsync(HolidayQuery query);
}
