using System.Diagnostics;
using LoApi.Reliability.Databases;

namespace LoApi.Reliability.Cluster;

/// <summary>A silo or a front end as a process of its own, that can be killed and started again with the same settings.</summary>
internal sealed class MemberProcess(string program, string folder, KilledDatabase database, params (string Name, string Value)[] settings) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private Process? _process;

    /// <summary>Its last lines; empty where it had nothing to complain about.</summary>
    public string Complaints { get; private set; } = "";

    /// <summary>Whether it runs.</summary>
    public bool Runs => _process is { HasExited: false };

    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program)])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Storage__Provider"] = database.Provider;
        start.Environment["Storage__ConnectionString"] = database.ConnectionString;
        start.Environment["Serilog__MinimumLevel__Default"] = "Error";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>SIGKILL: it gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private void Keep(string? line)
    {
        const int kept = 20_000;
        lock (_gate)
        {
            var all = Complaints + line + '\n';
            Complaints = all.Length > kept ? all[^kept..] : all;
        }
    }
}
