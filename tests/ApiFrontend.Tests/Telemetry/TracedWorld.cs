using System.Text.Json.Nodes;
using LoApi.ApiFrontend.Tests.Authentication;
using LoApi.ApiFrontend.Tests.Authentication.Users;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.ApiFrontend.Tests.Telemetry.Collector;
using LoApi.Fixtures;

namespace LoApi.ApiFrontend.Tests.Telemetry;

/// <summary>A whole service that has its users vouched for by a ULP, and sends traces and metrics to a collector.</summary>
public sealed class TracedWorld : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Ulp? _ulp;
    private OtlpCollector? _collector;
    private ConfiguredApiHost? _host;

    internal OtlpCollector Collector => _collector!;

    internal ConfiguredApiHost Host => _host!;

    public async Task InitializeAsync()
    {
        _ulp = await Ulp.StartAsync();
        _collector = await OtlpCollector.StartAsync();
        _host = await ConfiguredApiHost.StartAsync(
            _folder,
            ("Authentication:UserVerification", "Ulp"),
            ("Authentication:Ulp:Endpoint", _ulp.App.Address + "/introspect"),
            ("Authentication:Ulp:Authorization", "Basic " + Sensitive.Keep("bG9hcGk6c2VjcmV0")),
            ("Authentication:Ulp:Timeout", "00:00:30"),
            ("Telemetry:OtlpEndpoint", _collector.Address),
            ("Telemetry:TraceSampling", "0"),
            ("Telemetry:MaxQueuedSpans", "1000000"), // Sources are the process's: what other tests' hosts trace comes here too.
            ("Telemetry:MetricsInterval", "00:00:01"),
            ("Telemetry:Service", "loapi-tests"));
    }

    /// <summary>Calls with a session of the user's, which nobody has looked at yet.</summary>
    internal HttpClient Caller(string user)
    {
        var session = Sensitive.Keep(Guid.NewGuid().ToString());
        _ulp!.Sessions[session] = new { active = true, sub = user, exp = (long?)null };
        return Host.CreateBearer(new Forge(Host.Tests, Host.Clock.GetUtcNow()).WithClaims(
            ("ulp_session", session),
            ("request_context", new JsonObject { ["user_id"] = user, ["location_id"] = "1" })));
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Collector.DisposeAsync();
        await _ulp!.DisposeAsync();
        _folder.Dispose();
    }
}
