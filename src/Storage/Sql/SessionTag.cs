namespace LoApi.Storage.Sql;

/// <summary>What a connection is about, for those who look at the database's own statistics and traces.</summary>
/// <param name="Action">What is done: <c>read</c>, <c>write</c>, <c>migrate</c>.</param>
/// <param name="ClientId">Whose change it is, where all that is written together is one client's; else null.</param>
/// <param name="RequestId">The request, where one change is written alone; else null.</param>
internal readonly record struct SessionTag(string Action, string? ClientId = null, string? RequestId = null)
{
    public static SessionTag Read { get; } = new("read");

    public static SessionTag Write { get; } = new("write");
}
