using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LoApi.Fixtures;

/// <summary>Keeps what is logged from a level upwards, by default a warning, for tests that ask whether anything was.</summary>
public sealed class CapturedLogs(LogLevel least = LogLevel.Warning) : ILoggerProvider
{
    private readonly ConcurrentQueue<CapturedLog> _entries = new();

    public IReadOnlyCollection<CapturedLog> Entries => _entries;

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, least, _entries);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, LogLevel least, ConcurrentQueue<CapturedLog> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                entries.Enqueue(new(logLevel, category, formatter(state, exception), exception)
                {
                    Members = state is IReadOnlyList<KeyValuePair<string, object?>> members ? [.. members] : [],
                });
            }
        }
    }
}
