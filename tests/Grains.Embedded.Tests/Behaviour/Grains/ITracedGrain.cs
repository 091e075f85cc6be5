namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

public interface ITracedGrain : IGrainWithStringKey
{
    /// <summary>The trace and the span that it runs in, or null; asked of another grain where a key is given.</summary>
    Task<string?> TraceAsync(string? ofAnother);

    Task FailAsync();
}
