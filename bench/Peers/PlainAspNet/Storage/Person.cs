namespace LoApi.PlainAspNet.Storage;

internal sealed class Person
{
    public required string UserId { get; init; }

    public required string UserName { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public required short Active { get; init; }

    public List<Membership> Memberships { get; init; } = [];
}
