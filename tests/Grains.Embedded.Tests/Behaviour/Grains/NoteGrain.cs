using Orleans.Storage;

namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

internal sealed class NoteGrain(
    [PersistentState("note", TestStorage.Name)] IPersistentState<Note> note,
    GreetingService greeting) : Grain, INoteGrain
{
    private int _incarnation;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _incarnation = Life.Of(this.GetPrimaryKeyString()).Begin();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Life.Of(this.GetPrimaryKeyString()).End(reason.ReasonCode);
        return Task.CompletedTask;
    }

    public Task<string> Read() => Task.FromResult(note.State.Text);

    public async Task Write(string text)
    {
        note.State.Text = text;
        await note.WriteStateAsync();
    }

    public async Task WriteTwice(string first, string second)
    {
        note.State.Text = first;
        var one = note.WriteStateAsync();
        note.State.Text = second;
        await Task.WhenAll(one, note.WriteStateAsync());
    }

    public async Task<string> TryWrite(string text)
    {
        try
        {
            await Write(text);
            return "written";
        }
        catch (InconsistentStateException)
        {
            return "inconsistent";
        }
    }

    public Task Clear() => note.ClearStateAsync();

    public Task<string> Describe() => Task.FromResult($"{note.RecordExists}, {note.Etag is not null}, {greeting.Greet(note.State.Text)}");

    public Task<int> Incarnation() => Task.FromResult(_incarnation);

    public Task Deactivate()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
