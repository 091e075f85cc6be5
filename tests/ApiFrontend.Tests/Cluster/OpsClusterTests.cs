using System.Globalization;
using System.Net;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.ApiFrontend.Tests.Service;
using LoApi.Callers;
using LoApi.Fixtures;
using LoApi.Operators;
using LoApi.Storage;
using LoApi.Storage.Migrations;
using LoApi.Storage.Operators;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LoApi.ApiFrontend.Tests.Cluster;

/// <summary>The operators' page of a silo and a front end that are processes of their own.</summary>
public sealed class OpsClusterTests
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3); // Of a machine that does much else beside.

    [Fact]
    public async Task Data_OfAClusterWithASilo_ShowsBothProcessesAndTheSilosGrains()
    {
        var server = await PostgresServer.StartSharedAsync();
        var database = await server.CreateDatabaseAsync();
        var key = await PrepareAsync(database);
        using var gateway = LoopbackPort.Take();
        using var health = LoopbackPort.Take();
        using var ops = LoopbackPort.Take();
        (string, string)[] shared = [("Storage__Provider", "PostgreSql"), ("Storage__ConnectionString", database), ("Audit__Key", Key), ("Clients__MasterKey", Key)];
        await using (ServiceProcess.StartSilo([.. shared, ("Silo__GatewayPort", Text(gateway)), ("Silo__HealthPort", Text(health))]))
        await using (ServiceProcess.Start([.. shared, ("Cluster__Mode", "Client"), ("Ops__Listen", $"http://127.0.0.1:{ops.Number}"), ("Cursors__Key", Key)]))
        {
            using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{ops.Number}"), Timeout = Patience };
            await UntilAsync(async () => (await client.GetAnswerAsync("/ops")).Status == HttpStatusCode.OK);
            Assert.Equal(HttpStatusCode.OK, (await client.PostAnswerAsync("/ops/session", $$"""{"key":"{{key}}"}""")).Status);

            await UntilAsync(async () =>
            {
                var data = (await client.GetAnswerAsync("/ops/data")).Json;
                var processes = data.GetProperty("processes").EnumerateArray().ToArray();
                return processes.Select(process => process.GetProperty("role").GetString()).Order(StringComparer.Ordinal).SequenceEqual(["front end", "silo"])
                    && processes.All(process => process.GetProperty("checks").EnumerateArray().Any(check => check.GetProperty("name").GetString() == "database" && check.GetProperty("is_healthy").GetBoolean()))
                    && data.GetProperty("figures").TryGetProperty("loapi.grains.activations", out var grains) && grains.EnumerateObject().Any()
                    && data.GetProperty("history").GetArrayLength() > 0;
            });
        }

        await server.DropDatabaseAsync(database);
    }

    private static string Text(LoopbackPort port) => port.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Migrates, and makes an operator's key, as <c>loapi-admin</c> does.</summary>
    private static async Task<string> PrepareAsync(string database)
    {
        var settings = new Dictionary<string, string?> { ["Storage:Provider"] = "PostgreSql", ["Storage:ConnectionString"] = database };
        await using var storage = new ServiceCollection()
            .AddLogging()
            .AddStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
        await storage.GetRequiredService<Migrator>().MigrateAsync();
        var (secret, text) = OperatorSecret.Make();
        await storage.GetRequiredService<OperatorRepository>().AddAsync(secret, "ada", expiresAt: null, Caller.System);
        return text;
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                if (await isSo())
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, "It did not come to pass.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }
}
