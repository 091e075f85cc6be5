using System.Collections.Immutable;
using LoApi.Grains.Calendar;
using LoApi.Holidays;
using Orleans.Concurrency;

namespace LoApi.Grains.Holidays;

[StatelessWorker(QueryWorkers.MaxPerSilo)]
internal sealed class HolidayGrain(BusinessClock clock) : Grain, IHolidayGrain
{
    public Task<ImmutableArray<Holiday>> ListAsync(HolidayQuery query) =>
        Task.FromResult(HolidayList.Of(query, clock.Today));
}
