namespace LoApi.Storage.Tests.Oracle.Recorder;

/// <summary>One of the errors of an exception.</summary>
internal sealed record RecorderError(int Number);
