using System.Diagnostics.Metrics;
using System.Net;
using LoApi.ApiFrontend.Tests.Contract;
using LoApi.Clients;
using LoApi.Fixtures;
using LoApi.Grains;
using LoApi.Limits;
using LoApi.Storage.Clients;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>
/// The service as it is, on Kestrel and a port of its own, over a database with the demonstration data. Only the
/// business day is another: the first is Monday, 2027-01-04.
/// </summary>
public abstract class ApiHost(string provider) : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private readonly LoopbackPort _siloPort = LoopbackPort.Take();
    private string? _connectionString;
    private RunningSilo? _secondSilo;

    public CapturedLogs Logs { get; } = new();

    /// <summary>All that is written in production, from Information upwards: nothing of <see cref="Sensitive"/> may be in it.</summary>
    public CapturedLogs Written { get; } = new(LogLevel.Information);

    /// <summary>Where the heads of the audit log are written to.</summary>
    public string HeadsFile => _data.File("audit-heads.jsonl");

    /// <summary>The host's clock, which runs by itself and can be put on. Only for a host that no other test has.</summary>
    public ShiftedClock Clock { get; } = new();

    /// <summary>The client <c>tests</c>, which has every scope.</summary>
    internal TestClient Tests { get; } = TestClient.Make("tests", Cipher, [.. ClientScope.All]);

    /// <summary>Another client, which has every scope as well.</summary>
    internal TestClient OtherTests { get; } = TestClient.Make("other-tests", Cipher, [.. ClientScope.All]);

    /// <summary>A client that may read and not write.</summary>
    internal TestClient Reader { get; } = TestClient.Make("reader", Cipher, [.. ClientScope.All.Where(scope => scope.EndsWith(":read", StringComparison.Ordinal))]);

    /// <summary>The clients that are added once the host has started.</summary>
    private protected virtual IEnumerable<TestClient> FirstClients => [Tests, OtherTests, Reader];

    /// <summary>What the host's clients' keys are encrypted with.</summary>
    internal static ClientKeyCipher Cipher { get; } = new(new MasterKeyOptions { MasterKey = MasterKeyText }.Read());

    private static string MasterKeyText => Sensitive.Keep(Convert.ToBase64String(new byte[MasterKey.Length]));

    /// <summary>A caller with every scope, that acts for a user and a location, or for nobody.</summary>
    public HttpClient CreateClient(string? user = null, string? location = null) => CreateClientOf(this, user, location);

    /// <summary>The same caller, of a service that was derived from this one and has its database.</summary>
    public HttpClient CreateClientOf(WebApplicationFactory<Program> service, string? user = null, string? location = null) =>
        Signing(service, () => Tests.Sign(user, location, Clock));

    /// <summary>A caller that is another client.</summary>
    internal HttpClient CreateClient(TestClient client, string? user = null, string? location = null) =>
        Signing(this, () => client.Sign(user, location));

    /// <summary>A caller that sends this bearer token.</summary>
    public HttpClient CreateBearer(string token) => Signing(this, () => token);

    /// <summary>A caller without credentials.</summary>
    public HttpClient CreateStranger() => Checked(this);

    /// <summary>Listens to the instruments of its process; of each silo, where there are two.</summary>
    public Instruments Listen() => new([.. new[] { Services, _secondSilo?.Services }.OfType<IServiceProvider>().Select(each => each.GetRequiredService<IMeterFactory>())]);

    /// <summary>Another client, added as an operator would.</summary>
    internal Task<TestClient> AddClientAsync(params string[] scopes) => AddClientAsync(RateLimit.Most, RateLimit.Most, daily: null, scopes);

    /// <summary>Another client, with limits of its own.</summary>
    internal async Task<TestClient> AddClientAsync(int rate, int burst, long? daily, params string[] scopes)
    {
        var client = TestClient.Make($"test-{Guid.NewGuid():N}", Cipher, scopes);
        client = client with { Client = client.Client with { RatePerSecond = rate, Burst = burst, DailyQuota = daily } };
        Assert.True(await Services.GetRequiredService<ClientRegistry>().AddAsync(client.Client));

        // Known at once, unless other tests have spent this second's budget of reads.
        var directory = Services.GetRequiredService<IGrainFactory>().GetGrain<IClientDirectoryGrain>(0);
        while (!await directory.KnowsAsync(client.Client.Id))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        return client;
    }

    public virtual async Task InitializeAsync()
    {
        _connectionString = await CreateDatabaseAsync();
        UseKestrel(options => options.Listen(IPAddress.Loopback, port: 0));
        StartServer();
        _secondSilo = await SecondSilo.StartIfAskedAsync(Services, Substitute, Capture);
        foreach (var client in FirstClients)
        {
            // They are there where a host takes over a database.
            await Services.GetRequiredService<ClientRegistry>().AddAsync(client.Client);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_secondSilo is not null)
        {
            await _secondSilo.Process.DisposeAsync();
        }

        await base.DisposeAsync();
        _siloPort.Dispose();
        _data.Dispose();
        Assert.Empty(Sensitive.FindIn(Written.Entries));
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>A database of the host's own, and how it is reached.</summary>
    protected abstract Task<string> CreateDatabaseAsync();

    private static HttpClient Signing(WebApplicationFactory<Program> service, Func<string> sign) =>
        Checked(service, new SigningHandler(sign));

    // Whatever any caller is answered is held against the OpenAPI document.
    private static HttpClient Checked(WebApplicationFactory<Program> service, params ReadOnlySpan<DelegatingHandler> handlers) =>
        service.CreateDefaultClient(service.ClientOptions.BaseAddress, [.. handlers, new ContractHandler(ApiContract.CheckedIn)]);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Storage:Provider", provider);
        builder.UseSetting("Storage:ConnectionString", _connectionString);
        builder.UseSetting("Silo:SiloPort", $"{_siloPort.Number}"); // Read in the cluster distribution, as is the next.
        builder.UseSetting("Silo:GatewayPort", "0");
        builder.UseSetting("Http:PublicBaseUrl", "https://loapi.example.gov");
        builder.UseSetting("Clients:MasterKey", MasterKeyText);
        builder.UseSetting("Clients:DataFolder", _data.Path);
        builder.UseSetting("Limits:AddressBurst", "1000000"); // All tests come from one address.
        builder.UseSetting("Cursors:Key", Convert.ToBase64String(new byte[32]));
        builder.UseSetting("Audit:Key", Convert.ToBase64String(new byte[32]));
        builder.UseSetting("Audit:HeadsFile", HeadsFile);
        builder.UseSetting("Audit:MaxEventsPerSecond", "10000"); // What a test looks for is not lost because of those before it.
        builder.ConfigureLogging(Capture);
        builder.ConfigureTestServices(Substitute);
    }

    /// <summary>What takes the place of services of a silo; of each silo, where there are two.</summary>
    protected virtual void Substitute(IServiceCollection services) => services
        .AddSingleton<TimeProvider>(Clock)
        .AddKeyedSingleton<TimeProvider>(
            GrainServices.BusinessTime, new AnchoredClock(new DateTimeOffset(2027, 1, 4, 15, 0, 0, TimeSpan.Zero)));

    private void Capture(ILoggingBuilder logging) => logging
        .ClearProviders()
        .AddProvider(Logs)
        .AddProvider(Written)
        .AddFilter<CapturedLogs>(IsWritten);

    // As appsettings.json has it.
    private static bool IsWritten(string? category, LogLevel level) =>
        level >= LogLevel.Warning
        || category is "Microsoft.Hosting.Lifetime"
        || !(category!.StartsWith("Microsoft.", StringComparison.Ordinal) || category.StartsWith("Orleans.", StringComparison.Ordinal) || category is "Polly");
}
