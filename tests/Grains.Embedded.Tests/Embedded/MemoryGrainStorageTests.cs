using LoApi.Grains.Embedded.Tests.Behaviour.Grains;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace LoApi.Grains.Embedded.Tests.Embedded;

public sealed class MemoryGrainStorageTests
{
    private static readonly GrainId Grain = GrainId.Create("note", "1");

    private readonly IGrainStorage _storage = new ServiceCollection()
        .AddEmbeddedMemoryGrainStorage("memory")
        .BuildServiceProvider()
        .GetRequiredKeyedService<IGrainStorage>("memory");

    [Fact]
    public async Task Read_WithoutARecord_GivesADefaultWithoutAVersion()
    {
        var state = new GrainState<Note>(new Note { Text = "old" }, "1");

        await _storage.ReadStateAsync("note", Grain, state);

        Assert.Equal(("", null, false), (state.State!.Text, state.ETag, state.RecordExists));
    }

    [Fact]
    public async Task Read_OfARecord_GivesACopyOfWhatWasWritten()
    {
        var written = new GrainState<Note>(new Note { Text = "written" });
        await _storage.WriteStateAsync("note", Grain, written);
        written.State!.Text = "changed, and not written";
        var read = new GrainState<Note>();

        await _storage.ReadStateAsync("note", Grain, read);

        Assert.Equal(("written", written.ETag, true), (read.State!.Text, read.ETag, read.RecordExists));
    }

    [Fact]
    public async Task Write_OfAnotherVersion_Throws()
    {
        var mine = new GrainState<Note>(new Note());
        await _storage.WriteStateAsync("note", Grain, mine);
        var theirs = new GrainState<Note>();
        await _storage.ReadStateAsync("note", Grain, theirs);
        await _storage.WriteStateAsync("note", Grain, theirs);

        var thrown = await Assert.ThrowsAsync<InconsistentStateException>(() => _storage.WriteStateAsync("note", Grain, mine));

        Assert.Equal((theirs.ETag, mine.ETag), (thrown.StoredEtag, thrown.CurrentEtag));
    }

    [Fact]
    public async Task Write_WithoutAVersionOfARecord_Throws()
    {
        await _storage.WriteStateAsync("note", Grain, new GrainState<Note>(new Note()));

        await Assert.ThrowsAsync<InconsistentStateException>(
            () => _storage.WriteStateAsync("note", Grain, new GrainState<Note>(new Note())));
    }

    [Fact]
    public async Task Clear_OfTheSameVersion_RemovesTheRecord()
    {
        var state = new GrainState<Note>(new Note { Text = "written" });
        await _storage.WriteStateAsync("note", Grain, state);

        await _storage.ClearStateAsync("note", Grain, state);

        Assert.Equal(("", null, false), (state.State!.Text, state.ETag, state.RecordExists));
        await _storage.WriteStateAsync("note", Grain, state);
    }

    [Fact]
    public async Task Clear_OfAnotherVersion_Throws()
    {
        var state = new GrainState<Note>(new Note());
        await _storage.WriteStateAsync("note", Grain, state);
        var stale = new GrainState<Note>(new Note(), "another");

        await Assert.ThrowsAsync<InconsistentStateException>(() => _storage.ClearStateAsync("note", Grain, stale));
    }

    [Fact]
    public async Task States_OfOtherNamesAndGrains_AreOthers()
    {
        await _storage.WriteStateAsync("note", Grain, new GrainState<Note>(new Note()));

        await _storage.WriteStateAsync("other", Grain, new GrainState<Note>(new Note()));
        await _storage.WriteStateAsync("note", GrainId.Create("note", "2"), new GrainState<Note>(new Note()));
    }
}
