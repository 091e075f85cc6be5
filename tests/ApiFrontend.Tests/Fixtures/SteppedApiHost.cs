namespace LoApi.ApiFrontend.Tests.Fixtures;

/// <summary>The service over a database that the test looks after, on a clock that moves only as the test puts it on.</summary>
internal sealed class SteppedApiHost : ApiHost
{
    private readonly string _connectionString;

    public SteppedApiHost(string provider, string connectionString)
        : base(provider)
    {
        _connectionString = connectionString;
        Clock.Stop();
    }

    protected override Task<string> CreateDatabaseAsync() => Task.FromResult(_connectionString);
}
