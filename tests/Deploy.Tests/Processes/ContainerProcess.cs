using System.Diagnostics;
using System.Text;
using LoApi.Deploy.Tests.Images;
using LoApi.Fixtures;

namespace LoApi.Deploy.Tests.Processes;

/// <summary>An image's entry point as a plain process, with an environment and nothing else, in an empty folder.</summary>
internal sealed class ContainerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly TemporaryFolder _folder = new();
    private readonly StringBuilder _output = new();
    private readonly Process _process;

    private ContainerProcess(string target, string[] arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var entryPoint = Dockerfile.EntryPoint(target);
        var start = new ProcessStartInfo(entryPoint[0], [Path.Combine(AppContext.BaseDirectory, entryPoint[1]), .. entryPoint[2..], .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var needed = ((string[])["PATH", "HOME", "DOTNET_ROOT", "TMPDIR"])
            .Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name) ?? ""))
            .Where(variable => variable.Value.Length > 0)
            .ToArray();
        start.Environment.Clear(); // The test's own settings are none of the container's.
        foreach (var (name, value) in needed.Concat(environment))
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

    /// <summary>What it printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Files that it wrote where a container has a read-only file system.</summary>
    public string[] Written => Directory.GetFileSystemEntries(_folder.Path);

    public static ContainerProcess Start(string target, string[] arguments, IEnumerable<KeyValuePair<string, string>> environment) =>
        new(target, arguments, environment);

    /// <summary>Its exit code.</summary>
    public async Task<int> EndedAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    /// <summary>SIGTERM, as whoever stops a container sends it; its exit code.</summary>
    public async Task<int> StopAsync()
    {
        Assert.Equal((0, "", ""), await Tool.RunAsync("sh", ["-c", $"kill -TERM {_process.Id}"]));
        return await EndedAsync();
    }

    /// <summary>Asks until the answer is 200, or the process is gone.</summary>
    public async Task AnswersAsync(HttpClient http, string path)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await IsOkAsync(http, path))
        {
            Assert.False(_process.HasExited, Output);
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, Output);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private static async Task<bool> IsOkAsync(HttpClient http, string path)
    {
        try
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // It does not listen yet.
        }
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
