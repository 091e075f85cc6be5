using LoApi.Callers;

namespace LoApi.Admin;

/// <summary>Who runs a command, for the audit log.</summary>
internal static class AdminCaller
{
    /// <summary>The account that runs it, under the client <c>loapi-admin</c>, with the command as its path.</summary>
    public static Caller Of(string command) =>
        new("loapi-admin", Environment.UserName, LocationId: null, Guid.CreateVersion7().ToString("N")) { Path = command };
}
