namespace LoApi.LoadGen.Payoffs;

/// <summary>A page of <c>GET /locations</c>, as far as it is of use here.</summary>
internal sealed record LocationPage(IReadOnlyList<LocationPage.Row>? Data, string? NextCursor)
{
    internal sealed record Row(string Id, bool? Active);
}
