using LoApi.ApiFrontend.Countries;
using LoApi.ApiFrontend.Franchises;
using LoApi.ApiFrontend.NaicsCodes;
using LoApi.Reference;

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
        Add(ReferenceTableName.Countries, CountrySnapshot.Build);
        Add(ReferenceTableName.Franchises, FranchiseSnapshot.Build);
        Add(ReferenceTableName.NaicsCodes, NaicsCodeSnapshot.Build);

        void Add<T>(string table, Func<ReferenceTable, ReferenceSnapshot<T>> build) =>
            builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<ReferenceData<T>>(services, table, build));
    }
}
