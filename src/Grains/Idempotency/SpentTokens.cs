using System.Collections.Immutable;
using LoApi.Callers;
using LoApi.Errors;
using LoApi.Storage.Tokens;
using LoApi.Storage.Writing;

namespace LoApi.Grains.Idempotency;

/// <summary>Tokens are good for one write: it spends its token in its own change set. See decision 0012.</summary>
internal sealed class SpentTokens(SpentTokenRepository tokens)
{
    /// <summary>A token that another write has spent. No more is said than of any other token that is not accepted.</summary>
    public static readonly Failure Refused = new(ProblemCode.InvalidToken, "The bearer token is not accepted.");

    /// <summary>
    /// What spends the caller's token, for the change set of its write; nothing for a caller that came with none. Throws
    /// <see cref="InvalidOperationException"/> where nobody said which write it is spent on.
    /// </summary>
    public static ImmutableArray<RowChange> Spend(Caller caller) => caller.Token switch
    {
        null => [],
        { Fingerprint: null } => throw new InvalidOperationException("A write has come with a token that is not bound to it."),
        { } token => [new TokenSpend(caller.ClientId, token)],
    };

    /// <summary><see cref="Refused"/> where another write has spent the caller's token; null where none has, or this very one.</summary>
    public async Task<Failure?> CheckAsync(Caller caller) =>
        caller.Token is { } token
        && await tokens.FindWriteAsync(caller.ClientId, token.Id, CancellationToken.None) is { } write
        && !string.Equals(write, token.Fingerprint, StringComparison.Ordinal) ? Refused : null;
}
