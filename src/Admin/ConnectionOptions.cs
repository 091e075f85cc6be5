using System.CommandLine;
using LoApi.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.Admin;

/// <summary>
/// Which database: as the service is told, by <c>Storage__Provider</c> and <c>Storage__ConnectionString</c>, or by
/// options that win over those.
/// </summary>
internal sealed class ConnectionOptions(IConfiguration settings)
{
    private readonly Option<string?> _provider = new("--provider")
    {
        Description = $"{string.Join(", ", Enum.GetNames<StorageProvider>())}. [default: Storage__Provider, else {StorageProvider.Sqlite}]",
        Recursive = true,
    };

    private readonly Option<string?> _connectionString = new("--connection-string")
    {
        Description = "How the database is reached; other users of the machine can see it, so leave passwords to the variable. "
            + $"[default: Storage__ConnectionString, else {StorageOptions.DefaultConnectionString}]",
        Recursive = true,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_provider);
        command.Options.Add(_connectionString);
    }

    /// <summary>The storage of that database. Wrong settings come out as <see cref="Microsoft.Extensions.Options.OptionsValidationException"/>.</summary>
    public ServiceProvider OpenStorage(ParseResult parsed, Action<IServiceCollection>? more = null)
    {
        var given = new Dictionary<string, string?>(StringComparer.Ordinal);
        Give(nameof(StorageOptions.Provider), parsed.GetValue(_provider));
        Give(nameof(StorageOptions.ConnectionString), parsed.GetValue(_connectionString));

        var services = new ServiceCollection()
            .AddLogging()
            .AddStorage(new ConfigurationBuilder().AddConfiguration(settings).AddInMemoryCollection(given).Build());
        more?.Invoke(services);
        return services.BuildServiceProvider();

        void Give(string name, string? value)
        {
            if (value is not null)
            {
                given.Add($"{StorageOptions.Section}:{name}", value);
            }
        }
    }
}
