using LoApi.Clients;

namespace LoApi.ApiFrontend.Authentication;

/// <summary>A token that its client has signed with a key that holds.</summary>
/// <param name="Client">The client as it is now, however long ago the token was verified first.</param>
/// <param name="Claims">What the token says.</param>
internal sealed record VerifiedToken(Client Client, TokenClaims Claims);
