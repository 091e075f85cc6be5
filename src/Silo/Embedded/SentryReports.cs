using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace LoApi.Silo;

/// <summary>There are none in the embedded distribution.</summary>
internal static class SentryReports
{
    public static bool AreBuiltIn => false;

    public static void Add(WebApplicationBuilder builder, IConfigurationSection section, string environment)
    {
        // Who asks for them is told so when settings are checked.
    }
}
