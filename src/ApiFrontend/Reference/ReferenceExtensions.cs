using LoApi.ApiFrontend.Countries;
using LoApi.ApiFrontend.Franchises;
using LoApi.ApiFrontend.NaicsCodes;
using LoApi.Caching;
using LoApi.Reference;

namespace LoApi.ApiFrontend.Reference;

internal static class ReferenceExtensions
{
    /// <summary>Adds this process's snapshots of reference data.</summary>
    public static void AddReferenceData(this WebApplicationBuilder builder)
    {
        builder.Services.AddCacheOptions();
        builder.Services.AddSingleton<ReferenceMeasures>();
        Add(ReferenceTableName.Countries, CountrySnapshot.Build);
        Add(ReferenceTableName.Franchises, FranchiseSnapshot.Build);
        Add(ReferenceTableName.NaicsCodes, NaicsCodeSnapshot.Build);

        void Add<T>(string table, Func<ReferenceTable, ReferenceSnapshot<T>> build)
        {
            builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<ReferenceData<T>>(services, table, build));
            builder.Services.AddSingleton<IReferenceState>(services => services.GetRequiredService<ReferenceData<T>>());
        }
    }
}
