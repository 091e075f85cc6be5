using System.Collections.Immutable;
using LoApi.Callers;
using LoApi.Storage.Sql;
using LoApi.Storage.Tokens;

namespace LoApi.Storage.Writing;

/// <summary>The token that a write came with, which no other write may use.</summary>
/// <param name="ClientId">Whose token it is.</param>
/// <param name="Token">The token, with the fingerprint of the write.</param>
public sealed record TokenSpend(string ClientId, TokenUse Token) : RowChange
{
    internal override string OrderKey => $"{ClientId}\n{Token.Id}";

    internal override ImmutableArray<ClaimedKey> ClaimedKeys => [SpentTokenTable.ClaimedKey(ClientId, Token)];

    internal override Row ToRow() => SpentTokenTable.ToInsert(ClientId, Token);
}
