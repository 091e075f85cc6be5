using LoApi.ApiFrontend.NaicsCodes;
using LoApi.ApiFrontend.Reference;
using LoApi.ApiFrontend.Tests.Fixtures;
using LoApi.Caching;
using LoApi.Fixtures;
using LoApi.NaicsCodes;
using LoApi.Reference;
using LoApi.Storage.Importing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LoApi.ApiFrontend.Tests.Reference;

/// <summary>An import while the service runs, which has a database of its own for that.</summary>
public sealed class ReimportTests
{
    [Fact]
    public async Task GetAsync_AfterAnImport_HasItsRowsWithinMaxAge()
    {
        await using var host = new SqliteApiHost();
        await host.InitializeAsync();
        var clock = new FakeTimeProvider();
        var options = Options.Create(new CacheOptions { MaxAge = TimeSpan.FromSeconds(30) });
        var codes = new ReferenceData<NaicsCode>(
            ReferenceTableName.NaicsCodes,
            NaicsCodeSnapshot.Build,
            host.Services.GetRequiredService<IGrainFactory>(),
            clock,
            host.Services.GetRequiredService<ReferenceMeasures>(),
            options,
            NullLogger<ReferenceData<NaicsCode>>.Instance);
        var before = await codes.GetAsync(new DefaultHttpContext());
        Assert.Equal(116, before.Rows.Count);

        NaicsCode[] imported = [NaicsCode.Of("31-33", "Making Things"), NaicsCode.Of("311", "Making Food")];
        await host.Services.GetRequiredService<Importer>().ImportAsync(new() { NaicsCodes = imported, RetireOthers = true });

        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Same(before, await codes.GetAsync(new DefaultHttpContext()));

        clock.Advance(TimeSpan.FromSeconds(1));
        var after = await codes.GetAsync(new DefaultHttpContext());
        Assert.Equal(imported, after.Rows);
        Assert.Equal(before.Table.Version + 1, after.Table.Version);
        Assert.NotNull(after.Find("311", codes.CacheControl));
        Assert.Null(after.Find("111", codes.CacheControl));
    }
}
