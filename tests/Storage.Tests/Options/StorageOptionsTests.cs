using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LoApi.Storage.Tests.Options;

public sealed class StorageOptionsTests
{
    [Fact]
    public void Read_OfNothing_IsSqliteBesideTheProcess()
    {
        var options = Read();

        Assert.Equal(StorageProvider.Sqlite, options.Provider);
        Assert.Equal("Data Source=data/loapi.db", options.ConnectionString);
        Assert.Equal(1, options.EffectiveWriters);
    }

    [Theory]
    [InlineData("Sqlite", StorageProvider.Sqlite)]
    [InlineData("SQLITE", StorageProvider.Sqlite)]
    [InlineData("postgresql", StorageProvider.PostgreSql)]
    public void Read_OfAProviderInAnyCase_IsThatProvider(string text, StorageProvider expected) =>
        Assert.Equal(expected, Read(("Provider", text), ("ConnectionString", expected == StorageProvider.Sqlite ? "Data Source=x.db" : "Host=x")).Provider);

    [Theory]
    [InlineData("Foo")]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData("Sqlite,Oracle")]
    public void Read_OfNoProvider_NamesTheKeyAndTheChoices(string text) =>
        Assert.Equal($"Storage:Provider is '{text}'; use one of Sqlite, PostgreSql, Oracle.", Refusal(("Provider", text)));

    [Theory]
    [InlineData("MaxReaders", "0", "Storage:MaxReaders is 0; use a number from 1 to 1000.")]
    [InlineData("MaxReaders", "1001", "Storage:MaxReaders is 1001; use a number from 1 to 1000.")]
    [InlineData("MaxReaders", "many", "Storage:MaxReaders is 'many'; use a whole number.")]
    [InlineData("MaxReaders", "-1", "Storage:MaxReaders is '-1'; use a whole number.")]
    [InlineData("MaxReaders", "99999999999", "Storage:MaxReaders is '99999999999'; use a whole number.")]
    [InlineData("Writers", "17", "Storage:Writers is 17; use a number from 0 to 16.")]
    [InlineData("MaxQueuedWrites", "0", "Storage:MaxQueuedWrites is 0; use a number from 1 to 100000.")]
    [InlineData("MaxWriteBatch", "1001", "Storage:MaxWriteBatch is 1001; use a number from 1 to 1000.")]
    [InlineData("ConnectTimeoutSeconds", "61", "Storage:ConnectTimeoutSeconds is 61; use a number from 1 to 60.")]
    [InlineData("CommandTimeoutSeconds", "0", "Storage:CommandTimeoutSeconds is 0; use a number from 1 to 300.")]
    [InlineData("LockTimeoutSeconds", "61", "Storage:LockTimeoutSeconds is 61; use a number from 1 to 60.")]
    [InlineData("MigrationTimeoutSeconds", "0", "Storage:MigrationTimeoutSeconds is 0; use a number from 1 to 3600.")]
    [InlineData("HealthTimeoutSeconds", "31", "Storage:HealthTimeoutSeconds is 31; use a number from 1 to 30.")]
    [InlineData("WriteQueueTimeoutSeconds", "0", "Storage:WriteQueueTimeoutSeconds is 0; use a number from 1 to 300.")]
    public void Read_OfANumberOutOfRange_NamesTheKeyAndTheRange(string name, string value, string expected) =>
        Assert.Equal(expected, Refusal((name, value)));

    [Theory]
    [InlineData("Sqlite", "Data Source=x.db;Wibble=1")]
    [InlineData("Sqlite", "nonsense")]
    [InlineData("Sqlite", "Data Source=:memory:")]
    [InlineData("Sqlite", "Data Source=x;Mode=Memory")]
    [InlineData("PostgreSql", "Host=x;Wibble=1")]
    [InlineData("PostgreSql", "Host=x;Port=secret")]
    [InlineData("PostgreSql", "Database=x")]
    public void Read_OfAConnectionStringThatCannotBeRead_NamesTheKeyAndNotItsValue(string provider, string connectionString)
    {
        var refusal = Refusal(("Provider", provider), ("ConnectionString", connectionString));

        Assert.StartsWith($"Storage:ConnectionString cannot be read as one of '{provider}': ", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sqlite", "")]
    [InlineData("PostgreSql", " ")]
    [InlineData("PostgreSql", null)]
    public void Read_OfNoConnectionString_NamesTheKey(string provider, string? connectionString)
    {
        (string, string)[] settings = connectionString is null
            ? [("Provider", provider)]
            : [("Provider", provider), ("ConnectionString", connectionString)];

        Assert.Equal($"Storage:ConnectionString is not set; Storage:Provider is '{provider}', so say how that database is reached.", Refusal(settings));
    }

    [Fact]
    public void Read_OfOracleWithoutItsDriver_SaysWhatIsMissing() =>
        Assert.StartsWith(
            "Storage:Provider is 'Oracle', and its driver is not here: put Oracle.ManagedDataAccess.dll",
            Refusal(("Provider", "Oracle"), ("ConnectionString", "Data Source=x")),
            StringComparison.Ordinal);

    [Fact]
    public void Read_OfSeveralWrongSettings_NamesThemAll()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Read(("MaxReaders", "0"), ("Writers", "17"), ("ConnectionString", "nonsense")));

        Assert.Equal(3, exception.Failures.Count());
    }

    [Fact]
    public async Task Start_WithAWrongSetting_Throws()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([new("Storage:Provider", "Foo")]);
        builder.Services.AddStorage(builder.Configuration);
        using var host = builder.Build();

        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
    }

    private static string Refusal(params (string Name, string Value)[] settings) =>
        Assert.Single(Assert.Throws<OptionsValidationException>(() => Read(settings)).Failures);

    private static StorageOptions Read(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => "Storage:" + setting.Name, string? (setting) => setting.Value))
            .Build();
        using var services = new ServiceCollection().AddLogging().AddStorage(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<StorageOptions>>().Value;
    }
}
