namespace LoApi.Admin.Tests;

/// <summary>A folder that is gone after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("loapi-admin-").FullName;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file of these lines.</summary>
    public string Write(string name, params string[] lines)
    {
        File.WriteAllText(this[name], string.Join('\n', lines) + '\n');
        return this[name];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
