using LoApi.Fixtures;
using LoApi.Grains;
using LoApi.Grains.Payoffs;
using LoApi.Reliability.Tests.Simulation.Database;
using LoApi.Storage;
using LoApi.Storage.Audit;
using LoApi.Storage.Idempotency;
using LoApi.Storage.Writing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoApi.Reliability.Tests.Simulation;

/// <summary>
/// One process of the service below HTTP: the real grains on the real runtime, the real repositories, batcher and audit
/// chain; simulated are only the database's connections, the clock, and who comes next.
/// </summary>
internal sealed class Silo
{
    private readonly ServiceProvider _services;

    public Silo(SimulatedServer server, SimulatedScheduler scheduler, FakeTimeProvider clock, Random random)
    {
        Process = new SimulatedProcess(server);
        var options = new StorageOptions
        {
            MaxReaders = 1_000,
            Writers = random.Next(1, 3),
            MaxWriteBatch = random.Next(1, 9),
            MaxQueuedWrites = random.Next(2, 33),
        };
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<TaskScheduler>(scheduler)
            .AddLogging()
            .AddStorage(configuration)
            .AddAuditChain()
            .AddGrainServices()
            .AddKeyedSingleton<TimeProvider>(GrainServices.BusinessTime, clock)
            .AddSingleton(Options.Create(options))
            .AddSingleton(Options.Create(new AuditOptions { Key = Convert.ToBase64String(new byte[32]), ChainBatch = random.Next(1, 20) }))
            .AddSingleton(provider => new Storage.Sql.Database(
                options, new SimulatedDialect(server, Process), provider.GetRequiredService<Storage.Sql.StorageMeasures>()))
            .AddEmbeddedGrains(embedded =>
            {
                embedded.Assemblies.Add(typeof(PayoffGrain).Assembly);
                embedded.TurnQueue = scheduler.Post;
            });
        _services = services.BuildServiceProvider();
        Grains = _services.GetRequiredService<IGrainFactory>();
    }

    public SimulatedProcess Process { get; }

    public IGrainFactory Grains { get; }

    public BatchingChangeWriter Writer => _services.GetRequiredService<BatchingChangeWriter>();

    public AuditVerification Verification => _services.GetRequiredService<AuditVerification>();

    public IdempotencyRepository Idempotency => _services.GetRequiredService<IdempotencyRepository>();
}
