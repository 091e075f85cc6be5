using LoApi.Lists;

namespace LoApi.Storage.Tests.Conformance;

/// <summary>List requests as front ends send them where the caller says nothing but the page.</summary>
internal static class ListRequests
{
    public static readonly SortMember Id = new("id", Descending: false);

    public static ListRequest Payoffs(int limit, Keyset? after) =>
        new([], [new("created_at", Descending: true), Id], new(limit, after), Count: false);

    public static ListRequest ById(int limit, Keyset? after) => new([], [Id], new(limit, after), Count: false);
}
