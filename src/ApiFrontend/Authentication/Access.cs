namespace LoApi.ApiFrontend.Authentication;

/// <summary>What an endpoint asks of its caller, declared on the route group or the endpoint; the innermost one holds.</summary>
/// <param name="Scope">The scope that the client needs, such as <c>payoffs:read</c>.</param>
/// <param name="ActsFor">The request context that it needs.</param>
internal sealed record Access(string Scope, ActsFor ActsFor);
