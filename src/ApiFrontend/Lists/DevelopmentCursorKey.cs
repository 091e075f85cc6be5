using System.Security.Cryptography;

namespace LoApi.ApiFrontend.Lists;

/// <summary>The cursor key of a developer's machine: made once, so that cursors outlive a restart.</summary>
internal static class DevelopmentCursorKey
{
    private const string Path = "data/cursor.key";

    public static string ReadOrCreate()
    {
        if (!File.Exists(Path))
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            File.WriteAllText(Path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(CursorOptions.MinKeyBytes)));
        }

        return File.ReadAllText(Path).Trim();
    }
}
