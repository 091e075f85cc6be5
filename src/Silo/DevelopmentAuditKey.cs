using System.Security.Cryptography;
using LoApi.Clients;
using LoApi.Storage.Audit;

namespace LoApi.Silo;

/// <summary>The key of the audit log on a developer's machine: made once, so that a restart goes on with the same chain.</summary>
internal static class DevelopmentAuditKey
{
    private const string Path = "data/audit.key";

    public static string ReadOrCreate() =>
        PrivateFile.ReadOrCreate(Path, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(AuditOptions.MinKeyBytes)));
}
