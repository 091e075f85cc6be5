using System.Diagnostics;
using System.Globalization;
using LoApi.Reliability.Databases;
using LoApi.Reliability.Processes;

namespace LoApi.Reliability.Cluster;

/// <summary>A silo or a front end as a process of its own, that can be killed and started again with the same settings.</summary>
/// <param name="program">Its assembly.</param>
/// <param name="folder">Where it runs.</param>
/// <param name="database">What it stores in.</param>
/// <param name="entrance">What comes before the program, to run it elsewhere.</param>
/// <param name="log">Where its output goes; nowhere where null.</param>
/// <param name="settings">Environment variables.</param>
internal sealed class MemberProcess(
    string program, string folder, KilledDatabase database, IReadOnlyList<string> entrance, string? log, params (string Name, string Value)[] settings) : IAsyncDisposable
{
    /// <summary>How long one that is to end by itself is waited for; then it is killed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ProcessOutput _output = new(log);
    private Process? _process;

    /// <summary>Its last lines; empty where it had nothing to complain about.</summary>
    public string Complaints => _output.Last;

    /// <summary>Whether it runs.</summary>
    public bool Runs => _process is { HasExited: false };

    public void Start()
    {
        string[] line = [.. entrance, "dotnet", Path.Combine(AppContext.BaseDirectory, program)];
        var start = new ProcessStartInfo(line[0], line[1..])
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
        start.Environment["Serilog__MinimumLevel__Default"] = log is null ? "Error" : "Information";
        if (log is not null)
        {
            start.Environment["Serilog__MinimumLevel__Override__Orleans"] = "Information";
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _output.Take(line.Data);
        _process.ErrorDataReceived += (_, line) => _output.Take(line.Data);
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
            await ForgetAsync(process);
        }
    }

    /// <summary>SIGTERM, and waits until it has ended by itself: how long it took, or null as <see cref="WaitForEndAsync"/> has it.</summary>
    public async Task<TimeSpan?> StopAsync()
    {
        await SignalAsync("TERM");
        return await WaitForEndAsync();
    }

    /// <summary>SIGSTOP: it stands still, and its connections stay open.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    /// <summary>SIGCONT: it goes on as if no time had passed.</summary>
    public Task ContinueAsync() => SignalAsync("CONT");

    /// <summary>Waits until it has ended by itself: how long it took, or null where it was killed after <see cref="Patience"/>.</summary>
    public async Task<TimeSpan?> WaitForEndAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            await _process!.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
            return null;
        }

        await ForgetAsync(_process);
        return TimeProvider.System.GetElapsedTime(started);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _output.Dispose();
    }

    private Task SignalAsync(string signal) =>
        SystemProgram.RunAsync("kill", $"-{signal}", string.Create(CultureInfo.InvariantCulture, $"{_process!.Id}"));

    private async Task ForgetAsync(Process process)
    {
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }
}
