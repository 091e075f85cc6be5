using System.Diagnostics;
using LoApi.Fixtures;
using LoApi.LoadGen.Client;
using LoApi.Reliability.Databases;
using LoApi.Reliability.Load;
using LoApi.Reliability.Processes;
using LoApi.Silo;

namespace LoApi.Reliability.Kills;

/// <summary>The service as a process that can be killed and started again, always at the same address.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly LoopbackPort _port = LoopbackPort.Take();
    private readonly LoopbackPort _siloPort = LoopbackPort.Take();
    private readonly TemporaryFolder _folder = new();
    private readonly KilledDatabase _database;
    private readonly ProcessOutput _output = new();
    private Process? _process;

    public ServiceProcess(KilledDatabase database)
    {
        _database = database;
        Address = new Uri($"http://127.0.0.1:{_port.Number}");
    }

    public Uri Address { get; }

    /// <summary>Its last lines; empty where it had nothing to complain about.</summary>
    public string Complaints => _output.Last;

    /// <summary>A file of its data folder.</summary>
    public string DataFile(string name) => Path.Combine(_folder.File("data"), name);

    /// <summary>The credentials of the client that a service in development makes for its developer.</summary>
    public SignedTokens Credentials()
    {
        var credentials = DemonstrationCredentials.Read(_folder.File("data"))
            ?? throw new InvalidOperationException($"The service has made no client. It said: {Complaints}");
        return new SignedTokens(credentials.ClientId, credentials.KeyId, Convert.FromBase64String(credentials.Key), TimeProvider.System);
    }

    public void Start()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "LoApi.ApiFrontend.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", Address.AbsoluteUri])
        {
            UseShellExecute = false,
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Storage__Provider"] = _database.Provider;
        start.Environment["Storage__ConnectionString"] = _database.ConnectionString;
        start.Environment["Serilog__MinimumLevel__Default"] = "Error";
        start.Environment["Silo__SiloPort"] = $"{_siloPort.Number}"; // Read in the cluster distribution, as is the next.
        start.Environment["Silo__GatewayPort"] = "0";
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _output.Take(line.Data);
        _process.ErrorDataReceived += (_, line) => _output.Take(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until it says that it is ready, starting it again where it gave up because there was no database yet.</summary>
    public async Task ReadyAsync(Caller caller)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await caller.IsReadyAsync())
        {
            if (_process is { HasExited: true })
            {
                await KillAsync();
                Start();
            }

            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"The service is not ready after {Patience.TotalSeconds} s. It said: {Complaints}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
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

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _output.Dispose();
        _port.Dispose();
        _siloPort.Dispose();
        _folder.Dispose();
    }
}
