namespace LoApi.ApiFrontend.Reference;

/// <summary>A page of a list as it is answered.</summary>
/// <param name="Body">The JSON text.</param>
/// <param name="EntityTag">Its entity tag.</param>
/// <param name="Link">The value of <c>Link</c>; null on the last page.</param>
internal sealed record ReferencePage(ReadOnlyMemory<byte> Body, string EntityTag, string? Link);
