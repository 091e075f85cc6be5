namespace LoApi.PlainAspNet.Storage;

/// <summary>SQLite has one writer: those who wait for it here do not poll for the lock.</summary>
internal sealed class WriteGate(bool oneAtATime) : IDisposable
{
    private readonly SemaphoreSlim? _turn = oneAtATime ? new(1, 1) : null;

    public async Task<T> RunAsync<T>(Func<Task<T>> write)
    {
        if (_turn is null)
        {
            return await write();
        }

        await _turn.WaitAsync();
        try
        {
            return await write();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn?.Dispose();
}
