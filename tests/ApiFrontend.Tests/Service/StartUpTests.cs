using System.Net;
using System.Text.RegularExpressions;
using LoApi.ApiFrontend.Tests.Contract;
using LoApi.ApiFrontend.Tests.Fixtures;

namespace LoApi.ApiFrontend.Tests.Service;

public sealed partial class StartUpTests
{
    [Fact]
    public async Task Start_EmptyFolder_GuidesToAFirstPayoffThatWorks()
    {
        await using var service = ServiceProcess.Start();
        var guide = await service.GuidedAsync();
        var curl = Curl().Match(guide);
        Assert.True(curl.Success, guide);
        Assert.True(File.Exists(Path.Combine(service.Folder, "data", "loapi.db")));

        using var client = new HttpClient(new ContractHandler(ApiContract.CheckedIn) { InnerHandler = new SocketsHttpHandler() });
        for (var repeat = 0; repeat < 2; repeat++)
        {
            var created = await client.PostAnswerAsync(
                curl.Groups["url"].Value,
                curl.Groups["body"].Value,
                ("Idempotency-Key", curl.Groups["key"].Value),
                ("Authorization", curl.Groups["authorization"].Value));
            Assert.Equal(HttpStatusCode.Created, created.Status);
            Assert.Equal(repeat == 0 ? null : "true", created.Header("Idempotent-Replayed"));
        }
    }

    [Theory]
    [InlineData("Storage__Provider", "Postgres", "Storage:Provider")]
    [InlineData("Storage__ConnectionString", "Nonsense", "Storage:ConnectionString")]
    [InlineData("Http__PublicBaseUrl", "loapi.example.gov", "Http:PublicBaseUrl")]
    [InlineData("Http__MaxBodyBytes", "12", "Http:MaxBodyBytes")]
    [InlineData("Http__MaxBodyBytes", "many", "Http:MaxBodyBytes")]
    [InlineData("Http__MaxBodyBytes", "large", "Http:MaxBodyBytes")]
    [InlineData("Http__HeadersTimeout", "00:00:00", "Http:HeadersTimeout")]
    [InlineData("Http__TrustedProxies__0", "proxy.example", "Http:TrustedProxies")]
    [InlineData("Idempotency__Retention", "00:30:00", "Idempotency:Retention")]
    [InlineData("Idempotency__TombstoneRetention", "29.00:00:00", "Idempotency:TombstoneRetention")]
    [InlineData("Idempotency__PruneInterval", "00:00:00", "Idempotency:PruneInterval")]
    [InlineData("Idempotency__PruneSlice", "0", "Idempotency:PruneSlice")]
    [InlineData("Idempotency__WaitForFirst", "00:01:00", "Idempotency:WaitForFirst")]
    [InlineData("Limits__AddressRate", "0", "Limits:AddressRate")]
    [InlineData("Limits__UnknownWrites", "7", "Limits:UnknownWrites")]
    [InlineData("Authentication__UserVerification", "Oidc", "Authentication:Oidc:Issuer")]
    [InlineData("Authentication__UserVerification", "Ulp", "Authentication:Ulp:Endpoint")]
    [InlineData("Authentication__UserVerification", "7", "Authentication:UserVerification")]
    [InlineData("Storage__MigrateAtStart", "perhaps", "Storage:MigrateAtStart")]
    [InlineData("Authentication__Mode", "7", "Authentication:Mode")]
    [InlineData("Clients__MasterKey", "c2hvcnQ=", "Clients:MasterKey")]
    [InlineData("Clients__RetiredMasterKeys__0", "c2hvcnQ=", "Clients:RetiredMasterKeys")]
    [InlineData("Payoffs__Section504ClosedDay", "7", "Payoffs:Section504ClosedDay")]
    [InlineData("Audit__Key", "c2hvcnQ=", "Audit:Key")]
    [InlineData("Audit__ChainDelay", "00:00:05", "Audit:ChainDelay")]
    [InlineData("Audit__Reads__0", "payoff", "Audit:Reads")]
    [InlineData("Cursors__Key", "c2hvcnQ=", "Cursors:Key")]
    [InlineData("Payoffs__Section504NoticeDays", "-1", "Payoffs:Section504NoticeDays")]
    [InlineData("Cache__MaxAge", "02:00:00", "Cache:MaxAge")]
    [InlineData("Payoffs__CheckDigit", "perhaps", "Payoffs:CheckDigit")]
    [InlineData("RequestLog__SampleReads", "0", "RequestLog:SampleReads")]
    [InlineData("Telemetry__OtlpEndpoint", "collector:4317", "Telemetry:OtlpEndpoint")]
    [InlineData("Telemetry__TraceSampling", "1.5", "Telemetry:TraceSampling")]
    [InlineData("Datadog__Site", "https://datadoghq.com", "Datadog:Site")]
    [InlineData("Sentry__Dsn", "https://sentry.example.gov/1", "Sentry:Dsn")]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Production", "Clients:MasterKey")]
    public async Task Start_WrongSetting_StopsWithASentenceThatNamesTheKey(string name, string value, string key)
    {
        await using var service = ServiceProcess.Start((name, value), ("Serilog__MinimumLevel__Default", "Fatal"));
        var (exitCode, output) = await service.EndedAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains(key, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(service.Folder, "data")) && File.Exists(Path.Combine(service.Folder, "data", "loapi.db")));
    }

    [GeneratedRegex(
        """curl -i (?<url>\S+) \\\s+-H 'Content-Type: application/json' \\\s+-H 'Idempotency-Key: (?<key>[^']+)' \\\s+-H 'Authorization: (?<authorization>[^']+)' \\\s+-d '(?<body>[^']+)'""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Curl();
}
