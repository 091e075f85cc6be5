using LoApi.Users;

namespace LoApi.ApiFrontend.Users;

/// <summary>The user that the documentation shows, who is invented.</summary>
internal static class UserExample
{
    public static User Value { get; } = new()
    {
        Id = "1",
        UserName = "pat.doe",
        FirstName = "Pat",
        LastName = "Doe",
        Email = "pat.doe@example.com",
        Phone = "+1 202 555 0100",
        Active = true,
        Locations = [new() { LocationId = "1", Roles = ["servicer", "viewer"] }],
    };
}
