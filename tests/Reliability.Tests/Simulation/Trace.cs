namespace LoApi.Reliability.Tests.Simulation;

/// <summary>What happened in a history, in order: the same for the same seed.</summary>
internal sealed class Trace
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public void Add(string line) => _lines.Add(line);

    public T Added<T>(T exception)
        where T : Exception
    {
        Add(exception.Message);
        return exception;
    }
}
