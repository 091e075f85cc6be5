namespace LoApi.PlainAspNet.Storage;

internal sealed class Membership
{
    public required string UserId { get; init; }

    public required string LocationId { get; init; }

    public List<Role> Roles { get; init; } = [];
}
