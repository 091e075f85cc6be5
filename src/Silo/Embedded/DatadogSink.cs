using Microsoft.Extensions.Configuration;
using Serilog;

namespace LoApi.Silo;

/// <summary>There is none in the embedded distribution: an agent collects standard output.</summary>
internal static class DatadogSink
{
    public static bool IsBuiltIn => false;

    public static void Add(LoggerConfiguration settings, IConfigurationSection section, string service, string environment)
    {
        // Who asks for it is told so when settings are checked.
    }
}
