using System.Text.Json;

namespace LoApi.Reliability.Load;

/// <summary>The answer that settled a write.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ETag">The entity tag; empty where there is none.</param>
/// <param name="Body">The representation, or the problem.</param>
/// <param name="Replayed">The service had it stored: the write took effect at an earlier attempt.</param>
/// <param name="Attempts">How often the write was sent.</param>
internal sealed record Answer(int Status, string ETag, string Body, bool Replayed, int Attempts)
{
    /// <summary>How many seconds ago the service knew it to be current, in its words; null where it does not say.</summary>
    public string? Age { get; init; }

    /// <summary>Whether it says when to try again.</summary>
    public bool SaysWhen { get; init; }

    public bool Accepted => Status is >= 200 and < 300;

    /// <summary>The problem's code; the status where it is none.</summary>
    public string Code => !Accepted && Body.StartsWith('{') && Json.TryGetProperty("code", out var code) ? code.GetString()! : $"{Status}";

    public JsonElement Json => JsonElement.Parse(Body);

    public Guid PayoffId => Json.GetProperty("id").GetGuid();

    public long Version => Json.GetProperty("version").GetInt64();
}
