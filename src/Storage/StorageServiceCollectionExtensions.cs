using LoApi.Storage.Audit;
using LoApi.Storage.Clients;
using LoApi.Storage.Demonstration;
using LoApi.Storage.GrainStates;
using LoApi.Storage.Health;
using LoApi.Storage.Idempotency;
using LoApi.Storage.Importing;
using LoApi.Storage.Loans;
using LoApi.Storage.Locations;
using LoApi.Storage.Migrations;
using LoApi.Storage.Operators;
using LoApi.Storage.Payoffs;
using LoApi.Storage.Pruning;
using LoApi.Storage.Reference;
using LoApi.Storage.Resources;
using LoApi.Storage.Sql;
using LoApi.Storage.Statistics;
using LoApi.Storage.Subjects;
using LoApi.Storage.Tokens;
using LoApi.Storage.Users;
using LoApi.Storage.Writing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LoApi.Storage;

/// <summary>Puts the database into a host.</summary>
public static class StorageServiceCollectionExtensions
{
    /// <summary>
    /// Adds repositories, the change writer, migrations and the health check, set up by section <c>Storage</c>. Call it
    /// before adding whoever writes: a host stops its services in reverse order, and the writer must stop last.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IConfigureOptions<StorageOptions>>(new StorageOptionsReader(configuration));
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddOptions<StorageOptions>().ValidateOnStart();

        services.AddMetrics();
        services.AddSingleton<StorageMeasures>();
        services.AddSingleton<Database>();
        services.AddSingleton(provider => new Migrator(Database(provider), Time(provider), Logger<Migrator>(provider)));
        services.AddSingleton(provider => new Importer(Database(provider), Time(provider)));
        services.AddSingleton(provider => new ExistingRows(Database(provider)));
        services.AddSingleton<DemonstrationFiller>();
        services.AddSingleton(provider => new StorageHealth(Database(provider), Time(provider), Logger<StorageHealth>(provider)));

        services.AddOptions<AuditOptions>().Bind(configuration.GetSection(AuditOptions.Section));
        services.AddSingleton<AuditSignal>();
        services.AddSingleton<AuditMeasures>();
        services.AddSingleton(provider => new AuditRepository(Database(provider)));
        services.AddSingleton(provider => new AuditOutbox(Database(provider), provider.GetRequiredService<AuditSignal>()));
        services.AddSingleton(provider => new ClientRegistry(Database(provider), Time(provider)));
        services.AddSingleton(provider => new ClientRepository(Database(provider), Time(provider), Logger<ClientRepository>(provider)));
        services.AddSingleton(provider => new GrainStateRepository(Database(provider), Time(provider)));
        services.AddSingleton(provider => new IdempotencyRepository(Database(provider)));
        services.AddSingleton(provider => new LoanRepository(Database(provider)));
        services.AddSingleton(provider => new LocationRepository(Database(provider)));
        services.AddSingleton(provider => new OperatorRepository(Database(provider), Time(provider)));
        services.AddSingleton(provider => new OverduePayoffs(Database(provider)));
        services.AddSingleton(provider => new PayoffRepository(Database(provider)));
        services.AddSingleton(provider => new Pruner(Database(provider)));
        services.AddSingleton(provider => new ReferenceRepository(Database(provider)));
        services.AddSingleton(provider => new ResourceRepository(Database(provider)));
        services.AddSingleton(provider => new SpentTokenRepository(Database(provider)));
        services.AddSingleton(provider => new StatsRepository(Database(provider), Time(provider)));
        services.AddSingleton(provider => new SubjectRepository(Database(provider)));
        services.AddSingleton(provider => new UserRepository(Database(provider)));

        services.AddSingleton<IHostedService, SqliteCheckpoints>();
        services.AddSingleton<BatchingChangeWriter>();
        services.AddSingleton<IChangeWriter>(provider => provider.GetRequiredService<BatchingChangeWriter>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<BatchingChangeWriter>());
        return services;
    }

    /// <summary>
    /// Adds what chains the audit log, set up by section <c>Audit</c> and validated at start: for a silo, and for whoever
    /// verifies. After <see cref="AddStorage"/>.
    /// </summary>
    public static IServiceCollection AddAuditChain(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<AuditOptions>, AuditOptionsValidator>();
        services.AddOptions<AuditOptions>().ValidateOnStart();
        services.AddSingleton<AuditKeys>();
        services.AddSingleton(provider => new AuditChain(
            Database(provider),
            provider.GetRequiredService<AuditKeys>(),
            provider.GetRequiredService<AuditMeasures>(),
            Time(provider),
            provider.GetRequiredService<IOptions<AuditOptions>>(),
            Logger<AuditChain>(provider)));
        services.AddSingleton(provider => new AuditVerification(Database(provider), provider.GetRequiredService<AuditKeys>()));
        services.AddSingleton(provider => new AuditErasure(Database(provider), provider.GetRequiredService<AuditChain>(), Time(provider)));
        services.AddSingleton(provider => new AuditHeadsFile(
            provider.GetRequiredService<AuditKeys>(),
            Time(provider),
            provider.GetRequiredService<IOptions<AuditOptions>>(),
            Logger<AuditHeadsFile>(provider)));
        return services;
    }

    private static Database Database(IServiceProvider provider) => provider.GetRequiredService<Database>();

    private static TimeProvider Time(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();

    private static ILogger<T> Logger<T>(IServiceProvider provider) => provider.GetRequiredService<ILogger<T>>();
}
