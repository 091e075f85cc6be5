using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace LoApi.Silo;

/// <summary>What is thrown in one process of a cluster and caught in another.</summary>
public static class CrossingExceptions
{
    /// <summary>
    /// Lets exceptions of drivers cross inside those of ours: Orleans knows the platform's only, and would put its own
    /// complaint about an unknown type in the place of both. A process that lacks the type is given its name and message.
    /// </summary>
    public static IServiceCollection AddCrossingExceptions(this IServiceCollection services) =>
        services.Configure<ExceptionSerializationOptions>(options =>
        {
            options.SupportedNamespacePrefixes.Add("LoApi");
            options.SupportedNamespacePrefixes.Add("Npgsql");
            options.SupportedNamespacePrefixes.Add("Oracle.ManagedDataAccess");
        });
}
