using System.Diagnostics;
using System.Globalization;

namespace LoApi.Comparison.Contenders;

/// <summary>A process that ends with the run, and whose output is in a file.</summary>
internal sealed class RunningProcess : IAsyncDisposable
{
    private readonly Process _process;

    private RunningProcess(Process process) => _process = process;

    public bool IsRunning => !_process.HasExited;

    public int Id => _process.Id;

    /// <summary>Resident memory, its and its children's, in bytes.</summary>
    public long ResidentBytes => TreeOf(_process.Id).Sum(ResidentBytesOf);

    public static RunningProcess Start(ProcessStartInfo start, string log)
    {
        // To files, not to pipes that somebody has to read: the reader would take processor time from what is measured.
        var shell = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >>\"$0\" 2>&1", log, start.FileName, .. start.ArgumentList])
        {
            WorkingDirectory = start.WorkingDirectory,
        };
        foreach (var (name, value) in start.Environment)
        {
            shell.Environment[name] = value;
        }

        return new RunningProcess(Process.Start(shell)!);
    }

    /// <summary>Runs a program to its end; what it printed.</summary>
    /// <exception cref="ImpossibleException">It failed, or is not there.</exception>
    public static Task<string> CompleteAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation) =>
        CompleteAsync(new ProcessStartInfo(program, arguments), cancellation);

    /// <inheritdoc cref="CompleteAsync(string, IEnumerable{string}, CancellationToken)"/>
    public static async Task<string> CompleteAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception absent)
        {
            throw new ImpossibleException($"{start.FileName} cannot be run: {absent.Message}", absent);
        }

        using (process)
        {
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(cancellation);
                var error = process.StandardError.ReadToEndAsync(cancellation);
                await process.WaitForExitAsync(cancellation);
                return process.ExitCode == 0
                    ? await output
                    : throw new ImpossibleException($"{start.FileName} {string.Join(' ', start.ArgumentList)} failed: {await error}{await output}");
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static IEnumerable<int> TreeOf(int root)
    {
        yield return root;
        foreach (var task in Directory.GetDirectories($"/proc/{root}/task"))
        {
            foreach (var child in File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (var process in TreeOf(int.Parse(child, CultureInfo.InvariantCulture)))
                {
                    yield return process;
                }
            }
        }
    }

    private static long ResidentBytesOf(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
