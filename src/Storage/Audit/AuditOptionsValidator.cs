using Microsoft.Extensions.Options;

namespace LoApi.Storage.Audit;

/// <summary>Holds the settings of the audit log against their ranges; never says what a key is.</summary>
internal sealed class AuditOptionsValidator : IValidateOptions<AuditOptions>
{
    public ValidateOptionsResult Validate(string? name, AuditOptions options)
    {
        var failures = new List<string>();
        Check(
            IsKey(options.Key),
            "Audit:Key is not set or no base64 of at least 32 bytes; set it to that of 32 random ones, the same for every silo, and keep it out of the database.");
        Check(options.RetiredKeys.All(IsKey), "Audit:RetiredKeys holds one that is no base64 of at least 32 bytes.");
        Check(!string.IsNullOrWhiteSpace(options.HeadsFile), "Audit:HeadsFile is empty; name a file.");
        CheckRange(nameof(options.HeadsInterval), options.HeadsInterval, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        CheckRange(nameof(options.ChainDelay), options.ChainDelay, TimeSpan.Zero, TimeSpan.FromMilliseconds(500));
        CheckRange(nameof(options.ChainInterval), options.ChainInterval, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1));
        Check(options.ChainBatch is null or (>= 1 and <= 10_000), "Audit:ChainBatch lies between 1 and 10000.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Check(bool holds, string failure)
        {
            if (!holds)
            {
                failures.Add(failure);
            }
        }

        void CheckRange(string key, TimeSpan value, TimeSpan min, TimeSpan max) =>
            Check(value >= min && value <= max, $"{AuditOptions.Section}:{key} lies between {min} and {max}.");
    }

    private static bool IsKey(string? text) => AuditKey.Parse(text).Length >= AuditOptions.MinKeyBytes;
}
