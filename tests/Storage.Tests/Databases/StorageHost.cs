using System.Data.Common;
using System.Diagnostics.Metrics;
using LoApi.Storage.Audit;
using LoApi.Storage.Clients;
using LoApi.Storage.Demonstration;
using LoApi.Storage.Dialects;
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
using Microsoft.Extensions.Options;

namespace LoApi.Storage.Tests.Databases;

/// <summary>The services that a host gets from <c>AddStorage</c>, over one database.</summary>
internal sealed class StorageHost : IAsyncDisposable
{
    // A machine that builds beside the tests may be slow; a test that is about time sets its own.
    private static readonly Dictionary<string, string?> Patience = new(StringComparer.Ordinal)
    {
        ["Storage:ConnectTimeoutSeconds"] = "60",
        ["Storage:CommandTimeoutSeconds"] = "60",
        ["Storage:LockTimeoutSeconds"] = "60",
        ["Storage:HealthTimeoutSeconds"] = "30",
        ["Storage:StatsTimeoutSeconds"] = "60",
        ["Storage:WriteQueueTimeoutSeconds"] = "300",
        ["Audit:Key"] = Convert.ToBase64String(new byte[32]),
    };

    private readonly ServiceProvider _services;

    private StorageHost(string connectionString, ServiceProvider services)
    {
        ConnectionString = connectionString;
        _services = services;
    }

    public string ConnectionString { get; }

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public Database Database => _services.GetRequiredService<Database>();

    public Migrator Migrator => _services.GetRequiredService<Migrator>();

    public Importer Importer => _services.GetRequiredService<Importer>();

    public ExistingRows ExistingRows => _services.GetRequiredService<ExistingRows>();

    public DemonstrationFiller Filler => _services.GetRequiredService<DemonstrationFiller>();

    public StorageHealth Health => _services.GetRequiredService<StorageHealth>();

    public IChangeWriter Writer => _services.GetRequiredService<IChangeWriter>();

    public BatchingChangeWriter BatchingWriter => _services.GetRequiredService<BatchingChangeWriter>();

    public ClientRepository Clients => _services.GetRequiredService<ClientRepository>();

    public ClientRegistry ClientRegistry => _services.GetRequiredService<ClientRegistry>();

    public GrainStateRepository GrainStates => _services.GetRequiredService<GrainStateRepository>();

    public AuditChain Chain => _services.GetRequiredService<AuditChain>();

    public AuditRepository Audit => _services.GetRequiredService<AuditRepository>();

    public AuditVerification Verification => _services.GetRequiredService<AuditVerification>();

    public AuditErasure Erasure => _services.GetRequiredService<AuditErasure>();

    public AuditHeadsFile Heads => _services.GetRequiredService<AuditHeadsFile>();

    public IdempotencyRepository Idempotency => _services.GetRequiredService<IdempotencyRepository>();

    public SpentTokenRepository SpentTokens => _services.GetRequiredService<SpentTokenRepository>();

    public Pruner Pruner => _services.GetRequiredService<Pruner>();

    public LoanRepository Loans => _services.GetRequiredService<LoanRepository>();

    public LocationRepository Locations => _services.GetRequiredService<LocationRepository>();

    public OperatorRepository Operators => _services.GetRequiredService<OperatorRepository>();

    public OverduePayoffs Overdue => _services.GetRequiredService<OverduePayoffs>();

    public PayoffRepository Payoffs => _services.GetRequiredService<PayoffRepository>();

    public ReferenceRepository Reference => _services.GetRequiredService<ReferenceRepository>();

    public ResourceRepository Resources => _services.GetRequiredService<ResourceRepository>();

    public StatsRepository Statistics => _services.GetRequiredService<StatsRepository>();

    public SubjectRepository Subjects => _services.GetRequiredService<SubjectRepository>();

    public UserRepository Users => _services.GetRequiredService<UserRepository>();

    public static StorageHost Create(
        StorageProvider provider,
        string connectionString,
        TimeProvider? time = null,
        params (string Name, string Value)[] settings) => Create(provider, connectionString, time, driver: null, settings);

    /// <summary>The same, with Oracle's dialect over a driver of the caller's.</summary>
    public static StorageHost Create(
        StorageProvider provider,
        string connectionString,
        TimeProvider? time,
        DbProviderFactory? driver,
        params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Patience)
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name.Contains(':', StringComparison.Ordinal) ? setting.Name : "Storage:" + setting.Name, string? (setting) => setting.Value))
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Storage:Provider"] = provider.ToString(),
                ["Storage:ConnectionString"] = connectionString,
            })
            .Build();
        var services = new ServiceCollection().AddLogging();
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        services.AddStorage(configuration).AddAuditChain();
        if (driver is not null)
        {
            services.RemoveAll<IValidateOptions<StorageOptions>>(); // It looks for Oracle's driver, which need not be here.
            services.AddSingleton(built =>
            {
                var options = built.GetRequiredService<IOptions<StorageOptions>>().Value;
                return new Database(options, new OracleDialect(driver, options), built.GetRequiredService<StorageMeasures>());
            });
        }

        return new StorageHost(connectionString, services.BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
