using Microsoft.Extensions.Logging;

namespace LoApi.Fixtures;

/// <summary>One entry of <see cref="CapturedLogs"/>.</summary>
public sealed record CapturedLog(LogLevel Level, string Category, string Message, Exception? Exception);
