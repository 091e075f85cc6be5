namespace LoApi.Storage.Dialects;

/// <summary>Connections beyond those of readers and writers: health checks and a migration must not wait for either.</summary>
internal static class DatabaseHeadroom
{
    public const int Connections = 4;
}
