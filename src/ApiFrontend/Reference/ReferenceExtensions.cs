using LoApi.ApiFrontend.Countries;
using LoApi.ApiFrontend.Franchises;
using LoApi.ApiFrontend.NaicsCodes;
using LoApi.Countries;
using LoApi.Franchises;
using LoApi.NaicsCodes;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Reference;

internal static class ReferenceExtensions
{
    /// <summary>Adds this process's snapshots of reference data.</summary>
    public static void AddReferenceData(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ReferenceOptions>()
            .BindConfiguration(ReferenceOptions.Section)
            .Validate(
                options => options.MaxAge >= TimeSpan.Zero && options.MaxAge <= TimeSpan.FromHours(1),
                "Cache:MaxAge lies between 00:00:00 and 01:00:00.")
            .Validate(
                options => options.MaxStale >= options.MaxAge && options.MaxStale <= TimeSpan.FromDays(1),
                "Cache:MaxStale lies between Cache:MaxAge and a day (1.00:00:00).")
            .ValidateOnStart();
        Add<Country>(CountrySnapshot.Data);
        Add<Franchise>(FranchiseSnapshot.Data);
        Add<NaicsCode>(NaicsCodeSnapshot.Data);

        void Add<T>(Func<IGrainFactory, TimeProvider, IOptions<ReferenceOptions>, ILogger<ReferenceData<T>>, ReferenceData<T>> data) =>
            builder.Services.AddSingleton(services => data(
                services.GetRequiredService<IGrainFactory>(),
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<IOptions<ReferenceOptions>>(),
                services.GetRequiredService<ILogger<ReferenceData<T>>>()));
    }
}
