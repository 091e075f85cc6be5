using LoApi.Lists;

namespace LoApi.ApiFrontend.Lists;

/// <summary>A list request that was understood.</summary>
/// <param name="Identity">The list with its filter and sort: what its cursors are bound to.</param>
/// <param name="Request">What is asked.</param>
internal sealed record ListCall(string Identity, ListRequest Request);
