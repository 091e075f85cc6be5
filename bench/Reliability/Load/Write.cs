namespace LoApi.Reliability.Load;

/// <summary>A write as it is sent, and sent again, until it is answered.</summary>
/// <param name="Key">The idempotency key.</param>
/// <param name="Method">POST, PATCH or DELETE.</param>
/// <param name="Path">Under the service's root.</param>
/// <param name="IfMatch">The ETag that it starts from; null for a creation.</param>
/// <param name="MediaType">Of the body; null where there is none.</param>
/// <param name="Body">JSON, or empty.</param>
internal sealed record Write(string Key, HttpMethod Method, string Path, string? IfMatch, string? MediaType, byte[] Body);
