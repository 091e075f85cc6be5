using LoApi.Storage;
using LoApi.Storage.Dialects;
using LoApi.Storage.Sql;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LoApi.SlowDatabase;

/// <summary>
/// Puts the delays in. <c>SlowDatabase:CommitMilliseconds</c>: what a commit takes longer, on SQLite (PostgreSQL's
/// server has a setting for that, <c>commit_delay</c>). <c>SlowDatabase:RoundTripMilliseconds</c>: what a round trip to
/// PostgreSQL takes longer. Default 0 each.
/// </summary>
internal static class SlowStorage
{
    public static void Add(HostBuilderContext host, IServiceCollection services)
    {
        var slow = host.Configuration.GetSection("SlowDatabase");
        var commit = TimeSpan.FromMilliseconds(slow.GetValue("CommitMilliseconds", 0.0));
        var roundTrip = TimeSpan.FromMilliseconds(slow.GetValue("RoundTripMilliseconds", 0.0));
        if (commit > TimeSpan.Zero)
        {
            services.Replace(ServiceDescriptor.Singleton(provider =>
            {
                var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
                return new Database(options, new SlowCommitDialect(Dialect.For(options), commit), provider.GetRequiredService<StorageMeasures>());
            }));
        }

        if (roundTrip > TimeSpan.Zero)
        {
            // Lives as long as the process does.
            services.PostConfigure<StorageOptions>(options => options.ConnectionString = DistantServer.Between(options.ConnectionString, roundTrip));
        }
    }
}
