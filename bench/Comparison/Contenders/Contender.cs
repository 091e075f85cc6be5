using System.Diagnostics;

namespace LoApi.Comparison.Contenders;

/// <summary>A service that takes part.</summary>
/// <param name="Id">What <c>--only</c> calls it.</param>
/// <param name="Name">What people read.</param>
internal sealed record Contender(string Id, string Name)
{
    public static readonly Contender LoApi = new("loapi", "LoApi");

    public static readonly Contender BareKestrel = new("bare", "bare Kestrel");

    public static readonly Contender PlainAspNet = new("plain", "ASP.NET Core + EF Core");

    public static readonly Contender FastApi = new("fastapi", "FastAPI + SQLAlchemy");

    /// <summary>All, in the order in which they take turns; the first is recorded for the second.</summary>
    public static readonly IReadOnlyList<Contender> All = [LoApi, BareKestrel, PlainAspNet, FastApi];

    /// <summary>The project and the assembly, of a program of .NET.</summary>
    public (string Project, string Assembly)? Assembly =>
        this == LoApi ? ("ApiFrontend", "LoApi.ApiFrontend")
        : this == BareKestrel ? ("BareKestrel", "LoApi.BareKestrel")
        : this == PlainAspNet ? ("PlainAspNet", "LoApi.PlainAspNet")
        : null;

    /// <summary>It has a database and rules: all but the limit.</summary>
    public bool Works => this != BareKestrel;

    /// <summary>How it is started.</summary>
    public ProcessStartInfo Start(Arena arena, string database, int port)
    {
        var (installation, databases) = (arena.Installation, arena.Databases);
        var url = $"http://127.0.0.1:{port}";
        if (this == LoApi)
        {
            // The others log no request at all. What is written, refused or fails leaves its line all the same.
            var loApi = installation.Program(Assembly!.Value, databases, database, "--urls", url);
            loApi.Environment["RequestLog__SampleReads"] = "100";
            return loApi;
        }

        if (this == BareKestrel)
        {
            return installation.Program(Assembly!.Value, databases, database, "--urls", url, "--answers", arena.AnswersFile);
        }

        if (this == PlainAspNet)
        {
            return Installation.WithClients(
                installation.Program(Assembly!.Value, databases, database, "--urls", url), arena.Client, arena.SmallClient);
        }

        var start = new ProcessStartInfo(
            "/usr/bin/python3",
            [
                "-m", "uvicorn", "main:app", "--app-dir", installation.FastApi, "--workers", $"{Environment.ProcessorCount}",
                "--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning", "--host", "127.0.0.1", "--port", $"{port}",
            ])
        {
            WorkingDirectory = installation.Directory,
        };
        start.Environment["PEER_DATABASE_URL"] = databases.Url(database);
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        return Installation.WithClients(Installation.WithDatabase(start, databases, database), arena.Client, arena.SmallClient);
    }

    public override string ToString() => Name;
}
