using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LoApi.Storage;

/// <summary>
/// Reads <see cref="StorageOptions"/> out of the configuration. The stock binder takes numbers for enum members and
/// answers a wrong value with a type's name; an operator is owed a sentence.
/// </summary>
internal sealed class StorageOptionsReader(IConfiguration configuration) : IConfigureOptions<StorageOptions>
{
    private readonly IConfigurationSection _section = configuration.GetSection(StorageOptions.Section);

    public void Configure(StorageOptions options)
    {
        var failures = new List<string>();
        options.Provider = ReadProvider(options.Provider, failures);
        options.ConnectionString = Read(nameof(options.ConnectionString)) ?? options.ConnectionString;
        options.ConnectTimeoutSeconds = ReadNumber(nameof(options.ConnectTimeoutSeconds), options.ConnectTimeoutSeconds, failures);
        options.CommandTimeoutSeconds = ReadNumber(nameof(options.CommandTimeoutSeconds), options.CommandTimeoutSeconds, failures);
        options.LockTimeoutSeconds = ReadNumber(nameof(options.LockTimeoutSeconds), options.LockTimeoutSeconds, failures);
        options.MigrationTimeoutSeconds = ReadNumber(nameof(options.MigrationTimeoutSeconds), options.MigrationTimeoutSeconds, failures);
        options.HealthTimeoutSeconds = ReadNumber(nameof(options.HealthTimeoutSeconds), options.HealthTimeoutSeconds, failures);
        options.StatsTimeoutSeconds = ReadNumber(nameof(options.StatsTimeoutSeconds), options.StatsTimeoutSeconds, failures);
        options.MaxReaders = ReadNumber(nameof(options.MaxReaders), options.MaxReaders, failures);
        options.Writers = ReadNumber(nameof(options.Writers), options.Writers, failures);
        options.MaxQueuedWrites = ReadNumber(nameof(options.MaxQueuedWrites), options.MaxQueuedWrites, failures);
        options.MaxWriteBatch = ReadNumber(nameof(options.MaxWriteBatch), options.MaxWriteBatch, failures);
        options.WriteQueueTimeoutSeconds = ReadNumber(nameof(options.WriteQueueTimeoutSeconds), options.WriteQueueTimeoutSeconds, failures);
        options.OutcomeTimeoutSeconds = ReadNumber(nameof(options.OutcomeTimeoutSeconds), options.OutcomeTimeoutSeconds, failures);

        if (failures.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(StorageOptions), failures);
        }
    }

    private string? Read(string name) => _section[name];

    private StorageProvider ReadProvider(StorageProvider fallback, List<string> failures)
    {
        var text = Read(nameof(StorageOptions.Provider));
        if (text is null)
        {
            return fallback;
        }

        foreach (var provider in Enum.GetValues<StorageProvider>())
        {
            if (string.Equals(text.Trim(), provider.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return provider;
            }
        }

        var valid = string.Join(", ", Enum.GetNames<StorageProvider>());
        failures.Add($"{StorageOptions.Section}:{nameof(StorageOptions.Provider)} is '{text}'; use one of {valid}.");
        return fallback;
    }

    private int ReadNumber(string name, int fallback, List<string> failures)
    {
        var text = Read(name);
        if (text is null)
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        failures.Add($"{StorageOptions.Section}:{name} is '{text}'; use a whole number.");
        return fallback;
    }
}
