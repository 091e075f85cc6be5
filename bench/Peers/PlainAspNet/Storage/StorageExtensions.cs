using Microsoft.EntityFrameworkCore;

namespace LoApi.PlainAspNet.Storage;

internal static class StorageExtensions
{
    /// <summary>Adds the database that <c>Storage:Provider</c> and <c>Storage:ConnectionString</c> name, as LoApi reads them.</summary>
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        var connection = builder.Configuration["Storage:ConnectionString"];
        var sqlite = builder.Configuration["Storage:Provider"] == "Sqlite";
        builder.Services.AddSingleton(new WriteGate(oneAtATime: sqlite));
        builder.Services.AddDbContextPool<LendingContext>(options =>
        {
            _ = sqlite ? options.UseSqlite(connection) : options.UseNpgsql(connection);
            options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
            options.EnableThreadSafetyChecks(false);
        });
    }
}
