using System.Data.Common;
using LoApi.Errors;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoApi.Storage.Tests.Oracle;

/// <summary>The way from the configuration to the driver's factory and to a connection's opening, over an assembly that has the driver's name.</summary>
public sealed class OracleDriverTests
{
    [Fact]
    public async Task Migrate_OverTheDriverOfThatName_GetsAsFarAsTheListener()
    {
        var context = new DriverContext();
        var services = new ServiceCollection().AddLogging();
        AddStorage(context, services, "User Id=loapi;Password=secret;Data Source=//127.0.0.1:1521/FREEPDB1");
        await using var provider = services.BuildServiceProvider();
        var type = context.Storage.GetType("LoApi.Storage.Migrations.Migrator")!;
        var migrator = provider.GetRequiredService(type);

        var migrate = type.GetMethod("MigrateAsync", [typeof(CancellationToken)])!;
        var unavailable = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => (Task)migrate.Invoke(migrator, [CancellationToken.None])!);

        var refused = Assert.IsAssignableFrom<DbException>(unavailable.InnerException);
        Assert.Equal("Oracle.ManagedDataAccess.Client.OracleException", refused.GetType().FullName);
        Assert.StartsWith("ORA-12541", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "User Id=loapi;Password=secret;Data Source=//127.0.0.1:1521/FREEPDB1;Connection Timeout=5;Max Pool Size=38", refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void AddStorage_WithAnAttributeThatTheDriverDoesNotKnow_SaysSoAtTheStart()
    {
        var context = new DriverContext();
        var services = new ServiceCollection().AddLogging();
        AddStorage(context, services, "Host=127.0.0.1;Database=loapi");
        using var provider = services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains("Storage:ConnectionString", refused.Message, StringComparison.Ordinal);
    }

    private static void AddStorage(DriverContext context, IServiceCollection services, string connectionString)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Storage:Provider"] = "Oracle",
                ["Storage:ConnectionString"] = connectionString,
            })
            .Build();
        context.Storage.GetType("LoApi.Storage.StorageServiceCollectionExtensions")!.GetMethod("AddStorage")!.Invoke(null, [services, configuration]);
    }
}
