namespace LoApi.Fixtures;

/// <summary>What is installed beside the server's binaries.</summary>
public static class PostgresExtensions
{
    /// <summary>
    /// Whether an extension is there. Of a server that <c>LOAPI_TEST_POSTGRES</c> names nobody knows before it is asked:
    /// that one is taken to have it.
    /// </summary>
    public static bool Has(string name) =>
        Environment.GetEnvironmentVariable("LOAPI_TEST_POSTGRES") is { Length: > 0 }
        || (PostgresBinaries.Directory is { } binaries && Candidates(binaries).Any(folder => File.Exists(Path.Combine(folder, $"{name}.control"))));

    // Debian keeps them apart from the binaries: /usr/lib/postgresql/15/bin and /usr/share/postgresql/15/extension.
    private static IEnumerable<string> Candidates(string binaries)
    {
        // A path may hold links to them only.
        var initdb = Path.Combine(binaries, "initdb");
        var version = Path.GetDirectoryName(Path.GetDirectoryName(File.ResolveLinkTarget(initdb, returnFinalTarget: true)?.FullName ?? initdb))!;
        yield return Path.Combine("/usr/share/postgresql", Path.GetFileName(version), "extension");
        yield return Path.Combine(version, "share", "extension");
        yield return Path.Combine(version, "share", "postgresql", "extension");
    }
}
