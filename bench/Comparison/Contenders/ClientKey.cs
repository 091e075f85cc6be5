namespace LoApi.Comparison.Contenders;

/// <summary>A client that was added to the database of the run.</summary>
/// <param name="Id">Its id.</param>
/// <param name="KeyId">Its key's id.</param>
/// <param name="Key">The key, base64.</param>
/// <param name="Rate">Requests a second.</param>
/// <param name="Burst">Requests at once.</param>
internal sealed record ClientKey(string Id, string KeyId, string Key, int Rate, int Burst);
