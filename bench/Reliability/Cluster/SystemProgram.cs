using System.Diagnostics;

namespace LoApi.Reliability.Cluster;

/// <summary>Programs of the operating system.</summary>
internal static class SystemProgram
{
    /// <summary>Runs a program to its end; throws what it complained about.</summary>
    public static async Task RunAsync(string program, params IReadOnlyList<string> arguments)
    {
        if (await TryAsync(program, arguments) is { } complaint)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {complaint}");
        }
    }

    /// <summary>What the program complained about; null where it did what it was told.</summary>
    public static async Task<string?> TryAsync(string program, params IReadOnlyList<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
            var complaint = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? null : $"exit code {process.ExitCode}: {complaint.Trim()}";
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
