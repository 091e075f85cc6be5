using LoApi.Fixtures;
using LoApi.Locations;
using LoApi.Storage;
using LoApi.Storage.Importing;
using LoApi.Storage.Loans;
using LoApi.Storage.Locations;
using LoApi.Storage.Reference;
using LoApi.Storage.Users;
using LoApi.Users;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.Admin.Tests;

/// <summary>A SQLite file of one test, files to import into it, and what is in it afterwards.</summary>
public sealed class AdminDatabase : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private ServiceProvider? _storage;

    public string HeadsFile => _folder.File("data/heads.jsonl");

    public string File => _folder.File("data/loapi.db");

    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Storage:Provider"] = "Sqlite",
        ["Storage:ConnectionString"] = $"Data Source={File}",
        ["Audit:Key"] = Convert.ToBase64String(new byte[32]),
        ["Audit:HeadsFile"] = HeadsFile,
    };

    private IServiceProvider Storage => _storage ??= new ServiceCollection()
        .AddLogging()
        .AddStorage(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build())
        .AddAuditChain()
        .BuildServiceProvider();

    public ReferenceRepository Reference => Storage.GetRequiredService<ReferenceRepository>();

    public T Get<T>()
        where T : notnull => Storage.GetRequiredService<T>();

    public string Path(string name) => _folder.File(name);

    public string Write(string name, params string[] lines) => _folder.Write(name, lines);

    public Task<Location?> LocationAsync(string id) => Storage.GetRequiredService<LocationRepository>().FindAsync(id);

    public Task<User?> UserAsync(string id) => Storage.GetRequiredService<UserRepository>().FindAsync(id);

    public Task<Loan?> LoanAsync(string number) => Storage.GetRequiredService<LoanRepository>().FindAsync(number);

    public Task<IReadOnlySet<string>> LocationIdsAsync() => Storage.GetRequiredService<ExistingRows>().LocationIdsAsync();

    internal Task<AdminRun> RunAsync(params string[] args) => AdminRun.OfAsync(Settings, args);

    public async ValueTask DisposeAsync()
    {
        if (_storage is not null)
        {
            await _storage.DisposeAsync();
        }

        _folder.Dispose();
    }
}
