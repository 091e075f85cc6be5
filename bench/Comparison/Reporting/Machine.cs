using System.Globalization;
using System.Runtime.InteropServices;

namespace LoApi.Comparison.Reporting;

/// <summary>What it was measured on.</summary>
internal sealed record Machine(int Processors, string Model, double LoadBefore, string Runtime)
{
    public static Machine Look() => new(
        Environment.ProcessorCount,
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString(),
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture),
        RuntimeInformation.FrameworkDescription);
}
