using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

/// <summary>
/// At SIGUSR1, collects all garbage and writes the bytes that are left to the file that <c>HEAP_PROBE_FILE</c> names. What a
/// process holds resident says little of what it needs: a collector keeps what it was once given.
/// </summary>
[SuppressMessage("Design", "MA0047:Declare types in namespaces", Justification = "The runtime asks for this name.")]
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime asks for this name.")]
internal static class StartupHook
{
    private const PosixSignal UserSignal = (PosixSignal)10;

    /// <summary>Called by the runtime before the program.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("HEAP_PROBE_FILE") is { } file)
        {
            var registration = PosixSignalRegistration.Create(UserSignal, signal =>
            {
                signal.Cancel = true;
                Write(file);
            });
            AppDomain.CurrentDomain.ProcessExit += (_, _) => registration.Dispose();
        }
    }

    private static void Write(string file)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        // Under its name when it is whole.
        File.WriteAllText(file + ".new", GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture));
        File.Move(file + ".new", file, overwrite: true);
    }
}
