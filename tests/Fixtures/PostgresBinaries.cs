namespace LoApi.Fixtures;

/// <summary>Where the server's binaries are.</summary>
public static class PostgresBinaries
{
    // Debian and Ubuntu keep them off the path, one directory per version; Red Hat's and Homebrew's packages likewise.
    private static readonly (string Root, string Pattern)[] Places =
    [
        ("/usr/lib/postgresql", "*"),
        ("/usr", "pgsql-*"),
        ("/opt/homebrew/opt", "postgresql*"),
        ("/usr/local/opt", "postgresql*"),
    ];

    /// <summary>The directory that holds <c>initdb</c> and <c>postgres</c>, of the newest version; null where they are not installed.</summary>
    public static string? Directory { get; } = Candidates().FirstOrDefault(directory =>
        File.Exists(Path.Combine(directory, "initdb")) && File.Exists(Path.Combine(directory, "postgres")));

    private static IEnumerable<string> Candidates()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var installed = Places
            .Where(place => System.IO.Directory.Exists(place.Root))
            .SelectMany(place => System.IO.Directory.EnumerateDirectories(place.Root, place.Pattern).OrderByDescending(VersionOf));
        return onPath.Concat(installed.Select(directory => Path.Combine(directory, "bin")));
    }

    private static int VersionOf(string directory) =>
        int.TryParse(string.Concat(Path.GetFileName(directory).Where(char.IsAsciiDigit)), out var version) ? version : 0;
}
