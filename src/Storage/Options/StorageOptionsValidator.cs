using LoApi.Storage.Dialects;
using Microsoft.Extensions.Options;

namespace LoApi.Storage;

/// <summary>Holds the settings against their ranges, and the connection string against the driver that has to read it.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var failures = new List<string>();
        CheckRange(nameof(options.ConnectTimeoutSeconds), options.ConnectTimeoutSeconds, 1, 60, failures);
        CheckRange(nameof(options.CommandTimeoutSeconds), options.CommandTimeoutSeconds, 1, 300, failures);
        CheckRange(nameof(options.LockTimeoutSeconds), options.LockTimeoutSeconds, 1, 60, failures);
        CheckRange(nameof(options.MigrationTimeoutSeconds), options.MigrationTimeoutSeconds, 1, 3600, failures);
        CheckRange(nameof(options.HealthTimeoutSeconds), options.HealthTimeoutSeconds, 1, 30, failures);
        CheckRange(nameof(options.StatsTimeoutSeconds), options.StatsTimeoutSeconds, 1, 60, failures);
        CheckRange(nameof(options.MaxReaders), options.MaxReaders, 1, 1000, failures);
        CheckRange(nameof(options.Writers), options.Writers, 0, 16, failures);
        CheckRange(nameof(options.MaxQueuedWrites), options.MaxQueuedWrites, 1, 100_000, failures);
        CheckRange(nameof(options.MaxWriteBatch), options.MaxWriteBatch, 1, 1000, failures);
        CheckRange(nameof(options.WriteQueueTimeoutSeconds), options.WriteQueueTimeoutSeconds, 1, 300, failures);
        CheckRange(nameof(options.OutcomeTimeoutSeconds), options.OutcomeTimeoutSeconds, 1, 60, failures);
        if (!Enum.IsDefined(options.Provider))
        {
            failures.Add($"Storage:Provider is '{options.Provider}'; use one of {string.Join(", ", Enum.GetNames<StorageProvider>())}.");
        }
        else if (CheckConnection(options) is { } failure)
        {
            failures.Add(failure);
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckRange(string name, int value, int min, int max, List<string> failures)
    {
        if (value < min || value > max)
        {
            failures.Add($"Storage:{name} is {value}; use a number from {min} to {max}.");
        }
    }

    private static string? CheckConnection(StorageOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ConnectionString) ||
            (options.Provider != StorageProvider.Sqlite && options.ConnectionString == StorageOptions.DefaultConnectionString))
        {
            return $"Storage:ConnectionString is not set; Storage:Provider is '{options.Provider}', so say how that database is reached.";
        }

        try
        {
            _ = Dialect.For(options).ConnectionString;
            return null;
        }
        catch (DriverMissingException missing)
        {
            return missing.Message;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The driver names the keyword that it stumbled over, not its value: what may be a password stays unsaid.
            return $"Storage:ConnectionString cannot be read as one of '{options.Provider}': {unreadable.Message}";
        }
    }
}
