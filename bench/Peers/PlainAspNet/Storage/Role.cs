namespace LoApi.PlainAspNet.Storage;

internal sealed class Role
{
    public required string UserId { get; init; }

    public required string LocationId { get; init; }

    public required string RoleName { get; init; }
}
