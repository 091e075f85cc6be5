namespace LoApi.ApiFrontend.Representations;

/// <summary>Endpoint metadata: its answer may come from memory, and says by <c>Age</c> how old it is.</summary>
internal sealed record FromMemory
{
    public static readonly FromMemory Metadata = new();
}
