namespace LoApi.LoadGen.Wire;

/// <summary>
/// Where a program goes on after a socket had something for it. By default that is a thread of the pool, which is woken for
/// it and then looks out for more work for a while before it sleeps: where answers come one by one, four fifths of the
/// processor time that sending them takes. Continuations that do little can run where the event is received.
/// </summary>
internal static class SocketContinuations
{
    /// <summary>Read once by the runtime (dotnet/runtime, SocketAsyncEngine.Unix.cs); there is no other way to say it.</summary>
    private const string Variable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>For the whole process; before its first socket. What the user set stays.</summary>
    public static void RunInline()
    {
        if (Environment.GetEnvironmentVariable(Variable) is null)
        {
            Environment.SetEnvironmentVariable(Variable, "1");
        }
    }
}
