namespace LoApi.Clients;

/// <summary>The keys that clients' keys are encrypted with. Section <c>Clients</c>.</summary>
public sealed class MasterKeyOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Clients";

    /// <summary>What is said of a <see cref="MasterKey"/> that is none.</summary>
    public const string MasterKeyFault =
        "Clients:MasterKey is not set or no base64 of 32 bytes; set it to that of 32 random ones (openssl rand -base64 32), the same for every front end and for loapi-admin.";

    /// <summary>What is said of <see cref="RetiredMasterKeys"/> that are none.</summary>
    public const string RetiredMasterKeysFault = "Clients:RetiredMasterKeys holds what is no base64 of 32 bytes.";

    /// <summary>
    /// The key that clients' keys are encrypted with, base64 of 32 random bytes, the same for every front end and for
    /// <c>loapi-admin</c>. In Development it is made at the first start and kept in <c>data/clients.key</c>.
    /// </summary>
    public string? MasterKey { get; set; }

    /// <summary>Keys that <see cref="MasterKey"/> has followed, base64: they decrypt what is still encrypted with them. Default none.</summary>
    public IList<string> RetiredMasterKeys { get; } = [];

    /// <summary>Where a developer's machine keeps its keys; no other environment uses it. Default <c>data</c>.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>The keys. Throws <see cref="InvalidOperationException"/> where one is none.</summary>
    public MasterKeys Read() => new(
        Parse(MasterKey, MasterKeyFault),
        RetiredMasterKeys.Select(key => Parse(key, RetiredMasterKeysFault)));

    private static MasterKey Parse(string? text, string fault) =>
        Clients.MasterKey.TryParse(text, out var key) ? key : throw new InvalidOperationException(fault);
}
