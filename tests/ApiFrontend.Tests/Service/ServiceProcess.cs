using System.Diagnostics;
using System.Text;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Service;

/// <summary>The service as a process of its own, started in an empty folder, as a person would.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3); // Of a machine that does much else beside.

    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackPort _siloPort = LoopbackPort.Take();
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<string> _guided = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private ServiceProcess(string program, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToArray())
        {
            start.Environment.Remove(name); // The shell's own settings are not this test's.
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Silo__SiloPort"] = $"{_siloPort.Number}"; // Read in the cluster distribution, as is the next.
        start.Environment["Silo__GatewayPort"] = "0";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Folder => _folder.Path;

    public static ServiceProcess Start(params (string Name, string Value)[] settings) =>
        new(typeof(Program).Assembly.Location, settings);

    /// <summary>A silo of the cluster distribution, whose program lies beside the service's.</summary>
    public static ServiceProcess StartSilo(params (string Name, string Value)[] settings) =>
        new(Path.Combine(AppContext.BaseDirectory, "LoApi.Silo.dll"), settings);

    /// <summary>What it printed until it had told how to create a first payoff.</summary>
    public Task<string> GuidedAsync() => _guided.Task.WaitAsync(Patience);

    /// <summary>Its exit code and everything that it printed.</summary>
    public async Task<(int ExitCode, string Output)> EndedAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(timeout.Token);
        lock (_output)
        {
            return (_process.ExitCode, _output.ToString());
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _siloPort.Dispose();
        _folder.Dispose();
    }

    private static bool IsSetting(string name) =>
        name.Contains("__", StringComparison.Ordinal)
        || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)
        || name.StartsWith("DOTNET_ENVIRONMENT", StringComparison.Ordinal)
        || name == "URLS";

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
            if (line?.TrimStart().StartsWith("-d '", StringComparison.Ordinal) == true)
            {
                _guided.TrySetResult(_output.ToString());
            }
        }
    }
}
