namespace LoApi.Clients;

/// <summary>The master key of a developer's machine: made once, so that clients outlive a restart.</summary>
public static class DevelopmentMasterKey
{
    private const string FileName = "clients.key";

    /// <summary>The key that the folder holds, from now on if it held none.</summary>
    public static string ReadOrCreate(string folder) => PrivateFile.ReadOrCreate(Path.Combine(folder, FileName), MasterKey.Generate);
}
