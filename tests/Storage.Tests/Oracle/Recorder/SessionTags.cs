namespace LoApi.Storage.Tests.Oracle.Recorder;

/// <summary>What a session was tagged with.</summary>
internal sealed record SessionTags(string? Module, string? Action, string? ClientId, string? ClientInfo);
