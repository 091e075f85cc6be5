namespace LoApi.Storage.Tests.Oracle.Recorder;

/// <summary>Where a statement stands.</summary>
[Flags]
internal enum Boundaries
{
    None = 0,
    Outside = 1,
    Inside = 2,
}
