namespace LoApi.Grains.Embedded.Tests.Behaviour.Grains;

public interface INoteGrain : IGrainWithStringKey
{
    Task<string> Read();

    Task Write(string text);

    /// <summary>Writes twice, and waits for both only then.</summary>
    Task WriteTwice(string first, string second);

    /// <summary>Writes, and catches what goes wrong.</summary>
    Task<string> TryWrite(string text);

    Task Clear();

    /// <summary>Whether the storage has it, and whether it has a version.</summary>
    Task<string> Describe();

    Task<int> Incarnation();

    Task Deactivate();
}
