namespace LoApi.ApiFrontend.Limits;

/// <summary>Marks endpoints that answer however often they are asked: probes must not be taken for a storm.</summary>
internal sealed class Unlimited
{
    public static readonly Unlimited Instance = new();

    private Unlimited()
    {
    }
}
