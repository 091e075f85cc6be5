namespace LoApi.ApiFrontend.Limits;

/// <summary>Where a client's tokens are leased.</summary>
internal delegate ITokenSource TokenSources(string clientId);
