namespace LoApi.Fixtures;

/// <summary>A folder that is gone when the test is over.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("loapi-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file of these lines; answers its path.</summary>
    public string Write(string name, params string[] lines)
    {
        System.IO.File.WriteAllText(File(name), string.Join('\n', lines) + '\n');
        return File(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
