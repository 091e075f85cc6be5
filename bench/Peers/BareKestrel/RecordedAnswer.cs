namespace LoApi.BareKestrel;

/// <summary>An answer of another service, to be given again.</summary>
/// <param name="Request">Method, space, path and query.</param>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers, without those that the server itself sets.</param>
/// <param name="Body">The body.</param>
internal sealed record RecordedAnswer(string Request, int Status, IReadOnlyDictionary<string, string> Headers, string Body);
