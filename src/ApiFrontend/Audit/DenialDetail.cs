namespace LoApi.ApiFrontend.Audit;

/// <summary>What a record of a denial says beyond its code.</summary>
/// <param name="Reason">The code and the particular fault.</param>
/// <param name="ClaimedKeyId">The key that an unproven token claims to be signed with; null where it claims none.</param>
internal sealed record DenialDetail(string Reason, string? ClaimedKeyId);
