namespace LoApi.Admin;

/// <summary>What a script learns.</summary>
internal static class ExitCode
{
    /// <summary>Everything that was asked was done.</summary>
    public const int Success = 0;

    /// <summary>It was not done: bad rows, a file that cannot be read, a database that does not answer.</summary>
    public const int Failure = 1;

    /// <summary>It could not be begun: the command line or a setting is wrong.</summary>
    public const int Usage = 2;
}
