using System.Security.Cryptography;
using LoApi.Clients;

namespace LoApi.ApiFrontend.Lists;

/// <summary>The cursor key of a developer's machine: made once, so that cursors outlive a restart.</summary>
internal static class DevelopmentCursorKey
{
    private const string Path = "data/cursor.key";

    public static string ReadOrCreate() =>
        PrivateFile.ReadOrCreate(Path, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(CursorOptions.MinKeyBytes)));
}
