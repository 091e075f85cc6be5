namespace LoApi.ApiFrontend.Statistics;

/// <summary>Endpoint metadata: what it is asked may be more than the database is given time for, 422.</summary>
internal sealed record Costly
{
    public static readonly Costly Metadata = new();
}
