using LoApi.ApiFrontend.Audit;
using LoApi.ApiFrontend.Lists;
using LoApi.ApiFrontend.Locations;
using LoApi.ApiFrontend.Payoffs;
using LoApi.ApiFrontend.Users;
using LoApi.Locations;
using LoApi.Statistics;

namespace LoApi.ApiFrontend.Statistics;

/// <summary>The four subjects. Each is filtered as its list is; users are not by their names, which who counts every tenant's could guess one letter after the other.</summary>
internal static class StatsDefinitions
{
    public static StatsDefinition Payoffs { get; } = new(
        StatsSubject.Payoffs,
        ["status", "location", "program", "month", "payoff_month", "reason", "user"],
        Unpaged(PayoffList.Definition));

    public static StatsDefinition Users { get; } = new(
        StatsSubject.Users,
        ["active", "location", "role"],
        Unpaged(Nameless(UserList.Definition), new ListMember("location_id", MemberType.Id(LocationId.Pattern, "One to seven digits."))));

    public static StatsDefinition Locations { get; } = new(
        StatsSubject.Locations,
        ["type", "active", "partner", "state", "country"],
        Unpaged(LocationList.Definition));

    public static StatsDefinition Requests { get; } = new(
        StatsSubject.Requests,
        ["client", "user", "location", "method", "resource_type", "kind", "outcome", "code", "month", "day"],
        Unpaged(AuditList.Definition));

    private static ListDefinition Nameless(ListDefinition users) => users with
    {
        Members = [.. users.Members.Where(member => member.Name is "id" or "active")],
    };

    private static ListDefinition Unpaged(ListDefinition list, params ReadOnlySpan<ListMember> more) => list with
    {
        Name = $"stats {list.Name}",
        Members = [.. list.Members, .. more],
        IsPaged = false,
    };
}
